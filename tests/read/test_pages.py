"""Saved pages become reports with what the page says of itself."""

from pathlib import Path

import pytest

from rashomon.errors import UnreadableInput
from rashomon.read.pages import read_page
from rashomon.read.sources import Source
from rashomon.report import Report

SOURCE = Source(Path("page.html"), "page.html", "page")

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Ferries collide - Elsa Times</title>
<meta property="og:title" content="Ferries collide off Port Elsa">
<meta property="og:site_name" content="Elsa Times">
<meta property="article:published_time" content="2021-03-04T10:00:00Z">
<meta name="author" content="Ada Quill">
<link rel="canonical" href="http://times.example/ferries"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article>
<h1>Ferries collide off Port Elsa</h1>
<p>PORT ELSA – Two ferries collided off the northern pier on Sunday. The harbour was shut.</p>
<h2>Nobody hurt</h2>
<p>The harbour office said that nobody was hurt, but that <b>both</b> boats were badly damaged.</p>
<blockquote>It was the loudest sound I ever heard on this coast.</blockquote>
<ul><li>The Mera carried 40 passengers.</li><li>The Nora carried none.</li></ul>
<p>Divers will look at both of the boats on Monday, the office said in its second statement.</p>
</article><footer>All rights reserved</footer></body></html>"""


def page(html: str) -> Report:
    """The report of a page."""
    report = list(read_page(html.encode(), SOURCE))[-1]
    assert isinstance(report, Report)
    return report


def test_a_page_tells_who_published_it_and_when() -> None:
    """Title, outlet, author, address and date come from the page's metadata."""
    report = page(PAGE)
    assert report.title == "Ferries collide off Port Elsa"
    assert (report.outlet, report.author) == ("Elsa Times", "Ada Quill")
    assert report.url == "http://times.example/ferries"
    assert report.published == "2021-03-04T10:00:00+00:00"
    assert (report.published_precision, report.published_basis) == ("instant", "metadata")


@pytest.mark.parametrize(
    ("head", "published", "updated"),
    [
        ('<meta property="article:modified_time" content="2021-03-05T09:00:00Z">',
         "2021-03-04T10:00:00+00:00", "2021-03-05T09:00:00+00:00"),
        ('<meta property="article:modified_time" content="2021-03-04T10:00:00Z">',
         "2021-03-04T10:00:00+00:00", None),
        ('<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", '
         '"dateModified": "2021-03-06"}]}</script>', "2021-03-04T10:00:00+00:00", "2021-03-06"),
        ('<script type="application/ld+json">{"@type": "Person", "dateModified": "2021-03-06"}'
         '</script><script type="application/ld+json">{{{</script>',
         "2021-03-04T10:00:00+00:00", None),
    ],
)  # fmt: skip
def test_a_change_after_publication_is_told(head: str, published: str, updated: str | None) -> None:
    """Published and updated are two dates, each as precise as the page tells it."""
    report = page(PAGE.replace("</head>", f"{head}</head>"))
    assert (report.published, report.updated) == (published, updated)


def test_the_elements_of_a_page_are_blocks() -> None:
    """Headings, quotes and lists keep their role; menus and footers are gone."""
    report = page(PAGE)
    kinds = [(block.kind, report.text[block.start : block.end][:11]) for block in report.blocks]
    assert ("heading", "Nobody hurt") in kinds
    assert ("dateline", "PORT ELSA –") in kinds
    assert ("quote", "It was the ") in kinds
    assert ("list", "The Mera ca") in kinds
    assert "Sport" not in report.text
    assert "rights reserved" not in report.text


def test_a_page_without_a_date_has_none() -> None:
    """No date is made up where the metadata gives none."""
    assert page(PAGE.replace("2021-03-04T10:00:00Z", "")).published is None


@pytest.mark.parametrize("encoding", ["windows-1252", "iso-8859-1"])
def test_a_page_may_name_its_encoding(encoding: str) -> None:
    """An encoding that the page names is no guess."""
    html = PAGE.replace("–", "-").replace("Mera", "Méra")
    html = html.replace("<head>", f'<head><meta charset="{encoding}">')
    items = list(read_page(html.encode(encoding), SOURCE))
    assert len(items) == 1
    assert isinstance(items[0], Report)
    assert "Méra" in items[0].text


@pytest.mark.parametrize(
    "html", ["<html><body></body></html>", "<p>", "no page at all", "<!-- -->"]
)
def test_a_page_without_an_article_is_a_problem(html: str) -> None:
    """Nothing extracted is told, not guessed around."""
    with pytest.raises(UnreadableInput) as refused:
        page(html)
    assert refused.value.kind == "no_article"


def test_text_between_the_elements_of_an_article_is_kept() -> None:
    """A line that stands in no paragraph of its own is one; soft hyphens are no signs."""
    loose = "<p>Divers went down.</p>The boats were raised on Mon&shy;day evening, it said."
    report = page(PAGE.replace("<p>Divers", f"{loose}<p>Divers"))
    assert "The boats were raised on Monday evening, it said." in report.text.split("\n")


@pytest.mark.parametrize(
    ("told", "heading", "title"),
    [
        ("Ferries collide - Elsa Times", "Ferries collide", "Ferries collide"),
        ("Ferries collide – ET – 04.03.2021", "Ferries collide", "Ferries collide"),
        ("Ferries collide | Elsa Times", "Boats crash off pier", "Ferries collide"),
        ("Ferries collide - two hurt", "Boats crash off pier", "Ferries collide - two hurt"),
        ("Ferries collide: two hurt", "Ferries collide", "Ferries collide: two hurt"),
        ("Ferries collide in fog", "Ferries", "Ferries collide in fog"),
    ],
)
def test_a_title_ends_where_the_name_of_the_site_begins(
    told: str, heading: str, title: str
) -> None:
    """The page's own heading shows it, or the name of the site; all else is of the title."""
    html = PAGE.replace('content="Ferries collide off Port Elsa"', f'content="{told}"')
    html = html.replace("<h1>Ferries collide off Port Elsa</h1>", f"<h1>{heading}</h1>")
    assert page(html).title == title
