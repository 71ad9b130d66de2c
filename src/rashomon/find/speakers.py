"""Speakers: who stands behind a cue, resolved over the report."""

from bisect import bisect_right

from rashomon.actor import Actor
from rashomon.find.described import described
from rashomon.find.parse import Parsed, Token
from rashomon.find.posts import noun_start, role_of
from rashomon.report import Span
from rashomon.statement import Speaker
from rashomon.words.names import canonical_body, fold, strip_article

_PERSON_PRONOUNS = frozenset({"he", "she", "him", "her", "who"})
_OTHER_PRONOUNS = frozenset({"it", "they", "them", "its", "their"})
_FIRST = frozenset({"i", "we", "you", "me", "us", "one", "someone", "anyone", "nobody", "everyone"})


class Cast:
    """The actors of one report, to be asked who a noun or pronoun means at its place.

    It remembers who spoke last, so it must be asked in reading order.
    """

    def __init__(self, parsed: Parsed, actors: tuple[Actor, ...]) -> None:
        self.parsed = parsed
        spots = sorted(
            ((span.start, span.end, actor) for actor in actors for span in actor.mentions),
            key=lambda spot: (spot[0], -spot[1], spot[2].id),
        )
        self._spots = spots
        self._starts = [spot[0] for spot in spots]
        self._spoke: list[Actor] = []

    def speaker(self, noun: Token | None) -> Speaker | None:
        """The speaker that the head noun of a cue's subject means; None where it means nobody.

        First and second persons are nobody here: they speak inside a quotation.
        """
        if noun is None or noun.lower_ in _FIRST:
            return None
        if noun.pos_ == "PRON":
            return self._pronoun(noun)
        actor = self._named(noun)
        if actor is not None and not (not actor.named and self._is_definite(noun)):
            return self._as(actor, noun, "explicit")
        pointed = self._pointed(noun) if self._is_definite(noun) else None
        if pointed is not None:
            return self._as(pointed, noun, "explicit")
        if actor is not None:
            return self._as(actor, noun, "explicit")
        return self._nameless(noun)

    def carried(self) -> Speaker | None:
        """The last speaker again, for a quotation that names none."""
        if not self._spoke:
            return None
        last = self._spoke[-1]
        return Speaker(
            name=last.name,
            role=last.role,
            for_=last.for_,
            named=last.named,
            basis="carried",
            actor=last.id,
        )

    def _at(self, token: Token) -> Actor | None:
        """The actor whose mention covers the token; the longest mention wins."""
        at = bisect_right(self._starts, token.idx)
        for start, end, actor in reversed(self._spots[max(0, at - 6) : at]):
            if start <= token.idx < end:
                return actor
        return None

    def _named(self, noun: Token) -> Actor | None:
        """The actor of a noun phrase: a person named in apposition to the noun comes first."""
        own = self._at(noun)
        if own is not None and own.named:
            return own
        for child in noun.children:
            if child.dep_ in ("appos", "compound") and child.i > noun.i - 4:
                other = self._at(child)
                if other is not None and other.named and other.kind == "person":
                    return other
        return own

    def _is_definite(self, noun: Token) -> bool:
        return any(
            c.lower_ in ("the", "this", "that", "his", "her", "their", "its") for c in noun.lefts
        )

    def _pointed(self, noun: Token) -> Actor | None:
        """Whom "the spokesman", "the group", "the ministry" means: the last actor that it suits."""
        group, lemma = role_of(noun), noun.lemma_.lower()
        if group is None or noun_start(noun) < noun.i - 2:
            return None
        before = self._before(noun)
        if group == "body":
            return self._body(before, lemma)
        for actor in before:
            words = fold(f"{actor.role or ''}").split()
            if actor.kind == "person" and lemma in words:
                return actor
        if group in ("spokesman", "post") and noun.tag_ == "NN":
            return next((a for a in self._spoke[::-1] if a.kind == "person"), None)
        return None

    def _body(self, before: list[Actor], lemma: str) -> Actor | None:
        for actor in before:
            if actor.kind == "organisation" and fold(actor.name).split()[-1:] == [lemma]:
                return actor
        spoke = next((a for a in self._spoke[::-1] if a.kind == "organisation" and a.named), None)
        return spoke

    def _pronoun(self, noun: Token) -> Speaker | None:
        word = noun.lower_
        if word in _PERSON_PRONOUNS:
            kinds: tuple[str, ...] = ("person",)
        elif word == "it":
            kinds = ("organisation",)
        elif word == "they":
            kinds = ("group", "organisation")
        else:
            return None
        last = next((a for a in self._spoke[::-1] if a.kind in kinds), None)
        near = next((a for a in self._before(noun) if a.kind in kinds), None)
        actor = last or near
        return self._as(actor, noun, "pronoun") if actor is not None else None

    def _before(self, noun: Token) -> list[Actor]:
        """The actors mentioned before a token, the nearest first."""
        at = bisect_right(self._starts, noun.idx - 1)
        return list(dict.fromkeys(spot[2] for spot in reversed(self._spots[max(0, at - 40) : at])))

    def _as(self, actor: Actor, noun: Token, basis: str) -> Speaker:
        self._spoke.append(actor)
        del self._spoke[:-20]
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
        if not noun.is_alpha:
            return None
        if noun.pos_ == "PROPN":
            name = canonical_body(self._phrase(noun).exact)
            return Speaker(name=name, span=self._phrase(noun), named=True)
        first, last = described(noun)
        name = strip_article(" ".join(noun.doc[first : last + 1].text.split()))
        return Speaker(name=name, span=self._phrase(noun), named=False)

    def _phrase(self, noun: Token) -> Span:
        """The noun phrase around a head: articles, titles and appositions, no relative clause."""
        first, last = noun.left_edge.i, noun.i
        for child in noun.rights:
            if (
                child.dep_ in ("relcl", "cc")
                or child.is_punct
                and child.text not in (",", "(", ")", "-")
            ):
                break
            if child.dep_ in ("appos", "prep", "acl", "compound", "conj", "flat", "case"):
                last = child.right_edge.i
        doc = noun.doc
        while last > noun.i and (doc[last].is_punct or doc[last].is_space):
            last -= 1
        while first < noun.i and (doc[first].is_punct or doc[first].is_space):
            first += 1
        return self.parsed.span_of(doc[first : last + 1])
