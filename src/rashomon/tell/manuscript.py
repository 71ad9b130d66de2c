"""A manuscript: an account as titled sections of paragraphs and tables, for what is on paper.

The words are those of the other formats; every reference is the number of a citation, and the last
section gives the words that each number stands for.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rashomon.account import Account, Position, Question
from rashomon.report import Report, Span
from rashomon.tell import sections
from rashomon.tell.amendments import amendments
from rashomon.tell.citations import Citations
from rashomon.tell.pictures.strip import dated_otherwise
from rashomon.tell.shown import (
    count_words,
    dates_words,
    headline,
    line,
    outlet,
    published_words,
)
from rashomon.tell.sources import sources
from rashomon.tell.voices import Voice, voices

#: How many citations one passage names; the page and the JSON have them all.
MOST_NOTES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words with the numbers of the citations that they rest on; `lead` stands before them."""

    text: str
    lead: str = ""
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of a section: `kind` is paragraph, item, remark, heading or table.

    A table has its heads in `heads`, the widths of its columns to each other in `shares` and its
    cells, row by row, in `rows`; any other kind has one passage in its one row. `mark` is a word
    about a heading.
    """

    kind: str
    rows: tuple[tuple[Passage, ...], ...]
    heads: tuple[str, ...] = ()
    shares: tuple[int, ...] = ()
    mark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A titled stretch of the manuscript."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A citation under its number: which report, published when, and its words."""

    number: int
    report: str
    published: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manuscript:
    """An account on paper; `made` says by what it was made."""

    title: str
    kicker: str
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    made: str


def manuscript(account: Account) -> Manuscript:
    """The account's sections in the order of every format, those with nothing to say left out."""
    return _Writer(account).written()


class _Writer:
    """One account on its way to paper."""

    def __init__(self, account: Account) -> None:
        self.account = account
        self.citations = Citations(account)
        self.sources = sources(account)
        self.names = {each.origin.id: each.name for each in self.sources}
        self.report_names = sections.report_names(account)

    def written(self) -> Manuscript:
        story, account = self.account.story, self.account
        found = (
            (sections.brief_heading(account), self._brief()),
            ("Disputed", self._set_out(sections.disputed(account))),
            ("Updated", self._set_out(sections.updated(account))),
            ("Worth knowing", self._findings()),
            ("Figures", self._table(sections.settled_figures(account))),
            ("Also answered", self._table(sections.other_questions(account))),
            ("Who said what", self._voices()),
            ("Timeline", self._timeline()),
            ("Sources and origins", self._sources()),
            ("Corrections", self._corrections()),
            ("Problems", self._problems()),
            ("Reports", self._reports()),
        )
        titled = ((title, tuple(blocks)) for title, blocks in found)
        return Manuscript(
            title=line(story.title),
            kicker=self._kicker(),
            sections=tuple(Section(title=t, blocks=blocks) for t, blocks in titled if blocks),
            notes=tuple(self._notes()),
            made=_made(account),
        )

    def _kicker(self) -> str:
        story, reports = self.account.story, self.account.reports
        outlets = {each.outlet for each in reports if each.outlet}
        counts = [count_words(len(reports), "report")]
        counts += [count_words(len(outlets), "outlet")] if outlets else []
        return " · ".join([*counts, dates_words(story.from_, story.to)])

    def _brief(self) -> Iterator[Block]:
        for sentence in self.account.brief:
            yield _block("paragraph", self._cited(sentence.text, sentence.citations))

    def _set_out(self, questions: Iterable[Question]) -> Iterator[Block]:
        for question in questions:
            relation = sections.RELATION_WORDS[question.relation]
            yield _block("heading", Passage(text=line(question.text)), mark=relation)
            rows = tuple(self._held(each) for each in question.positions)
            yield _table(("Who says it", 3), ("Answer", 5), ("Reports", 3), rows=rows)
            why = "; ".join(dict.fromkeys(each.text for each in question.reasons))
            if why:
                yield _block("remark", Passage(lead="Why", text=line(why)))
            for finding in sections.remarks(self.account, question):
                told = self._cited(finding.text, sections.evidence(finding), lead="Note")
                yield _block("remark", told)

    def _held(self, position: Position) -> tuple[Passage, ...]:
        behind = sections.reports_behind(self.account, position)
        return (
            Passage(text=line(self.names[position.origin])),
            self._answer(position),
            Passage(text=_outlets(behind)),
        )

    def _answer(self, position: Position) -> Passage:
        stance = "" if position.stance == "asserts" else f" ({position.stance})"
        return self._cited(position.answer + stance, position.evidence)

    def _findings(self) -> Iterator[Block]:
        for finding in sections.other_findings(self.account):
            told = self._cited(finding.text, sections.evidence(finding), lead=finding.priority)
            yield _block("item", told)

    def _table(self, questions: Iterable[Question]) -> Iterator[Block]:
        rows = tuple(row for each in questions for row in self._rows(each))
        if rows:
            yield _table(
                ("Question", 5), ("Answer", 4), ("Who says it", 4), ("Reports", 3), rows=rows
            )

    def _rows(self, question: Question) -> Iterator[tuple[Passage, ...]]:
        """One row a position; the question stands with the first."""
        asked = line(question.text)
        if question.relation != "single":
            asked += f" ({sections.RELATION_WORDS[question.relation]})"
        for position in question.positions:
            who, answer, reports = self._held(position)
            yield Passage(text=asked), answer, who, reports
            asked = ""

    def _voices(self) -> Iterator[Block]:
        for voice in voices(self.account):
            yield _block("heading", Passage(text=line(", ".join(voice.titles))))
            yield from self._sayings(voice)

    def _sayings(self, voice: Voice) -> Iterator[Block]:
        for saying in voice.sayings:
            stance = "" if saying.stance == "asserts" else saying.stance
            words = f"{saying.words} (through {saying.via})" if saying.via else saying.words
            spans = [each.span for each in saying.statements]
            yield _block("item", self._cited(words, spans, lead=stance))

    def _timeline(self) -> Iterator[Block]:
        entries = self.account.timeline
        dates = [dates_words(each.from_, each.to) for each in entries]
        doubted = dated_otherwise(entries)
        rows = tuple(
            (
                Passage(text="; otherwise ".join([date, *(dates[n - 1] for n in others)])),
                self._cited(each.text, each.citations),
            )
            for number, (date, each) in enumerate(zip(dates, entries, strict=True), start=1)
            for others in [doubted.get(number, ())]
        )
        if rows:
            yield _table(("When", 1), ("What the reports tell", 4), rows=rows)

    def _sources(self) -> Iterator[Block]:
        for source in self.sources:
            words = f"{source.backing}: {_outlets(source.reports)}" if source.reports else ""
            yield _block("item", Passage(lead=line(source.name), text=words or source.backing))
            for twin in source.twins:
                yield _block("remark", Passage(text=line(twin)))

    def _corrections(self) -> Iterator[Block]:
        for each in amendments(self.account):
            yield _block("item", self._cited(f"{each.words} — {each.state}", each.spans))

    def _problems(self) -> Iterator[Block]:
        for problem in self.account.problems:
            where = problem.path or problem.report
            words = f"{problem.detail} ({where})" if where else problem.detail
            spans = (problem.span,) if problem.span else ()
            yield _block("item", self._cited(words, spans, lead=problem.kind.replace("_", " ")))

    def _reports(self) -> Iterator[Block]:
        rows = tuple(
            (
                Passage(text=line(self.report_names[each.id])),
                Passage(text=published_words(each)),
                Passage(text=headline(each, 90)),
                Passage(text=line(each.url or each.path or "")),
            )
            for each in self.account.reports
        )
        heads = (("Report", 4), ("Published", 3), ("Headline", 6), ("Where", 7))
        yield _table(*heads, rows=rows)

    def _notes(self) -> Iterator[Note]:
        published = {each.id: published_words(each) for each in self.account.reports}
        for citation in self.citations:
            span = citation.span
            yield Note(
                number=citation.number,
                report=line(self.report_names[span.report] + self.citations.page(span)),
                published=published[span.report],
                words=line(span.exact),
            )

    def _cited(self, words: str, spans: Iterable[Span], lead: str = "") -> Passage:
        notes = tuple(each.number for each in self.citations.of(spans))[:MOST_NOTES]
        return Passage(text=line(words), lead=line(lead), notes=notes)


def _block(kind: str, passage: Passage, mark: str = "") -> Block:
    return Block(kind=kind, rows=((passage,),), mark=mark)


def _table(*heads: tuple[str, int], rows: tuple[tuple[Passage, ...], ...]) -> Block:
    names, shares = zip(*heads, strict=True)
    return Block(kind="table", heads=names, shares=shares, rows=rows)


def _outlets(reports: Iterable[Report]) -> str:
    return ", ".join(dict.fromkeys(outlet(each) for each in reports))


def _made(account: Account) -> str:
    parts = (*account.made_by.models, *account.made_by.data)
    named = [f"{part.name} {part.version or ''}".strip() for part in parts]
    return " · ".join(map(line, [f"Made by rashomon {account.made_by.version}", *named]))
