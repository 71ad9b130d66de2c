"""Stating: the claims of a story with all that is needed to compare them, looked up once."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.account import Origin
from rashomon.claim import Claim
from rashomon.notes import Notes
from rashomon.report import Report, Span
from rashomon.statement import Statement
from rashomon.weigh.origins import Sources
from rashomon.weigh.setting import Setting
from rashomon.weigh.subjects import Stated
from rashomon.weigh.topics import is_count, side_of_war, topic_of
from rashomon.when import Period
from rashomon.words.names import fold

#: A question of this topic is told by other means: what is confirmed or denied may be anything.
_NOT_ASKED = "words"
#: A time stands at most so many characters behind "said": "said late on Monday".
_BEHIND_CUE = 12
#: Pronouns of the speaker, and those of a body that speaks.
_FIRST = ("i", "we", "our", "us", "my", "me")
_OF_BODIES = ("it", "its", "they", "their")


def all_stated(notes: Sequence[Notes], sources: Sources, setting: Setting) -> Iterator[Stated]:
    """Every claim of a story that a question can be asked of, with what it is compared by.

    What another time than the story's had is left out. A pronoun stands for the speaker who uses
    it of itself: "we have taken it", "the minister said she had resigned".
    """
    for note in notes:
        places = {place.id: place for place in note.places}
        periods = {period.id: period for period in note.times}
        said = {statement.id: statement for statement in note.statements}
        for claim in note.claims:
            period = periods.get(claim.period) if claim.period else None
            if topic_of(claim.topic).same == _NOT_ASKED or _is_counted(claim):
                continue
            if period is None or not setting.is_other_time(period):
                statement = said.get(claim.statement or "")
                said_at = _said_at(statement, note.times)
                origin = sources.behind(claim.span, claim.statement)
                yield Stated(
                    claim=_resolved(claim, statement, origin, sources),
                    report=note.report,
                    place=places.get(claim.place) if claim.place else None,
                    period=period,
                    day=_day(period, said_at, note.report),
                    said=said_at,
                    origin=origin,
                )


def _is_counted(claim: Claim) -> bool:
    """Whether a claim counts whom something befell: that is a figure and no status."""
    return claim.topic in ("fate", "guilt") and is_count(claim.subject)


def _said_at(statement: Statement | None, times: Sequence[Period]) -> Period | None:
    """When a statement was made, where its frame tells: "said on Monday"."""
    if statement is None:
        return None
    return next((time for time in times if _frames(time.span, statement)), None)


def _day(period: Period | None, said: Period | None, report: Report) -> str | None:
    """The day up to which a claim is told: when it was said, else of publication, else its own."""
    own = period if report.day is None else None
    for each in (said, own):
        if each is not None and each.from_ and each.to and each.from_[:10] == each.to[:10]:
            return each.from_[:10]
    return report.day.isoformat() if report.day is not None else None


def _frames(time: Span, statement: Statement) -> bool:
    """Whether a time belongs to the saying: within the statement or right behind its cue."""
    near = statement.span.start <= time.start <= statement.span.end + _BEHIND_CUE
    return near and not statement.says(time)


def _resolved(claim: Claim, statement: Statement | None, origin: Origin, sources: Sources) -> Claim:
    """A claim with the pronouns that stand for its speaker put into names."""
    if statement is None or not statement.speaker.name:
        return claim
    speaker, name = statement.speaker, statement.speaker.name
    # "A lawyer for Karl Voss said he ...": whoever is spoken for, where that is a person.
    client = speaker.for_ if not speaker.named and _is_person(speaker.for_) else None
    names = dict.fromkeys(_FIRST, name)
    of_body = origin.id in sources.bodies or side_of_war(name) is not None
    if of_body or (name[:1].isupper() and speaker.role is None and not _is_person(name)):
        names |= dict.fromkeys(_OF_BODIES, name)
    if not of_body:
        names["he"] = names["she"] = client or name
    return replace(
        claim,
        subject=names.get(fold(claim.subject or ""), claim.subject),
        other=names.get(fold(claim.other or ""), claim.other),
    )


def _is_person(name: str | None) -> bool:
    """Whether a name reads like a person's: two words or three, each with a capital."""
    words = (name or "").split()
    return 2 <= len(words) <= 3 and all(w[:1].isupper() and not w.isupper() for w in words)
