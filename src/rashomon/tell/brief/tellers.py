"""Tellers: who gives an answer, as a brief names them."""

from collections.abc import Sequence

from rashomon.account import Position
from rashomon.tell.brief.plain import is_cautious
from rashomon.tell.brief.speakers import Speakers
from rashomon.tell.desk import Desk


def tellers_of(desk: Desk, same: Sequence[Position], speakers: Speakers) -> list[str]:
    """Who gives an answer, each once; nobody for a report that has no name.

    Where somebody is named who says so, the outlets that only print it need not be; but one who is
    heard in few of the reports does not stand for the rest.
    """
    spoken = [each for each in same if desk.origins[each.origin].kind == "speaker"]
    if 2 * len(_reports(spoken)) < len(_reports(same)):
        told = [_teller_of(desk, each, speakers) for each in same]
        return list(dict.fromkeys(filter(None, told))) if all(told) else []
    told = [_teller_of(desk, each, speakers) for each in spoken or same]
    return list(dict.fromkeys(filter(None, told)))


def _reports(positions: Sequence[Position]) -> set[str]:
    return {span.report for each in positions for span in each.evidence}


def _teller_of(desk: Desk, position: Position, speakers: Speakers) -> str | None:
    """Who gives an answer; with words of caution where the report sets some before the name."""
    for each in position.statements[:1]:
        speaker = desk.statements[each].speaker
        if speaker.span is not None and is_cautious(speaker.span.exact):
            return speakers.of_statement(speaker)
    return speakers.of_origin(desk.origins[position.origin], position.evidence)
