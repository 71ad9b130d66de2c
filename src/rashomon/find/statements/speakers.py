"""Speakers: who stands behind a cue, resolved over the report."""

from bisect import bisect_right
from dataclasses import replace

from rashomon.actor import Actor
from rashomon.find.actors.described import described
from rashomon.find.actors.posts import is_general, is_voice, role_of
from rashomon.find.actors.sexes import SEX_OF, Sexes
from rashomon.find.cues import speaks_for_many
from rashomon.find.parse import Parsed, Token
from rashomon.find.statements.antecedents import Antecedents, Stretch
from rashomon.find.statements.circumstance import is_outlet
from rashomon.find.statements.pointing import Pointing
from rashomon.find.statements.quotes import Quotation
from rashomon.find.statements.subjects import phrase_start, subject_of
from rashomon.report import Span
from rashomon.statement import Speaker
from rashomon.words.names import canonical_body, fold, strip_article

#: Words that speak for nobody who could be named: persons inside a quotation, and expletives.
_NOBODY = frozenset({"i", "we", "you", "me", "us", "one", "someone", "anyone", "nobody", "what"})
_POINTING = frozenset({"the", "this", "that", "his", "her", "their", "its"})


class Cast:
    """The actors of one report, to be asked who a noun or pronoun means at its place.

    It remembers who spoke last, so it must be asked in reading order.
    """

    def __init__(
        self, parsed: Parsed, actors: tuple[Actor, ...], marks: tuple[Quotation, ...]
    ) -> None:
        self._parsed = parsed
        self._spots = sorted(
            ((span.start, span.end, actor) for actor in actors for span in actor.mentions),
            key=lambda spot: (spot[0], -spot[1], spot[2].id),
        )
        self._starts = [spot[0] for spot in self._spots]
        self._sexes = Sexes(parsed, actors)
        self._antecedents = Antecedents(parsed, actors, self._sexes, marks)
        self._pointing = Pointing(parsed, self._spots)
        self._spoke: list[Actor] = []
        self._last: tuple[Speaker, int] | None = None

    def speaker(self, noun: Token | None, said: tuple[Stretch, ...] = ()) -> Speaker | None:
        """The speaker that the head noun of a cue's subject means; None where it means nobody.

        `said` is the content, as stretches of characters: who is named there is not its speaker.
        """
        speaker = self._who(noun, said)
        if speaker is not None and noun is not None:
            ends = [noun.idx, *(end for _, end in said)]
            self._last = (speaker, max(ends))
        return speaker

    def _who(self, noun: Token | None, said: tuple[Stretch, ...]) -> Speaker | None:
        if noun is None:
            return None
        if speaks_for_many(noun) and noun.dep_ != "poss":
            return self._nameless(noun)
        if noun.lower_ in _NOBODY:
            return None
        if noun.tag_ in ("WP", "WDT"):
            return self._relative(noun)
        if noun.pos_ == "PRON":
            return self._pronoun(noun, said)
        joint = self._joint(noun)
        if joint is not None:
            return joint
        actor = self._named(noun)
        if (actor is None or not actor.named) and any(c.lower_ in _POINTING for c in noun.lefts):
            actor = self._pointed(noun, said) or actor
        if actor is None and role_of(noun) == "document":
            return self._author(noun, said)
        if actor is None:
            return self._nameless(noun)
        return self._as(actor, noun, "carried" if self._elsewhere(actor, noun) else "explicit")

    def _elsewhere(self, actor: Actor, noun: Token) -> bool:
        """Whether a named actor is only described here: "the prosecutor", named before."""
        if not actor.named or noun.pos_ == "PROPN":
            return False
        own = set(fold(self._phrase(noun).exact).split())
        return not own & set(fold(" ".join((actor.name, *actor.aliases))).split())

    def carried(self, at: int) -> Speaker | None:
        """The last speaker again, for a quotation at `at` that names none.

        Without a name where another person has taken the stage since; None before anybody spoke.
        """
        if self._last is None:
            return None
        last, end = self._last
        if last.name is None or self._antecedents.turn_ended(end, at, last.actor):
            return Speaker(name=None, basis="carried")
        self._last = (last, max(at, end))
        return replace(last, span=None, basis="carried")

    def _at(self, token: Token) -> Actor | None:
        """The actor whose mention covers the token; a named one wins."""
        at = bisect_right(self._starts, token.idx)
        near = self._spots[max(0, at - 6) : at]
        covering = [actor for start, end, actor in near if start <= token.idx < end]
        return next((one for one in covering if one.named), next(iter(covering), None))

    def _named(self, noun: Token) -> Actor | None:
        """The actor of a noun phrase; a name in apposition to the noun comes first."""
        own = self._at(noun)
        if own is not None and own.named:
            return own
        first = phrase_start(noun)
        before = noun.doc[noun.left_edge.i - 2] if noun.left_edge.i >= 2 else noun
        apposed = [c for c in noun.children if c.dep_ in ("appos", "compound") and c.i > noun.i - 4]
        if first < noun.left_edge.i:
            apposed.append(before)
        for word in apposed:
            other = self._at(word)
            if other is None or not other.named:
                continue
            if other.kind == "person" or word.dep_ == "appos" or word is before:
                return other
        return self._bracketed(noun) or self._introduced(noun) or own

    def _introduced(self, noun: Token) -> Actor | None:
        """The person named behind a post and its body: "the head of the mill, Full Name, said"."""
        if role_of(noun) not in ("spokesman", "post", "kin", "people") or noun.tag_ != "NN":
            return None
        doc, verb = noun.doc, noun.head
        for token in doc[noun.i + 1 : min(verb.i, noun.i + 15)]:
            if token.text == "," and (other := self._at(doc[token.i + 1])) is not None:
                closed = doc[verb.i - 1].text == "," or doc[verb.i - 1].dep_ in ("aux", "advmod")
                return other if other.named and other.kind == "person" and closed else None
        return None

    def _bracketed(self, noun: Token) -> Actor | None:
        """The name before a bracket and a comma: "Full Name (FN), the network of ..., said"."""
        doc, at = noun.doc, noun.left_edge.i - 1
        if at < 3 or doc[at].text != "," or doc[at - 1].text != ")":
            return None
        opened = next((i for i in range(at - 2, max(at - 8, 0), -1) if doc[i].text == "("), None)
        other = self._at(doc[opened - 1]) if opened else None
        return other if other is not None and other.named else None

    def _pointed(self, noun: Token, said: tuple[Stretch, ...] = ()) -> Actor | None:
        """Whom "the spokesman", "the terror group", "the ministry" means: the last one it suits."""
        group, lemma = role_of(noun), noun.lemma_.lower()
        modified = any(c.dep_ not in ("det", "amod", "punct") for c in noun.lefts)
        general = is_general(noun) and not any(c.pos_ == "PROPN" for c in noun.lefts)
        if group == "body" or is_general(noun):
            return (
                None if modified and not general else self._pointing.body(noun, self._spoke, said)
            )
        if group not in ("spokesman", "post", "kin", "people") or noun.tag_ != "NN" or modified:
            return None
        return self._pointing.person(lemma, noun, self._spoke)

    def _relative(self, noun: Token) -> Speaker | None:
        """Who "who" and "which" stand for: the noun that their clause is hung on."""
        clause = noun.head
        while clause.dep_ not in ("relcl", "acl") and clause.head.i != clause.i:
            clause = clause.head
        antecedent = clause.head
        if antecedent.i == clause.i or antecedent.i > noun.i:
            return None
        actor = self._named(antecedent)
        if actor is not None:
            return self._as(actor, noun, "pronoun")
        return self._nameless(antecedent)

    def _pronoun(self, noun: Token, said: tuple[Stretch, ...]) -> Speaker | None:
        """Whom a pronoun means; a person whom it leaves open speaks without a name."""
        sex = SEX_OF.get(noun.lower_)
        actor = self._antecedents.of(noun, said) or self._described_before(noun)
        if actor is None:
            self._antecedents.heard(noun, None)
            known = sex is not None or noun.lower_ == "they" or _is_said(noun)
            span = self._parsed.span_of(noun)
            return Speaker(name=None, span=span, basis="pronoun") if known else None
        if sex is not None:
            self._sexes.learn(actor, sex)
        return self._as(actor, noun, "pronoun")

    def _described_before(self, noun: Token) -> Actor | None:
        """Whom "it" means behind a sentence about "the company"."""
        if noun.lower_ != "it" or noun.sent.start == 0:
            return None
        subject = subject_of(noun.doc[noun.sent.start - 1].sent.root, 0)
        pointing = subject is not None and any(c.lower_ == "the" for c in subject.lefts)
        if subject is None or not pointing or role_of(subject) != "body":
            return None
        return self._pointed(subject)

    def _joint(self, noun: Token) -> Speaker | None:
        """Two who speak together: "the police and the emergency services"."""
        other = next((c for c in noun.rights if c.dep_ == "conj"), None)
        if other is None or other.i - noun.i > 6 or other.pos_ not in ("NOUN", "PROPN"):
            return None
        if any(c.i < other.i and c.dep_ not in ("cc", "punct") for c in noun.rights):
            return None
        phrase = self._phrase(noun)
        if other.idx >= phrase.end or "," in phrase.exact:
            return None
        name = strip_article(" ".join(phrase.exact.split()))
        return Speaker(name=name, span=phrase, named=noun.pos_ == "PROPN")

    def _author(self, noun: Token, said: tuple[Stretch, ...]) -> Speaker | None:
        """Who stands behind a document: "findings of X", "X issued a statement saying ..."."""
        for child in noun.children:
            if child.dep_ == "poss" and child.pos_ != "PRON":
                return self._by(child, noun)
            if child.lower_ == "its":
                body = self._antecedents.of(child, said, "it")
                if body is None or body not in self._spoke[-1:]:
                    return self._nameless(noun)
                return self._as(body, noun, "pronoun")
            if child.dep_ == "prep" and child.lower_ in ("by", "from", "of"):
                author = next((c for c in child.children if c.dep_ == "pobj"), None)
                actor = self._named(author) if author is not None else None
                if actor is not None and actor.kind != "group":
                    return self._as(actor, noun, "explicit")
        head = noun.head
        if noun.dep_ == "pobj" and head.lower_ in ("in", "with", "through", "via"):
            head = head.head
        if (
            head.pos_ == "VERB"
            and head.lemma_.lower() != "accord"
            and noun.dep_ in ("dobj", "pobj")
        ):
            subject = subject_of(head)
            if subject is not None and subject.i != noun.i and role_of(subject) != "document":
                return self.speaker(subject)
        if is_voice(noun) and all(child.lower_ == "the" for child in noun.lefts):
            body = self._antecedents.of(noun, said, "it")
            if body is not None:
                return self._as(body, noun, "explicit")
        return self._nameless(noun)

    def _by(self, author: Token, noun: Token) -> Speaker | None:
        actor = self._named(author)
        if actor is None or not actor.named:
            actor = self._pointed(author) or actor
        return self._as(actor, noun, "explicit") if actor is not None else self._nameless(noun)

    def _as(self, actor: Actor, noun: Token, basis: str) -> Speaker:
        if not is_outlet(actor.name):
            self._spoke.append(actor)
            del self._spoke[:-20]
            self._antecedents.heard(noun, actor)
        return Speaker(
            name=actor.name,
            span=self._phrase(noun),
            role=actor.role,
            for_=actor.for_,
            named=actor.named,
            basis=basis,
            actor=actor.id,
        )

    def _nameless(self, noun: Token) -> Speaker | None:
        if not any(char.isalpha() for char in self._phrase(noun).exact):
            return None
        if noun.pos_ == "PROPN":
            name = canonical_body(self._phrase(noun).exact)
            return Speaker(name=name, span=self._phrase(noun), named=True)
        if speaks_for_many(noun):
            phrase = self._phrase(noun)
            return Speaker(name=" ".join(phrase.exact.split()), span=phrase)
        first, last = described(noun)
        name = strip_article(" ".join(noun.doc[first : last + 1].text.split()))
        return Speaker(name=name, span=self._phrase(noun), named=False)

    def _phrase(self, noun: Token) -> Span:
        """The noun phrase around a head: articles, titles and appositions, no relative clause."""
        doc, first, last = noun.doc, phrase_start(noun), noun.i
        for child in noun.rights:
            if child.dep_ == "relcl" or (child.is_punct and child.text not in (",", "(", ")", "-")):
                break
            if child.dep_ in ("appos", "prep", "acl", "compound", "conj", "flat", "case"):
                last = child.right_edge.i
        while last > noun.i and (doc[last].is_punct or doc[last].is_space):
            last -= 1
        while first < noun.i and (
            doc[first].is_punct or doc[first].is_space or doc[first].tag_ == "RB"
        ):
            first += 1
        end = doc[last].idx + len(doc[last])
        near = self._spots[max(0, bisect_right(self._starts, noun.idx) - 6) :][:6]
        named = [stop for start, stop, one in near if start <= noun.idx < stop and one.named]
        return self._parsed.span(doc[first].idx, max([end, *named]))


def _is_said(noun: Token) -> bool:
    """Whether "it" speaks ("it said that ...") and does not only stand for a clause."""
    return noun.lower_ == "it" and noun.dep_ == "nsubj" and noun.head.lemma_ in ("say", "add")
