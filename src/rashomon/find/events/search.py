"""Finding events: happenings that a report tells as having happened.

A word of the table of happenings counts as a verb or as a noun that stands for the happening
itself; negated, wished, feared and future ones are left out, as is a noun that only describes
another ("attack helicopter"). Light verbs leave the happening to their noun.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.actor import Actor
from rashomon.event import Event, Participant
from rashomon.figure import Figure
from rashomon.find.events.dating import dated
from rashomon.find.events.participants import roles
from rashomon.find.parse import Parsed, Token
from rashomon.find.passages import innermost
from rashomon.find.scope import clause_of, place_of
from rashomon.report import Span, content_id
from rashomon.statement import Statement
from rashomon.when import Period
from rashomon.where import Place
from rashomon.words.tables import table


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One kind of happening with the lemmas that tell of it."""

    name: str
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    undergoes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Happenings:
    """The words of `data/happenings.toml`."""

    light: tuple[str, ...]
    unreal: tuple[str, ...]
    instruments: tuple[str, ...]
    kinds: tuple[Happening, ...]


@cache
def _kinds() -> dict[tuple[str, str], str]:
    """Kind by part of speech and lemma."""
    words: dict[tuple[str, str], str] = {}
    for kind in table("happenings", Happenings).kinds:
        words.update({("VERB", verb): kind.name for verb in kind.verbs})
        words.update({("NOUN", noun): kind.name for noun in kind.nouns})
    return words


@cache
def _sets() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Light verbs, words of the unreal, verbs whose subject is befallen."""
    words = table("happenings", Happenings)
    befallen = frozenset(verb for kind in words.kinds for verb in kind.undergoes)
    return frozenset(words.light), frozenset(words.unreal), befallen


def find_events(
    parsed: Parsed,
    actors: Sequence[Actor],
    figures: Sequence[Figure],
    statements: Sequence[Statement],
    times: Sequence[Period],
    places: Sequence[Place],
) -> tuple[Event, ...]:
    """Every happening with its participants, figures, time, place and innermost statement."""
    mentions = sorted(
        (span, actor.id)
        for actor in actors
        for span in actor.mentions
        if not _is_thing(span.exact.split()[-1])
    )
    counted = _by_sentence(parsed, figures)
    events = []
    for token in parsed.doc:
        kind = _kind(token)
        if kind is None or not _happened(token) or parsed.block_at(token.idx) == "caption":
            continue
        span = parsed.span_of(token)
        said = innermost(statements, span)
        time = dated(parsed, token, times, statements)
        place = place_of(parsed, span, places, statements)
        events.append(
            Event(
                id=content_id("e", span.report, span.start, span.end, kind),
                span=span,
                kind=kind,
                participants=_participants(token, mentions),
                figures=tuple(
                    figure.id
                    for number, figure in counted.get(token.sent.start, ())
                    if _belongs(token, number)
                ),
                time=None if time is None else time.id,
                place=None if place is None else place[0].id,
                statement=said.id if said is not None else None,
            )
        )
    return tuple(events)


def _kind(token: Token) -> str | None:
    """The kind of happening that a word tells of, or None."""
    kinds, (light, _, _) = _kinds(), _sets()
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB":
        carries = lemma in light and any(
            c.dep_ == "dobj" and ("NOUN", c.lemma_.lower()) in kinds for c in token.children
        )
        return None if carries or token.dep_ == "amod" else kinds.get(("VERB", lemma))
    if token.pos_ != "NOUN" or token.dep_ in ("compound", "amod", "nmod"):
        return None
    before = token.nbor(-1) if token.i > 0 else None
    pair = None if before is None else kinds.get(("NOUN", f"{before.lemma_.lower()} {lemma}"))
    return pair or kinds.get(("NOUN", lemma))


#: Auxiliaries of what may be, shall be or was not done.
_UNREAL_FORMS = frozenset(
    ("will", "wo", "'ll", "shall", "would", "could", "can", "ca", "may", "might", "should", "must")
)


def _happened(token: Token) -> bool:
    """Whether the sentence tells the happening as a fact, as far as its own voice reaches."""
    _, unreal, _ = _sets()
    if _denied(token):
        return False
    while token.head.i != token.i:
        token = token.head
        if token.lemma_.lower() in unreal or (token.pos_ in ("VERB", "AUX") and _denied(token)):
            return False
        if token.dep_ in ("ccomp", "parataxis", "relcl", "advcl"):
            break
    return True


def _denied(token: Token) -> bool:
    """Whether a word is negated, conditional, in the future or an infinitive of purpose."""
    for child in token.children:
        word = child.lower_
        if child.dep_ == "neg" or word in ("no", "without", "if", "unless", "whether"):
            return True
        if child.dep_ in ("aux", "auxpass") and word in _UNREAL_FORMS:
            return not any(c.lower_ == "have" for c in token.children)
        if child.dep_ == "aux" and word == "to" and token.dep_ in ("advcl", "relcl", "acl"):
            return True
    return False


def _participants(token: Token, mentions: list[tuple[Span, str]]) -> tuple[Participant, ...]:
    """The actors whose mentions stand at the nouns that act or are befallen."""
    found: set[Participant] = set()
    for role, head in roles(token, token.lemma_.lower() in _sets()[2]):
        if _is_thing(head.text):
            continue
        start, end = head.doc[head.left_edge.i].idx, head.idx + len(head)
        at_head = [a for s, a in mentions if s.start <= head.idx < s.end]
        within = [a for s, a in mentions if start <= s.start and s.end <= end]
        found.update(Participant(actor=actor, role=role) for actor in (at_head or within)[:1])
    return tuple(sorted(found, key=lambda p: (p.role, p.actor)))


def _is_thing(word: str) -> bool:
    """Whether a noun, or the last word of a name, is a thing: "Improvised Explosive Devices"."""
    things = table("happenings", Happenings).instruments
    return word.lower() in things or word.lower().removesuffix("s") in things


def _by_sentence(
    parsed: Parsed, figures: Sequence[Figure]
) -> dict[int, list[tuple[Token, Figure]]]:
    """The figures with the words of their numbers, by where their sentence starts."""
    found: dict[int, list[tuple[Token, Figure]]] = defaultdict(list)
    for figure in figures:
        number = parsed.tokens_of(figure.number).root
        found[number.sent.start].append((number, figure))
    return found


def _belongs(token: Token, number: Token) -> bool:
    """Whether a number counts something of the happening: in its clause or at its noun."""
    clause = clause_of(number).i
    if token.pos_ == "VERB":
        return clause == token.i
    acts = token.dep_ in ("nsubj", "nsubjpass") and clause == clause_of(token).i
    return acts or token.is_ancestor(number)
