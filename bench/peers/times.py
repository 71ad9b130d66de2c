"""Time expressions as TIMEX3, by recognizers-text or by dateparser: `times.py recognizers`."""

import json
import sys
from datetime import datetime
from typing import Any

from dateparser.date import DateDataParser  # type: ignore[import-untyped]
from dateparser.search import search_dates  # type: ignore[import-untyped]
from recognizers_date_time import recognize_datetime  # type: ignore[import-not-found]

#: How much of a date is meant, by dateparser's word for it.
PRECISION = {"year": "%Y", "month": "%Y-%m", "week": "%G-W%V", "time": "%Y-%m-%dT%H:%M"}
#: Type of TIMEX3 by the last part of a recognizer's type.
TYPES = {"duration": "DURATION", "set": "SET", "date": "DATE", "daterange": "DATE"}


def by_recognizers(request: Any) -> list[Any]:
    """All that the date and time recognizer finds, resolved against the publication."""
    text, now = request["text"], _published(request)
    found = recognize_datetime(text, "en-us", reference=now)
    return [_timex(each, now) for each in found]


def _timex(found: Any, now: datetime) -> Any:
    entry = _meant((found.resolution or {}).get("values") or [{}], now)
    kind = found.type_name.rsplit(".", 1)[-1]
    value = _value(entry, kind, now)
    made = "DURATION" if value.startswith("P") and value[1:2].isdigit() else TYPES.get(kind, "TIME")
    return {
        "span": [found.start, found.end + 1],
        "type": "SET" if kind == "set" else made,
        "value": value,
    }


def _meant(entries: list[Any], now: datetime) -> Any:
    """Of readings before and after the publication the latest past one: news tells what was."""
    past = [each for each in entries if (each.get("value") or each.get("start") or "9") <= str(now)]
    return (past or entries)[-1]


def _value(entry: Any, kind: str, now: datetime) -> str:
    """The value of TIMEX3 that a reading comes to; a range of which only the length is named, P."""
    timex = str(entry.get("timex") or "")
    if timex.startswith("("):
        return timex.rstrip(")").rsplit(",", 1)[-1]
    if kind in ("duration", "set") or "_REF" in timex:
        return timex
    value = str(entry.get("value") or "")
    if value[:1].isdigit():
        value = value if "-" in value else f"{now:%Y-%m-%d} {value}"
        return value.replace(" ", "T").removesuffix(":00")
    start = str(entry.get("start") or "")
    if timex.startswith("XXXX-W"):
        return f"{datetime.fromisoformat(start[:10]):%G-W%V}" if start else timex
    if timex.startswith("XXXX"):
        return start[:4] + timex[4:]
    return f"{now:%Y-%m-%d}{timex}" if timex.startswith("T") else timex


def by_dateparser(request: Any) -> list[Any]:
    """What dateparser's search finds, with the precision that its parser gives to the words."""
    text, now = request["text"], _published(request)
    settings = {"RELATIVE_BASE": now, "PREFER_DATES_FROM": "past"}
    parser = DateDataParser(languages=["en"], settings=settings)
    made, at = [], 0
    for words, moment in search_dates(text, languages=["en"], settings=settings) or ():
        start = text.find(words, at)
        if start < 0:
            continue
        at = start + len(words)
        period = parser.get_date_data(words).period
        value = f"{moment:{PRECISION.get(period, '%Y-%m-%d')}}"
        made.append(
            {"span": [start, at], "type": "TIME" if "T" in value else "DATE", "value": value}
        )
    return made


def _published(request: Any) -> datetime:
    """The moment of publication without its zone; of a text without one, a fixed day."""
    return datetime.fromisoformat((request.get("published") or "2000-01-01")[:19])


READERS = {"recognizers": by_recognizers, "dateparser": by_dateparser}

if __name__ == "__main__":
    read = READERS[sys.argv[1]]
    for line in sys.stdin:
        sys.stdout.write(json.dumps(read(json.loads(line))) + "\n")
