"""Pointing: whom "the spokesman", "the company" or "the union" means, by what the report tells."""

import re
from bisect import bisect_right
from functools import cache

from rashomon.actor import Actor
from rashomon.find.actors.posts import is_general, role_of, role_table
from rashomon.find.parse import Parsed, Token
from rashomon.find.statements.mentions import Spot
from rashomon.find.statements.outlets import is_outlet
from rashomon.words.names import fold, title_words

#: Labels of names that are places or peoples; no company or union is meant by them.
_PLACES = frozenset({"GPE", "NORP", "LOC"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
#: Nouns for bodies of any sort but companies and offices.
_GROUPS = frozenset({"group", "organisation", "organization"})
#: So many mentions before a noun are searched at most.
_NEAR = 60
#: So many words behind a name and its comma may tell what the body is.
_BEHIND = 8

#: So many characters beside a name may tell where the body sits.
_SEAT = 60
_PLACE = r"([A-Z][\w.]*(?: [A-Z][\w.]*){0,2})"
_BASED_BEFORE = re.compile(_PLACE + r"-based (?:\w+ ){0,3}$")
_BASED_BEHIND = re.compile(
    r"(?:, (?:which is |a company )?(?:based|headquartered) in |,? of |, in )" + _PLACE
)


@cache
def _sorts() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """The nouns of each sort of body, and the words in names that show it."""
    return tuple(
        (frozenset(sort.nouns), frozenset(map(fold, sort.words))) for sort in role_table().sort
    )


class Pointing:
    """The named actors of a report, to be asked which one a definite description means.

    A body is meant by a noun of its own sort: its name or a word beside its name shows that it
    is a company, a union. Of several the one last named as a subject is meant. Without such a
    sign it is the last body that spoke, as long as nothing shows it to be of another sort.
    """

    def __init__(self, parsed: Parsed, spots: list[Spot]) -> None:
        self._parsed, self._spots = parsed, spots
        self._starts = [spot[0] for spot in spots]
        self._sorts_of: dict[str, frozenset[int]] = {}
        self._places: dict[str, bool] = {}

    def person(self, noun: Token, spoke: list[Actor]) -> Actor | None:
        """The last person who is known in the role of that name; who spoke comes first.

        A word that belongs to the office ("the prime minister") belongs to the role, too.
        """
        office = {
            fold(c.text) for c in noun.lefts if c.dep_ == "amod" and c.lower_ in title_words()
        }
        role = {noun.lemma_.lower(), *office}
        suited = [a for a in self._before(noun) if a.kind == "person" and _plays(a, role)]
        heard = [a for a in spoke[::-1] if a.kind == "person" and _plays(a, role)]
        return next(iter([*heard, *suited]), None)

    def body(
        self, noun: Token, spoke: list[Actor], said: tuple[tuple[int, int], ...] = ()
    ) -> Actor | None:
        """The body that "the ministry", "the company", "the group" means, or None.

        A body that is named in the words `said` is spoken of and does not speak them.
        """
        lemma, general = noun.lemma_.lower(), is_general(noun)
        bare = not any(c.dep_ == "amod" for c in noun.lefts)
        before = [actor for actor in self._before(noun) if actor.kind == "organisation"]
        for actor in before:
            if lemma in fold(actor.name).split() and (actor.named or (bare and not general)):
                return actor
        if not general:
            return None
        seated = self._seated(noun)
        if seated is not None:
            return seated
        named = {a.id for start, _, a in self._spots if any(b <= start < e for b, e in said)}
        fitting = [a for a in self._of_sort(lemma) if a.id not in named]
        same = self._same_again(lemma, spoke, fitting)
        if bare and same is not None:
            return same
        others = [a for a in spoke if a.named and self._may_be(a, lemma) and a.id not in named]
        if not bare and len({a.id for a in (*fitting, *others)}) > 1:
            return None  # "the Oslo-based firm" tells more than we can check
        last = self._last_subject(noun, [*fitting, *others])
        if fitting and last not in fitting and not self._just_told(last, noun):
            last = self._last_subject(noun, fitting)
        return last or (fitting[0] if len(fitting) == 1 else None)

    def _same_again(self, lemma: str, spoke: list[Actor], fitting: list[Actor]) -> Actor | None:
        """The unnamed body of that noun which spoke since a fitting one: "the aid group"."""
        for actor in reversed(spoke):
            if not actor.named and fold(actor.name).split()[-1:] == [lemma]:
                return actor
            if actor in fitting:
                return None
        return None

    def _just_told(self, actor: Actor | None, noun: Token) -> bool:
        """Whether a body is named in the sentence before a noun."""
        start = noun.doc[max(0, noun.sent.start - 1)].sent.start_char
        return actor is not None and any(start <= m.start < noun.idx for m in actor.mentions)

    def _seated(self, noun: Token) -> Actor | None:
        """The one body that sits where "the Oslo-based firm" does: "Oslo-based Kestrel"."""
        seat = _seat(noun)
        if seat is None:
            return None
        text, found = self._parsed.report.text, dict[str, Actor]()
        for start, end, actor in self._spots:
            if actor.named and actor.kind == "organisation" and seat in _seats(text, start, end):
                found[actor.id] = actor
        return next(iter(found.values())) if len(found) == 1 else None

    def _of_sort(self, lemma: str) -> list[Actor]:
        """The named bodies of the report that are shown to be of the noun's sort."""
        number = next((at for at, (nouns, _) in enumerate(_sorts()) if lemma in nouns), None)
        found = dict.fromkeys(actor for _, _, actor in self._spots if actor.named)
        bodies = [a for a in found if a.kind == "organisation"]
        if number is None:
            return [a for a in bodies if self._is_group(a, lemma)]
        return [a for a in bodies if number in self._shown(a)]

    def _is_group(self, actor: Actor, lemma: str) -> bool:
        """Whether "the group" may be a body by what the report calls it: a watchdog, a charity."""
        called = self._called(actor)
        companies = next((nouns for nouns, _ in _sorts() if "company" in nouns), frozenset[str]())
        general = set(role_table().general)
        return lemma in _GROUPS and bool(called & general) and not called & companies

    def _last_subject(self, noun: Token, bodies: list[Actor]) -> Actor | None:
        """The one of the bodies that was last named as a subject before a noun."""
        last = bisect_right(self._starts, noun.idx - 1)
        for start, end, actor in reversed(self._spots[max(0, last - _NEAR) : last]):
            if actor in bodies and self._head(start, end).dep_ in _SUBJECTS:
                return actor
        return None

    def _head(self, start: int, end: int) -> Token:
        head = self._parsed.tokens_of(self._parsed.report.span(start, end)).root
        while head.dep_ in ("appos", "compound") and head.head.i != head.i:
            head = head.head
        return head

    def _may_be(self, actor: Actor, lemma: str) -> bool:
        """Whether nothing speaks against a body of a noun's sort."""
        if actor.kind != "organisation" or is_outlet(actor.name) or self.is_place(actor):
            return False
        shown = self._shown(actor)
        if shown and not self._is_group(actor, lemma):
            return any(lemma in _sorts()[number][0] for number in shown)
        called = self._called(actor)
        return not called or lemma in called or self._is_group(actor, lemma)

    def _shown(self, actor: Actor) -> frozenset[int]:
        """The sorts that an actor's name and the words beside its mentions show."""
        if actor.id not in self._sorts_of:
            words = set(fold(actor.name).split())
            nouns = self._called(actor)
            self._sorts_of[actor.id] = frozenset(
                number
                for number, (own, shows) in enumerate(_sorts())
                if (words & shows and words - shows) or nouns & own
            )
        return self._sorts_of[actor.id]

    def _called(self, actor: Actor) -> set[str]:
        """The nouns for bodies by which the report calls an actor."""
        return {noun for span in actor.mentions for noun in self._beside(span.start, span.end)}

    def _beside(self, start: int, end: int) -> list[str]:
        """The noun for a body right before a name, or in apposition behind it."""
        doc = self._parsed.doc
        mention = self._parsed.tokens_of(self._parsed.report.span(start, end))
        over = mention.root.head
        apposed = mention.root.dep_ in ("nmod", "appos") and over.tag_ == "NN"
        found = [over.lemma_.lower()] if apposed and role_of(over) == "body" else []
        before = doc[mention.start - 1] if mention.start else None
        if before is not None and before.text == "," and mention.start > 1:
            before = doc[mention.start - 2]  # "the watchdog, Clear Water Now, said"
            closed = mention.end < len(doc) and doc[mention.end].is_punct
            before = before if closed else None
        if before is not None and before.tag_ == "NN" and role_of(before) == "body":
            found.append(before.lemma_.lower())
        if mention.end < len(doc) and doc[mention.end].text == ",":
            for token in doc[mention.end + 1 : mention.end + _BEHIND]:
                if token.is_punct or token.tag_.startswith(("VB", "W", "IN")):
                    break
                owner = token.nbor(1).tag_ == "POS" if token.i + 1 < len(doc) else False
                if token.tag_ == "NN" and role_of(token) == "body" and not owner:
                    found.append(token.lemma_.lower())
        return found

    def is_place(self, actor: Actor) -> bool:
        """Whether every mention is labelled as a place or a people."""
        if actor.id not in self._places:
            labels = {self._parsed.tokens_of(span)[-1].ent_type_ for span in actor.mentions}
            self._places[actor.id] = labels <= _PLACES
        return self._places[actor.id]

    def _before(self, noun: Token) -> list[Actor]:
        """The actors mentioned before a token, the nearest first."""
        at = bisect_right(self._starts, noun.idx - 1)
        near = [spot for spot in self._spots[max(0, at - _NEAR) : at] if spot[1] <= noun.idx]
        return list(dict.fromkeys(spot[2] for spot in reversed(near)))


def _plays(actor: Actor, role: set[str]) -> bool:
    """Whether a person is known in a role, or is an unnamed one of that name ("Nato spokesman")."""
    words, own = set(fold(actor.role or "").split()), fold(actor.name).split()
    return role <= words or (not actor.named and role <= set(own) and own[-1] in role)


def _seat(noun: Token) -> str | None:
    """The place in "the Oslo-based firm" and "the New York company"; None where there is none."""
    named = [token for token in noun.lefts if token.ent_type_ == "GPE"]
    based = [c for b in noun.lefts if b.lower_ == "based" for c in b.subtree if c.pos_ == "PROPN"]
    words = [token.text for word in based[:1] or named[-1:] for token in word.subtree]
    return fold(" ".join(word for word in words if word[:1].isalpha())) or None


def _seats(text: str, start: int, end: int) -> set[str]:
    """The places that the words beside a name give for its seat."""
    before = _BASED_BEFORE.search(text[max(0, start - _SEAT) : start])
    behind = _BASED_BEHIND.match(text[end : end + _SEAT])
    return {fold(found.group(1)) for found in (before, behind) if found}
