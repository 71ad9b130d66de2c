"""Reads the goldens of the examples and turns their spans into offsets."""

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
EVENTS = ("ferry", "port_fire", "strike")

Item = dict[str, Any]


def golden(event: str) -> Item:
    """Read the golden account of one event."""
    item: Item = json.loads((EXAMPLES / event / "golden.json").read_text(encoding="utf-8"))
    return item


def texts(event: str) -> dict[str, str]:
    """Read the text of each report of one event; of a saved page, its paragraphs."""
    found: dict[str, str] = {}
    for path in sorted((EXAMPLES / event / "reports").iterdir()):
        raw = path.read_text(encoding="utf-8")
        if path.suffix == ".txt":
            found[path.stem] = raw
        elif path.suffix == ".html":
            found[path.stem] = "\n\n".join(Page(raw).paragraphs)
        else:
            lines = [raw] if path.suffix == ".json" else raw.splitlines()
            rows = [json.loads(line) for line in lines if line]
            found.update({row["id"]: row["text"] for row in rows})
    return found


def spans(item: object) -> Iterator[Item]:
    """Find every span at any depth of a golden."""
    if isinstance(item, dict):
        if "exact" in item:
            yield item
        else:
            for value in item.values():
                yield from spans(value)
    elif isinstance(item, list):
        for value in item:
            yield from spans(value)


def offsets(span: Item, text: str) -> tuple[int, int]:
    """Find where the n-th occurrence of the span's words starts and ends."""
    start, end = -1, 0
    for _ in range(span["occurrence"]):
        start = text.find(span["exact"], end)
        if start < 0:
            raise LookupError(f"{span['report']} does not hold {span['exact']!r} so often")
        end = start + len(span["exact"])
    return start, end


def resolve(item: Any, text_of: dict[str, str]) -> Any:
    """Give a golden in which each span has its start and end in place of an occurrence."""
    if isinstance(item, list):
        return [resolve(value, text_of) for value in item]
    if not isinstance(item, dict):
        return item
    if "exact" not in item:
        return {key: resolve(value, text_of) for key, value in item.items()}
    start, end = offsets(item, text_of[item["report"]])
    return {"report": item["report"], "start": start, "end": end, "exact": item["exact"]}


class Page(HTMLParser):
    """The words of a saved page: all that a reader sees, and the paragraphs of its article."""

    def __init__(self, raw: str) -> None:
        """Read the page."""
        super().__init__()
        self.seen = ""
        self.paragraphs: list[str] = []
        self._hidden = self._article = self._paragraph = False
        self.feed(raw)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where an article, a plain paragraph or a hidden part begins."""
        self._article = self._article or tag == "article"
        self._hidden = tag in ("script", "style", "title")
        if tag == "p" and self._article and not attrs:
            self._paragraph = True
            self.paragraphs.append("")

    def handle_endtag(self, tag: str) -> None:
        """Note where it ends."""
        self._hidden = False
        self._article = self._article and tag != "article"
        self._paragraph = self._paragraph and tag != "p"

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        if not self._hidden:
            self.seen += data
        if self._paragraph:
            self.paragraphs[-1] += data
