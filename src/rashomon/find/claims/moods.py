"""Moods: whether a condition is told as so, as not so, as to come, as open, or not told at all.

The way leads from the word that states the condition up to the end of its speaker's words. Each
word on it may turn the condition ("failed to", "not"), leave it open ("has not confirmed that"),
put it off ("plans to"), or suppose it ("if", "whether"): what is supposed is no claim.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rashomon.find.claims.hedges import hedges
from rashomon.find.claims.predicates import Stated
from rashomon.find.claims.telling import (
    is_by_name,
    is_false,
    is_of_nobody,
    is_of_whom,
    is_told,
    is_under_way,
    is_without_evidence,
    negated,
)
from rashomon.find.parse import Token
from rashomon.statement import Statement

_VERBAL = frozenset(("VERB", "AUX"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
#: A way is at most so long.
_LONGEST = 12
#: Before a verb of saying these tell that nothing is said yet.
_TO_SAY = frozenset(("will", "wo", "shall", "'ll"))
_PRESENT = frozenset(("VBZ", "VBP"))
#: What a word on the way makes of the condition; None: nothing is claimed.
_PLAIN, _TURNED, _COMING, _OPEN, _STOP = "plain", "turned", "coming", "open", "stop"


@dataclass(slots=True)
class Mood:
    """What became of a condition on the way: turned how often, open, to come, and how near."""

    turned: bool = False
    open: bool = False
    coming: bool = False
    verge: bool = False


def mood_of(stated: Stated, statement: Statement | None) -> Mood | None:
    """How a condition is told; None where it is only supposed, asked, wished or ordered."""
    if not is_told(stated):
        return None
    mood = Mood(coming=is_under_way(stated))
    for token in _own_words(stated):
        if not _apply(_beside(token, (stated.token, *stated.words)), mood):
            return None
    if is_of_nobody(stated):
        mood.turned = not mood.turned
    mood.open = mood.open or is_of_whom(stated) or is_without_evidence(stated)
    token = stated.verb
    for _ in range(_LONGEST):
        step = _step(token, statement)
        if step is None:
            break
        effect, goes_on = step
        if not _apply(effect, mood):
            return None
        mood.verge = mood.verge or token.head.lower_ in hedges().degrees["verges"]
        if not goes_on:
            break
        token = token.head
        if not _apply(_beside(token), mood):
            return None
    return mood


def _apply(effects: Iterator[str], mood: Mood) -> bool:
    """Take the effects into the mood; False where nothing is claimed."""
    for effect in effects:
        if effect == _STOP:
            return False
        mood.turned ^= effect == _TURNED
        mood.coming |= effect == _COMING
        mood.open |= effect == _OPEN
    return True


def _own_words(stated: Stated) -> list[Token]:
    words = {token.i: token for token in (stated.verb, stated.token, *stated.words)}
    return [words[index] for index in sorted(words)]


def _beside(token: Token, own: Sequence[Token] = ()) -> Iterator[str]:
    """What the small words that hang on a word make of it; `own` are words of the pattern."""
    table = hedges()
    for child in token.children:
        word = child.lower_
        if child in own:
            continue
        if child.dep_ == "neg" or word in ("never", "n't", "not"):
            if not any(t.lower_ in table.negation.besides for t in token.doc[child.i + 1 :][:1]):
                yield _TURNED
        elif child.dep_ == "aux" and word in table.supposed.modals:
            yield _STOP
        elif child.dep_ == "aux" and word in table.coming.modals:
            yield _COMING
        elif word in table.supposed.marks and _opens_clause(child):
            yield _OPEN if _is_unknown(token) else _STOP
        elif _is_of_another_time(child, token):
            yield _STOP
        elif child.dep_ in ("advmod", "amod", "acomp", "npadvmod"):
            if word in table.unconfirmed.words:
                yield _OPEN
            elif word in table.coming.words:
                yield _COMING
            elif word in ("longer", "hardly", "scarcely", "barely") and _says_no(child):
                yield _TURNED


def _opens_clause(word: Token) -> bool:
    """Whether a word opens a clause: "until it is out", but not "until Monday"."""
    return word.tag_ in ("IN", "RB", "WRB") and word.dep_ != "prep"


def _is_of_another_time(child: Token, verb: Token) -> bool:
    """Whether a word puts the condition to a time that is no more, or "when" to one to come."""
    if child.dep_ == "advmod" and child.lower_ in hedges().recalled:
        return True
    return child.lower_ == "when" and verb.tag_ in _PRESENT and verb.dep_ == "advcl"


def _says_no(adverb: Token) -> bool:
    """Whether an adverb turns: "hardly", "no longer", but not "longer"."""
    if adverb.lower_ != "longer":
        return True
    return adverb.i > 0 and adverb.nbor(-1).lower_ in ("no", "any")


def _is_unknown(token: Token) -> bool:
    """Whether the clause hangs on a word of not knowing: "it is unclear whether"."""
    head, table = token.head, hedges().unconfirmed
    if head.lemma_.lower() in table.adjectives or head.lemma_.lower() in table.words:
        return True
    if any(child.lower_ in table.words for child in head.children):
        return True
    return head.lemma_.lower() in table.verbs_negated and negated(head)


def _step(token: Token, statement: Statement | None) -> tuple[Iterator[str], bool] | None:
    """What the word above makes of a condition, and whether the way goes on; None at its end."""
    head = token.head
    if head.i == token.i or _leaves(head, statement):
        return None
    reading: Callable[[Token, Token], tuple[Iterator[str], bool]] | None = _STEPS.get(token.dep_)
    if reading is None:
        return iter(()), head.pos_ in _VERBAL or token.dep_ in ("pobj", "dobj", "attr", "prep")
    return reading(token, head)


def _leaves(head: Token, statement: Statement | None) -> bool:
    """Whether a word stands outside of its speaker's words."""
    if statement is None:
        return False
    return not any(piece.start <= head.idx < piece.end for piece in statement.content)


def _infinitive(token: Token, head: Token) -> tuple[Iterator[str], bool]:
    """ "plans to reopen", "failed to reach", "is yet to open", "appears to be out"."""
    return _one(_of_infinitive(token, head)), True


def _of_infinitive(token: Token, head: Token) -> str:
    table, lemma = hedges(), head.lemma_.lower()
    bare = token.pos_ in _VERBAL and not any(child.tag_ == "TO" for child in token.children)
    if any(child.lower_ == "yet" for child in (*head.children, *token.children)) and not bare:
        return _TURNED
    if lemma in table.negation.verbs:
        return _TURNED
    if lemma == "unlikely":
        return _TURNED
    if lemma in table.unconfirmed.adjectives:
        return _OPEN
    if bare and lemma not in table.supposed.verbs:
        return _PLAIN
    if lemma in table.realised.verbs or lemma in table.negation.words:
        return _PLAIN
    if lemma in table.coming.verbs or lemma in table.coming.adjectives:
        return _COMING
    if lemma in table.unconfirmed.verbs or lemma in ("say",):
        return _OPEN
    return _PLAIN if bare and lemma in table.linking.declaring else _STOP


def _clause(token: Token, head: Token) -> tuple[Iterator[str], bool]:
    """What somebody says, knows, doubts or asks; here the way ends."""
    table, lemma = hedges(), head.lemma_.lower()
    no = negated(head)
    if any(child.lower_ in _TO_SAY and child.dep_ == "aux" for child in head.children):
        return _one(_STOP), False  # "I will say it is out when ..."
    if lemma in table.unconfirmed.verbs_negated and no:
        return _one(_OPEN), False
    if lemma == "report" and is_by_name(head):
        return iter(()), False
    if lemma in table.negation.verbs:
        return _one(_PLAIN if no else _TURNED), False
    for words, effect in (
        (table.unconfirmed.verbs | table.unconfirmed.adjectives, _OPEN),
        (table.coming.verbs, _COMING),
        (table.supposed.verbs | table.supposed.adjectives, _STOP),
    ):
        if lemma in words or any(c.lower_ in words and c.dep_ == "acomp" for c in head.children):
            return _one(effect), False
    return iter(()), any(child.tag_ == "TO" for child in head.children)


def _noun_clause(token: Token, head: Token) -> tuple[Iterator[str], bool]:
    """ "no evidence that", "reports that", "a plan to", "a man who"."""
    table, lemma = hedges(), head.lemma_.lower()
    infinitive = any(child.tag_ == "TO" for child in token.children)
    if token.dep_ == "relcl" and not any(c.lower_ == "that" for c in token.children):
        return iter(()), False
    if lemma in table.unconfirmed.nouns_negated:
        return _one(_OPEN if negated(head) else _PLAIN), False
    if is_false(head):
        return _one(_TURNED), False
    if lemma in table.unconfirmed.nouns:
        return _one(_OPEN), False
    if lemma in table.supposed.nouns:
        return _one(_STOP), False
    if lemma in table.coming.nouns:
        return _one(_COMING), False
    return _one(_STOP if infinitive else _PLAIN), False


def _gerund(token: Token, head: Token) -> tuple[Iterator[str], bool]:
    """ "on the verge of falling", "suspected of killing", "after taking the town"."""
    table, word = hedges(), head.lower_
    above = head.head.lemma_.lower() if head.head.i != head.i else ""
    if word in ("before", "without", "against", "from", "about", "towards", "toward", "than"):
        return _one(_TURNED if word == "without" else _STOP), False
    if above in table.degrees["verges"] or word in ("near", "close"):
        return _one(_COMING), True
    if above in ("suspect", "accuse", "charge", "suspicion") or above in table.unconfirmed.nouns:
        return _one(_OPEN), False
    if above in table.supposed.nouns:
        return _one(_STOP), False
    return (_one(_COMING) if above in table.coming.nouns else iter(())), False


def _named(token: Token, head: Token) -> tuple[Iterator[str], bool]:
    """A noun in a phrase: "on the verge of liberation", "close to a deal"."""
    verges = hedges().degrees["verges"]
    if token.dep_ == "pobj" and (head.head.lower_ in verges or head.lower_ in verges):
        return _one(_COMING), True
    return iter(()), token.dep_ != "pobj" or head.dep_ in ("prep", "agent")


def _beside_clause(token: Token, head: Token) -> tuple[Iterator[str], bool]:
    """ "were reluctant to declare", where the parser takes the infinitive for an adjunct."""
    if any(child.tag_ == "TO" for child in token.children):
        for child in head.children:
            if child.dep_ == "acomp":
                return _one(_of_infinitive(token, child)), True
        return _one(_STOP), False
    return iter(()), False


def _joined(token: Token, head: Token) -> tuple[Iterator[str], bool]:
    """A clause joined by "and" shares what supposes the first, and no more than that."""
    table = hedges()
    own = any(child.dep_ in ("aux", "auxpass", *_SUBJECTS) for child in token.children)
    shared = []
    for child in head.children:
        word = child.lower_
        if (child.dep_ == "mark" and word in table.supposed.marks) or (
            not own and child.dep_ == "aux" and word in table.supposed.modals
        ):
            shared.append(_STOP)
        elif not own and child.dep_ == "aux" and word in table.coming.modals:
            shared.append(_COMING)
    return iter(shared), False


def _one(effect: str) -> Iterator[str]:
    return iter((effect,))


_STEPS: dict[str, Callable[[Token, Token], tuple[Iterator[str], bool]]] = {
    "xcomp": _infinitive,
    "ccomp": _clause,
    "parataxis": _clause,
    "acl": _noun_clause,
    "relcl": _noun_clause,
    "pcomp": _gerund,
    "pobj": _named,
    "advcl": _beside_clause,
    "conj": _joined,
}
