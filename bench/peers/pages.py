"""Reads saved pages with trafilatura alone, or with resiliparse: `pages.py trafilatura`."""

import json
import sys
from collections.abc import Callable

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree
from trafilatura import bare_extraction
from trafilatura.settings import Document

Answer = dict[str, str | None]


def by_trafilatura(html: str) -> Answer:
    """As one uses it who sets nothing but what is asked for here."""
    found = bare_extraction(html, include_comments=False, with_metadata=True)
    if not isinstance(found, Document):
        return {"text": "", "title": None, "author": None, "published": None}
    return {
        "text": found.text,
        "title": found.title,
        "author": found.author,
        "published": found.date,
    }


def by_resiliparse(html: str) -> Answer:
    """The main content and the page's own title; it tells no author and no date."""
    tree = HTMLTree.parse(html)
    text = extract_plain_text(tree, main_content=True, comments=False)
    return {"text": text, "title": tree.title}


READERS: dict[str, Callable[[str], Answer]] = {
    "trafilatura": by_trafilatura,
    "resiliparse": by_resiliparse,
}

if __name__ == "__main__":
    read = READERS[sys.argv[1]]
    for line in sys.stdin:
        sys.stdout.write(json.dumps(read(json.loads(line)["html"])) + "\n")
