"""Corrections: a person's file of them, one JSON object a line, each line right or a problem."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from rashomon.correction import KINDS, Anchor, Correction
from rashomon.errors import UnreadableInput, WrongCall
from rashomon.problem import Problem

_SHA256 = re.compile(r"[0-9a-f]{64}")
_GRADE = re.compile(r"[A-F][1-6]?|[1-6]")
_WORDS = ("value", "from", "to", "by", "reason")
_FIELDS = frozenset(("kind", "text", "start", "end", "other", *_WORDS))


def read_corrections(path: Path) -> tuple[tuple[Correction, ...], list[Problem]]:
    """The corrections in a file of JSON Lines, in its order, and a problem for each wrong line.

    Raises WrongCall where the file cannot be read.
    """
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError as refused:
        raise WrongCall(f"Cannot read {path}: {refused.strerror}.") from refused
    found: list[Correction] = []
    problems: list[Problem] = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            found.append(_correction(line))
        except UnreadableInput as wrong:
            detail = f"line {number}: {wrong.detail}"
            problems.append(Problem(kind=wrong.kind, detail=detail, path=path.name))
    return tuple(found), problems


def _correction(line: bytes) -> Correction:
    try:
        told = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as broken:
        raise _wrong("it is no JSON") from broken
    if not isinstance(told, dict):
        raise _wrong("it is no JSON object")
    kind = told.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        raise _wrong(f"no kind is called {kind!r}: choose from {', '.join(KINDS)}")
    unknown = sorted(set(told) - _FIELDS)
    if unknown:
        raise _wrong(f"no field is called {unknown[0]!r}")
    words = {name: _word(told, name) for name in _WORDS}
    _check(kind, told, words)
    whole = kind == "grade" and "start" not in told and "end" not in told
    anchor = None if whole else _anchor(told)
    return Correction(
        kind=kind,
        text=_hash(told),
        anchor=anchor,
        other=_anchor(told["other"]) if told.get("other") is not None else None,
        value=words["value"],
        from_=words["from"],
        to=words["to"] or words["from"],
        by=words["by"],
        reason=words["reason"],
    )


def _check(kind: str, told: dict[str, object], words: dict[str, str | None]) -> None:
    """Raises UnreadableInput where what the kind must say is missing or wrong."""
    needed = KINDS[kind]
    if needed is not None and not (words.get(needed) or told.get(needed)):
        raise _wrong(f"a {kind} needs {needed!r}")
    if kind == "grade" and not _GRADE.fullmatch(words["value"] or ""):
        raise _wrong("a grade is a letter A to F, a digit 1 to 6, or both: 'B2'")
    if kind == "period":
        days = list(_days(words["from"], words["to"] or words["from"]))
        if days != sorted(days):
            raise _wrong("the period ends before it begins")


def _days(*words: str | None) -> Iterator[date]:
    for word in words:
        try:
            yield date.fromisoformat(word or "")
        except ValueError as broken:
            raise _wrong(f"{word!r} is no day (YYYY-MM-DD)") from broken


def _anchor(told: object) -> Anchor:
    if not isinstance(told, dict):
        raise _wrong("'other' is no object of text, start and end")
    start, end = _place(told.get("start")), _place(told.get("end"))
    if not start < end:
        raise _wrong(f"there is nothing from {start} to {end}")
    return Anchor(text=_hash(told), start=start, end=end)


def _place(told: object) -> int:
    if not isinstance(told, int) or isinstance(told, bool) or told < 0:
        raise _wrong("'start' and 'end' must be whole numbers from 0 on")
    return told


def _hash(told: dict[str, object]) -> str:
    digest = told.get("text")
    if not isinstance(digest, str) or not _SHA256.fullmatch(digest):
        raise _wrong("'text' must be the SHA-256 of a report's text")
    return digest


def _word(told: dict[str, object], name: str) -> str | None:
    word = told.get(name)
    if word is None:
        return None
    if not isinstance(word, str) or not word.strip():
        raise _wrong(f"{name!r} must be words")
    return " ".join(word.split())


def _wrong(detail: str) -> UnreadableInput:
    return UnreadableInput("correction_unusable", f"{detail}.")
