"""What one report holds as rows of plain words, kind by kind."""

from collections.abc import Iterable

from rashomon.figure import Figure
from rashomon.notes import Notes
from rashomon.statement import Statement
from rashomon.tell.shown import dates_words, short

#: How many characters of the report's words a row shows.
_QUOTED = 90


def note_rows(note: Notes) -> tuple[tuple[str, list[tuple[str, ...]]], ...]:
    """Each kind with its rows: the report's words first, then what was made of them."""
    return (
        ("Statements", [_statement(each) for each in note.statements]),
        ("Figures", [_figure(each) for each in note.figures]),
        ("Times", [(each.span.exact, _when(each.from_, each.to)) for each in note.times]),
        ("Places", [(each.span.exact, each.name, _known(each.country)) for each in note.places]),
        ("Actors", [(each.name, each.kind, _known(each.role, each.for_)) for each in note.actors]),
        ("People", [(each.name, _known(each.age, each.role, each.fate)) for each in note.people]),
        (
            "Claims",
            [
                (short(each.span.exact, _QUOTED), each.topic, _known(each.degree, each.polarity))
                for each in note.claims
            ],
        ),
        ("Events", [(short(each.span.exact, _QUOTED), each.kind) for each in note.events]),
        ("Problems", [(each.kind, each.detail) for each in note.problems]),
    )


def figure_words(figure: Figure) -> str:
    """What a figure states, in words: "at least 40", "1,200 or 12,000?", "10 to 20"."""
    if not figure.well_formed:
        return " or ".join(_number(each) for each in figure.candidates) + "?"
    if figure.qualifier == "range" and figure.low is not None and figure.high is not None:
        return f"{_number(figure.low)} to {_number(figure.high)}"
    if figure.value is None:
        return "no value"
    qualifier = "" if figure.qualifier == "exact" else figure.qualifier.replace("_", " ") + " "
    return qualifier + _number(figure.value)


def _statement(statement: Statement) -> tuple[str, ...]:
    words = " … ".join(piece.exact for piece in statement.content)
    nobody = "(narrator)" if statement.speaker.basis == "narrator" else "(not named)"
    speaker = statement.speaker.name or nobody
    return short(words, _QUOTED), speaker, statement.stance


def _figure(figure: Figure) -> tuple[str, ...]:
    known = _known(figure.measure or figure.counted, figure.speaker)
    return short(figure.span.exact, _QUOTED), f"{figure_words(figure)} ({figure.unit})", known


def _when(from_: str | None, to: str | None) -> str:
    return dates_words(from_, to) if from_ or to else "open"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value.is_integer() else f"{value:,}"


def _known(*parts: object) -> str:
    return ", ".join(str(part) for part in _present(parts))


def _present(parts: Iterable[object]) -> Iterable[object]:
    return (part for part in parts if part is not None)
