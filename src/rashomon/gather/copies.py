"""Copies: reports that print the same text, and so are one origin and not several."""

import re
from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rashomon.gather.passages import Passage, Words, candidates, shared, words_of
from rashomon.report import Report, Span
from rashomon.story import Copy
from rashomon.words.agencies import agency_in
from rashomon.words.tables import table

#: A shared passage counts from so many words of the writer's own, and the passages of two
#: reports together make a copy from so many, most of a sentence: two reporters may hear the
#: same words and name the same offices, but they do not write the same.
_PASSAGE, _COPIED = 8, 16

#: Two reports are near copies where so much of each stands in the other, and two versions of
#: one text where so much of the shorter does.
_NEAR, _VERSION = 0.8, 0.3

#: Kinds from the strictest to the loosest.
_KINDS = ("exact", "version", "near", "wire")

#: A last line so short, in characters, that names an agency is a credit.
_LONGEST_CREDIT = 120


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """The table `data/boilerplate.toml`."""

    notices: tuple[str, ...]


def find_copies(reports: Sequence[Report]) -> tuple[Copy, ...]:
    """All copies among `reports`; their order makes no difference.

    `exact`: the same words in the same order. `near`: hardly changed. `version`: one outlet's
    earlier and later text. `wire`: passages that different outlets print alike, with the
    agency where a byline, a dateline or a credit names it. A shared quotation is no copy.
    """
    ordered = sorted(reports, key=lambda report: (report.published or "9999", report.id))
    texts = [words_of(report.text) for report in ordered]
    compared = (_compared(ordered[a], ordered[b], texts[a], texts[b]) for a, b in candidates(texts))
    pairs = [pair for pair in compared if pair]
    place = {report.id: number for number, report in enumerate(ordered)}
    versions = [pair for pair in pairs if pair.kind == "version"]
    printed = [pair for pair in pairs if pair.kind != "version"]
    found = [
        _copy(sorted(members, key=place.__getitem__), together)
        for alike in (versions, printed)
        for members, together in _connected(alike)
    ]
    return tuple(sorted(found, key=lambda copy: ([place[id] for id in copy.reports], copy.kind)))


def _copy(reports: Sequence[str], pairs: Sequence["_Pair"]) -> Copy:
    """What hangs together is one copy, of the loosest kind and the one agency that is named."""
    named = {pair.named for pair in pairs if pair.named}
    return Copy(
        reports=tuple(reports),
        kind=max((pair.kind for pair in pairs), key=_KINDS.index),
        shared=tuple(_each_once(spans for pair in pairs for spans in pair.spans)),
        named=named.pop() if len(named) == 1 else None,
    )


def _each_once(passages: Iterable[tuple[Span, Span]]) -> Iterator[tuple[Span, Span]]:
    """The passages that show words of either report which none before them has shown.

    Those of a copy's first report come first, so that many reports of one text are each set
    against it, and not all against all; what others share without it is kept too.
    """
    shown: dict[str, list[Span]] = defaultdict(list)
    for passage in passages:
        if any(_shows_more(span, shown[span.report]) for span in passage):
            for span in passage:
                insort(shown[span.report], span)
            yield passage


def _shows_more(span: Span, shown: Sequence[Span]) -> bool:
    """Whether any of a span lies outside of the `shown` ones of its report, which are sorted."""
    at = span.start
    for one in shown:
        if one.start > at:
            break
        at = max(at, one.end)
    return at < span.end


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two reports that share text."""

    reports: tuple[str, str]
    kind: str
    spans: tuple[tuple[Span, Span], ...]
    named: str | None


def _compared(a: Report, b: Report, in_a: Words, in_b: Words) -> _Pair | None:
    """What `a` and `b` share, or None where it is too little to be copied."""
    if in_a.words == in_b.words:
        passages = [Passage(0, 0, len(in_a.words))]
    else:
        passages = [one for one in shared(in_a, in_b) if _counts(one, a, in_a, in_b)]
        if sum(_own(passage, in_a, in_b) for passage in passages) < _COPIED:
            return None
    common = sum(passage.length for passage in passages)
    of_shorter = common / min(len(in_a.words), len(in_b.words))
    of_longer = common / max(len(in_a.words), len(in_b.words))
    if in_a.words == in_b.words:
        kind = "exact"
    elif _one_outlet(a, b):
        kind = "version"
    else:
        kind = "near" if of_longer >= _NEAR else "wire"
    # An outlet that repeats its own background tells nothing of where the rest came from.
    if kind == "version" and of_shorter < _VERSION:
        return None
    spans = tuple(
        (_span(a, in_a, one.a, one.length), _span(b, in_b, one.b, one.length)) for one in passages
    )
    return _Pair((a.id, b.id), kind, spans, _named(a, b))


def _counts(passage: Passage, a: Report, in_a: Words, in_b: Words) -> bool:
    """Whether a passage holds enough words of the writer's own, and is no notice."""
    if _own(passage, in_a, in_b) < _PASSAGE:
        return False
    printed = _span(a, in_a, passage.a, passage.length).exact.lower()
    return not any(notice in printed for notice in table("boilerplate", Boilerplate).notices)


def _own(passage: Passage, in_a: Words, in_b: Words) -> int:
    """How many words of a passage are the writer's own in both reports."""
    own_in_a = in_a.own[passage.a : passage.a + passage.length]
    own_in_b = in_b.own[passage.b : passage.b + passage.length]
    return sum(map(bool.__and__, own_in_a, own_in_b))


def _span(report: Report, words: Words, first: int, length: int) -> Span:
    """The span of a run of words, with the signs that open and close it."""
    start, end = words.places[first][0], words.places[first + length - 1][1]
    if start and report.text[start - 1] in '"“':
        start -= 1
    while end < len(report.text) and report.text[end] in '.!?,"”)':
        end += 1
    return report.span(start, end)


def _one_outlet(a: Report, b: Report) -> bool:
    if a.url and a.url == b.url:
        return True
    return bool(a.outlet and b.outlet and a.outlet.casefold() == b.outlet.casefold())


def _named(a: Report, b: Report) -> str | None:
    """The agency that either report names as the text's source; None where they differ."""
    named = {agency for agency in (_agency(a), _agency(b)) if agency}
    return named.pop() if len(named) == 1 else None


def _agency(report: Report) -> str | None:
    """The agency in author, outlet, dateline or closing credit; not one merely quoted."""
    told = [report.author or "", report.outlet or ""]
    for block in report.blocks:
        if block.kind == "dateline":
            words = report.text[block.start : block.end]
            # "ERIE, PA -" is no Press Association: in a dateline the agency stands in brackets.
            told += re.findall(r"\(([^()]*)\)", words) if words[-1] in "-–—" else [words]
    if report.blocks:
        last = report.text[report.blocks[-1].start : report.blocks[-1].end]
        told.append(last if len(last) <= _LONGEST_CREDIT else "")
    return next((agency for words in told if (agency := agency_in(words))), None)


def _connected(pairs: Sequence[_Pair]) -> Iterator[tuple[set[str], list[_Pair]]]:
    """The pairs in groups that hang together, each with the reports in it."""
    members: dict[str, set[str]] = {}
    for pair in pairs:
        a, b = (members.setdefault(report, {report}) for report in pair.reports)
        if a is not b:
            a |= b
            members.update(dict.fromkeys(b, a))
    held: dict[int, list[_Pair]] = defaultdict(list)
    for pair in pairs:
        held[id(members[pair.reports[0]])].append(pair)
    for together in held.values():
        yield members[together[0].reports[0]], together
