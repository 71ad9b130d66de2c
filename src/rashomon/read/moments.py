"""The moments that a page tells of itself: when it was published and when it was changed.

From its meta elements (Open Graph, Dublin Core, schema.org) and its JSON-LD; nothing of its text.
"""

from collections.abc import Iterator
from typing import Any

import msgspec

from rashomon.read.dates import publication

#: Names under which pages tell of publication and of change, the surest first.
_PUBLISHED = ("article:published_time", "datepublished", "date", "dc.date.issued", "pubdate")
_UPDATED = ("article:modified_time", "datemodified", "og:updated_time", "dc.date.modified")

#: Types of schema.org whose dates are those of the page: NewsArticle, BlogPosting and the like.
_ARTICLES = ("Article", "Posting", "Report")

#: No more things of a page's JSON-LD are looked at, and no longer script.
_MOST_THINGS, _LONGEST = 5_000, 1_000_000

Moment = tuple[str, str]


def moments_of(tree: Any, day: str | None) -> tuple[Moment | None, Moment | None]:
    """When a page was published and when changed, each with its precision.

    `day` is the day of publication that is known: a moment of another day is not it, and a
    change is later than it. None where the page does not tell.
    """
    told = _told(tree)
    published = next(
        (each for each in _moments(told, _PUBLISHED) if day and each[0][:10] == day), None
    )
    changed = next(_moments(told, _UPDATED), None)
    first = published[0] if published else day
    if changed is None or first is None or changed[0][: len(first)] <= first:
        return published, None
    return published, changed


def _moments(told: dict[str, str], names: tuple[str, ...]) -> Iterator[Moment]:
    for name in names:
        if moment := publication(told.get(name, "")):
            yield moment


def _told(tree: Any) -> dict[str, str]:
    """What the page tells under each name, the first of each, names in lower case."""
    told = dict[str, str]()
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        if value := element.get("content"):
            told.setdefault(name.lower(), value)
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            for name, value in _of_article(script.text or ""):
                told.setdefault(name, value)
    return told


def _of_article(script: str) -> Iterator[tuple[str, str]]:
    """The dates of the articles in a page's JSON-LD."""
    if len(script) > _LONGEST:
        return
    try:
        waiting: list[object] = [msgspec.json.decode(script.encode("utf-8", "replace"))]
    except (msgspec.DecodeError, RecursionError):
        return
    seen = 0
    while waiting and seen < _MOST_THINGS:
        thing = waiting.pop(0)
        seen += 1
        if isinstance(thing, list):
            waiting += thing[:100]
        elif isinstance(thing, dict):
            if any(kind in str(thing.get("@type"))[:200] for kind in _ARTICLES):
                for name in ("datePublished", "dateModified"):
                    if isinstance(thing.get(name), str):
                        yield name.lower(), thing[name]
            waiting += [thing[name] for name in ("@graph", "mainEntity") if name in thing]
