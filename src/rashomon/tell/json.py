"""JSON as the contract has it: the nouns' own fields, in their own order."""

import json
from collections.abc import Collection, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from math import isfinite
from typing import TYPE_CHECKING

import msgspec

from rashomon.account import Account, MadeBy
from rashomon.errors import WrongCall
from rashomon.notes import Notes
from rashomon.report import Report
from rashomon.story import Story

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

#: The kinds that `find` may be asked for one by one.
KINDS = ("statements", "figures", "times", "places", "actors", "people", "claims", "events")


def to_json(thing: Account | Sequence[Account | Notes | Story]) -> bytes:
    """The JSON of an account, or of a list of accounts, notes or stories.

    UTF-8, one space of indent, a final newline, fields in the order of the nouns. Raises
    ValueError where a number is infinite or not a number: no stage may make one.
    """
    if isinstance(thing, Account):
        return json_bytes(_plain(thing))
    return json_bytes([_listed(item) for item in thing])


def notes_json(notes: Sequence[Notes], only: Collection[str] | None = None) -> bytes:
    """The JSON of `find`: all kinds, or those in `only`, with reports and problems always.

    Raises WrongCall where `only` names a kind that does not exist.
    """
    unknown = sorted(set(only or ()) - set(KINDS))
    if unknown:
        raise WrongCall(f"No such kind: {', '.join(unknown)}. Choose from {', '.join(KINDS)}.")
    hidden = set() if only is None else set(KINDS) - set(only)
    return json_bytes([_fields(note, hidden) for note in notes])


def json_bytes(plain: object) -> bytes:
    """What JSON knows as bytes: UTF-8, one space of indent, a final newline."""
    try:
        return msgspec.json.format(msgspec.json.encode(plain), indent=1) + b"\n"
    except UnicodeEncodeError:
        # Lone surrogates have no UTF-8; "backslashreplace" writes them as JSON escapes them.
        text = json.dumps(plain, ensure_ascii=False, indent=1)
        return f"{text}\n".encode("utf-8", "backslashreplace")


def _listed(item: Account | Notes | Story) -> object:
    if not isinstance(item, Story):
        return _plain(item)
    return {
        "story": item.id,
        "title": item.title,
        "from": item.from_,
        "to": item.to,
        "reports": list(item.reports),
    }


def _plain(value: object) -> object:
    """A value as JSON knows it. Raises ValueError where a number is infinite or not a number."""
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, float):
        if not isfinite(value):
            raise ValueError(f"JSON knows no {value}")
        return int(value) if value.is_integer() else value
    if isinstance(value, Report):
        return _fields(value) | {"text": value.text if _carries_text(value) else None}
    if isinstance(value, Story):
        return _fields(value, {"reports"})
    if isinstance(value, MadeBy):
        return _fields(value) | {"settings": dict(value.settings)}
    if is_dataclass(value) and not isinstance(value, type):
        return _fields(value)
    return value


def _carries_text(report: Report) -> bool:
    return len(report.text) == report.characters


def _fields(noun: "DataclassInstance", hidden: Collection[str] = ()) -> dict[str, object]:
    return {
        key: _plain(getattr(noun, name))
        for name, key in _keys(type(noun))
        if not hidden or name not in hidden
    }


@cache
def _keys(noun: "type[DataclassInstance]") -> tuple[tuple[str, str], ...]:
    """The fields of a noun, each with its key: a trailing underscore only avoids Python's words."""
    return tuple((each.name, each.name.rstrip("_")) for each in fields(noun))
