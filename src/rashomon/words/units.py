"""Units and currencies: how texts write them, and how one converts into another."""

import re
from dataclasses import dataclass, field
from functools import cache

from rashomon.words.tables import table


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One unit; `factor` turns it into the base of its dimension."""

    name: str
    kind: str
    forms: list[str]
    joined: list[str] = field(default_factory=list)
    dimension: str | None = None
    factor: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Units:
    """The table `units`."""

    units: list[Unit]
    rates: dict[str, list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Currency:
    """One currency by its ISO 4217 code."""

    code: str
    signs: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Currencies:
    """The table `currencies`."""

    currencies: list[Currency]
    cents: Currency


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What stands around a number: its unit, the kind of figure, and how far the words reach."""

    unit: str
    kind: str
    start: int
    end: int
    scale: float = 1.0


_VAGUE = re.compile(r"(?:[a-z]{3,}s|couple|handful)$", re.I)


@cache
def unit(name: str) -> Unit | None:
    """The unit of that name, None for a count, a currency or a rate."""
    return {one.name: one for one in table("units", Units).units}.get(name)


def convert(value: float, source: str, target: str) -> float | None:
    """`value` in `target` units, None where the two measure different things."""
    one, other = unit(source), unit(target)
    if source == target:
        return value
    if one is None or other is None or not one.dimension or one.dimension != other.dimension:
        return None
    return value * one.factor / other.factor


def comparable(source: str, target: str) -> bool:
    """Whether both units measure one dimension."""
    return convert(1.0, source, target) is not None


def measured(text: str, start: int, end: int) -> Measured | None:
    """The unit or currency of the number at `text[start:end]`, None for a plain count."""
    sign = _sign().search(text, max(0, start - 8), start)
    if sign:
        begin, code = sign.start(), _codes()[sign[1].lower()]
        return Measured(unit=code, kind="price", start=begin, end=end)
    # "Billions of dollars", "a couple of months": a vague word reaches its unit over "of".
    vague = _VAGUE.search(text, start, end)
    reach = end + len(" of") if vague and text[end : end + 4] == " of " else end
    word = _money().match(text, reach)
    if word:
        name = " ".join(word[1].lower().split())
        cents = name in table("currencies", Currencies).cents.words
        return Measured(
            unit=_codes()[name],
            kind="price",
            start=start,
            end=word.end(),
            scale=0.01 if cents else 1,
        )
    form = _forms().match(text, reach)
    if form is None:
        return None
    name = " ".join((form["joined"] or form["form"]).lower().replace("-", " ").split())
    found = _names()[name]
    thrust = text[form.end() : form.end() + 4] == " of "
    if found.name == "pound" and re.search(r"[a-z]$", text[start:end]) and not thrust:
        # "5 million pounds" is money; pounds of weight come in plain numbers.
        return Measured(unit="GBP", kind="price", start=start, end=form.end())
    return Measured(unit=found.name, kind=found.kind, start=start, end=form.end())


def per(text: str, end: int) -> tuple[str, int] | None:
    """What a rate is counted by ("a month" after `end`) and where it ends."""
    match = _per().match(text, end)
    if match is None:
        return None
    return (match["word"] or match["any"]).lower(), match.end()


@cache
def _codes() -> dict[str, str]:
    known = table("currencies", Currencies)
    named = [(form.lower(), one.code) for one in known.currencies for form in one.signs + one.words]
    return dict(named) | dict.fromkeys(known.cents.words, known.cents.code)


@cache
def _names() -> dict[str, Unit]:
    forms: dict[str, Unit] = {}
    for one in table("units", Units).units:
        for form in one.forms + one.joined:
            forms.setdefault(" ".join(form.lower().replace("-", " ").split()), one)
    return forms


def _any(forms: list[str]) -> str:
    longest = sorted(set(forms), key=lambda form: (-len(form), form))
    return "|".join(re.escape(form).replace(r"\ ", r"[\s-]+") for form in longest)


@cache
def _sign() -> re.Pattern[str]:
    signs = [sign for one in table("currencies", Currencies).currencies for sign in one.signs]
    return re.compile(rf"(?<![A-Za-z])({_any(signs)})[^\S\n]?$")


@cache
def _money() -> re.Pattern[str]:
    known = table("currencies", Currencies)
    words = [word for one in known.currencies for word in one.words] + known.cents.words
    return re.compile(rf"[^\S\n]?-?({_any(words)})(?![A-Za-z])", re.I)


@cache
def _forms() -> re.Pattern[str]:
    known = table("units", Units).units
    forms = _any([form for one in known for form in one.forms])
    joined = _any([form for one in known for form in one.joined])
    return re.compile(
        rf"(?:(?P<joined>(?-i:{joined}))|[^\S\n]?-?(?P<form>{forms}))(?![A-Za-z0-9²³])", re.I
    )


@cache
def _per() -> re.Pattern[str]:
    words = _any(table("units", Units).rates["words"])
    return re.compile(
        rf"(?:[^\S\n]|-)(?:(?:an?|each|every)(?:[^\S\n]|-)(?:[A-Z]\w+[^\S\n])?(?P<word>{words})"
        rf"|per[^\S\n](?:[A-Z]\w+[^\S\n])?(?P<any>[a-z]+))\b"
        # "$79m a year earlier" is no rate.
        r"(?![^\S\n](?:earlier|ago|before|previously|later|on)\b)"
    )
