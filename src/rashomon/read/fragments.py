"""Pieces of HTML that are all article: an entry of a feed, the body of a mail."""

from collections.abc import Iterator
from typing import Any

#: Elements that begin a piece of their own, and the kind of block that it is.
_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("li", "dt", "dd"), "list"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    "blockquote": "quote",
    **dict.fromkeys(
        ("p", "div", "section", "article", "td", "th", "tr", "pre", "ul", "ol", "figure", "table"),
        "paragraph",
    ),
}
_LEFT_OUT = ("script", "style", "template", "noscript", "head", "iframe", "object", "svg", "form")

#: No more characters of a piece of HTML are read.
_MOST_CHARACTERS = 3_000_000


def pieces_of(html: str) -> list[tuple[str, str]]:
    """Kind and words of each stretch of text in a piece of HTML, in order."""
    # The library carries no types.
    from lxml.etree import LxmlError  # type: ignore[import-untyped]
    from lxml.html import HTMLParser, fromstring  # type: ignore[import-untyped]

    # A page may say that it is XML of some encoding, which the library then refuses as text.
    data = html[:_MOST_CHARACTERS].replace("\0", "").encode("utf-8", "replace")
    try:
        root = fromstring(data, parser=HTMLParser(encoding="utf-8", no_network=True))
    except (LxmlError, ValueError):
        return []
    found = list[tuple[str, str]]()
    kind, words = "paragraph", list[str]()
    for before, text in _texts(root):
        if before is not None:
            found += _lines(kind, words)
            kind, words = before, []
        words.append(text)
    return found + _lines(kind, words)


def _lines(kind: str, words: list[str]) -> list[tuple[str, str]]:
    lines = (" ".join(line.split()) for line in "".join(words).split("\n"))
    return [(kind, line) for line in lines if line]


def _texts(root: Any) -> Iterator[tuple[str | None, str]]:
    """Each text with the kind of the piece that begins with it, None where none does.

    Walked without recursion: elements may stand in one another deeper than Python's stack.
    """
    waiting: list[tuple[Any, str, bool]] = [(root, "paragraph", False)]
    while waiting:
        element, kind, leaving = waiting.pop()
        if leaving:
            yield (kind if element.tag in _KINDS else None), _flat(element.tail)
            continue
        if not isinstance(element.tag, str) or element.tag in _LEFT_OUT:
            yield None, _flat(element.tail)
            continue
        inner = _KINDS.get(element.tag, kind)
        # A paragraph in an item or a quotation is of its kind.
        inner = kind if inner == "paragraph" and kind in ("list", "quote", "caption") else inner
        yield (
            (inner if element.tag in _KINDS else None),
            "\n" * (element.tag == "br") + _flat(element.text),
        )
        waiting.append((element, kind, True))
        waiting += [(child, inner, False) for child in reversed(element)]


def _flat(text: str | None) -> str:
    return (text or "").replace("\n", " ").replace("\r", " ")
