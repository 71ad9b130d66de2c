"""Feeds: each entry that has its text is a report."""

import json

import pytest

from rashomon.problem import Problem
from rashomon.read.document import Source
from rashomon.read.kinds import documents
from rashomon.report import Report

TEXT = "Two ferries collided off the northern pier on Sunday, and the harbour office shut the port."

RSS = f"""<?xml version="1.0"?><rss version="2.0"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harbour Post</title>
<item><title>Ferries &amp;amp; fog</title><link>https://post.example/a</link>
<dc:creator>Ana Field</dc:creator><pubDate>Tue, 04 Mar 2031 00:30:00 +0100</pubDate>
<description>Two ferries collided.</description><content:encoded><![CDATA[
<p>PORT ELSA (Reuters) - {TEXT}</p><script>evil()</script><h2>Later</h2><p>It is open.</p>
]]></content:encoded></item>
<item><title>Fog</title><link>https://post.example/b</link><description>Fog came.</description>
</item></channel></rss>"""

ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Harbour Post</title>
<entry><title>Ferries</title><link href="https://post.example/a"/><author><name>Ana Field</name>
</author><published>2031-03-04T10:00:00Z</published><updated>2031-03-05T10:00:00Z</updated>
<content type="html">&lt;p&gt;{TEXT}&lt;/p&gt;</content></entry></feed>"""

JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Harbour Post",
        "items": [
            {
                "id": "1",
                "url": "https://post.example/a",
                "title": "Ferries",
                "content_text": f"{TEXT}\n1 < 2",
                "date_published": "2031-03-04T10:00:00Z",
                "date_modified": "2031-03-05T10:00:00Z",
                "authors": [{"name": "Ana Field"}],
            },
            {"id": "2", "summary": "Fog came."},
            "none",
        ],
    }
)


def read(text: str, name: str) -> tuple[list[Report], list[Problem]]:
    """The reports and the problems of a feed."""
    items = list(documents(text.encode(), Source(None, name, "feed")))
    reports = [item.report for item in items if not isinstance(item, Problem)]
    return reports, [item for item in items if isinstance(item, Problem)]


@pytest.mark.parametrize(
    ("text", "name", "day"),
    [
        (RSS, "feed.rss", "2031-03-04T00:30:00+01:00"),
        (ATOM, "feed.atom", "2031-03-04T10:00:00+00:00"),
        (JSON_FEED, "feed.json", "2031-03-04T10:00:00+00:00"),
    ],
)
def test_an_entry_with_its_text_is_a_report(text: str, name: str, day: str) -> None:
    """With its address, author, outlet and date, in its own time zone."""
    report = read(text, name)[0][0]
    assert (report.id, report.url) == ("feed-1", "https://post.example/a")
    assert (report.outlet, report.author) == ("Harbour Post", "Ana Field")
    assert (report.published, report.published_basis) == (day, "metadata")
    assert TEXT in report.text


@pytest.mark.parametrize(("text", "name"), [(RSS, "feed.xml"), (JSON_FEED, "feed.json")])
def test_an_entry_with_a_summary_alone_is_marked(text: str, name: str) -> None:
    """The report is kept, and the problem names it."""
    reports, (problem,) = read(text, name)
    assert (problem.kind, problem.report) == ("summary_only", "feed-2")
    assert reports[1].text == "Fog came."


def test_a_change_after_publication_is_told() -> None:
    """Published and updated are two dates."""
    assert read(ATOM, "feed.atom")[0][0].updated == "2031-03-05T10:00:00+00:00"


def test_the_layout_of_an_entry_is_kept_and_nothing_in_it_runs() -> None:
    """Datelines and headings are blocks, scripts are no text."""
    report = read(RSS, "feed.rss")[0][0]
    assert [block.kind for block in report.blocks] == [
        "dateline",
        "paragraph",
        "heading",
        "paragraph",
    ]
    assert ("evil" in report.text, report.title) == (False, "Ferries & fog")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<rss version='2.0'><channel></channel></rss>", "empty"),
        ("<?xml version='1.0'?><urlset><url/></urlset>", "kind_not_supported"),
        ('{"version": "https://jsonfeed.org/version/1", "items": 5}', "empty"),
    ],
)
def test_what_holds_no_entry_is_named(text: str, kind: str) -> None:
    """A map of a site and an empty feed are no reports."""
    name = "feed.json" if text.startswith("{") else "feed.xml"
    reports, (problem,) = read(text, name)
    assert (reports, problem.kind) == ([], kind)
