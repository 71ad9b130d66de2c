"""Antecedents: whom a pronoun, or a quotation without a speaker, may mean; nobody when in doubt."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from rashomon.actor import Actor
from rashomon.find.actors.posts import role_of
from rashomon.find.actors.sexes import SEX_OF, Sexes
from rashomon.find.parse import Parsed, Token
from rashomon.find.people.fates import fate_of
from rashomon.find.statements.quotes import Quotation, holding
from rashomon.report import Span

_KINDS = {
    "he": ("person",),
    "she": ("person",),
    "it": ("organisation",),
    "they": ("group", "organisation"),
}
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PERSONAL = frozenset({"spokesman", "post", "kin", "people"})
#: So many sentences before a pronoun are searched; bodies are soon lost from sight.
_REACH = {"he": 8, "she": 8, "it": 3, "they": 2}
#: So many mentions before a pronoun are searched at most, however long the sentences.
_NEAR = 80
#: So many paragraphs without speech end the turn of a speaker.
_TURN = 2

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Station:
    """One word that a later pronoun could mean: a mention, another pronoun, or a plain noun.

    `anchor` is the token that its appositions are laid to, `sentence` the first token of its
    sentence. `leads` tells whether it is the subject of a main clause; `actor` is None for a
    plain noun, and for a pronoun that could not be resolved, whose `word` is then empty.
    """

    at: int
    anchor: int
    sentence: int
    leads: bool
    word: str
    actor: Actor | None


class Antecedents:
    """The subjects of a report in reading order, to be asked whom a pronoun at its place means.

    The nearest sentence with a fitting subject decides. Where two are fair, or another fitting
    name stands between, the answer is nobody (centering: Grosz, Joshi and Weinstein 1995,
    reduced to its safe cases).
    """

    def __init__(
        self,
        parsed: Parsed,
        actors: tuple[Actor, ...],
        sexes: Sexes,
        marks: tuple[Quotation, ...],
    ) -> None:
        self._parsed, self._sexes, self._marks = parsed, sexes, marks
        self._dead = _dead(parsed, actors)
        self._heard: set[str] = set()
        stations = _stations(parsed, actors)
        self._stations = [one for one in stations if not self._passed_over(one)]
        self._places = [one.at for one in self._stations]

    def of(self, pronoun: Token, said: Iterable[Stretch], like: str | None = None) -> Actor | None:
        """The one actor that a pronoun beside the words `said` can mean, else None.

        `like` is the pronoun that the words stand for, where they are none ("the statement").
        """
        word = like or pronoun.lower_
        if word not in _KINDS or self._quoted(pronoun.idx):
            return None
        content = tuple(said)
        rivals: set[str] = set()
        followed = word
        for _, sentence in groupby(
            self._before(pronoun, word, content), key=lambda one: one.sentence
        ):
            fitting = [one for one in sentence if one.word == followed or self._fits(one, word)]
            leading = {_identity(one): one for one in fitting if one.leads}
            if len(leading) > 1:
                return None
            if followed in leading:
                continue
            if leading:
                (identity, chosen), *_ = leading.items()
                sure = chosen.actor is not None and rivals <= {identity}
                return chosen.actor if sure and not self._stands_in(chosen, content) else None
            rivals |= {_identity(one) for one in fitting if one.actor or word in ("he", "she")}
        return self._only(rivals, pronoun, content) if word in ("he", "she") else None

    def lately(self, noun: Token, said: Iterable[Stretch], sex: str | None) -> Actor | None:
        """The one person whom the sentence before a noun tells of, as its subject; else None."""
        start = noun.sent.start
        if start == 0 or self._quoted(noun.idx):
            return None
        first, told = noun.doc[start - 1].sent, tuple(said)
        low, high = (bisect_left(self._places, at) for at in (first.start_char, noun.left_edge.idx))
        near = [
            one
            for one in self._stations[low:high]
            if not any(begin <= one.at < end for begin, end in told)
            and (one.actor is None or one.actor.kind == "person")
            and one.word not in ("it", "they")
        ]
        people = {_identity(one): one for one in near}
        (one,) = people.values() if len(people) == 1 else (None,)
        if one is None or one.actor is None or not one.leads or one.at >= noun.sent.start_char:
            return None
        fits = one.actor.named and one.actor.id not in self._dead
        return one.actor if fits and (sex is None or self._sexes.may_be(one.actor, sex)) else None

    def heard(self, noun: Token, actor: Actor | None) -> None:
        """Keep whom a noun or pronoun turned out to mean, for the pronouns that follow it."""
        if actor is not None:
            self._heard.add(actor.id)
        anchor = _anchor(noun)
        leads = _leads(noun) or anchor.dep_ not in _SUBJECTS or noun.dep_ == "appos"
        word = noun.lower_ if actor is not None else ""
        new = _Station(noun.idx, anchor.i, noun.sent.start, leads, word, actor)
        if self._passed_over(new):
            return
        at = bisect_left(self._places, noun.sent.start_char)
        while at < len(self._places) and self._places[at] < noun.sent.end_char:
            old = self._stations[at]
            if old.anchor == new.anchor or (actor is not None and old.actor == actor):
                self._stations[at] = replace(new, at=old.at)
                return
            at += 1
        at = bisect_left(self._places, new.at)
        self._stations.insert(at, new)
        self._places.insert(at, new.at)

    def turn_ended(self, start: int, end: int, speaker: str | None) -> bool:
        """Whether another person takes the stage, or too much is told, between two places."""
        between = self._parsed.report.text[start:end].split("\n")
        if sum(bool(line.strip()) for line in between[1:-1]) >= _TURN:
            return True
        first, last = bisect_left(self._places, start), bisect_left(self._places, end)
        return any(
            one.leads and one.actor is not None and one.actor.named
            for one in self._stations[first:last]
            if one.actor is not None and one.actor.kind == "person" and one.actor.id != speaker
        )

    def _before(self, pronoun: Token, word: str, said: tuple[Stretch, ...]) -> Iterator[_Station]:
        """The stations before a pronoun and outside what was said, the nearest first."""
        last = bisect_left(self._places, pronoun.idx)
        sentences: set[int] = set()
        for one in reversed(self._stations[max(0, last - _NEAR) : last]):
            sentences.add(one.sentence)
            if len(sentences) > _REACH[word]:
                return
            if not any(start <= one.at < end for start, end in said):
                yield one

    def _fits(self, one: _Station, word: str) -> bool:
        """Whether a station agrees with a pronoun in kind, number and sex, and could speak."""
        sex, actor = SEX_OF.get(word), one.actor
        if actor is None:
            return sex is not None and SEX_OF.get(one.word, sex) == sex
        if actor.kind not in _KINDS[word] or actor.id in self._dead:
            return False
        if sex is None:  # a body by common noun ("the nation") only where it spoke itself
            return actor.named or actor.id in self._heard
        return self._sexes.may_be(actor, sex)

    def _stands_in(self, chosen: _Station, said: tuple[Stretch, ...]) -> bool:
        """Whether somebody is spoken of by name in the words: then others say them."""
        assert chosen.actor is not None
        return any(
            start <= mention.start < end for mention in chosen.actor.mentions for start, end in said
        )

    def _only(self, rivals: set[str], pronoun: Token, said: tuple[Stretch, ...]) -> Actor | None:
        """The one person named before a pronoun whom no subject outranks."""
        if len(rivals) != 1:
            return None
        (identity,) = rivals
        last = bisect_left(self._places, pronoun.idx)
        for one in reversed(self._stations[max(0, last - _NEAR) : last]):
            if one.actor is not None and one.actor.id == identity:
                return None if self._stands_in(one, said) else one.actor
        return None

    def _passed_over(self, one: _Station) -> bool:
        """Whether a station stands in a quotation or outside the running text."""
        return self._quoted(one.at) or self._parsed.block_at(one.at) in ("heading", "caption")

    def _quoted(self, at: int) -> bool:
        return holding(self._marks, at) is not None


def _identity(one: _Station) -> str:
    return one.actor.id if one.actor is not None else one.word


def _dead(parsed: Parsed, actors: tuple[Actor, ...]) -> frozenset[str]:
    """Those who are told to have been killed: they say nothing more."""
    return frozenset(
        actor.id
        for actor in actors
        if actor.kind == "person"
        and actor.named
        and any(_is_killed(parsed, m) for m in actor.mentions)
    )


def _is_killed(parsed: Parsed, mention: Span) -> bool:
    return fate_of(parsed.tokens_of(mention)[-1]) == "killed"


def _stations(parsed: Parsed, actors: tuple[Actor, ...]) -> list[_Station]:
    """All stations; of a noun and its appositions only one: the named one, else the first."""
    best: dict[int, _Station] = {}
    for one in _candidates(parsed, actors):
        known = best.get(one.anchor)
        if known is None or _weight(one) > _weight(known):
            best[one.anchor] = one
    return sorted(best.values(), key=lambda one: (one.at, one.word))


def _weight(one: _Station) -> int:
    return 0 if one.actor is None else 2 if one.actor.named else 1


def _candidates(parsed: Parsed, actors: tuple[Actor, ...]) -> Iterator[_Station]:
    covered: set[int] = set()
    for actor in actors:
        for mention in actor.mentions:
            tokens = parsed.tokens_of(mention)
            head = tokens.root
            covered.update(range(tokens.start, tokens.end))
            if not _belongs(head):
                yield _station(head, mention.start, actor)
    for token in parsed.doc:
        if token.i in covered:
            continue
        pronoun = token.lower_ in _KINDS and token.dep_ in _SUBJECTS and _leads(token)
        personal = token.tag_ == "NN" and role_of(token) in _PERSONAL
        unknown = token.pos_ == "PROPN" and token.ent_type_ == "PERSON" and _leads(token)
        if pronoun or ((personal or unknown) and not _belongs(token)):
            yield _station(token, token.idx, None)


def _station(head: Token, at: int, actor: Actor | None) -> _Station:
    return _Station(at, _anchor(head).i, head.sent.start, _leads(head), head.lower_, actor)


def _anchor(noun: Token) -> Token:
    """The noun that an apposition is laid to, itself where it is none."""
    while noun.dep_ in ("appos", "flat") and noun.head.i != noun.i:
        noun = noun.head
    return noun


def _belongs(head: Token) -> bool:
    """Whether a mention is only a part of another name or post: "Berg spokesman"."""
    return head.dep_ in ("compound", "amod", "nmod")


def _leads(noun: Token) -> bool:
    """Whether a noun is the subject of a main clause, itself or as an apposition to it."""
    while noun.dep_ in ("appos", "conj", "compound", "flat") and noun.head.i != noun.i:
        noun = noun.head
    if noun.dep_ not in _SUBJECTS:
        return False
    verb = noun.head
    while verb.dep_ in ("conj", "aux") and verb.head.i != verb.i:
        verb = verb.head
    return verb.dep_ in ("ROOT", "parataxis", "dep")
