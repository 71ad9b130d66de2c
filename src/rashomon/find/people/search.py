"""People: the named persons of a report with age, sex, role, and what befell them."""

from collections.abc import Iterable

from rashomon.actor import Actor
from rashomon.find.actors.posts import role_table
from rashomon.find.actors.sexes import Sexes
from rashomon.find.parse import Parsed
from rashomon.find.passages import innermost
from rashomon.find.people.ages import age_at
from rashomon.find.people.fates import fate_of, fate_order
from rashomon.person import Person
from rashomon.report import Span, content_id
from rashomon.statement import Statement


def find_people(
    parsed: Parsed, actors: tuple[Actor, ...], statements: tuple[Statement, ...]
) -> tuple[Person, ...]:
    """The named persons of a report, in the order of their first mention.

    A name counts as a person's only where something personal is told of it: a title, a role, a
    pronoun, an age, a fate, words of its own, or an act of which only persons are capable.
    Age and fate are taken only where the words around one of the person's own mentions tell
    them; `statements` are the innermost ones in whose content they are told.
    """
    sexes = Sexes(parsed, actors)
    speaking = {one.speaker.actor for one in statements if one.speaker.basis == "explicit"}
    people = []
    for actor in actors:
        if actor.kind != "person" or not actor.named:
            continue
        person = _person(parsed, actor, sexes, statements)
        told = (person.age is not None, person.sex, person.role, person.fate)
        if any(told) or actor.id in speaking or _acts(parsed, actor):
            people.append(person)
    return tuple(sorted(people, key=lambda person: (person.spellings[0], person.id)))


def _acts(parsed: Parsed, actor: Actor) -> bool:
    """Whether somebody does what only persons do: walks, smiles, marries."""
    verbs = role_table().human_verbs
    heads = (parsed.tokens_of(mention).root for mention in actor.mentions)
    return any(head.dep_ == "nsubj" and head.head.lemma_.lower() in verbs for head in heads)


def _person(
    parsed: Parsed, actor: Actor, sexes: Sexes, statements: tuple[Statement, ...]
) -> Person:
    text = parsed.report.text
    ages = {span: age for span in actor.mentions if (age := age_at(text, span)) is not None}
    fates = {
        span: fate
        for span in actor.mentions
        if (fate := fate_of(parsed.tokens_of(span)[-1])) is not None
    }
    told = [*ages, *fates]
    return Person(
        id=content_id("n", parsed.report.id, actor.name, actor.mentions[0].start),
        name=actor.name,
        spellings=actor.mentions,
        age=next(iter(ages.values())) if len(set(ages.values())) == 1 else None,
        sex=sexes.of(actor),
        role=actor.role,
        fate=next((fate for fate in fate_order() if fate in fates.values()), None),
        statements=_telling(told, statements),
    )


def _telling(spans: Iterable[Span], statements: tuple[Statement, ...]) -> tuple[str, ...]:
    """The ids of the innermost statements around the spans, each once, in order."""
    around = (innermost(statements, span) for span in spans)
    told = {one.id for one in around if one is not None}
    return tuple(one.id for one in statements if one.id in told)
