"""Propositions: the clauses of what speakers say, as the words that carry their meaning, and
whether they are turned: "they did not meet" turns {meet}."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rashomon.account import Origin
from rashomon.report import Report, Span
from rashomon.statement import Statement
from rashomon.words.names import fold
from rashomon.words.tables import table

#: Where a clause ends: at a stop or comma, or before a word that joins another clause to it.
_BREAKS = re.compile(
    r"[,;:.!?–—\n“”\"()]+|\b(?:and|but|that|which|who|because|while|although|though|as|when|after|"
    r"before|since|where|so|adding|saying)\b"
)
_PRONOUN = re.compile(r"\b(?:I|we|me|us|my|our|he|she|him|her|his)\b", re.I)
#: The month, which is no modal.
_MONTH = re.compile(r"\bMay\b")
#: Shorter words are grammar.
_WEIGHTY = 3
#: Endings that verbs and nouns take, cut off so that a word's forms are one.
_ENDINGS = re.compile(r"(?:ations?|ing|ied|ies|ed|es|s|e|y)$")
_SHORTEST_STEM = 3
#: A clause with more words of weight says more than one thing.
_LONGEST = 12


@dataclass(frozen=True, slots=True)
class Opposites:
    """One group of `data/opposites.toml`: two sides of which not both can be so."""

    sides: tuple[frozenset[str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Wording:
    """The table `data/opposites.toml`."""

    negators: frozenset[str]
    turning: frozenset[str]
    supposing: frozenset[str]
    light: frozenset[str]
    forms: dict[str, tuple[str, ...]]
    opposites: tuple[Opposites, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of a statement: its words of weight as stems, whether it is turned, the word that
    is turned where one is ("meet" of "did not meet"), and the names and numbers in it."""

    span: Span
    stems: frozenset[str]
    turned: bool
    head: str | None
    names: frozenset[str]
    voice: frozenset[str]
    statement: Statement
    report: Report
    origin: Origin


def clauses_of(statement: Statement, report: Report, origin: Origin) -> Iterator[Clause]:
    """The clauses of a statement that say something outright; what is supposed, asked or to come
    is left out. Who denies a statement turns all of it."""
    denied = statement.stance == "denies" or statement.attitude == "contests"
    if statement.stance not in ("asserts", "denies", "reports"):
        return
    for content in statement.content:
        for start, end in _pieces(report.text, content):
            read = _read(report.text[start:end])
            if read is not None:
                stems, turned, head = read
                yield Clause(
                    span=report.span(start, end),
                    stems=stems,
                    turned=denied != turned,
                    head=head,
                    names=_names(report.text[start:end]),
                    voice=_voice(report.text[start:end], origin),
                    statement=statement,
                    report=report,
                    origin=origin,
                )


def _voice(text: str, origin: Origin) -> frozenset[str]:
    """The words of a speaker's name, where a clause may speak of that speaker by a pronoun."""
    spoken = origin.named and _PRONOUN.search(text) is not None
    return frozenset(fold(origin.name).split()) if spoken else frozenset()


def _read(text: str) -> tuple[frozenset[str], bool, str | None] | None:
    """The stems of a clause, whether it is turned, and the stem that is; None where nothing is
    said outright, or too much."""
    spelled = re.sub(r"\b(\w+?)n['’]t\b", r"\1 not", _MONTH.sub("", text))
    words = fold(spelled).split()
    known = table("opposites", Wording)
    turning = [at for at, word in enumerate(words) if word in known.negators or _turns(word)]
    if len(turning) > 1 or any(word in known.supposing for word in words):
        return None
    carrying = [word for at, word in enumerate(words) if at not in turning and _weighs(word)]
    stems = frozenset(map(stem, carrying))
    behind = words[turning[0] + 1 :] if turning else []
    head = next((stem(word) for word in behind if _weighs(word)), None)
    return (stems, bool(turning), head) if 0 < len(stems) <= _LONGEST else None


def _weighs(word: str) -> bool:
    """Whether a word carries meaning of its own."""
    light = table("opposites", Wording).light
    return (len(word) >= _WEIGHTY or word.isdigit()) and word not in light


@cache
def _turns(word: str) -> bool:
    turning = table("opposites", Wording).turning
    return stem(word) in {stem(each) for each in turning}


def _pieces(text: str, span: Span) -> Iterator[tuple[int, int]]:
    """Where the clauses of a passage start and end, blanks cut off."""
    start = span.start
    for match in [*_BREAKS.finditer(text, span.start, span.end), None]:
        end = match.start() if match is not None else span.end
        piece = text[start:end]
        if piece.strip():
            first = start + len(piece) - len(piece.lstrip())
            yield first, first + len(piece.strip())
        start = match.end() if match is not None else end


def _names(text: str) -> frozenset[str]:
    """The words with a capital that open no clause, and the numbers."""
    found = re.findall(r"(?<=\w )[A-Z][\w’'-]+|\b\d[\d.,]*", text)
    return frozenset(fold(word) for word in found)


@cache
def stem(word: str) -> str:
    """A folded word without the ending that its forms differ by."""
    word = _irregular().get(word, word)
    cut = _ENDINGS.sub("", word)
    cut = cut if len(cut) >= _SHORTEST_STEM else word
    return cut[:-1] if len(cut) > _SHORTEST_STEM and cut[-1] == cut[-2] else cut


@cache
def _irregular() -> dict[str, str]:
    forms = table("opposites", Wording).forms
    return {form: base for base, each in forms.items() for form in each}


@cache
def _opposed() -> dict[str, frozenset[str]]:
    """The stems that stand against each stem of the table."""
    against: dict[str, set[str]] = {}
    for group in table("opposites", Wording).opposites:
        sides = [frozenset(map(stem, side)) for side in group.sides]
        for side, other in (sides, sides[::-1]):
            for word in side:
                against.setdefault(word, set()).update(other - side)
    return {word: frozenset(others) for word, others in against.items()}


def opposites_of(word: str) -> frozenset[str]:
    """The stems that the table sets against a stem. How a word begins proves nothing: what is
    discovered was not uncovered, and who is informed is not unformed."""
    return _opposed().get(word, frozenset())
