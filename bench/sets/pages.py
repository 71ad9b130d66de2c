"""Saved news pages against the extractions that fundus (Dallabetta and others 2024) expects."""

import gzip
import json
import re
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bench.case import Case, Miss
from bench.counts import Count, Share, Tally
from bench.ruler import Absent, Item, Json, there
from rashomon import Settings, read_reports

#: A run of letters and digits; a character of a script that is written without blanks stands
#: for a word.
_WORD = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]|[^\W\u0e00-\u0e7f\u3040-\u9fff]+")
_SAVED = re.compile(r"(?P<outlet>.+)_(?P<year>\d{4})_(?P<month>\d\d)_(?P<day>\d\d)\.html\.gz")
#: An English text has these for a tenth of its words and more, no other language has.
_ENGLISH = frozenset(("the", "of", "to", "and", "in"))
#: Several authors in one field.
_BETWEEN_NAMES = re.compile(r"[;,]|\band\b|\bund\b|\bet\b|\by\b|&")


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What fundus expects of a page: its words in order, and what it says of itself."""

    text: str
    title: str
    authors: tuple[str, ...]
    published: str | None


class Pages:
    """Text, title, authors and publication date of a page."""

    name = "pages"
    data = ("html_pages/parser/test_data",)
    headline = "text"
    one_in = 4
    counting = (
        "text: F1 of the words of a page as a multiset (case aside, summary and headings of "
        "sections included), the mean over pages; text in fours: the same of runs of four words; "
        "English text: only pages in English. title: equal, words and their order. authors: F1 of "
        "names over all pages, equal in words. date right, date wrong: the day given is, or is "
        "not, the day expected, in the time zone of the expectation; the rest have none. Asked "
        "through rashomon.read_reports, which parses nothing."
    )

    def load(self, data: Path) -> list[Item]:
        """The pages that an expectation belongs to."""
        folder = there(data, *self.data)
        items = [
            _item(page, article)
            for expected in sorted(folder.glob("*/*.json"))
            for page, article in _expected(expected)
        ]
        if not items:
            raise Absent(f"no pages in {folder}")
        return items

    def product(self, requests: Sequence[Json]) -> Iterator[Json]:
        """What each page is read as."""
        for request in requests:
            with tempfile.TemporaryDirectory() as folder:
                page = Path(folder) / "page.html"
                page.write_bytes(request["html"].encode())
                reports, _ = read_reports([str(page)], Settings())
            for report in reports:
                yield {
                    "text": report.text,
                    "title": report.title,
                    "author": report.author,
                    "published": report.published,
                }
            if not reports:
                yield {"text": "", "title": None, "author": None, "published": None}

    def cases(self, items: Sequence[Item], answers: Sequence[Json]) -> Iterator[Case]:
        """The counts of each page; of what an answer has no field for, nothing is counted."""
        for item, answer in zip(items, answers, strict=True):
            counts, misses = dict[str, Count](), list[Miss]()
            for counted in (_text, _title, _authors, _date):
                more, missed = counted(item.gold, answer)
                counts |= more
                misses += missed
            yield Case(id=item.id, unit=item.unit, counts=counts, misses=tuple(misses))


def _expected(file: Path) -> Iterator[tuple[Path, Article]]:
    """The pages of an outlet with what is expected of them.

    Neither names the other. Where there are as many pages as expectations, both are in the order
    of time; otherwise an expectation belongs to the page that was saved the soonest after it.
    """
    expected = json.loads(file.read_text(encoding="utf-8"))
    articles = [_article(expected[version]) for version in sorted(expected)]
    saved = {page: _saved(page) for page in sorted(file.parent.glob("*.html.gz"))}
    pages = [page for page, (outlet, _) in saved.items() if outlet == file.stem]
    if len(pages) == len(articles):
        yield from zip(pages, articles, strict=True)
        return
    for article in articles:
        later = [page for page in pages if saved[page][1] >= (article.published or "")]
        if later:
            yield later[0], article


def _saved(page: Path) -> tuple[str, str]:
    """Outlet and day of a page's name."""
    named = _SAVED.fullmatch(page.name)
    return (named["outlet"], "-".join(named.group("year", "month", "day"))) if named else ("", "")


def _article(expected: Json) -> Article:
    body = expected["body"] or {"summary": [], "sections": []}
    pieces = [*body["summary"]]
    for section in body["sections"]:
        pieces += [*section["headline"], *section["paragraphs"]]
    return Article(
        text="\n".join(pieces),
        title=expected["title"] or "",
        authors=tuple(expected.get("authors") or ()),
        published=(expected["publishing_date"] or "")[:10] or None,
    )


def _item(page: Path, article: Article) -> Item:
    name = f"{page.parent.name}/{page.name.removesuffix('.html.gz')}"
    html = gzip.decompress(page.read_bytes()).decode("utf-8", "replace")
    unit = f"{page.parent.name}/{_saved(page)[0]}"
    return Item(id=name, unit=unit, request={"id": name, "html": html}, gold=article)


_Counted = tuple[dict[str, Count], list[Miss]]


def _text(gold: Article, answer: Json) -> _Counted:
    wanted, given = words(gold.text), words(answer["text"] or "")
    if not wanted:
        return {}, []
    mark, tally = _shared(wanted, given, 1), _tally(wanted, given, 1)
    counts: dict[str, Count] = {
        "text": Share(mark),
        "text in fours": Share(_shared(wanted, given, 4)),
    }
    if sum(word in _ENGLISH for word in wanted) >= 0.1 * len(wanted):
        counts["English text"] = Share(mark)
    if mark >= 0.9:
        return counts, []
    cause = "text: nothing found" if not given else _cause(tally)
    return counts, [_miss(cause, gold.text, answer["text"] or "")]


def _cause(tally: Tally) -> str:
    much, little = (tally.recall or 0) < 0.9, (tally.precision or 0) < 0.9
    if much and little:
        return "text: other words"
    return "text: words missing" if much else "text: words of the page about it"


def _title(gold: Article, answer: Json) -> _Counted:
    if not gold.title or "title" not in answer:
        return {}, []
    right = words(gold.title) == words(answer["title"] or "")
    missed = [] if right else [_miss("title", gold.title, answer["title"] or "")]
    return {"title": Share(float(right))}, missed


def _authors(gold: Article, answer: Json) -> _Counted:
    if "author" not in answer:
        return {}, []
    wanted = {tuple(words(name)) for name in gold.authors} - {()}
    named = _BETWEEN_NAMES.split(answer["author"] or "")
    given = {tuple(words(name)) for name in named} - {()}
    counts: dict[str, Count] = {"authors": Tally(len(wanted & given), len(given), len(wanted))}
    if wanted == given:
        return counts, []
    cause = "authors: none given" if not given else "authors: others given"
    return counts, [_miss(cause, "; ".join(gold.authors), answer["author"] or "")]


def _date(gold: Article, answer: Json) -> _Counted:
    if gold.published is None or "published" not in answer:
        return {}, []
    given = (answer["published"] or "")[:10]
    right, wrong = given == gold.published, given not in ("", gold.published)
    counts: dict[str, Count] = {
        "date right": Share(float(right)),
        "date wrong": Share(float(wrong)),
    }
    if right:
        return counts, []
    if not wrong:
        cause = "date: none given"
    else:
        apart = abs((date.fromisoformat(given) - date.fromisoformat(gold.published)).days)
        cause = "date: the day beside" if apart == 1 else "date: another day"
    return counts, [_miss(cause, gold.published, given)]


def words(text: str) -> list[str]:
    """The words of a text in their order, case aside."""
    return _WORD.findall(text.casefold())


def _tally(wanted: list[str], given: list[str], run: int) -> Tally:
    asked, had = _runs(wanted, run), _runs(given, run)
    return Tally((asked & had).total(), had.total(), asked.total())


def _shared(wanted: list[str], given: list[str], run: int) -> float:
    return _tally(wanted, given, run).score or 0.0


def _runs(some: list[str], length: int) -> Counter[tuple[str, ...]]:
    """Runs of so many words; a shorter text is one run."""
    last = max(1, len(some) - length + 1)
    return Counter(tuple(some[at : at + length]) for at in range(last) if some)


def _miss(cause: str, wanted: str, given: str) -> Miss:
    return Miss(cause=cause, start=0, end=0, wanted=_short(wanted), given=_short(given), context="")


def _short(text: str) -> str:
    shown = " ".join(text.split())
    return shown if len(shown) <= 400 else f"{shown[:200]} ... {shown[-200:]}"
