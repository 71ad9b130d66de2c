"""Attaching figures to who said them, when and where."""

import pytest

from rashomon.find.attach import attach
from rashomon.find.figures.search import find_figures
from rashomon.find.parse import parse
from rashomon.report import Report
from rashomon.statement import Speaker, Statement
from rashomon.when import Period
from rashomon.where import Place

TEXT = "The mayor said 40 boats sank off Kalmara on Monday. A storm had taken 30 boats."
REPORT = Report(id="r", text=TEXT)


def span(words):
    """The span of some words of the text."""
    start = TEXT.index(words)
    return REPORT.span(start, start + len(words))


def said(words, *, id="s1", basis="explicit", within=None, speaker="the mayor"):
    """A statement whose content is some words of the text."""
    return Statement(
        id=id,
        span=span(words),
        content=(span(words),),
        cue=None,
        directness="indirect",
        speaker=Speaker(name=speaker, basis=basis),
        within=within,
    )


def attached(statements=(), times=(), places=()):
    """The figures of the text, attached."""
    parsed = next(parse([REPORT]))
    return attach(parsed, find_figures(parsed), statements, times, places)


def test_a_figure_inside_a_statement_is_its_speakers():
    """What stands in the content is said by the speaker; the rest is the narrator's."""
    forty, thirty = attached([said("40 boats sank off Kalmara on Monday")])
    assert (forty.statement, forty.speaker, forty.speaker_basis) == ("s1", "the mayor", "explicit")
    assert (thirty.statement, thirty.speaker, thirty.speaker_basis) == (None, None, None)


def test_a_speaker_who_is_carried_over_is_carried():
    """A pronoun or a goes-on quote gives its speaker by what stands around it."""
    forty, _ = attached([said("40 boats sank off Kalmara on Monday", basis="pronoun")])
    assert forty.speaker_basis == "carried"


def test_the_innermost_statement_holds_the_figure():
    """Of nested statements the one within wins, however they are listed."""
    outer = said("40 boats sank off Kalmara on Monday")
    inner = said("40 boats sank", id="s2", within="s1", speaker="a fisherman")
    forty, _ = attached([inner, outer])
    assert forty.speaker == "a fisherman"
    assert attached([outer, inner])[0].statement == "s2"


def test_time_and_place_come_with_their_basis():
    """Place and period of the clause are explicit; nothing is made up for the next sentence."""
    place = Place(id="l1", span=span("Kalmara"), name="Kalmara")
    monday = Period(
        id="t1", span=span("Monday"), type="DATE", value="2019-06-10", from_="2019-06-10"
    )
    forty, _ = attached([], [monday], [place])
    assert (forty.place, forty.place_basis) == ("l1", "explicit")
    assert (forty.period, forty.period_basis) == ("t1", "explicit")


def test_the_time_behind_the_second_end_of_a_change_is_not_the_firsts():
    """ "From 90 to 30 today": today there are 30, and when there were 90 is not said."""
    text = "The number of boats fell from 90 to 30 today."
    report = Report(id="r", text=text)
    parsed = next(parse([report]))
    day = report.span(text.index("today"), text.index("today") + len("today"))
    today = Period(id="t1", span=day, type="DATE", value="2019-06-10", from_="2019-06-10")
    ninety, thirty = attach(parsed, find_figures(parsed), (), (today,), ())
    assert (ninety.period, thirty.period) == (None, "t1")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Stewards put the crowd at 900.", "Stewards"),
        ("Brokers put the loss at between $2m and $3m.", "Brokers"),
        ("The owner, Volta Lines, put the number at fewer than 40.", "Volta Lines"),
        ("The harbour's own count was 40.", "harbour"),
        ("The cost was estimated by brokers at $4m.", "brokers"),
        ("Nurses spoke of 300 dead.", "Nurses"),
        ("The ministry gave a toll of 40.", "ministry"),
        ("By the owner's account, 40 tickets were sold.", "owner"),
        ("Guards placed cameras at 40 gates.", None),
        ("The city's total is 40.", None),
        ("The death toll stands at 40.", None),
    ],
)
def test_who_counts_or_estimates_tells_the_figure(text, speaker):
    """Putting, counting and estimating attribute a figure without a clause of saying."""
    parsed = next(parse([Report(id="r", text=text)]))
    (figure, *_) = attach(parsed, find_figures(parsed), (), (), ())
    assert figure.speaker == speaker
    assert figure.speaker_basis == (speaker and "explicit")


def test_a_teller_has_the_name_that_statements_know():
    """A surname is led to its full name, and "the company" to the company's."""
    text = "Ana Brandt said it rained. Brandt put the crowd at 900."
    report = Report(id="r", text=text)
    speaker = Speaker(name="Ana Brandt", span=report.span(0, 10))
    spoken = Statement(
        id="s1",
        span=report.span(0, 25),
        content=(report.span(16, 25),),
        cue=None,
        directness="indirect",
        speaker=speaker,
    )
    parsed = next(parse([report]))
    (crowd,) = attach(parsed, find_figures(parsed), [spoken], (), ())
    assert (crowd.speaker, crowd.speaker_basis) == ("Ana Brandt", "explicit")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The raider, who hurt 12 people, acted alone, according to a website.", None),
        ("The raider who hurt 12 people acted alone, according to a website.", "website"),
        ("A raider, who hurt 12 people, acted alone, according to a website.", "website"),
        ("The raider hurt 12 people, according to a website.", "website"),
    ],
)
def test_a_source_named_last_does_not_vouch_for_an_aside(found, text, speaker):
    """What a clause between commas tells of a known subject is the narrator's own."""
    parsed = next(parse([Report(id="r", text=text)]))
    (figure,) = attach(parsed, find_figures(parsed), found(text), (), ())
    assert figure.speaker == speaker
