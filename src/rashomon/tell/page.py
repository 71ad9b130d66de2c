"""An account as one page of HTML that needs nothing else: no network, no script, no font."""

from functools import partial

from rashomon.account import Account, Position
from rashomon.tell.citations import Citations
from rashomon.tell.marked import broken, paragraphs, quote
from rashomon.tell.pictures.intervals import intervals
from rashomon.tell.pictures.maps import place_map
from rashomon.tell.pictures.strip import strip
from rashomon.tell.pictures.tolls import toll
from rashomon.tell.press import galley, press
from rashomon.tell.shown import visible


def account_page(account: Account) -> str:
    """The account as a page: citations are links into the reports' marked text and back.

    Spans are cut and marked here, in code points; the page itself counts no characters.
    """
    citations = Citations(account)
    marked = {
        report.id: paragraphs(report, citations.in_report(report.id)) for report in account.reports
    }
    return (
        press(visible)
        .get_template("page.html.jinja")
        .render(
            galley(account, citations),
            marked=marked,
            broken=frozenset(number for text in marked.values() for number in broken(text)),
            intervals=intervals,
            strip=strip,
            toll=partial(toll, account),
            map=place_map(account),
            quote=quote,
            told_apart=_told_apart,
            places={report.id: f"r{n}" for n, report in enumerate(account.reports, start=1)},
        )
    )


def _told_apart(position: Position) -> bool:
    """Whether a position's answer says more than the words it is cited with."""
    return all(position.answer != span.exact for span in position.evidence)
