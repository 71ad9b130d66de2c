"""Writes docs/json.md from the nouns themselves: their fields, their types and their docstrings."""

import inspect
import re
import types
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from rashomon.account import Account, MadeBy
from rashomon.notes import Notes
from rashomon.report import Report
from rashomon.story import Story

PAGE = Path(__file__).parents[1] / "docs" / "json.md"
HEAD = """\
# The JSON of `find` and `account`

Made by `make docs` from the types in `src/rashomon`; do not edit.

`rashomon find --format json` prints a list of [Notes](#notes), one a report, in input order.
`rashomon account --format json` prints an [Account](#account), with `--stories` a list of them.
`rashomon stories --format json` prints a list of objects: `story` (its id), `title`, `from`, `to`
and `reports` (their ids).

Every field is always there; what is not known is `null`. Names and meanings stay as they are,
fields may be added. Offsets count Unicode code points and end before their end:
`text[start:end] == exact` holds for every [Span](#span).
"""
PLAIN = {str: "string", int: "integer", float: "number", bool: "true or false"}

#: Where the JSON says it otherwise than the type: settings are an object, a report's text can be
#: withheld, and a story inside its account does not list the reports again.
OTHERWISE: dict[tuple[type, str], str] = {
    (MadeBy, "settings"): "object of strings, numbers and nulls",
    (Report, "text"): "string, or null with `--texts none`",
}
LEFT_OUT: set[tuple[type, str]] = {(Story, "reports")}

#: What the docstrings say in Python's words.
IN_JSON = {"from_": "from", "for_": "for", "None": "null", "True": "true", "False": "false"}


def json_fields(noun: type) -> dict[str, str]:
    """The fields of a noun as JSON names them, each with its kind of value."""
    hints = get_type_hints(noun)
    return {
        field.name.rstrip("_"): OTHERWISE.get((noun, field.name)) or _kind(hints[field.name])
        for field in fields(noun)
        if (noun, field.name) not in LEFT_OUT
    }


def nouns(*roots: type) -> list[type]:
    """The roots and all the dataclasses that their fields lead to, in the order of meeting."""
    met: dict[type, None] = {}
    waiting = list(roots)
    while waiting:
        noun = waiting.pop(0)
        if noun not in met:
            met[noun] = None
            hints = get_type_hints(noun)
            waiting += [part for each in fields(noun) for part in _dataclasses(hints[each.name])]
    return list(met)


def page() -> str:
    """docs/json.md."""
    return "\n".join([HEAD, *(_section(noun) for noun in nouns(Account, Notes))])


def _section(noun: type) -> str:
    told = inspect.getdoc(noun) or ""
    described = re.sub(r"\b(from_|for_|None|True|False)\b", lambda it: IN_JSON[it[0]], told)
    rows = [f"| `{name}` | {kind} |" for name, kind in json_fields(noun).items()]
    table = "\n".join(["| field | value |", "| --- | --- |", *rows])
    return f"## {noun.__name__}\n\n{described}\n\n{table}\n"


def _kind(hint: Any) -> str:
    """The words for a type: "list of [Span](#span)", "string or null"."""
    if get_origin(hint) is types.UnionType:
        choices = [_kind(each) for each in get_args(hint) if each is not type(None)]
        return " or ".join([*choices, "null"])
    if get_origin(hint) is tuple:
        parts = get_args(hint)
        return f"list of {_kind(parts[0])}" if parts[-1] is ... else f"{_kind(parts[0])} pair"
    if is_dataclass(hint):
        name = getattr(hint, "__name__", "")
        return f"[{name}](#{name.lower()})"
    return PLAIN[hint]


def _dataclasses(hint: Any) -> Iterator[type]:
    if isinstance(hint, type) and is_dataclass(hint):
        yield hint
    for part in get_args(hint):
        yield from _dataclasses(part)


if __name__ == "__main__":
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8")
    print(PAGE.relative_to(PAGE.parents[1]))
