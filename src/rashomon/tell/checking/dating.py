"""Dating: the dates and times of day of a sentence, held to those that it cites."""

from collections.abc import Iterator, Sequence

from rashomon.tell.checking.contrast import rival
from rashomon.tell.checking.days import Day
from rashomon.tell.checking.entailed import entailed_weekdays
from rashomon.tell.checking.fault import Fault
from rashomon.tell.checking.passage import Passage
from rashomon.tell.checking.reading import Reading

#: Parts of the day in looser words.
_HOURS = {"night": "late", "evening": "late", "morning": "early", "dawn": "early"}
#: The hours, of 24, that a part of the day certainly holds.
_PARTS = {"morning": range(5, 12), "afternoon": range(12, 18), "evening": range(18, 23)}


def day_faults(said: Passage, cited: Sequence[Passage]) -> Iterator[Fault]:
    """The dates of a sentence that no cited one carries, or that belong to something else."""
    every = [(passage.reading, each) for passage in cited for each in passage.days]
    for day in said.days:
        reason = _wrong(said.reading, day, said.days, every)
        if reason is not None:
            words = said.reading.text[day.start : day.end]
            yield Fault(start=day.start, end=day.end, kind="date", words=words, reason=reason)


def _wrong(
    said: Reading, day: Day, mine: Sequence[Day], every: Sequence[tuple[Reading, Day]]
) -> str | None:
    same = [(reading, each) for reading, each in every if _fits(day, each)]
    if not same and (_is_hour(day, every) or _is_reckoned(day, every)):
        return None
    if not same and day.kind in ("prior", "once"):
        return None if _is_apart(day, every) else "no cited passage tells this span of time"
    if not same:
        return "no cited passage holds this date or time"
    sides = {each.side for _, each in same}
    if day.side and day.side not in sides and sides & {"since", "until"}:
        return f"the cited passage says {sorted(sides - {''})[0]} then"
    if day.kind != "day" and not any(day.says <= each.says for _, each in same):
        return None  # reckoned from the day of publication
    found = rival(said, day, mine, every, _fits, _competes)
    if found is None:
        return None
    reading, other = found
    return f"the cited passage says {reading.text[other.start : other.end]} of this"


def _is_apart(day: Day, every: Sequence[tuple[Reading, Day]]) -> bool:
    """Whether the dates of the passages may be so far apart as "the year before" says."""
    facts = {fact for _, each in every for fact in each.says | each.may}
    if day.kind == "once":
        return not any(each.kind == "once" for _, each in every) or ("length", day.value) in facts
    told = {value for kind, value in facts if kind == day.value}
    return len(told) > 1 or ("length", f"last {day.value}") in facts or day.value == "day"


def _is_hour(day: Day, every: Sequence[tuple[Reading, Day]]) -> bool:
    """Whether "late on Tuesday" is Tuesday night, and 9am the morning."""
    if day.kind != "part":
        return False
    word, hours = _HOURS.get(day.value), _PARTS.get(day.value, range(0))
    clocks = [each.value for _, each in every if each.kind == "clock"]
    return any(word in reading.lows for reading, _ in every) or any(
        int(clock.partition(":")[0]) in hours for clock in clocks
    )


def _is_reckoned(day: Day, every: Sequence[tuple[Reading, Day]]) -> bool:
    """Whether a passage names the weekday by its distance from another: "a day after"."""
    if day.kind == "year" and any(each.kind == "prior" for _, each in every):
        return any(("year", str(int(day.value) + 1)) in each.says for _, each in every)
    named: dict[str, list[str]] = {}
    for reading, each in every:
        if each.kind == "weekday":
            named.setdefault(reading.text, []).append(each.value)
    return day.kind == "weekday" and any(
        day.value in entailed_weekdays(text, values) for text, values in named.items()
    )


def _competes(day: Day, other: Day) -> bool:
    return other.kind == day.kind


def _fits(day: Day, other: Day) -> bool:
    """Whether the cited date says all that this one says."""
    return day.says <= other.says | other.may
