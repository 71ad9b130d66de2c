"""The press: the templates, what they may ask of an account, and how words get into them."""

from collections.abc import Callable
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from rashomon.account import Account
from rashomon.tell import sections, shown
from rashomon.tell.amendments import amendments
from rashomon.tell.citations import Citations
from rashomon.tell.pictures.strip import dated_otherwise
from rashomon.tell.sources import sources
from rashomon.tell.voices import voices


@cache
def press(door: Callable[[str], str | Markup]) -> Environment:
    """The templates, with one `door` through which every word of an account passes.

    Literal text of a template and what is already Markup pass by the door; whatever it returns
    as plain text is escaped for HTML. A name that a template misspells is an error.
    """

    def through(value: object) -> object:
        return value if isinstance(value, Markup) else door(str(value))

    return Environment(
        loader=PackageLoader("rashomon.tell"),
        autoescape=True,
        finalize=through,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def galley(account: Account, citations: Citations) -> dict[str, object]:
    """All that a template of an account may ask for: the account, its sections, its words."""
    origins = sources(account)
    return {
        "account": account,
        "citations": citations,
        "names": {each.origin.id: each.name for each in origins},
        "report_names": sections.report_names(account),
        "reports": {report.id: report for report in account.reports},
        "outlets": sorted({each.outlet for each in account.reports if each.outlet}),
        "brief_heading": sections.brief_heading(account),
        "disputed": sections.disputed(account),
        "updated": sections.updated(account),
        "outlets_behind": sections.outlets_behind,
        "other_findings": sections.other_findings(account),
        "anchors": {
            each.id: f"n{count}"
            for count, each in enumerate(sections.told_findings(account), start=1)
        },
        "figures": sections.figure_questions(account),
        "others": sections.other_questions(account),
        "voices": voices(account),
        "dated_otherwise": dated_otherwise(account.timeline),
        "sources": origins,
        "amendments": amendments(account),
        "sides": sections.sides,
        "evidence": sections.evidence,
        "remarks": sections.remarks,
        "reports_behind": sections.reports_behind,
        "count": shown.count_words,
        "relation_words": sections.RELATION_WORDS,
        "dates": shown.dates_words,
        "published": shown.published_words,
        "outlet": shown.outlet,
        "headline": shown.headline,
        "short": shown.short,
    }
