"""Expressions of time: what is one, what it means against the day of publication."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.find.parse import parse
from rashomon.find.times.search import find_times
from rashomon.report import Block, Report
from rashomon.when import Period


def times_in(text: str, published: str | None = "2024-05-14") -> tuple[Period, ...]:
    """The times of a report that was published on that day: a Tuesday, if none is given."""
    precision = None if published is None else "day"
    report = Report(id="r", text=text, published=published, published_precision=precision)
    return find_times(next(parse([report])))


@pytest.mark.parametrize(
    ("text", "exact", "value", "from_", "to"),
    [
        ("He left on 2 March 2021.", "2 March 2021", "2021-03-02", "2021-03-02", "2021-03-02"),
        ("He left on March 2, 2021.", "March 2, 2021", "2021-03-02", "2021-03-02", "2021-03-02"),
        ("He left on 2021-03-02.", "2021-03-02", "2021-03-02", "2021-03-02", "2021-03-02"),
        ("The dam broke on Nov. 9.", "Nov. 9", "2023-11-09", "2023-11-09", "2023-11-09"),
        ("It opens on Nov. 9.", "Nov. 9", "2024-11-09", "2024-11-09", "2024-11-09"),
        ("The dam broke on Tuesday.", "Tuesday", "2024-05-14", "2024-05-14", "2024-05-14"),
        ("The dam broke on Monday.", "Monday", "2024-05-13", "2024-05-13", "2024-05-13"),
        ("He will resign on Monday.", "Monday", "2024-05-20", "2024-05-20", "2024-05-20"),
        ("Talks were set for Friday.", "Friday", "2024-05-17", "2024-05-17", "2024-05-17"),
        ("Crews left yesterday.", "yesterday", "2024-05-13", "2024-05-13", "2024-05-13"),
        ("The dam broke last week.", "last week", "2024-W19", "2024-05-06", "2024-05-12"),
        ("The dam broke last year.", "last year", "2023", "2023-01-01", "2023-12-31"),
        ("It began in early June.", "early June", "2023-06", "2023-06-01", "2023-06-30"),
        ("It began in mid-2014.", "mid-2014", "2014", "2014-01-01", "2014-12-31"),
        ("It began last summer.", "last summer", "2023-SU", "2023-06-01", "2023-08-31"),
        (
            "Sales fell in the third quarter.",
            "the third quarter",
            "2023-Q3",
            "2023-07-01",
            "2023-09-30",
        ),
        ("The town grew in the 1960s.", "the 1960s", "196X", "1960-01-01", "1969-12-31"),
        (
            "Fire broke out at the weekend.",
            "the weekend",
            "2024-W19-WE",
            "2024-05-11",
            "2024-05-12",
        ),
        ("The pier fell two weeks ago.", "two weeks ago", "2024-04-30", "2024-04-29", "2024-05-05"),
        ("Snow fell on Christmas Day.", "Christmas Day", "2023-12-25", "2023-12-25", "2023-12-25"),
        (
            "Crowds gathered on Easter Sunday.",
            "Easter Sunday",
            "2024-03-31",
            "2024-03-31",
            "2024-03-31",
        ),
        (
            "It sank at 6:30 a.m. Monday.",
            "6:30 a.m. Monday",
            "2024-05-13T06:30",
            "2024-05-13T06:30",
            "2024-05-13T06:30",
        ),
    ],
)
def test_a_named_time_gets_its_days(text, exact, value, from_, to):
    """Dates, weekdays and calendar units are counted from publication, by the tense."""
    (time,) = times_in(text)
    assert (time.span.exact, time.value, time.from_, time.to) == (exact, value, from_, to)


@pytest.mark.parametrize(
    ("text", "value", "from_", "to"),
    [
        ("Forty left in the last week.", "P1W", "2024-05-07", "2024-05-14"),
        ("Forty left over the past three days.", "P3D", "2024-05-11", "2024-05-14"),
        ("Forty left in the past 24 hours.", "PT24H", "2024-05-13", "2024-05-14"),
        ("Forty left in the past few days.", "PXD", None, "2024-05-14"),
        ("Forty will leave in the next two days.", "P2D", "2024-05-14", "2024-05-16"),
    ],
)
def test_a_window_ends_or_begins_at_publication(text, value, from_, to):
    """ "The last week" is the seven days up to publication, not the calendar's week."""
    (time,) = times_in(text)
    found = time.type, time.value, time.from_, time.to, time.precision
    assert found == ("DURATION", value, from_, to, "rolling")


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("After four months of fighting, it fell.", "DURATION", "P4M"),
        ("They marked the three-year anniversary.", "DURATION", "P3Y"),
        ("Some 1,500 a month arrived.", "SET", "P1M"),
        ("Buses leave every day.", "SET", "P1D"),
        ("The village is now empty.", "DATE", "PRESENT_REF"),
    ],
)
def test_lengths_sets_and_references_have_their_timex_value(text, kind, value):
    """What only tells how long, how often or before and after gets the value of TimeML."""
    (time,) = times_in(text)
    assert (time.type, time.value) == (kind, value)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Raids went on from 2011 to 2014.", [("2011-01-01", "2014-12-31")] * 2),
        ("He hid between Saturday and Monday.", [("2024-05-11", "2024-05-13")] * 2),
        ("It has rained since early May.", [("2024-05-01", "2024-05-14")]),
    ],
)
def test_a_stretch_has_the_ends_of_the_whole(text, ends):
    """Both ends of a stretch mean all of it, and "since" runs up to publication."""
    assert [(time.from_, time.to) for time in times_in(text)] == ends


@pytest.mark.parametrize(
    ("text", "exact", "from_"),
    [
        (
            "The pier fell on 3 May. Divers came the following day.",
            "the following day",
            "2024-05-04",
        ),
        ("Boats left on Sunday. During this time nobody slept.", "this time", "2024-05-12"),
        (
            "He spoke on Monday. Earlier in the day, shots were fired.",
            "Earlier in the day",
            "2024-05-13",
        ),
    ],
)
def test_a_time_is_carried_from_the_one_before(text, exact, from_):
    """A time that points back takes its day from the time named last."""
    carried = times_in(text)[-1]
    assert (carried.span.exact, carried.from_, carried.basis) == (exact, from_, "carried")


@pytest.mark.parametrize(
    "text",
    [
        "The 35-year-old driver was unhurt.",
        "She is 41 years old.",
        "The plane was a Boeing 747.",
        "The flood drowned 2000 goats.",
        "The toll may rise.",
        "The fall of the town came quickly.",
        "A second man fled.",
        "It was three-quarters full.",
    ],
)
def test_ages_tolls_and_names_are_no_times(text):
    """Numbers and words that only look like times are left alone."""
    assert times_in(text) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The dam broke on Tuesday.", "XXXX-WXX-2"),
        ("The dam broke on 9 November.", "XXXX-11-09"),
        ("The dam broke last week.", "XXXX-WXX"),
        ("Forty left in the last week.", "P1W"),
    ],
)
def test_without_a_publication_date_nothing_is_guessed(text, value):
    """A relative time of an undated report has no days."""
    (time,) = times_in(text, published=None)
    assert (time.value, time.from_, time.to) == (value, None, None)


def test_no_such_day_is_no_time():
    """The 31st of June is not bent into a day."""
    assert [time.from_ for time in times_in("It was due on 31 June 2021.")] == []


#: Words that make and break expressions of time.
SHARDS = [
    "on",
    "Monday",
    "May",
    "31",
    "2024",
    "the",
    "last",
    "week",
    "-",
    "to",
    "from",
    "9999",
    "a.m.",
    "12:75",
    "ago",
    "several",
    "years",
    "99",
    "that",
    "hour",
    "previous",
    "past",
    "decades",
    "centuries",
    "Feb.",
    "29",
    "noon",
    "day",
    "second",
    "quarter",
    ".",
    "since",
    "a",
    "year-ago",
    "winter",
]


@given(st.lists(st.sampled_from([*SHARDS, "\n"]), max_size=14))
def test_any_words_keep_spans_exact_and_apart(words):
    """Whatever the words, spans slice their text, never overlap, and ends are in order."""
    text = " ".join(["Word", *words])
    found = times_in(text)
    assert all(text[t.span.start : t.span.end] == t.span.exact for t in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(t.from_ <= t.to for t in found if t.from_ and t.to)


@pytest.mark.parametrize(
    ("text", "exact", "value"),
    [
        ("On Monday at 1653 local time the pier fell.", "1653 local time", "2024-05-13T16:53"),
        ("On Monday at 2005 GMT the pier fell.", "2005 GMT", "2024-05-13T20:05"),
        ("On Monday at 0615 hours the pier fell.", "0615 hours", "2024-05-13T06:15"),
        ("The pier fell in 1653.", "1653", "1653"),
        ("They moved 2005 local people in 1953.", "1953", "1953"),
    ],
)
def test_four_digits_before_a_zone_are_a_clock_time(text, exact, value) -> None:
    """Without "local time", "hours" or a zone behind them they are a year or a count."""
    found = times_in(text)[-1]
    assert (found.span.exact, found.value) == (exact, value)


def test_the_day_of_publication_is_the_outlets_own() -> None:
    """A date-time with a zone counts from its local day, whatever day it is elsewhere."""
    report = Report(
        id="r", text="The ferry sank yesterday.", published="2025-01-15T02:55:00+06:00",
        published_precision="instant",
    )  # fmt: skip
    (found,) = find_times(next(parse([report])))
    assert (report.day.isoformat(), found.from_) == ("2025-01-15", "2025-01-14")


@pytest.mark.parametrize(
    ("text", "exact", "from_", "to"),
    [
        ("It rained between 2 and 9 March.", "2 and 9 March", "2024-03-02", "2024-03-09"),
        ("It rained on 2\u20139 March.", "2\u20139 March", "2024-03-02", "2024-03-09"),
        ("It fell on Friday of last week.", "Friday of last week", "2024-05-10", "2024-05-10"),
        ("It shut in the past fortnight.", "the past fortnight", "2024-04-30", "2024-05-14"),
        ("It shut on New Year\u2019s Day.", "New Year\u2019s Day", "2024-01-01", "2024-01-01"),
        ("It stays shut until June 3.", "June 3", None, "2024-06-03"),
        ("The deal lapses on June 3.", "June 3", "2024-06-03", "2024-06-03"),
        ("It is to open on Friday.", "Friday", "2024-05-17", "2024-05-17"),
        ("Sunday, 2 June: doors at noon.", "Sunday, 2 June", "2024-06-02", "2024-06-02"),
        ("It shut at the end of last month.", "the end of last month", "2024-04-01", "2024-04-30"),
    ],
)
def test_ranges_weeks_and_days_to_come_have_their_ends(text, exact, from_, to):
    """Runs of days, days of a named week and what ends or begins soon are counted out."""
    time = next(time for time in times_in(text) if time.span.exact == exact)
    assert (time.from_, time.to) == (from_, to)


@pytest.mark.parametrize(
    ("text", "published", "from_", "basis"),
    [
        ("OSTBY, May 3, 2021 (AP) - The dam broke yesterday.", None, "2021-05-02", "inferred"),
        ("OSTBY, May 13 (AP) - The dam broke today.", "2024-05-14", "2024-05-13", "inferred"),
        ("OSTBY, May 14 (AP) - The dam broke today.", "2024-05-14", "2024-05-14", "publication"),
        ("OSTBY, Jan. 3 (AP) - The dam broke today.", "2024-05-14", "2024-05-14", "publication"),
        ("OSTBY, Dec. 31 (AP) - The dam broke today.", "2024-01-01", "2023-12-31", "inferred"),
        ("OSTBY, May 3 (AP) - The dam broke today.", None, None, "explicit"),
    ],
)
def test_a_dateline_tells_the_day_of_the_report(text, published, from_, basis):
    """A dateline beside the stamp is nearer to the report; with a year it stands in for one."""
    at = text.index(" - ") + 2
    blocks = (Block(kind="dateline", start=0, end=at), Block(kind="paragraph", start=at, end=99))
    report = Report(
        id="r", text=text, published=published, blocks=blocks,
        published_precision="day" if published else None,
    )  # fmt: skip
    found = find_times(next(parse([report])))[-1]
    assert (found.from_, found.basis) == (from_, basis)


@pytest.mark.parametrize(
    ("text", "from_", "basis"),
    [
        ("The dam broke on Wednesday.", "2024-05-08", "publication"),
        ("The dam broke on Wednesday, the mayor said Wednesday.", "2024-05-15", "inferred"),
    ],
)
def test_tomorrows_weekday_is_past_unless_the_report_speaks_on_it(text, from_, basis):
    """What has happened is not dated ahead, but where the report itself was told that day."""
    found = times_in(text)[0]
    assert (found.from_, found.basis) == (from_, basis)


@pytest.mark.parametrize(
    ("text", "from_", "to"),
    [
        ("The siege began on 2 May. Since the siege began, ten died.", "2024-05-02", "2024-05-14"),
        ("Police said on 2 May it was calm. Since the siege began, ten died.", None, None),
        ("It ran from 2 May to 6 May. During this time ten died.", "2024-05-02", "2024-05-06"),
        ("The port shut on 2 May. Since then ten died.", "2024-05-02", "2024-05-14"),
    ],
)
def test_a_beginning_is_the_one_that_the_text_told(text, from_, to):
    """ "Since it began" runs from the day of the beginning, never from that of a saying."""
    last = times_in(text)[-1]
    assert (last.from_, last.to, last.basis) == (from_, to, "carried")


@pytest.mark.parametrize(
    ("text", "from_"),
    [
        ("They met on the third anniversary of the fire of 2 May 2020.", "2023-05-02"),
        ("They met on the 10-year anniversary of the raid of May 2, 2010.", "2020-05-02"),
    ],
)
def test_an_anniversary_is_counted_from_the_day_remembered(text, from_):
    """The day so many years on; no publication date is needed for it."""
    assert times_in(text, published=None)[0].from_ == from_


def test_a_heading_of_what_is_to_come_turns_its_days_ahead():
    """Under "The week ahead" the present tense tells of days to come."""
    text = "The week ahead\nMonday: Judges hear the case."
    blocks = (Block(kind="heading", start=0, end=14), Block(kind="paragraph", start=15, end=44))
    report = Report(
        id="r", text=text, published="2024-05-14", published_precision="day", blocks=blocks
    )
    assert find_times(next(parse([report])))[0].from_ == "2024-05-20"


@pytest.mark.parametrize(
    "text",
    [
        "He told the Sunday Mercury everything.",
        "They sell yesterday's heroes to today's children.",
        "The ferry runs to Easter Island.",
        "They heard it from USA Today.",
        "They slept in room 1945.",
        "Nobody wept in the fall of the city.",
    ],
)
def test_names_and_figures_of_speech_are_no_times(text):
    """A day in a longer name, or one that stands for an age, dates nothing."""
    assert times_in(text) == ()


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Ten died in the 12 months to March.", ("2023-04-01", "2024-03-31")),
        ("Ten died in the week to Sunday.", ("2024-05-06", "2024-05-12")),
        ("Ten died in the last two weeks of April.", ("2024-04-17", "2024-04-30")),
        ("Ten died in the first three months of 2023.", ("2023-01-01", "2023-03-31")),
        ("Ten died over the weekend of 4-5 May.", ("2024-05-04", "2024-05-05")),
    ],
)
def test_a_length_and_a_date_tell_one_stretch(text, ends):
    """A length up to a date or a part of one has the ends of both together."""
    assert {(time.from_, time.to) for time in times_in(text)} == {ends}


def test_a_part_of_this_year_is_counted_in_its_calendar():
    """ "The first three months of the year" is no window that ends at publication."""
    (time,) = times_in("Ten died in the first three months of the year.")
    assert (time.value, time.from_, time.to) == ("P3M", "2024-01-01", "2024-03-31")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A bridge fell early Wednesday morning.", "2024-05-15"),
        ("A bridge fell on Wednesday.", "2024-05-08"),
        ("A bridge fell early Monday morning.", "2024-05-13"),
    ],
)
def test_the_first_hours_of_tomorrow_have_come_elsewhere(text, day) -> None:
    """News of "early Wednesday" on a Tuesday is of the day that has begun farther east."""
    assert times_in(text)[0].from_ == day
