"""Publication dates: ISO 8601 and its everyday variants, with the precision they give."""

import re
from datetime import datetime

_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


def publication(printed: str) -> tuple[str, str] | None:
    """The date as ISO 8601 and its precision (instant, day or month), or None where it is none.

    "2021-03", "2021-03-04", "2021-03-04 10:00:00" and "2021-03-04T10:00:00Z" are dates. Midnight
    without a time zone is how data sets write a day, so it is a day.
    """
    printed = printed.strip()
    if _MONTH.fullmatch(printed):
        return printed, "month"
    try:
        moment = datetime.fromisoformat(printed)
    except ValueError:
        return None
    if len(printed) <= len("2021-03-04"):
        return moment.date().isoformat(), "day"
    midnight = (moment.hour, moment.minute, moment.second, moment.microsecond) == (0, 0, 0, 0)
    return moment.isoformat(), "day" if midnight and moment.tzinfo is None else "instant"
