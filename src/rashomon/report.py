"""A report: one document published by an outlet, and the spans that point into its text."""

import hashlib
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A slice of a report's text: code points, end-exclusive; `text[start:end] == exact`."""

    report: str
    start: int
    end: int
    exact: str

    def overlaps(self, other: "Span") -> bool:
        """Whether both spans share at least one character of one report."""
        return self.report == other.report and self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Whether `other` lies within this span."""
        return self.report == other.report and self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of the text; `kind` is dateline, heading, paragraph, caption, quote or list."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of a paged document, as a stretch of the text."""

    page: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """Marks a translated text: from which language, by whom."""

    of: str | None = None
    language: str | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One document published by an outlet; its `text` is kept exactly as it was decoded.

    `published` and `updated` are ISO 8601; `published_precision` is instant, day or month;
    `published_basis` is given (by the input or the user), metadata (of a page) or inferred.
    """

    id: str
    path: str | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    archived_url: str | None = None
    author: str | None = None
    language: str | None = None
    published: str | None = None
    published_precision: str | None = None
    published_basis: str | None = None
    updated: str | None = None
    retrieved: str | None = None
    media_type: str | None = None
    raw_sha256: str | None = None
    sha256: str = field(init=False)
    characters: int = field(init=False)
    text: str
    translation: Translation | None = None
    pages: tuple[Page, ...] = ()
    blocks: tuple[Block, ...] = ()

    def __post_init__(self) -> None:
        # Set past the frozen door: both follow from the text and nobody may give another value.
        digest = hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
        object.__setattr__(self, "sha256", digest)
        object.__setattr__(self, "characters", len(self.text))

    def span(self, start: int, end: int) -> Span:
        """The span of `text[start:end]`. Raises ValueError where it is empty or outside."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no such slice in report {self.id}: {start}..{end}")
        return Span(report=self.id, start=start, end=end, exact=self.text[start:end])

    @property
    def day(self) -> date | None:
        """The day of publication, where it is known to the day."""
        if self.published is None or self.published_precision == "month":
            return None
        return date.fromisoformat(self.published[:10])


def content_id(letter: str, *parts: object) -> str:
    """An id made from content alone: a letter for the kind and ten hexadecimal digits."""
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return letter + hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:10]
