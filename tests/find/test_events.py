"""Happenings: which words tell them, who takes part, and what is told as having happened."""

import pytest

from rashomon.actor import Actor
from rashomon.event import Event
from rashomon.find.events.search import find_events
from rashomon.find.parse import parse
from rashomon.find.times.search import find_times
from rashomon.report import Block, Report
from rashomon.statement import Speaker, Statement


def events_in(text: str, actors: dict[str, str] | None = None) -> tuple[Event, ...]:
    """The events of a text; `actors` maps a mention in the text to an actor's id."""
    report = Report(id="r", text=text, published="2024-05-14", published_precision="day")
    parsed = next(parse([report]))
    known = [
        Actor(id=id_, name=words, kind="group", mentions=(report.span(at, at + len(words)),))
        for words, id_ in (actors or {}).items()
        if (at := text.index(words)) >= 0
    ]
    return find_events(parsed, known, (), (), find_times(parsed), ())


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Two trains collided near the bridge.", ["collision"]),
        ("The ferry sank in minutes.", ["sinking"]),
        ("Police arrested the owner.", ["arrest"]),
        ("An earthquake killed nine people.", ["earthquake", "killing"]),
        ("The rebels launched an attack.", ["attack"]),
        ("Air strikes wounded four guards.", ["airstrike", "injury"]),
        ("The firm launched a phone.", ["launch"]),
        ("Workers staged a protest.", ["protest"]),
    ],
)
def test_verbs_and_nouns_tell_happenings(text, kinds):
    """A kind comes from the table of happenings; a light verb leaves it to its noun."""
    assert [event.kind for event in events_in(text)] == kinds


@pytest.mark.parametrize(
    "text",
    [
        "The ferry did not sink.",
        "The rebels may attack the town.",
        "They will evacuate the port on Friday.",
        "The minister warned of an attack.",
        "The mayor wants to arrest the owner.",
        "The fire department bought attack dogs.",
        "There was no explosion.",
        "If the dam collapses, the town is lost.",
    ],
)
def test_what_did_not_happen_is_left_out(text):
    """Negated, possible, future, wished and feared happenings are none."""
    assert events_in(text) == ()


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Guards shot the smugglers.", {("guards", "agent"), ("smugglers", "patient")}),
        ("The smugglers were shot by Guards.", {("guards", "agent"), ("smugglers", "patient")}),
        ("Guards who shot the smugglers fled.", {("guards", "agent"), ("smugglers", "patient")}),
        ("Roadside Guards Bombs killed the smugglers.", {("smugglers", "patient")}),
        ("The smugglers drowned near Guards Bay.", {("smugglers", "patient")}),
    ],
)
def test_syntax_tells_who_acts_and_who_is_befallen(text, roles):
    """Active, passive and relative clauses give the same roles; the drowned do not act."""
    event = events_in(text, {"Guards": "guards", "smugglers": "smugglers"})[0]
    assert {(p.actor, p.role) for p in event.participants} == roles


def test_an_event_has_the_time_of_its_clause():
    """The happening is dated, not the saying."""
    text = "Police said Tuesday that the ferry sank on Monday."
    report = Report(id="r", text=text, published="2024-05-14", published_precision="day")
    parsed = next(parse([report]))
    times = find_times(parsed)
    (event,) = find_events(parsed, (), (), (), times, ())
    assert [time.span.exact for time in times if time.id == event.time] == ["Monday"]


def test_an_event_belongs_to_the_innermost_statement():
    """Of two statements around a happening the shorter holds it."""
    text = "He said she said the ferry sank."
    report = Report(id="r", text=text)
    speaker = Speaker(name=None)
    outer, inner = (
        Statement(
            id=id_, span=report.span(start, 31), content=(report.span(content, 31),), cue=None,
            directness="indirect", speaker=speaker,
        )
        for id_, start, content in (("outer", 0, 8), ("inner", 8, 17))
    )  # fmt: skip
    (event,) = find_events(next(parse([report])), (), (), (outer, inner), (), ())
    assert event.statement == "inner"


@pytest.mark.parametrize(
    ("text", "word", "when"),
    [
        ("The ferry sank on Monday.", "sank", "2024-05-13"),
        ("On Monday the ferry rolled over and sank.", "sank", "2024-05-13"),
        ("Nine people died when the ferry sank on Monday.", "died", "2024-05-13"),
        ("She was on the pier on Monday when the ferry sank.", "sank", "2024-05-13"),
        ("Monday's explosion killed nine people.", "killed", "2024-05-13"),
        ("An attack came late on Monday.", "attack", "2024-05-13"),
        ("He was charged on Monday with killing two sailors.", "killing", None),
        ("Guards arrested her over last year's attack.", "arrested", None),
        ("Shares were lower on Monday after the attack.", "attack", None),
        ("Monday's attack was the worst in years.", "attack", None),
        ("Elsa was the first town that the rebels captured in 2014.", "captured", None),
        ("He was arrested on Monday and killed a guard.", "killed", None),
    ],
)
def test_a_time_word_dates_the_verb_it_modifies(text, word, when):
    """Other happenings of the sentence, and what is only mentioned or described, stay undated."""
    report = Report(id="r", text=text, published="2024-05-14", published_precision="day")
    parsed = next(parse([report]))
    times = find_times(parsed)
    from_ = {time.id: time.from_ for time in times}
    found = {e.span.exact: e for e in find_events(parsed, (), (), (), times, ())}
    assert from_.get(found[word].time) == when


def test_captions_tell_no_happenings_and_no_times():
    """What stands under a picture is page furniture."""
    text = "The ferry sank on Monday.\nPhoto: a ferry sank on Sunday."
    blocks = (Block(kind="paragraph", start=0, end=25), Block(kind="caption", start=26, end=56))
    parsed = next(parse([Report(id="r", text=text, published="2024-05-14", blocks=blocks)]))
    times = find_times(parsed)
    assert [time.span.exact for time in times] == ["Monday"]
    assert [event.span.start for event in find_events(parsed, (), (), (), times, ())] == [10]
