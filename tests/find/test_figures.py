"""Figures: value, bounds, qualifier, kind, counted thing and measure, read from a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.figure import Figure
from rashomon.find.figures.search import figure_problems, find_figures
from rashomon.find.parse import parse
from rashomon.report import Report


def figures_in(text: str) -> tuple[Figure, ...]:
    """The figures of a text, in reading order."""
    return find_figures(next(parse([Report(id="r", text=text)])))


def only(text: str) -> Figure:
    """The one figure of a text."""
    (figure,) = figures_in(text)
    return figure


@pytest.mark.parametrize(
    ("text", "qualifier", "low", "high", "span"),
    [
        ("As few as 40 sailors remain.", "at_least", 40, None, "As few as 40 sailors"),
        ("No fewer than 40 sailors remain.", "at_least", 40, None, "No fewer than 40 sailors"),
        ("As many as 40 sailors remain.", "at_most", None, 40, "As many as 40 sailors"),
        ("Up to 40 sailors remain.", "at_most", None, 40, "Up to 40 sailors"),
        ("More than 40 sailors remain.", "more_than", 40, None, "More than 40 sailors"),
        ("Just over 40 sailors remain.", "more_than", 40, None, "Just over 40 sailors"),
        ("Fewer than 40 sailors remain.", "less_than", None, 40, "Fewer than 40 sailors"),
        ("Nearly 40 sailors remain.", "less_than", None, 40, "Nearly 40 sailors"),
        ("Some 40 sailors remain.", "about", None, None, "Some 40 sailors"),
        ("An estimated 40 sailors remain.", "about", None, None, "An estimated 40 sailors"),
        ("Up to about 40 sailors remain.", "at_most", None, 40, "Up to about 40 sailors"),
        ("40 sailors remain.", "exact", 40, 40, "40 sailors"),
        ("Between 40 and 50 sailors remain.", "range", 40, 50, "Between 40 and 50 sailors"),
        ("40-50 sailors remain.", "range", 40, 50, "40-50 sailors"),
        ("Dozens of sailors remain.", "vague", 24, None, "Dozens of sailors"),
        ("A handful of sailors remain.", "vague", 3, None, "A handful of sailors"),
    ],
)
def test_a_qualifier_gives_the_bounds_that_it_states(text, qualifier, low, high, span):
    """The direction is what the words state, and the span holds number, qualifier and noun."""
    figure = only(text)
    assert (figure.qualifier, figure.low, figure.high) == (qualifier, low, high)
    assert figure.span.exact == span
    assert (figure.value is None) == (qualifier in ("range", "vague"))


@pytest.mark.parametrize(
    ("text", "action", "counted", "measure"),
    [
        ("Nine miners were killed.", "kill", "miners", "miners killed"),
        ("The blast killed nine miners.", "kill", "miners", "miners killed"),
        ("Nine miners lost their lives.", "kill", "miners", "miners killed"),
        ("The death toll rose to nine.", "kill", "people", "people killed"),
        ("The storm caused nine deaths.", "kill", "deaths", "people killed"),
        ("The blast left nine people dead.", "kill", "people", "people killed"),
        ("Nine people are feared dead.", "kill", "people", "people killed"),
        ("Nine people are known to have died.", "kill", "people", "people killed"),
        ("Nine people were wounded.", "injure", "people", "people wounded"),
        ("Nine hikers are missing.", "missing", "hikers", "hikers missing"),
        ("Nine rebels gave up.", "surrender", "rebels", "rebels surrendered"),
        ("Police took nine men into custody.", "arrest", "men", "men arrested"),
        ("Nine gunmen are holed up in the mill.", "remain", "gunmen", "gunmen remaining"),
        ("Nine passengers were rushed to hospital.", "hospital", "passengers", None),
        ("Nine villages have been cleared of mines.", "clear", "villages", "villages cleared"),
        ("The sect claimed nine victims.", None, "victims", None),
    ],
)
def test_what_befell_the_counted_is_one_concept_in_many_words(text, action, counted, measure):
    """Synonyms share an action; the counted keeps the text's words."""
    figure = only(text)
    assert (figure.action, figure.counted) == (action, counted)
    assert measure is None or figure.measure == measure


def test_victims_are_never_killed():
    """A victim may be dead, hurt or robbed, so the word says none of these."""
    figure = only("Since May there had been 70 victims in the valley.")
    assert (figure.head, figure.action) == ("victim", None)


def test_who_kills_is_not_counted_as_killed():
    """The subject of an active verb is not the one whom it befell."""
    gunmen, guards = figures_in("Two gunmen killed nine guards.")
    assert (gunmen.action, gunmen.measure) == (None, "gunmen that killed guards")
    assert (guards.action, guards.counted) == ("kill", "guards")


def test_where_it_happened_is_not_what_it_befell():
    """Raids in which people were killed were not killed."""
    people, raids = figures_in("Some 20 people were injured in 112 raids.")
    assert (people.action, raids.action, raids.measure) == ("injure", None, "raids")


def test_a_compound_describes_and_nothing_befell_it():
    """The cars of a two-car tram are not what was destroyed."""
    figure = only("The two-car tram was destroyed.")
    assert (figure.span.exact, figure.counted, figure.action) == ("two-car tram", "car", None)


def test_those_left_out_are_not_counted_with_the_rest():
    """ "All but six" are those who lived."""
    *_, six = figures_in("The bus held 44 pupils when it fell, killing all but six.")
    assert six.action is None


def test_counts_share_what_they_leave_unsaid():
    """A bare number takes its noun from the count before it, or from what befell it."""
    killed, wounded = figures_in("The raid killed at least 12 civilians and wounded 30.")
    assert (killed.action, killed.population) == ("kill", "civilians")
    assert (wounded.action, wounded.measure) == ("injure", "people wounded")


def test_a_change_and_a_level_are_two_figures():
    """ "Rose by 8 to 58" tells how far and where to."""
    change, level = figures_in("The death toll rose by 8 to 58.")
    assert (change.kind, change.value, change.trend) == ("change", 8, "up")
    assert (level.kind, level.value, level.trend) == ("level", 58, "up")


def test_from_and_to_are_two_figures_under_a_verb_of_change():
    """A change has two ends; it is no range."""
    values = [figure.value for figure in figures_in("Membership climbed from 50 to 58 in May.")]
    assert values == [50, 58]


def test_a_rate_of_a_count_has_its_noun_in_the_unit():
    """Recruits a month are counted in recruits per month."""
    figure = only("The number of recruits fell to 300 a month.")
    assert (figure.kind, figure.unit, figure.counted) == ("rate", "recruit per month", "recruits")


@pytest.mark.parametrize(
    ("text", "value", "of"),
    [
        ("90 percent of the harbour was cleared.", 90, "the harbour"),
        ("Nine-tenths of the harbour was cleared.", 90, "the harbour"),
        ("Half of the harbour was cleared.", 50, "the harbour"),
    ],
)
def test_shares_compare_whatever_their_form(text, value, of):
    """Percent, tenths and halves are all told in percent of a whole."""
    figure = only(text)
    assert (figure.kind, figure.unit, figure.value, figure.of) == ("share", "percent", value, of)


def test_one_in_five_is_a_share():
    """One in five is 20 percent, and not a count of five."""
    figure = only("One in five children is hungry.")
    assert (figure.value, figure.unit, figure.counted) == (20, "percent", "children")


def test_a_part_knows_its_whole():
    """Children among the dead are dead too, and counted apart."""
    whole, part = figures_in("The storm killed 58 people, including 12 children.")
    assert (part.part_of, part.population, part.action) == (whole.id, "children", "kill")


def test_a_conversion_repeats_its_figure():
    """Miles in brackets say the kilometres once more."""
    kilometres, miles = figures_in("The well is 770 km (about 480 miles) from the coast.")
    assert (kilometres.unit, miles.unit) == ("kilometre", "mile")
    assert miles.same_as == kilometres.id


@pytest.mark.parametrize(
    ("text", "kind", "unit", "value"),
    [
        ("Ana Osei, 34, is a nurse.", "age", "year", 34),
        ("A 71-year-old man fell.", "age", "year", 71),
        ("The strike lasted 36 hours.", "duration", "hour", 36),
        ("The sack weighed 40 kg.", "measurement", "kilogram", 40),
        ("She paid $5bn for the firm.", "price", "USD", 5e9),
        ("They offered €82 a share.", "price", "EUR per share", 82),
        ("It was the 15th launch this year.", "ordinal", "count", 15),
        ("Sales fell 3 percent.", "change", "percent", 3),
        ("It was minus 5 degrees Celsius.", "measurement", "degree Celsius", -5),
    ],
)
def test_kinds_are_told_apart(text, kind, unit, value):
    """Ages, lengths of time, prices, measurements and changes are no counts."""
    figure = only(text)
    assert (figure.kind, figure.unit, figure.value) == (kind, unit, value)


@pytest.mark.parametrize(
    "text",
    [
        "The talks began on June 12, 2019 at 10:30 a.m.",
        "Flight 815 left Gate 12 under Article 5.",
        "Call 0800 123 4567 or write to desk5@example.org.",
        "United won 3-1 and lost 2-4.",
        "The Group of Seven met in the 1990s.",
        "One of them said no one was hurt.",
        "One thing is clear: first, we wait.",
        "The two countries signed.",
        "It happened two years ago.",
        "Photo 1 of 30",
        "The Falcon 9 rocket stood on pad 39A.",
        "He lives at 14 Orchard Road.",
        "It grew by a factor of two.",
    ],
)
def test_dates_names_and_turns_of_speech_are_no_figures(text):
    """A number that says nothing of quantity is left alone."""
    assert figures_in(text) == ()


def test_small_numbers_count_where_something_befell_them():
    """ "The two men were shot dead" is a count, for all its article."""
    assert only("The two men were shot dead.").action == "kill"
    assert only("One man was killed.").value == 1


def test_a_misprint_is_kept_as_printed_and_told():
    """A malformed number has candidates, no value, and a problem of its own."""
    parsed = next(parse([Report(id="r", text="The fund lent 1,5000 farmers a plough.")]))
    (figure,) = find_figures(parsed)
    assert (figure.printed, figure.well_formed) == ("1,5000", False)
    assert (figure.value, figure.low, figure.high) == (None, None, None)
    assert figure.candidates == (1500, 15000)
    (problem,) = figure_problems(parsed, (figure,))
    assert (problem.kind, problem.span) == ("malformed_number", figure.number)
    assert "1,500 or 15,000" in problem.detail


@given(st.text(alphabet="0123456789.,-–%$ \nabfot", max_size=40))
def test_no_text_makes_the_finder_fail(text):
    """Whatever stands in a report, spans are slices and bounds are in order."""
    for figure in figures_in(f"Of {text} men"):
        assert figure.span.holds(figure.number)
        assert None in (figure.low, figure.high) or figure.low <= figure.high
        assert figure.well_formed or (figure.value is None and figure.candidates)


@given(st.integers(4, 10**7), st.sampled_from(["", "at least ", "up to ", "about ", "over "]))
def test_a_printed_figure_reads_back(value, qualifier):
    """Print value and qualifier, read them: the same value, and spans that are slices."""
    text = f"The mayor counted {qualifier}{value:,} lanterns on the lake."
    figure = only(text)
    assert figure.value == value
    assert figure.span.exact == f"{qualifier}{value:,} lanterns"
    assert text[figure.number.start : figure.number.end] == figure.printed == f"{value:,}"


@pytest.mark.parametrize(
    ("text", "kind", "trend", "value"),
    [
        ("Fares fell by 120 to 800.", "level", "down", 800),
        ("The toll climbed from 20 to 24.", "level", "up", 24),
        ("A 40 percent drop in bookings hurt inns.", "change", "down", 40),
        ("Sales were down 8 percent.", "change", "down", 8),
        ("Women make up 40 percent of staff.", "share", None, 40),
        ("The bid is $82, up from $70.", "price", "up", 82),
        ("Rates rose by half a percentage point.", "change", "up", 0.5),
        ("The port lies half a mile off.", "measurement", None, 0.5),
        ("Two in five kiosks closed.", "share", None, 40),
        ("Sales rose to $84m from $79m a year earlier.", "price", None, 79_000_000),
    ],
)
def test_a_change_is_told_from_what_it_leads_to(text, kind, trend, value):
    """By how much is a change, to what is a level with the trend that led there."""
    figure = next(one for one in figures_in(text) if one.value == value)
    assert (figure.kind, figure.trend) == (kind, trend)


def test_a_report_shows_that_it_groups_by_spaces():
    """Two such numbers are read; one alone may be anything and has no value."""
    homes, people = figures_in("Some 12 400 homes burned and 1 500 people fled.")
    assert (homes.value, people.value) == (12_400, 1_500)
    (alone,) = figures_in("Some 1 500 people fled.")
    assert (alone.value, alone.candidates, alone.well_formed) == (None, (1_500,), False)
    years = figures_in("In 2016 300 homes burned; in 2017 400 burned.")
    assert [one.value for one in years] == [300, 400]


@pytest.mark.parametrize(
    "text",
    [
        "The 12-member Selby Harbour Council met.",
        "They stood on the 32nd floor.",
        "A post of 14 марта 2018 shows the pier.",
    ],
)
def test_sizes_of_the_named_floors_and_foreign_dates_are_no_figures(text: str) -> None:
    """A description before a name, a floor, and a month in another script count nothing."""
    assert not figures_in(text)
