"""Rows: what each noun of an account says in one line, under the same names in every format."""

from collections.abc import Iterable, Iterator

from rashomon.account import Account, Position, Question
from rashomon.correction import Correction
from rashomon.figure import Figure
from rashomon.person import Person
from rashomon.report import Report, Span
from rashomon.statement import Statement
from rashomon.tell.amendments import amendments
from rashomon.tell.sections import RELATION_WORDS, report_names, reports_behind
from rashomon.tell.tables.table import Cell, day_cell

#: One row, by the names of its columns.
Row = dict[str, Cell]


class Rows:
    """The rows of one account, kind by kind, in the account's order."""

    def __init__(self, account: Account) -> None:
        self.account = account
        self._names = report_names(account)
        self._published = {report.id: published_cell(report) for report in account.reports}
        self._times = {time.id: time for time in account.times}
        self._places = {place.id: place for place in account.places}
        self._origins = {origin.id: origin for origin in account.origins}
        self._questions: dict[str, str] = {
            figure: question.id
            for question in account.questions
            for position in question.positions
            for figure in position.figures
        }

    def reports(self) -> Iterator[Row]:
        """One row a report: where it is from, when it was published, what its text hashes to."""
        for report in self.account.reports:
            yield _report(report)

    def statements(self) -> Iterator[Row]:
        """One row an attributed passage: who, how, what."""
        for statement in self.account.statements:
            yield _statement(statement) | self.at(statement.span)

    def figures(self) -> Iterator[Row]:
        """One row a figure, as its report prints it."""
        for figure in self.account.figures:
            yield self.figure(figure)

    def figure(self, figure: Figure) -> Row:
        """The row of one figure."""
        return (
            {"figure": figure.id, "question": self._questions.get(figure.id)}
            | _figure(figure)
            | self.placed(figure.place)
            | self.timed(figure.period)
            | {
                "speaker": figure.speaker,
                "statement": figure.statement,
                "place_basis": figure.place_basis,
                "period_basis": figure.period_basis,
                "speaker_basis": figure.speaker_basis,
            }
            | self.at(figure.span)
        )

    def positions(self) -> Iterator[Row]:
        """One row a position: its question, its answer, and who stands behind it."""
        for question in self.account.questions:
            for position in question.positions:
                yield self._asked(question) | self._answered(position)

    def people(self) -> Iterator[Row]:
        """One row a person and report: what befell them, with all spellings."""
        for person in self.account.people:
            first = person.spellings[0] if person.spellings else None
            yield _person(person) | (self.at(first) if first else {})

    def corrections(self) -> Iterator[Row]:
        """One row a person's correction, in words and in its parts."""
        told = amendments(self.account)
        for amendment, correction in zip(told, self.account.corrections, strict=True):
            row = {"told": amendment.words} | _correction(correction)
            yield row | (self.at(correction.span) if correction.span else {})

    def at(self, span: Span) -> Row:
        """Where words stand: report, outlet, day, offsets, the words themselves."""
        return {
            "report": span.report,
            "outlet": self._names[span.report],
            "published": self._published[span.report],
            "start": span.start,
            "end": span.end,
            "words": span.exact,
        }

    def placed(self, place: str | None) -> Row:
        """A place by name and point, with the precision of UCDP's where_prec."""
        found = self._places.get(place or "")
        if found is None:
            return {}
        return {
            "place": found.name,
            "country": found.country,
            "lat": found.lat,
            "lon": found.lon,
            "where_prec": found.precision,
        }

    def timed(self, period: str | None) -> Row:
        """A period by its first and last day, and by the value that its words have (TIMEX3)."""
        found = self._times.get(period or "")
        if found is None:
            return {}
        ends = day_cell(found.from_), day_cell(found.to)
        told: Row = {"from": ends[0], "to": ends[1]}
        return told | {"when_precision": found.precision, "when_value": found.value}

    def _asked(self, question: Question) -> Row:
        row: Row = {
            "question": question.id,
            "asked": question.text,
            "kind": question.kind,
            "event": question.event,
            "relation": RELATION_WORDS[question.relation],
            "measure": question.measure,
            "counted": question.counted,
            "population": question.population,
            "independent_origins": question.independent_origins,
            "independent_parties": question.independent_parties,
            "outlets": question.outlets,
        }
        return row | self.placed(question.place) | self.timed(question.period)

    def _answered(self, position: Position) -> Row:
        origin = self._origins[position.origin]
        behind = reports_behind(self.account, position)
        return {
            "position": position.id,
            "answer": position.answer,
            "value": position.value,
            "low": position.low,
            "high": position.high,
            "qualifier": position.qualifier,
            "stance": position.stance,
            "origin": origin.name,
            "origin_kind": origin.kind,
            "speaks_for": origin.for_ or origin.party,
            "named": origin.named,
            "reports": "; ".join(report.id for report in behind),
            "evidence": "; ".join(map(_located, position.evidence)),
            "words": " | ".join(_once(span.exact for span in position.evidence)),
        }


def published_cell(report: Report) -> Cell:
    """The day of publication; a month as it is written."""
    if report.published is None or report.published_precision != "month":
        return day_cell(report.published)
    return report.published[:7]


def _report(report: Report) -> Row:
    return {
        "report": report.id,
        "outlet": report.outlet,
        "title": report.title,
        "author": report.author,
        "published": published_cell(report),
        "published_at": report.published,
        "published_precision": report.published_precision,
        "published_basis": report.published_basis,
        "url": report.url,
        "archived_url": report.archived_url,
        "path": report.path,
        "language": report.language,
        "characters": report.characters,
        "sha256": report.sha256,
        "raw_sha256": report.raw_sha256,
    }


def _statement(statement: Statement) -> Row:
    speaker = statement.speaker
    return {
        "statement": statement.id,
        "speaker": speaker.name,
        "role": speaker.role,
        "speaks_for": speaker.for_,
        "named": speaker.named,
        "speaker_basis": speaker.basis,
        "stance": statement.stance,
        "directness": statement.directness,
        "said": " … ".join(piece.exact for piece in statement.content),
        "cue": statement.cue.exact if statement.cue else None,
        "within": statement.within,
        "via": statement.via,
        "occasion": statement.occasion,
    }


def _figure(figure: Figure) -> Row:
    return {
        "printed": figure.printed,
        "value": figure.value,
        "low": figure.low,
        "high": figure.high,
        "qualifier": figure.qualifier,
        "unit": figure.unit,
        "kind": figure.kind,
        "trend": figure.trend,
        "measure": figure.measure,
        "counted": figure.counted,
        "population": figure.population,
        "of": figure.of,
        "well_formed": figure.well_formed,
        "candidates": " or ".join(f"{each:.15g}" for each in figure.candidates) or None,
    }


def _person(person: Person) -> Row:
    return {
        "person": person.id,
        "name": person.name,
        "spellings": "; ".join(_once(span.exact for span in person.spellings)),
        "age": person.age,
        "sex": person.sex,
        "role": person.role,
        "fate": person.fate,
        "statements": "; ".join(person.statements),
    }


def _correction(correction: Correction) -> Row:
    other = correction.span_of_other
    return {
        "correction": correction.kind,
        "state": correction.state,
        "value": correction.value,
        "from": day_cell(correction.from_),
        "to": day_cell(correction.to),
        "by": correction.by,
        "reason": correction.reason,
        "other": _located(other) if other else None,
        "text_sha256": correction.text,
    }


def _located(span: Span) -> str:
    return f"{span.report} {span.start}-{span.end}"


def _once(words: Iterable[str]) -> Iterator[str]:
    """Each wording once, on one line."""
    return iter(dict.fromkeys(" ".join(each.split()) for each in words))
