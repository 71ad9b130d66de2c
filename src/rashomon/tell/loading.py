"""Loading: a saved account, from the JSON that this program wrote back to the nouns."""

import json
import math
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from typing import Any

import msgspec

from rashomon.account import RELATIONS, Account, Question
from rashomon.correction import KINDS
from rashomon.errors import DamagedAccount
from rashomon.report import Span
from rashomon.tell.sections import PRIORITIES
from rashomon.tell.texts import carried_spans

#: The only schema that this version reads.
_SCHEMA = "rashomon.account/1"

#: Names that Python keeps for itself: the nouns' fields have an underscore, the JSON has none.
_FIELDS = {"from": "from_", "for": "for_"}

#: A year, month, day or moment of ISO 8601, as far as the nouns write them.
_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T.+)?)?)?")
_FIRST_DAY = "0000-01-01"

_SHA256 = re.compile("[0-9a-f]{64}")

#: Numbers are added, and drawn to one scale: beyond this a floating point number cannot hold that.
_TOO_LARGE = 1e300

#: No latitude is greater (degrees), and no longitude greater than twice that.
_POLE = 90


def load_account(data: bytes, name: str = "The account") -> Account:
    """The account that `to_json` wrote as `data`; `name` is what messages call it.

    What the account says is taken as it stands: whether its spans are slices of its texts is
    asked of `misplaced`. Reports without their text, or with a part of it, keep the hash and the
    length of the whole. Raises DamagedAccount where the data are no JSON, no account of a known
    schema, or point at what they do not hold.
    """
    account = _converted(_parsed(data, name), name)
    fault = next(_faults(account), None)
    if fault:
        raise DamagedAccount(f"{name} is damaged: {fault}. Make it anew with `rashomon account`.")
    return account


def misplaced(account: Account) -> tuple[Span, ...]:
    """The spans whose words do not stand at their place in the text, as far as it is carried."""
    texts = {report.id: report.text for report in account.reports}
    held = {report.id for report in account.reports if report.text or not report.characters}
    return tuple(
        span
        for span in dict.fromkeys(carried_spans(account))
        if span.report in held and texts[span.report][span.start : span.end] != span.exact
    )


def _parsed(data: bytes, name: str) -> dict[str, Any]:
    try:
        loaded = json.loads(
            data,
            object_hook=_as_fields,
            parse_float=_number,
            parse_int=_whole_number,
            parse_constant=_number,
        )
    except (ValueError, RecursionError) as fault:
        raise DamagedAccount(f"{name} is no JSON that can be read: {fault}.") from fault
    if isinstance(loaded, list):
        raise DamagedAccount(
            f"{name} is a list of {len(loaded)}, and one account is wanted. "
            "Make an account of one story, without --stories."
        )
    if not isinstance(loaded, dict) or loaded.get("schema") != _SCHEMA:
        raise DamagedAccount(
            f"{name} is no account of the schema {_SCHEMA}. "
            "Make one with `rashomon account --format json`."
        )
    return loaded


def _as_fields(held: dict[str, Any]) -> dict[str, Any]:
    """An object of the JSON under the names and in the shapes of the nouns."""
    named = {_FIELDS.get(key, key): value for key, value in held.items()}
    if isinstance(named.get("settings"), dict):
        named["settings"] = list(named["settings"].items())
    return named


def _number(printed: str) -> float:
    number = float(printed)
    if math.isnan(number):
        raise ValueError(f"{printed[:20]} is no number")
    if abs(number) >= _TOO_LARGE:
        raise ValueError(f"{printed[:20]} is too large: numbers are below {_TOO_LARGE:g}")
    return number


def _whole_number(printed: str) -> int:
    _number(printed)
    return int(printed)


def _converted(loaded: dict[str, Any], name: str) -> Account:
    reports = [each for each in _listed(loaded.get("reports")) if isinstance(each, dict)]
    whole = [(each.get("sha256"), each.get("characters")) for each in reports]
    for each in reports:
        each["text"] = "" if each.get("text") is None else each["text"]
    if isinstance(loaded.get("story"), dict):
        loaded["story"]["reports"] = [each.get("id") for each in reports]
    try:
        account = msgspec.convert(loaded, Account)
        for report, (sha256, characters) in zip(account.reports, whole, strict=True):
            # Past the frozen door: what is left of a text has another hash and another length.
            object.__setattr__(report, "sha256", msgspec.convert(sha256, str))
            object.__setattr__(report, "characters", msgspec.convert(characters, int))
    except (msgspec.ValidationError, UnicodeEncodeError) as fault:
        raise DamagedAccount(f"{name} is damaged: {fault}.") from fault
    return account


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _faults(account: Account) -> Iterator[str]:
    """What would lead a reader of the account to something that it does not hold."""
    ids = Counter(report.id for report in account.reports)
    yield from (f"two reports have the id {each!r}" for each, count in ids.items() if count > 1)
    for report in account.reports:
        if not _SHA256.fullmatch(report.sha256):
            yield f"{report.sha256!r} is no SHA-256"
    for span in carried_spans(account):
        if span.report not in ids or not 0 <= span.start < span.end:
            yield f"a span points at {span.start} to {span.end} of {span.report!r}"
    held = {
        "origin": {origin.id for origin in account.origins},
        "figure": {figure.id for figure in account.figures},
        "claim": {claim.id for claim in account.claims},
        "event": {event.id for event in account.events},
        "statement": {statement.id for statement in account.statements},
    }
    for question in account.questions:
        yield from _question_faults(question, held)
    for finding in account.findings:
        if finding.priority not in PRIORITIES:
            yield f"no priority is called {finding.priority!r}"
    for correction in account.corrections:
        if correction.kind not in KINDS:
            yield f"no correction is called {correction.kind!r}"
    for place in account.places:
        if abs(place.lat or 0) > _POLE or abs(place.lon or 0) > 2 * _POLE:
            yield f"{place.name!r} lies at {place.lat}, {place.lon}, where no place is"
    yield from (f"{each!r} is no date" for each in _dates(account) if not _is_date(each))


def _question_faults(question: Question, held: Mapping[str, Collection[str]]) -> Iterator[str]:
    positions = {position.id for position in question.positions}
    for position in question.positions:
        pointed = {
            "origin": (position.origin,),
            "figure": position.figures,
            "claim": position.claims,
            "event": position.events,
            "statement": position.statements,
        }
        for kind, ids in pointed.items():
            yield from (f"no {kind} has the id {id!r}" for id in ids if id not in held[kind])
    for relation in question.relations:
        if not {relation.a, relation.b} <= positions:
            yield f"a relation of {question.id!r} is not between its positions"
    for name in (question.relation, *(each.relation for each in question.relations)):
        if name not in RELATIONS:
            yield f"no relation is called {name!r}"


def _dates(account: Account) -> Iterator[str]:
    """All dates that are shown or compared."""
    yield from filter(None, (report.published for report in account.reports))
    yield from filter(None, (account.story.from_, account.story.to))
    for period in account.times:
        yield from filter(None, (period.from_, period.to))
    for correction in account.corrections:
        yield from filter(None, (correction.from_, correction.to))
    for entry in account.timeline:
        yield from filter(None, (entry.from_, entry.to))


def _is_date(words: str) -> bool:
    if not _ISO.fullmatch(words):
        return False
    try:
        datetime.fromisoformat(words + _FIRST_DAY[len(words) :])
    except ValueError:
        return False
    return True
