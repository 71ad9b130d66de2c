"""Answers: a figure with all that is needed to compare it, looked up once."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from rashomon.account import Origin
from rashomon.figure import Bounds, Figure
from rashomon.notes import Notes
from rashomon.report import Report
from rashomon.weigh.frames import frame_key
from rashomon.weigh.origins import Sources
from rashomon.weigh.setting import Setting, block_of
from rashomon.when import Period
from rashomon.where import Place, same_place
from rashomon.words.tables import table

#: What stands before a place where something was; "US aircraft" were anywhere.
_LOCATED = re.compile(
    r"\b(?:in|at|near|outside|across|of|around|inside|on|for)\s+(?:the\s+)?$", re.IGNORECASE
)
#: So far (characters) before a place such a word is looked for.
_LONGEST_LINK = 20


@dataclass(frozen=True, slots=True)
class Happening:
    """A kind of happening in `data/happenings.toml`, with the nouns that tell of it."""

    name: str
    nouns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Happenings:
    """The part of `data/happenings.toml` that holds kinds of happenings."""

    kinds: tuple[Happening, ...]


@dataclass(frozen=True, slots=True)
class Unlike:
    """The part of `data/linking.toml` with the happenings that are never another one's name."""

    unlike: tuple[str, ...]


@cache
def _happened_there() -> re.Pattern[str]:
    """A noun of happening right behind a place: "the Kunduz air strike"."""
    nouns = sorted(noun for kind in table("happenings", Happenings).kinds for noun in kind.nouns)
    return re.compile(rf" (?:{'|'.join(map(re.escape, nouns))})\b")


#: Words that add a count to another.
_FURTHER = re.compile(r"\b(?:more|another|further|additional)\b(?! than\b)", re.I)
#: Two figures so near (characters) are told in one breath.
_BESIDE = 80

Named = TypeVar("Named", Place, Period)


@dataclass(frozen=True, slots=True)
class Answer:
    """One figure of one report with its place, its period and the origin behind it.

    `place` and `period` are None where they are the story's own. `where` is the place in words;
    it names both places of "in Syria and Iraq", of which neither alone is the figure's place.
    `is_other` marks a figure of another place or time than the story's; `is_further` one that
    adds to a count told before ("eight more bodies"), `is_recalled` one of a happening that no
    other report tells ("the earthquake killed 42", where all else is of a flood),
    `is_one_of_several` one of several numbers that its report gives for one deed or attribute: it
    may be of another thing than theirs. `twins` repeat the figure in another unit ("770 km (about
    500 miles)").
    """

    figure: Figure
    report: Report
    place: Place | None
    where: str | None
    period: Period | None
    origin: Origin
    is_other: bool = False
    is_recalled: bool = False
    is_further: bool = False
    is_one_of_several: bool = False
    twins: tuple[str, ...] = ()


def answers_of(notes: Sequence[Notes], sources: Sources, setting: Setting) -> Iterator[Answer]:
    """The figures of all reports as answers, report by report, in reading order."""
    lone = _lone_kinds(notes)
    for note in notes:
        recalled = {id for e in note.events if e.kind in lone for id in e.figures}
        places = {place.id: place for place in note.places}
        periods = {period.id: period for period in note.times}
        twins: dict[str, list[str]] = defaultdict(list)
        several: dict[tuple[str | None, ...], set[Bounds]] = defaultdict(set)
        for figure in note.figures:
            if figure.same_as is not None:
                twins[figure.same_as].append(figure.id)
            else:
                several[_told(figure)].add(figure.bounds)
        for figure in note.figures:
            if figure.same_as is not None:
                continue
            stated = places.get(figure.place or "") if figure.place_basis == "explicit" else None
            others = [each for each in note.places if not _is_beside(each, note, setting)]
            place = stated or _apart(figure, note, others, setting.is_elsewhere)
            dated = periods.get(figure.period or "") if figure.period_basis == "explicit" else None
            period = dated or _apart(figure, note, note.times, setting.is_past)
            yield Answer(
                figure=figure,
                report=note.report,
                place=place,
                where=_in_words(place or places.get(figure.place or ""), note),
                period=period,
                origin=sources.behind(figure.span, figure.statement, figure.speaker),
                is_other=(place is not None and setting.is_elsewhere(place))
                or (period is not None and setting.is_past(period))
                or figure.id in recalled,
                is_recalled=figure.id in recalled,
                is_further=_is_further(figure, note),
                is_one_of_several=len(several.get(_told(figure), ())) > 1,
                twins=tuple(twins[figure.id]),
            )


def _told(figure: Figure) -> tuple[str | None, ...]:
    """What one voice of a report tells one number of, if it speaks of one thing."""
    named = frame_key(figure) or figure.action
    thing = (named, figure.kind, figure.unit, figure.population, figure.of)
    return (*thing, figure.place, figure.period, figure.speaker)


def _lone_kinds(notes: Sequence[Notes]) -> frozenset[str]:
    """The kinds of happening, of those that are never another one's name, that one report alone
    tells of: what all reports tell of is something else."""
    told = Counter(kind for note in notes for kind in {event.kind for event in note.events})
    if len(notes) < 2 or max(told.values(), default=0) < 2:
        return frozenset()
    unlike = table("linking", Unlike).unlike
    return frozenset(kind for kind in unlike if told[kind] == 1)


def _is_further(figure: Figure, note: Notes) -> bool:
    """Whether a figure counts those who come on top of others of the same fate.

    "Killed 50 and injured hundreds more" counts all the injured: the others met another fate.
    """
    if _FURTHER.search(figure.span.exact) is None:
        return False
    before = [each for each in note.figures if each.span < figure.span]
    beside = bool(before) and figure.span.start - before[-1].span.end < _BESIDE
    return not (beside and before[-1].action != figure.action)


def _apart(
    figure: Figure,
    note: Notes,
    named: Sequence[Named],
    is_apart: Callable[[Named], bool],
) -> Named | None:
    """The last place or period named before the figure in its paragraph, where it lies apart.

    A paragraph that recalls another event names its place or year once and then counts on; a
    heading ("Bridge fire: 13 dead") belongs to what it heads.
    """
    start, end = block_of(note.report, figure.span.start)
    heads = end > figure.span.end and "\n" in note.report.text[figure.span.end : end]
    last = end if heads else figure.span.end
    near = [each for each in named if start <= each.span.start < last and _is_located(each, note)]
    return near[-1] if near and is_apart(near[-1]) else None


def _is_beside(place: Place, note: Notes, setting: Setting) -> bool:
    """Whether a sentence about the story's own place only sets another one beside it: "Arden, the
    nearest port to Belmark, ..."."""
    if setting.place is None or not setting.is_elsewhere(place):
        return False
    text, at = note.report.text, place.span.start
    start = max(text.rfind(end, 0, at) for end in (". ", "\n")) + 1
    return any(
        same_place(each, setting.place) and not _is_located(each, note)
        for each in note.places
        if start <= each.span.start < at
    )


def _is_located(setting: Place | Period, note: Notes) -> bool:
    """Whether words put something at a place; a time needs none, and "US aircraft" are anywhere.

    "The Kunduz strike" was there.
    """
    if isinstance(setting, Period):
        return True
    text, at = note.report.text, setting.span.start
    before = _LOCATED.search(text, max(0, at - _LONGEST_LINK), at)
    return bool(before or _happened_there().match(text, setting.span.end))


def _in_words(place: Place | None, note: Notes) -> str | None:
    """The name of a place, with that of one joined to it by "and"."""
    if place is None:
        return None
    text = note.report.text
    for other in note.places:
        first, second = sorted((place, other), key=lambda each: each.span)
        between = text[first.span.end : second.span.start]
        if first.span.end < second.span.start and between.strip() in ("and", "and the", ", and"):
            return f"{first.name} and {second.name}"
    return place.name
