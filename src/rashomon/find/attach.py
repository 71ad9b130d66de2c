"""Attaching: the statement, speaker, time and place that each figure belongs to."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from rashomon.figure import Figure
from rashomon.find.figures.concepts import leads_away
from rashomon.find.figures.tellers import is_pronoun, name, teller
from rashomon.find.parse import Parsed, Token
from rashomon.find.passages import innermost, passage_of
from rashomon.find.scope import period_of, place_of
from rashomon.statement import Statement
from rashomon.when import Period
from rashomon.where import Place

#: Prepositions of going somewhere.
_TOWARDS = ("to", "into", "toward", "towards")


def attach(
    parsed: Parsed,
    figures: Sequence[Figure],
    statements: Sequence[Statement],
    times: Sequence[Period],
    places: Sequence[Place],
) -> tuple[Figure, ...]:
    """The figures with statement, speaker, period and place, each with its basis.

    A figure belongs to the innermost statement whose content holds its number, and to that
    statement's speaker; outside of all statements it is the narrator's and has none, unless its
    sentence goes on from what was said. A figure that repeats another in a second unit shares
    what that one has found.
    """
    done: dict[str, Figure] = {}
    for figure, following in zip_longest(figures, figures[1:]):
        attached = _said(parsed, figure, statements)
        near = _times_of(parsed, figure, following, times)
        attached = _placed(parsed, attached, statements, near, places)
        attached = _continued(attached, statements, times)
        if attached.speaker is None and attached.statement is None:
            attached = _counted(parsed, attached, statements, done.get(figure.part_of or ""))
        twin = done.get(figure.same_as or "")
        done[figure.id] = _shared(attached, twin) if twin else attached
    return tuple(done.values())


def _said(parsed: Parsed, figure: Figure, statements: Sequence[Statement]) -> Figure:
    statement = innermost(statements, figure.number)
    word = parsed.tokens_of(figure.number)[0]
    figure = replace(figure, clause=passage_of(parsed, word, statement))
    if statement is None or _is_aside(parsed, word, statement):
        return figure
    basis = "explicit" if statement.speaker.basis == "explicit" else "carried"
    return _spoken(figure, statement, basis)


def _is_aside(parsed: Parsed, word: Token, statement: Statement) -> bool:
    """Whether a word only tells more of a subject that is known, before the source is named.

    "The raider, who hurt five, acted alone, according to a website": the website vouches for what
    the sentence says, the narrator for who the raider is.
    """
    cue = statement.cue
    if statement.directness != "indirect" or cue is None or cue.start < statement.content[-1].end:
        return False
    if parsed.tokens_of(cue)[0].lower_ != "according":
        return False
    clause = next((one for one in (word, *word.ancestors) if one.dep_ == "relcl"), None)
    if clause is None or clause.left_edge.i == 0 or clause.head.dep_ not in ("nsubj", "nsubjpass"):
        return False
    known = clause.head.pos_ == "PROPN" or any(one.lower_ == "the" for one in clause.head.lefts)
    return known and clause.left_edge.nbor(-1).text == ","


def _spoken(figure: Figure, statement: Statement, basis: str) -> Figure:
    name = statement.speaker.name
    return replace(
        figure,
        statement=statement.id,
        speaker=name,
        speaker_basis=basis if name else None,
    )


def _continued(figure: Figure, statements: Sequence[Statement], times: Sequence[Period]) -> Figure:
    """A figure of a sentence that goes on from what was said ("During this time, 40 left").

    Its time points back at one that stands in somebody's words; it is that speaker's as well.
    """
    here = next((time for time in times if time.id == figure.period), None)
    if figure.statement is not None or here is None or here.basis != "carried":
        return figure
    ends = (here.from_, here.to)
    before = [time for time in times if time.span < here.span and (time.from_, time.to) == ends]
    statement = innermost(statements, before[-1].span) if before else None
    return _spoken(figure, statement, "carried") if statement is not None else figure


def _counted(
    parsed: Parsed, figure: Figure, statements: Sequence[Statement], whole: Figure | None
) -> Figure:
    """A figure that somebody counts or estimates outside of all statements ("The union put the
    crowd at 80,000") is theirs, and so is a part of it; a pronoun means whoever spoke last.
    """
    found = teller(parsed.tokens_of(figure.number)[-1])
    if found is None:
        told = whole is not None and whole.statement is None and whole.span.end < figure.span.start
        if whole is None or not told:
            return figure
        return replace(figure, speaker=whole.speaker, speaker_basis=whole.speaker_basis)
    before = [one.speaker.name for one in statements if one.span.end <= found.idx]
    if is_pronoun(found):
        last = before[-1] if before else None
        return replace(figure, speaker=last, speaker_basis="carried" if last else None)
    return replace(figure, speaker=_known(name(found), statements), speaker_basis="explicit")


def _known(called: str, statements: Sequence[Statement]) -> str:
    """The name by which a speaker of the report's statements is known: of "the company" the
    company's own, of a surname the full one.
    """
    plain = called.casefold()
    for speaker in (one.speaker for one in statements):
        if speaker.name is None or speaker.span is None:
            continue
        printed = speaker.span.exact.casefold().removeprefix("the ")
        surname = " " in speaker.name and speaker.name.casefold().split()[-1] == plain
        if surname or printed == plain or printed.startswith((plain + "'s", plain + "’s")):
            return speaker.name
    return called


def _times_of(
    parsed: Parsed, figure: Figure, following: Figure | None, times: Sequence[Period]
) -> list[Period]:
    """The times that may date a figure.

    A length of time that is part of a time expression is not dated by it, and of a change "from
    90 to 30 today" the time behind its second end says nothing of its first.
    """
    others = [time for time in times if not time.span.holds(figure.number)]
    before = parsed.report.text[: figure.span.start][-6:].lower()
    if following is None or before.split()[-1:] != ["from"]:
        return others
    between = parsed.report.text[figure.span.end : following.span.start]
    if between.strip(" \"“'‘").lower() != "to":
        return others
    return [time for time in others if time.span.end <= figure.span.start]


def _placed(
    parsed: Parsed,
    figure: Figure,
    statements: Sequence[Statement],
    times: Sequence[Period],
    places: Sequence[Place],
) -> Figure:
    period = period_of(parsed, figure.span, times, statements)
    place = place_of(parsed, figure.span, places, statements)
    if place is not None and leads_away(figure.action) and _is_goal(parsed, place[0]):
        place = None
    return replace(
        figure,
        period=period[0].id if period else None,
        period_basis=period[1] if period else None,
        place=place[0].id if place else None,
        place_basis=place[1] if place else None,
    )


def _is_goal(parsed: Parsed, place: Place) -> bool:
    """Whether a place is where somebody is taken: "moved to schools in Arden"."""
    word: Token = parsed.tokens_of(place.span).root
    for above in (word, *word.ancestors):
        if above.pos_ in ("VERB", "AUX"):
            return False
        if above.dep_ == "prep" and above.lower_ in _TOWARDS:
            return True
    return False


def _shared(figure: Figure, twin: Figure) -> Figure:
    """A repeated figure stands where its first form stands."""
    return replace(
        figure,
        statement=figure.statement or twin.statement,
        speaker=figure.speaker or twin.speaker,
        speaker_basis=figure.speaker_basis or twin.speaker_basis,
        period=twin.period,
        period_basis=twin.period_basis,
        place=twin.place,
        place_basis=twin.place_basis,
    )
