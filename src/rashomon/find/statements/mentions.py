"""Mentions: where a report names its actors, and whose a noun phrase is."""

from bisect import bisect_right

from rashomon.actor import Actor
from rashomon.find.actors.posts import role_of
from rashomon.find.parse import Parsed, Token
from rashomon.find.statements.subjects import phrase_start
from rashomon.report import Span

Spot = tuple[int, int, Actor]


class Mentions:
    """The mentions of all actors in reading order, to be asked whom a noun phrase names."""

    def __init__(self, parsed: Parsed, actors: tuple[Actor, ...]) -> None:
        self._parsed = parsed
        self.spots: list[Spot] = sorted(
            ((span.start, span.end, actor) for actor in actors for span in actor.mentions),
            key=lambda spot: (spot[0], -spot[1], spot[2].id),
        )
        self._starts = [spot[0] for spot in self.spots]

    def at(self, token: Token) -> Actor | None:
        """The actor whose mention covers the token; a named one wins."""
        at = bisect_right(self._starts, token.idx)
        near = self.spots[max(0, at - 6) : at]
        covering = [actor for start, end, actor in near if start <= token.idx < end]
        return next((one for one in covering if one.named), next(iter(covering), None))

    def named(self, noun: Token) -> Actor | None:
        """The actor of a noun phrase; a name in apposition to the noun comes first."""
        own = self.at(noun)
        if own is not None and own.named:
            return own
        first = phrase_start(noun)
        before = noun.doc[noun.left_edge.i - 2] if noun.left_edge.i >= 2 else noun
        apposed = [c for c in noun.children if c.dep_ in ("appos", "compound") and c.i > noun.i - 4]
        apposed += [c for c in noun.lefts if c.dep_ == "nmod" and c.nbor(1).text == ","]
        if first < noun.left_edge.i:
            apposed.append(before)
        for word in apposed:
            other = self.at(word)
            if other is None or not other.named:
                continue
            if other.kind == "person" or word.dep_ in ("appos", "nmod") or word is before:
                return other
        return self._renamed(noun) or self._bracketed(noun) or self._introduced(noun) or own

    def people(self) -> list[Actor]:
        """The named persons of the report, in the order of their first mention."""
        found = dict.fromkeys(actor for _, _, actor in self.spots)
        return [one for one in found if one.named and one.kind == "person"]

    def called(self, name: str) -> Actor | None:
        """The actor of that name."""
        return next((actor for _, _, actor in self.spots if actor.name == name), None)

    def others(
        self, one: Actor, between: tuple[int, int], said: tuple[tuple[int, int], ...]
    ) -> bool:
        """Whether another person is named between two places, or beside `one`, and not in words."""
        start = self._parsed.tokens_of(self._parsed.report.span(between[0], between[0] + 1))
        first = bisect_right(self._starts, start.root.sent.start_char - 1)
        near = self.spots[first : bisect_right(self._starts, between[1])]
        return any(
            actor.named and actor.kind == "person" and actor.id != one.id
            for at, _, actor in near
            if at < between[1] and not any(begin <= at < end for begin, end in said)
        )

    def near(self, actor: Actor, noun: Token) -> bool:
        """Whether an actor is mentioned in the sentence of a noun, or in the one before it."""
        first = noun.doc[max(0, noun.sent.start - 1)].sent.start_char
        return any(first <= one.start < noun.sent.end_char for one in actor.mentions)

    def phrase(self, noun: Token) -> Span:
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
        near = self.spots[max(0, bisect_right(self._starts, noun.idx) - 6) :][:6]
        named = [stop for start, stop, one in near if start <= noun.idx < stop and one.named]
        return self._parsed.span(doc[first].idx, max([end, *named]))

    def _renamed(self, noun: Token) -> Actor | None:
        """The name right before its apposition: "Full Name, her supplier, which said"."""
        over, comma = noun.head, noun.left_edge.i - 1
        if noun.dep_ != "appos" or over.i != comma - 1 or noun.doc[comma].text != ",":
            return None
        other = self.at(over)
        return other if other is not None and other.named else None

    def _introduced(self, noun: Token) -> Actor | None:
        """The person named behind a post and its body: "the head of the mill, Full Name, said"."""
        if role_of(noun) not in ("spokesman", "post", "kin", "people") or noun.tag_ != "NN":
            return None
        field = next((c for c in noun.rights if c.dep_ == "prep" and c.i == noun.i + 1), noun)
        for whom in (c for c in field.rights if c.dep_ == "pobj" and c.pos_ == "PROPN"):
            inside = any(c.dep_ == "compound" and c.tag_ == "NN" for c in whom.lefts)
            if inside and (other := self.at(whom)) is not None and other.kind == "person":
                return other  # "director of music Full Name said"
        doc, stop = noun.doc, noun.head.i if noun.head.i > noun.i else noun.sent.end - 1
        for token in doc[noun.i + 1 : min(stop, noun.i + 15)]:
            if token.text == "," and (other := self.at(doc[token.i + 1])) is not None:
                closed = _closed(doc[stop]) or doc[token.i + 1].right_edge.i + 1 < stop
                return other if other.named and other.kind == "person" and closed else None
        return None

    def _bracketed(self, noun: Token) -> Actor | None:
        """The name before a bracket and a comma: "Full Name (FN), the network of ..., said"."""
        doc, at = noun.doc, noun.left_edge.i - 1
        if at < 3 or doc[at].text != "," or doc[at - 1].text != ")":
            return None
        opened = next((i for i in range(at - 2, max(at - 8, 0), -1) if doc[i].text == "("), None)
        other = self.at(doc[opened - 1]) if opened else None
        return other if other is not None and other.named else None


def _closed(verb: Token) -> bool:
    """Whether what stands before a verb is an apposition that a comma closes."""
    before = verb.nbor(-1)
    return before.text == "," or before.dep_ in ("aux", "advmod")
