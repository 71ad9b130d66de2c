"""The timeline: dated happenings over all reports, in the words of the reports."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rashomon.account import TimelineEntry
from rashomon.event import Event
from rashomon.notes import Notes
from rashomon.report import Report, Span
from rashomon.versions import Versions
from rashomon.when import Period
from rashomon.words.names import fold
from rashomon.words.sentences import sentence_ends
from rashomon.words.tables import table

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
#: So many entries of a day stand before the second of another; a sentence of fewer words than
#: these is no likelier to be the news for its shortness.
_A_DAY, _SHORT = 2, 12

#: What is denied, doubted or only expected did not happen, or not yet.
_UNSURE = frozenset(("denies", "doubts", "expects"))
#: What lies longer before the first report is history, and no longer the story itself.
_EVE = timedelta(days=31)
#: Where in its day a TIMEX3 value lies: parts of the day among the clock times.
_HOURS = {"MO": "06:00", "MI": "12:00", "AF": "13:00", "EV": "18:00", "NI": "21:00"}

_WORD = re.compile(r"[^\W_]{4,}|\d+")


@dataclass(frozen=True, slots=True)
class _Told:
    """One sentence of one report that tells something dated."""

    kinds: frozenset[str]
    period: Period
    sentence: Span
    words: frozenset[str]
    aside: bool


@dataclass(frozen=True, slots=True)
class Asides:
    """The table `data/timeline.toml`."""

    pointing: tuple[str, ...]
    mentioning: tuple[str, ...]


def make_timeline(notes: Sequence[Notes]) -> tuple[TimelineEntry, ...]:
    """One entry for each dated happening, by its time; the text is its first source's words.

    What several reports tell of one day in much the same words is one entry that cites them
    all. Where there are too many, those are kept that most reports tell, then those of the days
    that most reports name, in words that most reports use; no day has more than a few before
    every other has its own (after Tran et al. 2013 and Ghalandari and Ifrim 2020, who rank days
    by mentions and sentences by centrality). Earlier history is at most a third of the entries
    (but one always may be), and none that is only mentioned.
    """
    versions = Versions.of(note.report for note in notes)
    newest = [note for note in notes if versions.is_newest(note.report.id)]
    groups = _ranked(_grouped(told for note in newest for told in _dated(note)), newest)
    begin = min((n.report.day for n in notes if n.report.day), default=None)
    story = [group for group in groups if not _is_history(group[0], begin)]
    story = story[: max(_ENTRIES, len(notes) // 2)]
    history = [g for g in groups if _is_history(g[0], begin) and not g[0].aside]
    kept = [*story, *history[: max(len(story) // 2, 1)]]
    return tuple(_entry(group) for group in sorted(kept, key=_place))


def _grouped(found: Iterable[_Told]) -> list[list[_Told]]:
    """What tells one happening of one day, together; what can stand alone first."""
    groups: list[list[_Told]] = []
    by_day: dict[tuple[str, str], list[list[_Told]]] = {}
    for told in found:
        same_day = by_day.setdefault(_days(told.period), [])
        group = next((group for group in same_day if _same(group[0], told)), None)
        if group is None:
            group = []
            groups.append(group)
            same_day.append(group)
        group.append(told)
    return [sorted(group, key=lambda told: told.aside) for group in groups]


def _is_history(told: _Told, begin: date | None) -> bool:
    """Whether a happening lies before the days of the story, by its first report."""
    return begin is not None and _days(told.period)[1] < str(begin - _EVE)


def _place(group: list[_Told]) -> tuple[str, str, str, Span]:
    """Days in order, within a day what has no hour first, then by the clock."""
    period = group[0].period
    first, last = _days(period)
    hour = period.value.partition("T")[2][:5] if period.type == "TIME" else ""
    return first, _HOURS.get(hour, hour), last, group[0].sentence


def _dated(note: Notes) -> Iterator[_Told]:
    """The sentences of a report that tell a happening of a known time, each by its shortest."""
    times = {time.id: time for time in note.times}
    unsure = {s.id for s in note.statements if s.stance in _UNSURE or s.directness == "direct"}
    kinds: dict[Span, set[str]] = {}
    dates: dict[Span, tuple[bool, Period]] = {}
    for event in note.events:
        period = times.get(event.time or "")
        if period is None or not _settled(period, note.report) or event.statement in unsure:
            continue
        sentence = _sentence(note.report, event, period)
        if sentence is not None:
            kinds.setdefault(sentence, set()).add(event.kind)
            date_ = _is_aside(sentence, event), period
            dates[sentence] = min(dates.get(sentence, date_), date_, key=_telling)
    for sentence, (aside, period) in dates.items():
        words = frozenset(word[:_LETTERS] for word in _WORD.findall(fold(sentence.exact)))
        yield _Told(frozenset(kinds[sentence]), period, sentence, words, aside)


def _telling(date_: tuple[bool, Period]) -> tuple[bool, timedelta]:
    """What the sentence tells dates it before what it mentions, then the shortest time."""
    return date_[0], _length(date_[1])


def _is_aside(sentence: Span, event: Event) -> bool:
    """Whether a sentence points back to another, or only mentions the happening."""
    words = table("timeline", Asides)
    before = sentence.exact[: event.span.start - sentence.start].lower()
    if before.startswith(tuple(f"{word} " for word in words.pointing)):
        return True
    clause = re.split(r"[,;:(]", before)[-1]
    return not set(words.mentioning).isdisjoint(clause.split())


def _settled(period: Period, report: Report) -> bool:
    """Whether a period dates a happening: it has both ends and lies not ahead of its report."""
    if period.from_ is None or period.to is None or period.value.endswith("_REF"):
        return False
    longest = _LONGEST_WINDOW if period.precision == "rolling" else _LONGEST
    if _length(period) > longest or _runs_on(period, report):
        return False
    return report.published is None or period.from_[:10] <= report.published[:10]


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


def _ranked(groups: Iterable[list[_Told]], notes: Sequence[Notes]) -> list[list[_Told]]:
    """The happenings, those first that a timeline must have, and no day with many before others."""
    every = list(groups)
    named = _naming(notes)
    shared = _sharing(told for group in every for told in group)

    def weight(group: list[_Told]) -> tuple[int, bool, int, int, float, str, Span]:
        """Most reports, what stands alone, the shortest time, the day most named, the likest."""
        told, (first, last) = group[0], _days(group[0].period)
        central = sum(shared[word] for word in told.words) / max(len(told.words), _SHORT)
        reports = {each.sentence.report for each in group}
        own = int(first != last), -named[first] if first == last else 0
        return -len(reports), told.aside, *own, -central, first, told.sentence

    before: Counter[str] = Counter()
    ranked: list[tuple[int, int, list[_Told]]] = []
    for place, group in enumerate(sorted(every, key=weight)):
        day = _days(group[0].period)[0]
        ranked.append((before[day] // _A_DAY, place, group))
        before[day] += 1
    return [group for _, _, group in sorted(ranked, key=lambda each: each[:2])]


def _naming(notes: Sequence[Notes]) -> Counter[str]:
    """How many reports name each day."""
    days = ({first for first, last in map(_days, note.times) if first == last} for note in notes)
    return Counter(day for named in days for day in named)


def _sharing(found: Iterable[_Told]) -> Counter[str]:
    """In the dated sentences of how many reports each word stands."""
    words = {(word, told.sentence.report) for told in found for word in told.words}
    return Counter(word for word, _ in words)


def _entry(group: list[_Told]) -> TimelineEntry:
    first = group[0]
    return TimelineEntry(
        from_=first.period.from_ or "",
        to=first.period.to,
        precision=first.period.precision,
        text=first.sentence.exact,
        citations=tuple(told.sentence for told in group),
    )


def _sentence(report: Report, event: Event, period: Period) -> Span | None:
    """The sentence of a happening and its time; None for one without both, or without an end.

    Headings, captions and datelines tell no sentence; nor do quotes, which are others' words.
    """
    start, end = event.span.start, event.span.end
    block = next((b for b in report.blocks if b.start <= start < b.end), None)
    if block is not None and block.kind not in ("paragraph", "list"):
        return None
    first = max(start - _REACH, block.start if block else 0)
    last = min(end + _REACH, block.end if block else len(report.text))
    ends = list(sentence_ends(report.text, first, last))
    before = [e for e in ends if e <= start]
    if not before and first == start - _REACH and first > 0:
        return None
    begin = before[-1] if before else first
    closed = next((e for e in ends if e >= end), None)
    if closed is None:
        if last == end + _REACH and last < len(report.text):
            return None
        closed = last
    words = report.text[begin:closed]
    found = report.span(closed - len(words.lstrip()), begin + len(words.rstrip()))
    return found if found.holds(period.span) else None
