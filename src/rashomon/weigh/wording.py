"""Wording: one quotation that two reports print with different words inside the marks."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from itertools import chain, combinations

from rashomon.notes import Notes
from rashomon.report import Report, Span
from rashomon.weigh.origins import Sources
from rashomon.words.names import fold

#: A quotation shorter than this many words is too common to be recognised.
_SHORTEST = 3
#: A sentence of a quotation shorter than this (words) is compared only as part of the whole.
_SHORTEST_SENTENCE = 6
#: At least this share of the words must be the same for two passages to be one quotation.
_SAME = 0.65
#: As many words of weight must be the same: "pockets of" alone recognises nothing.
_SAME_WEIGHTY = 2
_SAME_MANY = 6  # so many of any words are no chance either
_WEIGHTY = 4  # letters: shorter words are mostly grammar

#: Only so many quotations of one speaker are compared, so that cost stays bounded.
_MOST = 200
#: Two quotations are one, whoever is named for them, where so many words in a row are the same:
#: "the group" says in one place what its website says in another.
_RUN = 6
#: Words put in or left out move the rest of a quotation by no more than so many.
_SHIFT = 6
#: Only so many quotations with one such run are compared.
_MOST_OF_RUN = 6

# A straight mark before a letter opens the next paragraph of a quotation that was never closed.
_QUOTED = re.compile(r'[“"]([^“”"]{8,600})(?:(?="\w)|[”"])')
#: Where the sentences of a quotation part.
_STOPS = re.compile(r"[.!?…;]+|\.\.\.")
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")


_BRACKETED = re.compile(r"[\[\]()]")
#: British endings and the American ones that stand for them.
_SPELLINGS = (
    ("is(e|ed|es|ing|ation|ations)$", r"iz\1"),
    ("ys(e|ed|es|ing)$", r"yz\1"),
    ("(?<=[a-z]{2})our", "or"),
    ("ll(?=e|i)", "l"),
    ("ae|oe", "e"),
    ("tre(s?)$", r"ter\1"),
    ("ence$", "ense"),
    ("ogue", "og"),
    ("mme(s?)$", r"m\1"),
)

#: The words of a passage, each folded and with its start and end in the text.
Words = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words inside one pair of quotation marks, or of a sentence there, with who said them."""

    report: Report
    origin: str
    speaker: str
    words: Words

    def span(self, first: int, last: int) -> Span:
        """The span from word `first` to word `last`, both included."""
        return self.report.span(self.words[first][1], self.words[last][2])


@dataclass(frozen=True, slots=True)
class Altered:
    """One quotation in two wordings: the passages that correspond, and the words that differ.

    `speaker` names both where two reports name two.
    """

    speaker: str
    one: Span
    other: Span
    differing_one: tuple[Span, ...]
    differing_other: tuple[Span, ...]


def altered_quotations(notes: Sequence[Notes], sources: Sources) -> list[Altered]:
    """Quotations of one speaker that two reports print with different words; each once, however
    many reports print the one wording or the other."""
    quotations = list(_quotations(notes, sources))
    found: dict[tuple[str, ...], Altered] = {}
    for one, other in chain(_of_one_speaker(quotations), _of_one_run(quotations)):
        if not _meet(one, other) and _recognised(one, other):
            altered = _altered(*sorted((one, other), key=lambda q: len(q.words)))
            if altered is not None:
                spans = (*altered.differing_one, *altered.differing_other)
                found.setdefault(tuple(sorted(fold(span.exact) for span in spans)), altered)
    return list(found.values())


def _of_one_speaker(quotations: Iterable[Quotation]) -> Iterator[tuple[Quotation, Quotation]]:
    """The pairs of quotations of each speaker in two reports; in one, a speaker may say two things
    in like words."""
    by_origin: dict[str, list[Quotation]] = defaultdict(list)
    for quotation in quotations:
        by_origin[quotation.origin].append(quotation)
    for _, told in sorted(by_origin.items()):
        pairs = combinations(told[:_MOST], 2)
        yield from (pair for pair in pairs if pair[0].report.id != pair[1].report.id)


def _of_one_run(quotations: Iterable[Quotation]) -> Iterator[tuple[Quotation, Quotation]]:
    """The pairs of quotations of two reports, of whomever, that share a long run of words."""
    seen: set[tuple[int, int]] = set()
    by_run: dict[tuple[str, ...], list[Quotation]] = defaultdict(list)
    for quotation in quotations:
        words = [word for word, _, _ in quotation.words]
        for at in range(len(words) - _RUN + 1):
            by_run[tuple(words[at : at + _RUN])].append(quotation)
    for _, told in sorted(by_run.items()):
        for one, other in combinations(told[:_MOST_OF_RUN], 2):
            pair = (id(one), id(other))
            if one.report.id != other.report.id and pair not in seen:
                seen.add(pair)
                yield one, other


def _quotations(notes: Sequence[Notes], sources: Sources) -> Iterator[Quotation]:
    for note in notes:
        if note.report.translation is not None:
            continue
        for statement in note.statements:
            origin = sources.by_statement.get(statement.id)
            if origin is None:
                continue
            for match in _QUOTED.finditer(
                note.report.text, statement.span.start, statement.span.end
            ):
                for words in _passages(note.report, match.start(1), match.end(1)):
                    yield Quotation(
                        report=note.report,
                        origin=origin,
                        speaker=statement.speaker.name or "",
                        words=words,
                    )


def _passages(report: Report, start: int, end: int) -> Iterator[Words]:
    """The words of a quotation, and those of each of its sentences where it has several."""
    words = tuple(
        (fold(word.group()), word.start(), word.end())
        for word in _WORD.finditer(report.text, start, end)
    )
    if len(words) >= _SHORTEST:
        yield words
    stops = [stop.end() for stop in _STOPS.finditer(report.text, start, end)]
    if len(stops) > 1 or (stops and words and stops[0] < words[-1][1]):
        for first, last in zip([start, *stops], [*stops, end], strict=True):
            sentence = tuple(word for word in words if first <= word[1] < last)
            if _SHORTEST_SENTENCE <= len(sentence) < len(words):
                yield sentence


def _meet(one: Quotation, other: Quotation) -> bool:
    """Whether two passages share words of one report: a quotation and a sentence of it."""
    if one.report.id != other.report.id:
        return False
    return one.words[0][1] < other.words[-1][2] and other.words[0][1] < one.words[-1][2]


def _recognised(one: Quotation, other: Quotation) -> bool:
    """Whether two passages have words enough in common to be looked at."""
    theirs = {word[0] for word in other.words}
    return _are_telling([word[0] for word in one.words if word[0] in theirs])


def _are_telling(same: Sequence[str]) -> bool:
    weighty = sum(len(word) >= _WEIGHTY for word in same)
    return weighty >= _SAME_WEIGHTY or len(same) >= _SAME_MANY


def _in_step(blocks: Sequence[Match]) -> list[Match]:
    """The equal stretches that lie as far apart in both passages as the longest one: "the" of
    another sentence is no part of the quotation."""
    main = max(blocks, key=lambda block: block.size, default=None)
    if main is None:
        return []
    return [each for each in blocks if abs((each.b - each.a) - (main.b - main.a)) <= _SHIFT]


def _altered(short: Quotation, long: Quotation) -> Altered | None:
    """The passage of `long` that corresponds to `short`, where words inside it differ.

    A quotation that is merely cut at its ends, or printed alike, is none.
    """
    ours = [word[0] for word in short.words]
    theirs = [word[0] for word in long.words]
    matcher = SequenceMatcher(a=ours, b=theirs, autojunk=False)
    blocks = _in_step([block for block in matcher.get_matching_blocks() if block.size])
    same = [word for block in blocks for word in ours[block.a : block.a + block.size]]
    if not blocks or len(same) < _SAME * len(ours) or not _are_telling(same):
        return None
    # The passage starts as many words before the first match as ours does, likewise at its end.
    first = max(0, blocks[0].b - blocks[0].a)
    last = min(
        len(theirs) - 1,
        blocks[-1].b + blocks[-1].size - 1 + len(ours) - blocks[-1].a - blocks[-1].size,
    )
    passage = theirs[first : last + 1]
    inner = SequenceMatcher(a=ours, b=passage, autojunk=False)
    replaced = [
        (short.span(a, b - 1), long.span(first + c, first + d - 1))
        for kind, a, b, c, d in inner.get_opcodes()
        if kind == "replace"
    ]
    replaced = [pair for pair in replaced if not _is_editing(short.report, long.report, *pair)]
    if not replaced or len(passage) > 2 * len(ours) or inner.ratio() < _SAME:
        return None
    return Altered(
        speaker=" and ".join(dict.fromkeys((short.speaker, long.speaker))),
        one=short.span(0, len(ours) - 1),
        other=long.span(first, last),
        differing_one=tuple(one for one, _ in replaced),
        differing_other=tuple(other for _, other in replaced),
    )


def _is_editing(one_report: Report, other_report: Report, one: Span, other: Span) -> bool:
    """Whether two readings differ by an editor's hand that alters nothing: another spelling, or
    words put in brackets for the reader."""
    bracketed = (
        _BRACKETED.search(report.text[max(0, span.start - 1) : span.end + 1])
        for report, span in ((one_report, one), (other_report, other))
    )
    return _spelled(one.exact) == _spelled(other.exact) or any(bracketed)


def _spelled(words: str) -> str:
    """Words without what British and American spelling, hyphens and spaces make of them."""
    text = re.sub(r"[\W_]+", "", fold(words))
    for british, american in _SPELLINGS:
        text = re.sub(british, american, text)
    return text
