"""An account, the notes of `find` and a list of stories as plain text for a terminal."""

from collections.abc import Iterable, Sequence

from rashomon.account import Account, Position, Question
from rashomon.notes import Notes
from rashomon.report import Report, Span
from rashomon.story import Story
from rashomon.tell.amendments import amendments
from rashomon.tell.citations import Citations
from rashomon.tell.pictures.lines import bar_rows, map_rows
from rashomon.tell.pictures.maps import place_map
from rashomon.tell.pictures.strip import dated_otherwise
from rashomon.tell.rows import note_rows
from rashomon.tell.sections import (
    RELATION_WORDS,
    brief_heading,
    disputed,
    evidence,
    other_findings,
    other_questions,
    remarks,
    report_names,
    reports_behind,
    settled_figures,
    sides,
    updated,
)
from rashomon.tell.sheet import Sheet
from rashomon.tell.shown import count_words, dates_words, headline, outlet, published_words, short
from rashomon.tell.sources import sources
from rashomon.tell.voices import Voice, voices

#: How much of each section a terminal shows before it says "(+N more)".
_REPORTS, _QUESTIONS, _VOICES, _SAYINGS, _ENTRIES, _SOURCES, _PROBLEMS = 20, 25, 12, 5, 20, 15, 12

#: Bars are drawn where there are more of them, with their head, than this.
_DRAWN = 3

#: How many characters of a quoted passage are shown.
_QUOTED = 120

#: How many characters of an answer are shown.
_ANSWER = 120


def account_text(account: Account, width: int = 100, *, color: bool = False) -> str:
    """The account for a terminal of `width` columns; bold and colours only if asked for."""
    return _AccountText(account, Sheet(width, color)).written()


def find_text(notes: Sequence[Notes], width: int = 100, *, color: bool = False) -> str:
    """What each single report holds, kind by kind, for a terminal of `width` columns."""
    sheet = Sheet(width, color)
    for note in notes:
        report = note.report
        sheet.title(f"{outlet(report)} · {published_words(report)} · {report.id}")
        for kind, rows in note_rows(note):
            if rows:
                sheet.heading(f"{kind} ({len(rows)})")
                sheet.columns(rows)
    return sheet.text()


def stories_text(
    stories: Sequence[Story], reports: Sequence[Report], width: int = 100, *, color: bool = False
) -> str:
    """The stories, each with its reports, for a terminal of `width` columns."""
    sheet = Sheet(width, color)
    by_id = {report.id: report for report in reports}
    for story in stories:
        sheet.title(story.title)
        members = [by_id[id_] for id_ in story.reports if id_ in by_id]
        dates = dates_words(story.from_, story.to)
        sheet.paragraph(f"{count_words(len(members), 'report')} · {dates}", indent=0, style="dim")
        sheet.columns(_named(each) for each in members)
    return sheet.text()


def _named(report: Report) -> tuple[str, ...]:
    id_ = report.id if report.outlet else ""
    return outlet(report), published_words(report), headline(report, 42), id_


def _numbers(numbers: Iterable[int]) -> str:
    """The numbers of citations, neighbours joined: "[1][3-5]"."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    ends = ((run[0], run[-1]) for run in runs)
    return "".join(f"[{first}]" if first == last else f"[{first}-{last}]" for first, last in ends)


class _AccountText:
    """One account on its way to a sheet; remembers which citations it has shown."""

    def __init__(self, account: Account, sheet: Sheet) -> None:
        self.account = account
        self.sheet = sheet
        self.sources = sources(account)
        self.names = {each.origin.id: each.name for each in self.sources}
        self.citations = Citations(account)
        self.report_names = report_names(account)
        self.shown: dict[Span, int] = {}

    def written(self) -> str:
        """All sections, those without anything to say left out."""
        self._head()
        self._brief()
        self._set_out("Disputed", disputed(self.account))
        self._set_out("Updated", updated(self.account))
        self._findings()
        self._answered("Figures", settled_figures(self.account))
        self._answered("Also answered", other_questions(self.account))
        self._voices()
        self._timeline()
        self._places()
        self._sources()
        self._corrections()
        self._problems()
        self._cited()
        return self.sheet.text()

    def _marks(self, spans: Iterable[Span]) -> str:
        """The numbers of spans, by the order in which they are met; all are listed at the end."""
        found = (each.span for each in self.citations.of(spans))
        return _numbers([self.shown.setdefault(each, len(self.shown) + 1) for each in found])

    def _marked(self, words: str, spans: Iterable[Span]) -> str:
        return f"{words} {self._marks(spans)}".rstrip()

    def _head(self) -> None:
        story, reports = self.account.story, self.account.reports
        self.sheet.title(story.title)
        outlets = {report.outlet for report in reports if report.outlet}
        counts = [count_words(len(reports), "report")]
        counts += [count_words(len(outlets), "outlet")] if outlets else []
        self.sheet.paragraph(
            " · ".join([*counts, dates_words(story.from_, story.to)]), indent=0, style="dim"
        )
        self.sheet.heading("Reports")
        self.sheet.columns(_named(each) for each in reports[:_REPORTS])
        self.sheet.more(len(reports) - _REPORTS)

    def _brief(self) -> None:
        if self.account.brief:
            self.sheet.heading(brief_heading(self.account))
        for sentence in self.account.brief:
            self.sheet.item(self._marked(sentence.text, sentence.citations))

    def _set_out(self, heading: str, questions: Sequence[Question]) -> None:
        """Questions with their sides, and why they stand as they do."""
        if questions:
            self.sheet.heading(heading)
        for question in questions[:_QUESTIONS]:
            self.sheet.paragraph(f"{question.text} — {RELATION_WORDS[question.relation]}")
            for origin, positions in sides(question):
                self._side(self.names[origin], positions)
            bars = list(bar_rows(self.account, question, self.names))
            if len(bars) > _DRAWN:
                self.sheet.picture(bars, indent=4)
            why = "; ".join(dict.fromkeys(each.text for each in question.reasons))
            if why:
                self.sheet.item(why, indent=4, mark="why:")
            for finding in remarks(self.account, question):
                self.sheet.item(finding.text, indent=4, mark="note:")
        self.sheet.more(len(questions) - _QUESTIONS)

    def _side(self, name: str, positions: Sequence[Position]) -> None:
        if len(positions) == 1:
            self.sheet.item(f"{name}: {self._answer(positions[0])}", indent=4)
            return
        self.sheet.item(f"{name}:", indent=4)
        for position in positions:
            self.sheet.item(self._answer(position), indent=6)

    def _answer(self, position: Position) -> str:
        stance = "" if position.stance == "asserts" else f" ({position.stance})"
        return self._marked(short(position.answer, _ANSWER) + stance, position.evidence)

    def _findings(self) -> None:
        findings = other_findings(self.account)
        if findings:
            self.sheet.heading("Worth knowing")
        for finding in findings[:_QUESTIONS]:
            self.sheet.item(self._marked(finding.text, evidence(finding)))
        self.sheet.more(len(findings) - _QUESTIONS)

    def _answered(self, heading: str, questions: Sequence[Question]) -> None:
        """Questions that nobody disputes: what one origin alone answers in a line of its own."""
        if questions:
            self.sheet.heading(heading)
        for question in questions[:_QUESTIONS]:
            if len(question.positions) == 1:
                self.sheet.item(f"{question.text} {self._told(question.positions[0])}")
                continue
            self.sheet.paragraph(f"{question.text} — {RELATION_WORDS[question.relation]}")
            for position in question.positions:
                self.sheet.item(self._told(position), indent=4)
        self.sheet.more(len(questions) - _QUESTIONS)

    def _told(self, position: Position) -> str:
        """An answer, who gives it, and the outlets it stands in where these are others."""
        name = self.names[position.origin]
        found = dict.fromkeys(outlet(each) for each in reports_behind(self.account, position))
        outlets = ", ".join(each for each in found if each != name)
        return f"{self._answer(position)} — {name}" + (f" ({outlets})" if outlets else "")

    def _voices(self) -> None:
        found = voices(self.account)
        if found:
            self.sheet.heading("Who said what")
        for voice in found[:_VOICES]:
            self._voice(voice)
        self.sheet.more(len(found) - _VOICES)

    def _voice(self, voice: Voice) -> None:
        self.sheet.paragraph(", ".join(voice.titles))
        for saying in voice.sayings[:_SAYINGS]:
            stance = "" if saying.stance == "asserts" else f"{saying.stance}: "
            via = f" (through {saying.via})" if saying.via else ""
            marks = self._marks(each.span for each in saying.statements)
            self.sheet.item(f"{stance}{short(saying.words, _QUOTED)} {marks}{via}", indent=4)
        hidden = len(voice.sayings) - _SAYINGS
        if hidden > 0:
            self.sheet.paragraph(f"(+{hidden} more)", indent=4, style="dim")

    def _timeline(self) -> None:
        entries = self.account.timeline
        if entries:
            self.sheet.heading("Timeline")
            dates = [dates_words(each.from_, each.to) for each in entries]
            doubted = dated_otherwise(entries)
            self.sheet.columns(
                (
                    "; otherwise ".join([date, *(dates[n - 1] for n in doubted.get(number, ()))]),
                    self._marked(each.text, each.citations),
                )
                for number, (date, each) in enumerate(zip(dates, entries, strict=True), start=1)
                if number <= _ENTRIES
            )
        self.sheet.more(len(entries) - _ENTRIES)

    def _places(self) -> None:
        picture = place_map(self.account)
        if picture is not None:
            self.sheet.heading("Places")
            rows = list(map_rows(picture))
            if not self.sheet.picture(rows):
                self.sheet.columns((place,) for _, place in rows if place)

    def _sources(self) -> None:
        found = self.sources
        if found:
            self.sheet.heading("Sources and origins")
        for source in found[:_SOURCES]:
            outlets = ", ".join(dict.fromkeys(outlet(each) for each in source.reports))
            words = f"{source.name}: {source.backing}"
            self.sheet.item(f"{words} ({outlets})" if outlets else words)
            for twin in source.twins:
                self.sheet.paragraph(twin, indent=4)
        self.sheet.more(len(found) - _SOURCES)

    def _corrections(self) -> None:
        found = amendments(self.account)
        if found:
            self.sheet.heading("Corrections")
        for each in found:
            self.sheet.item(self._marked(f"{each.words} — {each.state}", each.spans))

    def _problems(self) -> None:
        problems = self.account.problems
        if problems:
            self.sheet.heading("Problems")
        for problem in problems[:_PROBLEMS]:
            where = problem.path or problem.report
            words = f"{problem.kind.replace('_', ' ')}: {problem.detail}"
            spans = (problem.span,) if problem.span else ()
            self.sheet.item(self._marked(f"{words} ({where})" if where else words, spans))
        self.sheet.more(len(problems) - _PROBLEMS)

    def _place(self, span: Span) -> str:
        """The name of a span's report, and the page where it has pages."""
        return self.report_names[span.report] + self.citations.page(span)

    def _cited(self) -> None:
        if self.shown:
            self.sheet.heading("Citations")
        self.sheet.columns(
            (f"[{number}]", f"{self._place(span)}: {short(span.exact, _QUOTED)}")
            for span, number in self.shown.items()
        )
