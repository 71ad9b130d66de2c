"""The sense of a figure: its kind, trend, unit, action and measure, put together."""

import re
from dataclasses import dataclass, replace

from rashomon.figure import Figure
from rashomon.find.figures import measures
from rashomon.find.figures.amounts import Amount
from rashomon.find.figures.concepts import Concept, acts, counts_itself, is_life, is_silent
from rashomon.find.figures.counted import Counted, of_mover, of_subject
from rashomon.find.figures.dimensions import dimension
from rashomon.find.figures.ellipsis import set_apart
from rashomon.find.figures.frames import frame_of
from rashomon.find.figures.grammar import Role, is_agent, role
from rashomon.find.figures.trends import difference, moving, particle, trend
from rashomon.find.figures.wording import complement, in_words, noun_phrase, paid
from rashomon.find.parse import Parsed, Token
from rashomon.report import content_id
from rashomon.words import units

#: Behind a number these tell that it was another before ("58, up from 50").
_UP_FROM = re.compile(r",?\s+(?P<way>up|down)\s+(?:from|on)\b", re.I)
_TO = re.compile(r"\bto\s+$", re.I)
#: Kinds that count or measure what something may befall.
_ACTED = ("level", "share", "rate", "change")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """Where a figure sits in its sentence: the token that carries the verb, and its last one."""

    anchor: Token
    last: Token
    concept: Concept | None
    counted: Token | None = None
    apart: bool = False


def carrier(run: list[Token], thing: Counted) -> Token:
    """The token that carries the verb: the counted noun, or the number that it hangs on."""
    number = next((one for one in run if one.head not in run), run[-1])
    head = thing.head
    if head is None or thing.of or head.i <= run[-1].i:
        return number
    if head.dep_ == "pobj" and run[0].i < head.head.i < run[-1].i:
        return run[0]  # "four out of every ten shops"
    # "hundreds of people were hurt": the hundreds carry the verb.
    return number if head.dep_ == "pobj" and head.head.i > run[-1].i else head


def sense_of(parsed: Parsed, amount: Amount, thing: Counted, anchor: Token, last: Token) -> Sense:
    """What befell the counted, unless it is set apart ("all but six") or only describes
    something else ("a two-car tram").
    """
    apart = thing.compound or set_apart(parsed.report.text, amount.begin)
    acted = amount.kind in _ACTED and not apart
    concept = measures.concept_of(anchor, last, thing.head) if acted else None
    return Sense(anchor=anchor, last=last, concept=concept, counted=thing.head, apart=apart)


def built(parsed: Parsed, amount: Amount, thing: Counted, sense: Sense) -> Figure:
    """The figure that an amount makes with what it counts and what befell that."""
    found = Role(governor=sense.anchor, part="root") if sense.apart else role(sense.anchor)
    thing, sense = _of_sentence(amount, thing, sense, found)
    concept = sense.concept
    doubtful = bool(amount.candidates) and (amount.bounds.value is None or amount.unit == "count")
    counted, head = thing.text, thing.lemma
    if counted is None and concept and concept.people and amount.unit == "count":
        counted, head = "people", "person"
    end, rate = _end(parsed, amount, thing, sense)
    kind, way, unit = _sort(parsed, amount, thing, sense, found, rate, head)
    measured = dimension(parsed.report.text, amount)
    number = parsed.span(amount.start, amount.end)
    return Figure(
        id=content_id("f", parsed.report.id, number.start, number.end, number.exact),
        span=parsed.span(amount.begin, end),
        number=number,
        printed=number.exact,
        value=None if doubtful else amount.bounds.value,
        low=None if doubtful else amount.bounds.low,
        high=None if doubtful else amount.bounds.high,
        qualifier=amount.bounds.qualifier,
        qualifier_text=parsed.report.text[slice(*amount.qualifier)] if amount.qualifier else None,
        kind=kind,
        trend=way,
        unit=unit,
        counted=counted,
        head=head,
        population=thing.population,
        of=thing.of,
        action=None if measured else _action(amount, concept, sense.anchor, found),
        measure=measured or _measure(amount, counted, sense, found),
        well_formed=not doubtful,
        candidates=amount.candidates if doubtful else (),
        frame=frame_of(amount, thing, sense.anchor, found, measured),
    )


def _of_sentence(
    amount: Amount, thing: Counted, sense: Sense, found: Role
) -> tuple[Counted, Sense]:
    """What the sentence is about, where the number itself names nothing that it counts."""
    if thing.head is None and amount.kind == "level":
        thing = of_subject(found, thing)
    if thing.head is None and amount.kind == "share" and trend(found.governor):
        thing = of_mover(found, thing)
        sense = replace(sense, counted=thing.head)
    return thing, sense


def _sort(
    parsed: Parsed,
    amount: Amount,
    thing: Counted,
    sense: Sense,
    found: Role,
    rate: str | None,
    head: str | None,
) -> tuple[str, str | None, str]:
    """Kind, trend and unit."""
    kind, way = _kind(parsed.report.text, amount, sense.anchor, found)
    beyond = difference(parsed.report.text, amount.finish)
    if beyond and amount.kind in ("level", "share", "price", "measurement"):
        kind, way = "change", beyond
    unit = f"{head or 'count'} per {rate}" if rate else amount.unit
    if kind == "level" and (rate or thing.compound):
        # A two-car tram is measured in cars; nothing counts its cars.
        kind, unit = ("rate", unit) if rate else ("measurement", head or unit)
    return kind, way, unit


def _end(parsed: Parsed, amount: Amount, thing: Counted, sense: Sense) -> tuple[int, str | None]:
    """Where the figure's words end, and what a rate of a plain count is counted by."""
    end = max(thing.end, amount.finish)
    if amount.unit != "count":
        return end, None
    rate = units.per(parsed.report.text, end)
    if rate:
        return rate[1], rate[0]
    if sense.concept and thing.text is None and sense.last.i + 1 < len(parsed.doc):
        following = sense.last.nbor(1)
        if following.lower_ in sense.concept.adjectives:
            end = following.idx + len(following)
    return end, None


def _kind(text: str, amount: Amount, anchor: Token, found: Role) -> tuple[str, str | None]:
    """The kind, and the trend of what rises or falls by the amount, or to it."""
    if amount.kind not in ("level", "share", "price", "rate"):
        return amount.kind, None
    if noun := _moving(amount, anchor):
        return "change", trend(noun)
    if above := _UP_FROM.match(text, amount.finish):
        return amount.kind, above["way"].lower()
    if found.part == "dobj" and found.governor.lemma_ == "raise":
        return amount.kind, None  # money raised is collected, and nothing rises
    alone = amount.unit != "count" and found.part != "root"
    way = trend(found.governor) or (particle(found.governor, anchor) if alone else None)
    if way is None:
        return amount.kind, None
    if _TO.search(text, max(0, amount.begin - 6), amount.begin):
        return amount.kind, way  # its own "to" may hang on the "from" or "by" before it
    if found.part == "prep by" or (
        found.part in ("npadvmod", "dobj", "advmod") and amount.unit != "count"
    ):
        return "change", way
    if found.part in ("prep to", "prep at"):
        return amount.kind, way
    if found.part == "acomp" and amount.unit != "count":
        return "change", way
    if found.part == "prep of" and found.governor.pos_ == "NOUN":
        return "change", way
    return amount.kind, None


def _moving(amount: Amount, anchor: Token) -> Token | None:
    """The noun that tells of a rise or fall by the amount; "two drops of rum" are a count."""
    return None if amount.unit == "count" else moving(anchor)


def _action(amount: Amount, concept: Concept | None, anchor: Token, found: Role) -> str | None:
    """The concept, else the lemma of the governing verb, or of the noun that moves."""
    if amount.kind == "age":
        return "age"
    if concept is not None:
        return concept.name
    verb = found.governor
    if noun := _moving(amount, anchor):
        return noun.lemma_.lower()
    if amount.kind in ("ordinal", "duration") or (amount.kind == "level" and not _undergone(found)):
        return None  # "two gunmen killed five in three raids": nothing befell gunmen and raids
    if told := complement(found):
        return told[0].lower()  # schools that stay shut are not those that stay open
    if verb.pos_ != "VERB" or acts(verb) or is_silent(verb):
        return None
    return verb.lemma_.lower()


def _undergone(found: Role) -> bool:
    """Whether a verb tells what befell or was done to its part: not to who acts on another."""
    if found.part == "nsubj":
        return not is_agent(found)
    return found.part in ("dobj", "nsubjpass") or trend(found.governor) is not None


def _measure(amount: Amount, counted: str | None, sense: Sense, found: Role) -> str | None:
    """The measure in words."""
    if amount.kind == "age":
        person = _aged_person(sense.anchor)
        return " ".join(["age", "of", *noun_phrase(person)][:14]) if person is not None else "age"
    if sense.concept is not None:
        named = (*sense.concept.adjectives, *sense.concept.bearers)
        if counted and any(word in named for word in _lemmas(counted, sense.counted)):
            return counted  # "wounded people" and "survivors" say it themselves
        befell = measures.said(sense.concept, sense.anchor, sense.last)
        noun = sense.counted
        itself = noun is not None and (counts_itself(noun) is not None or is_life(noun))
        whom = "people" if itself or (not counted and sense.concept.people) else counted or ""
        return f"{whom} {befell}".strip()
    if noun := _moving(amount, sense.anchor):
        return " ".join(noun_phrase(noun)[:14])
    plain = counted if amount.kind not in ("duration", "measurement", "price") else None
    said = in_words(plain, sense.anchor, found)
    return said or (paid(found) if amount.kind == "price" else None) or counted


def _lemmas(counted: str, head: Token | None) -> list[str]:
    return [*counted.lower().split(), *([head.lemma_.lower()] if head is not None else [])]


def _aged_person(anchor: Token) -> Token | None:
    """Whose age it is: the noun that the age describes or is set behind."""
    token = anchor
    for _ in range(6):
        if token.pos_ in ("NOUN", "PROPN") and token.lemma_ not in ("year", "month", "age"):
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None
