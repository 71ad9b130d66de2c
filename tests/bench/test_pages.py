"""What the set of saved pages asks and how it counts."""

import gzip
import json

import pytest

from bench.ruler import Absent, Item
from bench.sets.pages import Article, Pages

SENTENCE = (
    "The old bridge over the Tamsel was closed to lorries on Monday, the mayor of Orrin said. "
)
PAGE = f"""<html><head><title>Bridge closed</title>
<meta property="article:published_time" content="2031-03-04T08:00:00+00:00"></head>
<body><article><h1>Bridge closed</h1><p>{SENTENCE * 4}</p><p>{SENTENCE * 5}</p></article>
</body></html>"""
GOLD = Article(
    text="The bridge is closed",
    title="Bridge closed",
    authors=("Ada Vale", "Bo Quill"),
    published="2031-03-04",
)


def expected(day: str, text: str = "It rained.") -> dict[str, object]:
    """One expectation as fundus writes it."""
    return {
        "body": {"summary": [], "sections": [{"headline": ["Head"], "paragraphs": [text]}]},
        "title": "Rain",
        "authors": [],
        "publishing_date": f"{day} 10:00:00+00:00",
    }


@pytest.fixture
def written(tmp_path):
    """Writes an outlet's pages and expectations; gives the data folder."""

    def write(pages, expectations):
        folder = tmp_path / "html_pages/parser/test_data/xx"
        folder.mkdir(parents=True)
        for page in pages:
            (folder / f"Daily_{page}.html.gz").write_bytes(gzip.compress(PAGE.encode()))
        (folder / "Daily.json").write_text(json.dumps(expectations), encoding="utf-8")
        return tmp_path

    return write


def counted(**answer: str | None) -> dict[str, float | None]:
    """The figures of one page for one answer."""
    given = {"text": "", "title": None, "author": None, "published": None} | answer
    data = Pages().cases([_item()], [given])
    return {name: count.score for name, count in next(iter(data)).counts.items()}


def _item():
    return Item(id="xx/a", unit="xx/Daily", request={"html": PAGE}, gold=GOLD)


def test_pages_and_expectations_meet_in_the_order_of_time(written):
    """As many pages as expectations: the first belongs to the first."""
    data = written(
        ["2031_03_05", "2031_04_02"], {"V1": expected("2031-03-04"), "V1_1": expected("2031-04-01")}
    )
    items = Pages().load(data)
    assert [(item.id[-10:], item.gold.published) for item in items] == [
        ("2031_03_05", "2031-03-04"),
        ("2031_04_02", "2031-04-01"),
    ]


def test_an_expectation_belongs_to_the_page_saved_next(written):
    """With a page too many, the one saved before the publication is left out."""
    data = written(["2031_03_01", "2031_03_05"], {"V1": expected("2031-03-04")})
    assert [item.id for item in Pages().load(data)] == ["xx/Daily_2031_03_05"]


def test_without_pages_the_set_is_absent(tmp_path):
    """A folder that is not there is told, not taken for an empty set."""
    with pytest.raises(Absent):
        Pages().load(tmp_path)


def test_the_product_reads_a_page(written):
    """Text, title and day of a page come from the product's own reading."""
    items = Pages().load(written(["2031_03_05"], {"V1": expected("2031-03-04")}))
    (answer,) = Pages().product([item.request for item in items])
    assert answer["text"].count("lorries") == 9
    assert (answer["title"], answer["published"][:10]) == ("Bridge closed", "2031-03-04")


@pytest.mark.parametrize(
    ("answer", "figure", "score"),
    [
        ({"text": "The bridge is closed"}, "text", 1.0),
        ({"text": "closed is the bridge"}, "text", 1.0),
        ({"text": "closed is the bridge"}, "text in fours", 0.0),
        ({"text": "The bridge"}, "text", 2 / 3),
        ({"text": ""}, "text", 0.0),
        ({"title": "BRIDGE: closed"}, "title", 1.0),
        ({"title": "Bridge closed | Daily"}, "title", 0.0),
        ({"author": "Bo Quill; Ada Vale"}, "authors", 1.0),
        ({"author": "Ada Vale and Bo Quill"}, "authors", 1.0),
        ({"author": "Ada Vale"}, "authors", 2 / 3),
        ({"published": "2031-03-04T23:00:00Z"}, "date right", 1.0),
        ({"published": "2031-03-05"}, "date wrong", 1.0),
        ({"published": None}, "date wrong", 0.0),
        ({"published": None}, "date right", 0.0),
    ],
)
def test_an_answer_is_counted(answer, figure, score):
    """Each part of an answer counts for its figure alone."""
    assert counted(**answer)[figure] == pytest.approx(score)


def test_what_is_not_asked_for_is_not_counted():
    """An answer without a field, as of a tool that reads no authors, is no wrong answer."""
    (case,) = Pages().cases([_item()], [{"text": "The bridge is closed", "title": None}])
    assert set(case.counts) == {"text", "text in fours", "English text", "title"}
