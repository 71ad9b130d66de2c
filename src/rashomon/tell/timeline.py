"""The timeline: dated happenings over all reports, in the words of the reports."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rashomon.account import TimelineEntry
from rashomon.event import Event
from rashomon.notes import Notes
from rashomon.report import Report, Span
from rashomon.when import Period
from rashomon.words.names import fold, titles

#: A timeline is read at a glance: so many entries, and one for two reports where there are more.
_ENTRIES = 20
#: A sentence is looked for no farther than this from the happening (characters).
_REACH = 400
#: Two sentences of one day tell one happening where so much of the shorter's words are shared:
#: less where the kinds of happening meet. Chosen by reading pairs of sentences in real reports.
_ALIKE, _UNLIKE = 0.35, 0.6
#: A longer stretch dates nothing; a window ("in the past two years") is still less telling.
_LONGEST, _LONGEST_WINDOW = timedelta(days=366), timedelta(days=31)
#: Words are compared by so many letters: enough to bring "derailed" and "derailment" together.
_LETTERS = 6

_END = re.compile(r"[.!?][”\"’']?(?=\s+[“\"‘'(]?[A-Z])|\n")
_WORD = re.compile(r"[^\W_]{4,}|\d+")


@dataclass(frozen=True, slots=True)
class _Told:
    """One sentence of one report that tells something dated."""

    kinds: frozenset[str]
    period: Period
    sentence: Span
    words: frozenset[str]


def make_timeline(notes: Sequence[Notes]) -> tuple[TimelineEntry, ...]:
    """One entry for each dated happening, by its first day; the text is its first source's words.

    What several reports tell of one day in much the same words is one entry that cites them
    all. Where there are too many, those that most reports tell are kept.
    """
    groups: list[list[_Told]] = []
    by_day: dict[tuple[str, str], list[list[_Told]]] = {}
    for told in (told for note in notes for told in _dated(note)):
        same_day = by_day.setdefault(_days(told.period), [])
        group = next((group for group in same_day if _same(group[0], told)), None)
        if group is None:
            group = []
            groups.append(group)
            same_day.append(group)
        group.append(told)
    groups.sort(key=_weight)
    kept = groups[: max(_ENTRIES, len(notes) // 2)]
    return tuple(sorted(map(_entry, kept), key=lambda e: (e.from_, e.to or "", e.citations)))


def _dated(note: Notes) -> Iterator[_Told]:
    """The sentences of a report that tell a happening of a known time, each by its shortest."""
    times = {time.id: time for time in note.times}
    unsure = {s.id for s in note.statements if s.stance in ("denies", "doubts", "expects")}
    kinds: dict[Span, set[str]] = {}
    periods: dict[Span, Period] = {}
    for event in note.events:
        period = times.get(event.time or "")
        if period is None or not _settled(period, note.report) or event.statement in unsure:
            continue
        sentence = _sentence(note.report, event)
        if sentence is not None:
            kinds.setdefault(sentence, set()).add(event.kind)
            known = periods.setdefault(sentence, period)
            periods[sentence] = min(known, period, key=_length)
    for sentence, period in periods.items():
        words = frozenset(word[:_LETTERS] for word in _WORD.findall(fold(sentence.exact)))
        yield _Told(frozenset(kinds[sentence]), period, sentence, words)


def _settled(period: Period, report: Report) -> bool:
    """Whether a period dates a happening: it has both ends and lies not ahead of its report."""
    if period.from_ is None or period.to is None or period.value.endswith("_REF"):
        return False
    longest = _LONGEST_WINDOW if period.precision == "rolling" else _LONGEST
    if _length(period) > longest or _runs_on(period, report):
        return False
    past = report.published is None or period.from_[:10] <= report.published[:10]
    return past or period.basis == "inferred"  # it was tomorrow already where it happened


def _runs_on(period: Period, report: Report) -> bool:
    """Whether "since" stretched the period to publication: that dates a state, no happening."""
    to_publication = period.to == (report.published or "")[:10]
    own = period.precision in ("day", "month", "year") and period.type == "DATE"
    return to_publication and own and not (period.to or "").startswith(period.value)


def _days(period: Period) -> tuple[str, str]:
    """First and last day of a settled period."""
    return (period.from_ or "")[:10], (period.to or "")[:10]


def _length(period: Period) -> timedelta:
    first, last = _days(period)
    return date.fromisoformat(last) - date.fromisoformat(first)


def _same(a: _Told, b: _Told) -> bool:
    """Whether two sentences of one day tell one happening, by the words that they share."""
    shared = len(a.words & b.words) / max(min(len(a.words), len(b.words)), 1)
    return shared >= (_ALIKE if a.kinds & b.kinds else _UNLIKE)


def _weight(group: list[_Told]) -> tuple[int, int, str, Span]:
    """Most reports first, then the shortest time, then the earliest."""
    first, last = _days(group[0].period)
    reports = {told.sentence.report for told in group}
    return -len(reports), int(first != last), first, group[0].sentence


def _entry(group: list[_Told]) -> TimelineEntry:
    first = group[0]
    return TimelineEntry(
        from_=first.period.from_ or "",
        to=first.period.to,
        precision=first.period.precision,
        text=first.sentence.exact,
        citations=tuple(told.sentence for told in group),
    )


def _sentence(report: Report, event: Event) -> Span | None:
    """The sentence around a happening; None for a heading, a caption or one without an end."""
    start, end = event.span.start, event.span.end
    block = next((b for b in report.blocks if b.start <= start < b.end), None)
    if block is not None and block.kind in ("heading", "caption", "dateline"):
        return None
    first = max(start - _REACH, block.start if block else 0)
    last = min(end + _REACH, block.end if block else len(report.text))
    ends = [m.end() for m in _END.finditer(report.text, first, last) if _is_end(report.text, m)]
    before = [e for e in ends if e <= start]
    after = [e for e in ends if e >= end]
    closed = after[0] if after else (last if block and last == block.end else len(report.text))
    if closed - end > _REACH:
        return None
    begin = before[-1] if before else first
    if not before and begin == start - _REACH and begin > 0:
        return None
    lead = len(report.text[begin:closed]) - len(report.text[begin:closed].lstrip())
    return report.span(begin + lead, begin + len(report.text[begin:closed].rstrip()))


def _is_end(text: str, match: re.Match[str]) -> bool:
    """Whether a stop ends a sentence: not behind a title, an initial or an abbreviation."""
    if match.group().isspace():
        return True
    words = text[max(0, match.start() - 24) : match.start()].split()
    word = words[-1] if words else ""
    return not (len(word) == 1 or "." in word or fold(word) in titles())
