"""Readings of counted times: lengths, windows, "two days ago", sets, and times carried over."""

from dataclasses import replace
from datetime import date, timedelta

from rashomon.find.times import calendar
from rashomon.find.times.calendar import Reading
from rashomon.find.times.carried import FROM_BEFORE, carried_unit
from rashomon.find.times.context import STEPS, Context, Reader
from rashomon.find.times.expressions import Expression, time_words

#: Counts that are none: TIMEX3 writes X.
_VAGUE = frozenset(("a few", "few", "several", "many", "some"))
_BACK = frozenset(("last", "past", "previous", "recent", "the past", "the last", "this past"))


def _code(word: str) -> str:
    """The duration letter of a unit: "years" is Y, "hours" TH."""
    word = word.lower()
    units = time_words().units
    return "C" if word == "centuries" else units[word if word in units else word.removesuffix("s")]


def _amount(count: float | None, word: str) -> tuple[float | None, str]:
    """A count of units with the letter of the unit that it is counted in: a fortnight is 2 W."""
    code = _code(word)
    if code != "F":
        return count, code
    return None if count is None else 2 * count, "W"


def _count(word: str | None) -> float | None:
    """The number a count says; None for a vague one."""
    if word is None:
        return None
    word = " ".join(word.lower().replace(",", "").split())
    if word in _VAGUE:
        return None
    if word == "half an":
        return 0.5
    numbers = time_words().numbers
    if word in numbers:
        return numbers[word]
    if word.endswith(" 1/2"):
        return float(word.removesuffix(" 1/2")) + 0.5
    if word[0].isdigit():
        return float(word)
    tens, ones = word.replace("-", " ").split()
    return numbers[tens] + numbers[ones]


def _length(count: float | None, code: str) -> str:
    """A TIMEX3 duration: P3D, PT2H, P2Y6M, PXW where the count is not said."""
    if code in ("E", "C"):
        years = 10 if code == "E" else 100
        return f"P{'X' if count is None else int(count * years)}Y"
    time, letter = ("T", code[1]) if len(code) == 2 else ("", code)
    if count is None:
        return f"P{time}X{letter}"
    whole, rest = int(count), count - int(count)
    if rest == 0.5 and letter in "YH":
        tail = {"Y": "6M", "H": "30M"}[letter]
        return f"P{time}{f'{whole}{letter}' if whole else ''}{tail}"
    return f"P{time}{whole if not rest else count}{letter}"


def _duration(expression: Expression, _: Context) -> Reading | None:
    parts = expression.parts
    count, code = _amount(_count(parts.get("count")), parts["units"])
    if "old" in parts:
        return None  # an age
    if parts.get("count", "").lower() in ("a", "an") and parts["units"].lower().endswith("s"):
        return None  # "a years-old dispute"
    if "low" in parts:
        count = None  # "two to three weeks"
    if parts["units"].lower() == "second" or (code == "Q" and expression.kind == "adjective"):
        return None  # "a second man", "three-quarters"
    return Reading(type="DURATION", value=_length(count, code))


def _window(expression: Expression, context: Context) -> Reading | None:
    """ "The past three days": so long back from publication, or ahead; its far end may be open."""
    parts = expression.parts
    which = parts["which"].lower()
    count, code = _amount(_count(parts.get("count")), parts["units"])
    if "low" in parts or (which == "recent" and "count" not in parts):
        count = None
    if which in ("first", "final", "following"):
        return Reading(type="DURATION", value=_length(count, code))
    return _rolling(count, code, -1 if which in _BACK else 1, context.published)


def _rolling(count: float | None, code: str, step: int, today: date | None) -> Reading:
    """A window of `count` units that ends (or with step 1 begins) on the day of publication."""
    reading = Reading(type="DURATION", value=_length(count, code), precision="rolling")
    if today is None:
        return reading
    far = None if count is None else _moved(today, code, step * count)
    near, other = str(today), None if far is None else str(far)
    from_, to = (other, near) if step < 0 else (near, other)
    return replace(reading, from_=from_, to=to, basis="publication")


def _moved(today: date, code: str, count: float) -> date | None:
    """The day `count` units away; hours count as the days that they touch."""
    if code.startswith("T"):
        days = int(abs(count) * {"TS": 1, "TM": 60, "TH": 3600}[code] // 86400)
        return today + timedelta(
            days=(max(days, 1) if code == "TH" else 0) * (1 if count > 0 else -1)
        )
    return calendar.shifted(today, code, int(count)) if count == int(count) else None


def _unit(expression: Expression, context: Context) -> Reading | None:
    """ "Last week" is the calendar's; "in the last week" and "the past week" are windows."""
    parts = expression.parts
    which = " ".join(parts["which"].lower().split())
    count, code = _amount(1, parts["unit"])
    if count == 2 and which not in FROM_BEFORE:
        which = f"the {which.removeprefix('the ')}"  # no calendar has fortnights
    if which in FROM_BEFORE:
        return carried_unit(FROM_BEFORE[which], code, context)
    if which in ("the past", "the last", "this past", "the coming"):
        return _rolling(count, code, -1 if which in _BACK else 1, context.published)
    if which == "the next" and (code == "D" or context.published is None):
        return carried_unit(1, code, context)
    if which == "the next":
        return _rolling(count, code, 1, context.published)
    if code.startswith("T"):
        return None
    return _calendar_unit(which.removeprefix("the "), code, context)


def _calendar_unit(which: str, code: str, context: Context) -> Reading | None:
    """This, last or next week, month, year: whole, also in "earlier this month"."""
    if context.published is None:
        return Reading(value={"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX"}.get(code, "XXXX"))
    day = calendar.shifted(context.published, code, STEPS.get(which, 0))
    return None if day is None else calendar.enclosing(day, code).counted_from("publication")


def _in_year(expression: Expression, context: Context) -> Reading | None:
    """ "Earlier in the day": of the day named last, else of the day of publication."""
    code = _code(expression.parts["unit"])
    anchor = (context.day if code == "D" else None) or context.published
    if anchor is None:
        return Reading(value="XXXX-XX-XX" if code == "D" else "XXXX")
    basis = "carried" if code == "D" and context.day else "publication"
    return calendar.enclosing(anchor, code).counted_from(basis)


def _ago(expression: Expression, context: Context) -> Reading | None:
    """ "Two years ago" counts from publication, "two years earlier" from the time named last."""
    parts = expression.parts
    count, code = _amount(_count(parts.get("count", "a")), parts["units"])
    ago = parts["ago"].lower().split()[0]
    step = 1 if ago in ("later", "from") else -1
    if code == "Y" and count == 1 and step < 0 and context.quarter and context.quarter.first:
        first = calendar.shifted(context.quarter.first, "Y", -1)
        if first is not None:  # results are set against the same quarter of the year before
            return calendar.enclosing(first, "Q").counted_from("carried")
    relative = ago in ("earlier", "later")
    anchor = (context.day if code in ("D", "W") else None) if relative else context.published
    if relative and code in ("M", "Y") and context.before is not None:
        anchor = context.before.first
    if count is None or anchor is None or count != int(count):
        return _open_ago(count, code, step, relative)
    if code.startswith("T"):
        return Reading(type="TIME", value=_length(count, code))
    day = calendar.shifted(anchor, code, step * int(count))
    if day is None:
        return None
    return _rounded(day, code).counted_from("carried" if relative else "publication")


def _open_ago(count: float | None, code: str, step: int, relative: bool) -> Reading:
    if relative:
        return Reading(type="DURATION", value=_length(count, code))
    return Reading(value="PAST_REF" if step < 0 else "FUTURE_REF")


def _rounded(day: date, code: str) -> Reading:
    """A day counted in units is only as precise as the unit: six weeks ago is some week."""
    if code == "W":
        return replace(calendar.week(day), value=str(day))
    return calendar.enclosing(day, {"E": "Y", "C": "Y"}.get(code, code))


def _often(expression: Expression, context: Context) -> Reading | None:
    return Reading(type="SET", value=_length(*_amount(1, expression.parts["unit"])))


#: Words of counting that make "a day" a rate, next to numbers themselves.
_COUNTED = frozenset(("once", "twice", "times", "million", "billion", "percent", "cents"))


def _rate(expression: Expression, context: Context) -> Reading | None:
    """ "1,500 a month" says how often; "a month" elsewhere is a length."""
    count, code = _amount(1, expression.parts["unit"])
    if code == "TS":
        return None
    words = [word.lower() for word in context.lead.split()[-2:]]
    counted = any(w[-1:].isdigit() or w in time_words().numbers or w in _COUNTED for w in words)
    return Reading(type="SET" if counted else "DURATION", value=_length(count, code))


def _sets(expression: Expression, _: Context) -> Reading | None:
    word = expression.parts["sets"]
    return Reading(type="SET", value=time_words().sets[word.lower()]) if word.islower() else None


def _reference(expression: Expression, context: Context) -> Reading | None:
    word = " ".join(expression.parts["reference"].lower().split())
    value = time_words().references[word]
    if value != "PRESENT_REF" or context.published is None:
        return Reading(value=value)
    return replace(calendar.day(context.published), value=value, basis="publication")


def _end_of(expression: Expression, context: Context) -> Reading | None:
    """ "The end of the year": of that of publication, whole, for how near its end is not said."""
    parts = expression.parts
    which = parts.get("which", "the").lower()
    return _calendar_unit("this" if which == "the" else which, _code(parts["unit"]), context)


def _long_ago(_: Expression, __: Context) -> Reading:
    return Reading(value="PAST_REF")


READERS: dict[str, Reader] = {
    "duration": _duration,
    "adjective": _duration,
    "bare": _duration,
    "long": _duration,
    "window": _window,
    "unit": _unit,
    "in_year": _in_year,
    "ago": _ago,
    "year_ago": _ago,
    "often": _often,
    "rate": _rate,
    "sets": _sets,
    "reference": _reference,
    "end_of": _end_of,
    "year_end": _end_of,
    "long_ago": _long_ago,
}
