"""Publication dates: ISO 8601 and its everyday variants, with the precision they give."""

import re
from datetime import datetime

#: Years of publication: outside of them a date is a mistake, or a sign that none is known, and
#: too near the ends of the calendar for a week before or after it.
YEARS = range(1000, 9001)

_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


def publication(printed: str) -> tuple[str, str] | None:
    """The date as ISO 8601 and its precision (instant, day or month), or None where it is none.

    "2021-03", "2021-03-04", "2021-03-04 10:00:00" and "2021-03-04T10:00:00Z" are dates. Midnight
    without a time zone is how data sets write a day, so it is a day. Years outside of YEARS are
    none.
    """
    printed = printed.strip()
    if _MONTH.fullmatch(printed):
        return (printed, "month") if int(printed[:4]) in YEARS else None
    try:
        moment = datetime.fromisoformat(printed)
    except ValueError:
        return None
    if moment.year not in YEARS:
        return None
    if len(printed) <= len("2021-03-04"):
        return moment.date().isoformat(), "day"
    midnight = (moment.hour, moment.minute, moment.second, moment.microsecond) == (0, 0, 0, 0)
    return moment.isoformat(), "day" if midnight and moment.tzinfo is None else "instant"
