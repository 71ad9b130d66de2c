"""Noting: all that one report holds, each kind over the same parse."""

from rashomon.find.actors.search import find_actors
from rashomon.find.attach import attach
from rashomon.find.claims.search import find_claims
from rashomon.find.events.search import find_events
from rashomon.find.figures.search import figure_problems, find_figures
from rashomon.find.foreign.counts import find_counts
from rashomon.find.foreign.quoted import find_quoted
from rashomon.find.foreign.tongue import Tongue, tongue_of
from rashomon.find.parse import Parsed, parse_problems
from rashomon.find.people.search import find_people
from rashomon.find.places.search import find_places
from rashomon.find.places.toponyms import Gazetteer
from rashomon.find.statements.quotes import quote_problems
from rashomon.find.statements.search import find_statements
from rashomon.find.times.search import find_times
from rashomon.notes import Notes


def notes_of(parsed: Parsed, gazetteer: Gazetteer) -> Notes:
    """What a report holds, by the rules of its language."""
    tongue = tongue_of(parsed.report.language)
    return _foreign(parsed, tongue) if tongue is not None else _english(parsed, gazetteer)


def _foreign(parsed: Parsed, tongue: Tongue) -> Notes:
    """What stands in quotation marks and what is counted; all else is left unknown."""
    statements = find_quoted(parsed, tongue)
    figures = find_counts(parsed, tongue, statements)
    problems = (*parse_problems(parsed), *figure_problems(parsed, figures))
    return Notes(report=parsed.report, statements=statements, figures=figures, problems=problems)


def _english(parsed: Parsed, gazetteer: Gazetteer) -> Notes:
    places = find_places(parsed, gazetteer)
    times = find_times(parsed)
    actors = find_actors(parsed)
    statements = find_statements(parsed, actors)
    figures = attach(parsed, find_figures(parsed), statements, times, places)
    return Notes(
        report=parsed.report,
        statements=statements,
        figures=figures,
        times=times,
        places=places,
        actors=actors,
        people=find_people(parsed, actors, statements),
        claims=find_claims(parsed, statements, times, places),
        events=find_events(parsed, actors, figures, statements, times, places),
        problems=(
            *parse_problems(parsed),
            *quote_problems(parsed),
            *figure_problems(parsed, figures),
        ),
    )
