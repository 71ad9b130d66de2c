"""Counts: the answers to one question in a sentence, each with those who give it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rashomon.account import Position, Question
from rashomon.figure import Figure
from rashomon.report import Span
from rashomon.tell.brief.plain import is_cautious, plain, retelling
from rashomon.tell.brief.speakers import Speakers
from rashomon.tell.desk import Desk

#: So many names for one answer are told; the account has them all.
_MOST_NAMES = 2
#: From so many answers on, the range is told first.
_RANGE = 4

#: A time so many characters away belongs to the sentence of the figure.
_NEAR = 120

_ASKED = re.compile(r"^(How many|What share of) [^“”]+\?$")
_WHERE = re.compile(r" in [A-Z(][^()]*$")
_PEOPLE = (None, "people", "person", "other", "death", "fatality", "man", "victim")
#: What leads in to a time: "in the last week".
_BEFORE_TIME = re.compile(r"\b(?:in|over|during|for|since|within|on|by)\s+$")


@dataclass(frozen=True, slots=True)
class Given:
    """One answer as it is told: its words, who gives it, its ends, its report and its day."""

    words: str
    names: tuple[str, ...]
    value: float
    most: float
    report: str
    day: str
    is_number: bool


def is_counted(question: Question) -> bool:
    """Whether a question asks in plain words how many or what share."""
    return _ASKED.match(question.text) is not None


def listed(
    desk: Desk, question: Question, answers: Sequence[list[Position]], speakers: Speakers
) -> Iterator[str]:
    """Who gives which answers, the fullest wording first."""
    given = [_given(desk, question, same, speakers) for same in answers]
    given = _stated(each for each in given if any(map(str.isalnum, each.words)))
    if len(given) < 2 and len(answers) > 1:
        return
    for subject in _subjects(question):
        if question.relation == "supersedes":
            yield from _changed(subject, given)
        elif len({each.names for each in given}) == 1 and given[0].names:
            yield _of_one(subject, given)
        elif len(given) >= _RANGE:
            yield _ranged(subject, sorted(given, key=lambda each: each.value))
        else:
            yield _beside(subject, given)


def _stated(given: Iterable[Given]) -> list[Given]:
    """The answers with a number of their own; "scores" is one only where few give a number."""
    every = list(given)
    numbers = [each for each in every if each.is_number]
    return numbers if len(numbers) > 1 else every


def _subjects(question: Question) -> list[str]:
    """What is counted, as a phrase: "the number of people killed in Beira", then without where."""
    asked = question.text.rstrip("?")
    bare = _WHERE.sub("", asked) if question.event == "main" else asked
    if asked.startswith("What share of "):
        words = (each.removeprefix("What ") for each in (bare, asked))
        return [f"the {re.sub(r' (?:was|is) (?=[a-z]+$)', ' ', each)}" for each in words][:1]
    found = []
    for each in dict.fromkeys((bare,)):
        counted = each.removeprefix("How many ")
        for ending, noun in retelling().counts.items():
            if counted.startswith(ending.removeprefix("people ")) or f" {ending}" in f" {counted}":
                counted = counted.replace(ending, noun, 1)
                break
        found.append(f"the number of {counted}")
    return found


def subject_of(question: Question) -> str:
    """What a question counts, as a phrase: "the number of people killed"."""
    return _subjects(question)[0]


def answers_given(
    desk: Desk, question: Question, positions: Sequence[Position], speakers: Speakers
) -> list[Given]:
    """The answers, each once with all who give it, the lowest first."""
    held: dict[tuple[object, ...], list[Position]] = {}
    for each in positions:
        held.setdefault((each.value, each.low, each.high, each.qualifier), []).append(each)
    given = (_given(desk, question, same, speakers) for same in held.values())
    return sorted(given, key=lambda each: each.value)


def _given(desk: Desk, question: Question, same: Sequence[Position], speakers: Speakers) -> Given:
    position = same[0]
    figure = desk.figures[position.figures[0]]
    least, most = ends(position)
    words = answer(figure, question)
    if _differs_by_period(question):
        words = " ".join([words, *(each.exact for each in period_of(desk, figure))])
    return Given(
        words=" ".join(words.split()),
        names=tuple(names(desk, same, speakers)[:_MOST_NAMES]),
        value=least,
        most=most,
        report=position.evidence[0].report,
        day=(desk.reports[position.evidence[0].report].published or "")[:10],
        is_number=figure.qualifier != "vague",
    )


def ends(position: Position) -> tuple[float, float]:
    """The lowest and the highest number that an answer names, zero where it names none."""
    stated = [each for each in (position.low, position.high) if each is not None]
    named = stated if position.value is None else [position.value]
    return min(named, default=0.0), max(named, default=0.0)


def _differs_by_period(question: Question) -> bool:
    return any(
        reason.kind == "period" for each in question.relations for reason in each.reasons
    ) and question.relation in ("differ", "compatible", "possibly_related")


def period_of(desk: Desk, figure: Figure) -> list[Span]:
    """The words that say for which time a figure holds, with what leads in to them.

    For "during this time" the words are those of the time that it takes up.
    """
    times = desk.account.times
    period = next((each for each in times if each.id == figure.period), None)
    if period is None or abs(period.span.start - figure.span.start) > _NEAR:
        return []
    if period.basis == "carried":
        ends = period.from_, period.to
        meant = (
            each
            for each in times
            if each.span.report == period.span.report
            and each.basis != "carried"
            and (each.from_, each.to) == ends
        )
        period = next(meant, period)
    report = desk.reports[period.span.report]
    lead = _BEFORE_TIME.search(report.text[: period.span.start][-12:])
    return [report.span(period.span.start - len(lead[0]), period.span.end)] if lead else []


def answer(figure: Figure, question: Question | None = None) -> str:
    """A figure with its qualifier, and what it counts where the question does not say."""
    words = " ".join(figure.span.exact.split())
    counted = question.counted if question is not None and is_counted(question) else None
    same = (
        counted is not None
        and figure.counted is not None
        and (counted.casefold().split()[-1:] == figure.counted.casefold().split()[-1:])
    )
    general = figure.population is None and figure.head in _PEOPLE
    if figure.unit == "count" and (general or same):
        words = " ".join(figure.span.exact[: figure.number.end - figure.span.start].split())
    words = plain(f"_ {words}").removeprefix("_ ")
    return words[0].lower() + words[1:] if words[:1].isupper() and words[1:2].islower() else words


def names(desk: Desk, same: Sequence[Position], speakers: Speakers) -> list[str]:
    """Who gives an answer, each once; nobody for a report that has no name."""
    # Where somebody is named who says so, the outlets that only print it need not be.
    spoken = [each for each in same if desk.origins[each.origin].kind == "speaker"]
    told = (_teller_of(desk, each, speakers) for each in spoken or same)
    return list(dict.fromkeys(name for name in told if name))


def _teller_of(desk: Desk, position: Position, speakers: Speakers) -> str | None:
    """Who gives an answer; with words of caution where the report sets some before the name."""
    for each in position.statements[:1]:
        speaker = desk.statements[each].speaker
        if speaker.span is not None and is_cautious(speaker.span.exact):
            return speakers.of_statement(speaker)
    return speakers.of_origin(desk.origins[position.origin], position.evidence)


def _changed(subject: str, given: Sequence[Given]) -> Iterator[str]:
    """ "The number of people rescued rose from 97 to 103, by the count of the coastguard."

    A report without a date comes neither before nor after another.
    """
    dated = [each for each in given if each.day] or list(given)
    first, last, between = dated[0], dated[-1], dated[1:-1]
    loose = [each.words for each in given if each not in dated]
    which = "other reports have" if len(loose) > 1 else "another report has"
    tail = f"; {which} {joined(loose)}" if loose else ""
    subject = _capital(subject)
    if len(dated) < 2:
        yield _beside(subject[0].lower() + subject[1:], given)
        return
    if first.value < last.value and all(first.value <= each.value <= last.value for each in dated):
        if not between and first.names == last.names:
            who = f", according to {joined(first.names)}" if first.names else ""
            yield f"{subject} rose from {first.words} to {last.words}{who}{tail}."
        course = f"{first.words}{_teller(first, 'by')} to {last.words}{_teller(last, 'by')}"
        middle = f"; in between, {joined(_clauses(between))}" if between else ""
        yield f"{subject} rose from {course.rstrip(',')}{middle}{tail}."
    told = [f"initially given as {_by(first)}", *(f"then as {_by(each)}" for each in between)]
    yield f"{subject} was {', '.join(told)}, and later as {_by(last)}{tail}."


def _clauses(given: Sequence[Given], first: Given | None = None) -> list[str]:
    """ "Ada Holm gave 12", "the police later gave 14"; last what nobody named gives."""
    clauses = []
    for names, words in _by_name(given):
        if names:
            own = [each for each in given if each.names == names]
            again = "later " if first and all(_later(first, each) for each in own) else ""
            verb = "gave" if all(each[-1:].isdigit() for each in words) else "reported"
            clauses.append(f"{joined(names)} {again}{verb} {joined(words)}")
    nameless = [each.words for each in given if not each.names]
    if nameless:
        which = "other reports have" if len(nameless) > 1 else "another report has"
        clauses.append(f"{which} {joined(nameless)}")
    return clauses


def _by(given: Given) -> str:
    return f"{given.words} by {joined(given.names)}" if given.names else given.words


def _of_one(subject: str, given: Sequence[Given]) -> str:
    """ "Novak gave the number of ... as 350 in the last week and as 300 since Monday." """
    first, others = given[0], [f"as {each.words}" for each in given[1:]]
    which = "in another report " if len(given) == 2 and given[1].report != first.report else ""
    told = f"{_capital(joined(first.names))} gave {subject} as {first.words}"
    return f"{told}{', and ' if which else ' and '}{which}{joined(others)}."


def _beside(subject: str, given: Sequence[Given]) -> str:
    """ "The disaster office gave the number of ... as 17, the hospital as 22." """
    told = [
        f"{joined(names)} {joined([f'as {each}' for each in words])}"
        for names, words in _by_name(given)
        if names
    ]
    nameless = [each.words for each in given if not each.names]
    if told and len(nameless) > 1:
        told.append(f"other reports {joined([f'as {each}' for each in nameless])}")
        nameless = []
    for words in nameless:
        told.append(f"{'another report' if told else 'a report'} as {words}")
    told[0] = told[0].replace(" as ", f" gave {subject} as ", 1)
    return f"{_capital(joined(told))}."


def _ranged(subject: str, given: Sequence[Given]) -> str:
    """ "The number of ... ranges from 11, given by the coastguard, to 23, by ...; ..." """
    low = given[0]
    high = max(reversed(given[1:]), key=lambda each: each.most)
    between = [each for each in given[1:] if each.value not in (low.value, high.value)]
    told_ends = [f"{low.words}{_teller(low, 'given by')}", f"{high.words}{_teller(high, 'by')}"]
    told = f"{_capital(subject)} ranges from {told_ends[0]} to {told_ends[1]}"
    middle = f"; {joined(_clauses(between, low))}" if between else ""
    return f"{told.rstrip(',')}{middle}."


def _later(one: Given, other: Given) -> bool:
    return bool(one.day) and one.names == other.names and other.day > one.day


def _by_name(given: Sequence[Given]) -> list[tuple[tuple[str, ...], list[str]]]:
    """The answers of those who give them, each teller once."""
    held: dict[tuple[str, ...], list[str]] = {}
    for each in given:
        held.setdefault(each.names, []).append(each.words)
    return list(held.items())


def _teller(given: Given, how: str) -> str:
    return f", {how} {joined(given.names)}," if given.names else ""


def joined(words: Sequence[str]) -> str:
    """Words as a list in a sentence: "a, b and c"."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if words[1:] else words)


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
