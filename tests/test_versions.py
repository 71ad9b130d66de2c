"""Which reports are versions of one page, and which of them is the later."""

from typing import Any

import pytest

from rashomon.report import Report
from rashomon.versions import Versions

PAGE = "https://paper.example/ferry"
EARLY, LATE = "2031-03-04T08:00:00Z", "2031-03-04T15:00:00+02:00"


def report(id: str, url: str | None = PAGE, **told: Any) -> Report:
    """A version of the page, told by what is given."""
    return Report(id=id, text=f"Text {id}.", url=url, **told)


@pytest.mark.parametrize(
    ("early", "late"),
    [
        ({"published": EARLY}, {"published": EARLY, "updated": LATE}),
        ({"updated": EARLY}, {"updated": LATE}),
        ({"published": EARLY, "retrieved": EARLY}, {"published": EARLY, "retrieved": LATE}),
        ({"published": "2032-01-01", "retrieved": EARLY}, {"updated": EARLY, "retrieved": LATE}),
        (
            {"archived_url": f"https://web.archive.org/web/20310304080000/{PAGE}"},
            {"archived_url": f"https://web.archive.org/web/20310304130000/{PAGE}"},
        ),
        ({"url": "http://www.paper.example/ferry/", "updated": EARLY}, {"updated": LATE}),
    ],
)
def test_the_later_of_two_versions_is_the_newest(
    early: dict[str, Any], late: dict[str, Any]
) -> None:
    """A version is later by when it was fetched or copied, else by what it tells."""
    versions = Versions.of([report("b", **late), report("a", **early)])
    assert versions.later == {"a": frozenset("b"), "b": frozenset()}
    assert versions.is_newest("b")
    assert not versions.is_newest("a")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"updated": EARLY}, {"url": f"{PAGE}?page=2", "updated": LATE}),
        ({"url": "https://paper.example/"}, {"url": "https://paper.example", "updated": LATE}),
        ({"url": None, "updated": EARLY}, {"url": None, "updated": LATE}),
        ({"url": "http://[::1", "updated": EARLY}, {"url": "http://[::1", "updated": LATE}),
        ({"published": EARLY}, {"published": EARLY}),
        ({"updated": "this morning"}, {"updated": "later"}),
    ],
)
def test_what_is_not_known_to_be_later_takes_no_place(
    one: dict[str, Any], other: dict[str, Any]
) -> None:
    """Other pages, whole sites and versions of unknown order all stay the newest."""
    versions = Versions.of([report("a", **one), report("b", **other)])
    assert versions.is_newest("a")
    assert versions.is_newest("b")


def test_an_answer_gives_way_only_where_all_its_reports_do() -> None:
    """What another page holds as well does not give way to a later version."""
    told = [report("a", updated=EARLY), report("b", updated=LATE), report("c", url=f"{PAGE}-2")]
    versions = Versions.of(told)
    assert versions.gives_way(["a"], ["b"])
    assert not versions.gives_way(["b"], ["a"])
    assert not versions.gives_way(["a", "c"], ["b"])
