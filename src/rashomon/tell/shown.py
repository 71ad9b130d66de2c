"""Words and dates as a person is shown them: nothing invisible, nothing that acts."""

import re
from calendar import monthrange

from rashomon.report import Report

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)

#: Control characters act on a terminal and are errors in HTML; each gets its visible picture
#: (Unicode's Control Pictures, U+2400), or the replacement character where there is none.
_VISIBLE = (
    {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n\r"}
    | {0x7F: 0x2421}
    | dict.fromkeys(range(0x80, 0xA0), 0xFFFD)
)

#: Marks that turn the direction of all that follows (UAX #9); in one line of an account they
#: would turn our own words as well.
_TURNING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])

_SURROGATE = re.compile("[\ud800-\udfff]")


def visible(text: str) -> str:
    """The text with control characters made visible and lone surrogates replaced."""
    return _SURROGATE.sub("\ufffd", text.translate(_VISIBLE))


def line(text: str) -> str:
    """The text on one line: white space folded, controls visible, no turning marks."""
    return visible(" ".join(text.split())).translate(_TURNING)


def short(text: str, length: int) -> str:
    """One line of at most `length` characters, cut between words with an ellipsis."""
    whole = line(text)
    if len(whole) <= length:
        return whole
    cut = whole[: length - 1]
    return (cut[: cut.rfind(" ")] if " " in cut[length // 2 :] else cut) + "…"


def date_words(iso: str | None) -> str:
    """An ISO 8601 date in words, as precise as it is written: "4 March 2031", "March 2031"."""
    if iso is None:
        return "no date"
    match = re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d))?)?)?", iso)
    if match is None or not 1 <= int(match[2] or 1) <= 12:
        return line(iso)
    year, month, day, clock = match.groups()
    words = [str(int(day))] if day else []
    words += [_MONTHS[int(month) - 1]] if month else []
    return " ".join([*words, year]) + (f", {clock}" if clock and clock != "00:00" else "")


def dates_words(from_: str | None, to: str | None) -> str:
    """A stretch of time in words: "16 to 17 October 2017", "June 2017" where it is all of it."""
    if to is None or to == from_:
        return date_words(from_)
    if from_ is None:
        return f"until {date_words(to)}"
    if from_[:4] == to[:4] and (from_[4:], to[4:]) == ("-01-01", "-12-31"):
        return date_words(from_[:4])
    if from_[:7] == to[:7] and from_[7:] == "-01" and to[7:] == f"-{_last_day(to)}":
        return date_words(from_[:7])
    start, end = date_words(from_).split(), date_words(to).split()
    shared = 0
    while shared < len(start) - 1 and start[-1 - shared :] == end[-1 - shared :]:
        shared += 1
    return f"{' '.join(start[: len(start) - shared])} to {' '.join(end)}"


def _last_day(iso: str) -> int:
    return monthrange(int(iso[:4]), int(iso[5:7]))[1]


def published_words(report: Report) -> str:
    """When a report was published, in words."""
    iso = report.published
    if iso is None:
        return "no date"
    return date_words(iso[:7] if report.published_precision == "month" else iso[:10])


def outlet(report: Report) -> str:
    """Whom to name for a report: its outlet, else its id."""
    return line(report.outlet or report.id)


def headline(report: Report, length: int = 60) -> str:
    """The report's title, or the first words of its text, on one short line."""
    first = next((each for each in report.text.splitlines() if each.strip()), "")
    return short(report.title or first, length)


def count_words(number: int, noun: str) -> str:
    """A count with its noun: "1 report", "3 reports"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
