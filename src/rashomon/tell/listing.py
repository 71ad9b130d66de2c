"""What was read and what was not: a list for those who want to see it before the work."""

from collections import Counter
from collections.abc import Sequence

from rashomon.problem import Problem
from rashomon.report import Report
from rashomon.tell.json import json_bytes
from rashomon.tell.sheet import Sheet
from rashomon.tell.shown import count_words, headline, published_words

#: Media types in words.
_KINDS = {
    "application/feed": "feed",
    "application/json": "JSON",
    "application/pdf": "PDF",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word",
    "message/rfc822": "mail",
    "text/csv": "CSV",
    "text/html": "page",
    "text/plain": "text",
}

#: The fields of a report that the list has.
_FIELDS = (
    *("id", "path", "outlet", "title", "published", "url", "language", "media_type", "characters"),
)


def listing_json(reports: Sequence[Report], problems: Sequence[Problem]) -> bytes:
    """The list as JSON: the reports without their texts, and what is to be known of others."""
    return json_bytes(
        {
            "reports": [{name: getattr(each, name) for name in _FIELDS} for each in reports],
            "problems": [
                {name: getattr(each, name) for name in ("kind", "detail", "path", "report")}
                for each in problems
            ],
        }
    )


def listing_text(
    reports: Sequence[Report], problems: Sequence[Problem], width: int = 100, *, color: bool = False
) -> str:
    """The list for a terminal of `width` columns."""
    sheet = Sheet(width, color)
    sheet.title(f"To be read: {count_words(len(reports), 'report')}")
    heads = ("id", "outlet", "title", "date", "kind")
    sheet.columns([_row(each) for each in reports], heads if reports else ())
    if problems:
        sheet.heading("Not read, or to be known")
    for each in problems:
        sheet.item(f"{each.kind.replace('_', ' ')}: {each.path or each.report}: {each.detail}")
    return sheet.text()


def _row(report: Report) -> tuple[str, ...]:
    kind = _KINDS.get(report.media_type or "", report.media_type or "")
    return report.id, report.outlet or "", headline(report, 42), published_words(report), kind


def summary(reports: Sequence[Report], problems: Sequence[Problem]) -> str:
    """What was read and what was not, in one line."""
    kinds = Counter(_KINDS.get(each.media_type or "", "other") for each in reports)
    told = ", ".join(f"{number} {kind}" for kind, number in sorted(kinds.items()))
    line = f"Read {count_words(len(reports), 'report')}" + (f" ({told})" if told else "")
    why = Counter(each.kind.replace("_", " ") for each in problems)
    noticed = ", ".join(f"{number} {kind}" for kind, number in sorted(why.items()))
    return f"{line}; problems: {noticed}." if noticed else f"{line}."
