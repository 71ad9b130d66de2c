"""What a number counts and what befell it, where several stand in one sentence."""

import pytest

from rashomon.figure import Figure
from rashomon.find.figures.search import find_figures
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
    ("text", "actions"),
    [
        ("Dozens were hurt and thousands in need of shelter.", ["injure", "need help"]),
        ("Six were killed, 40 wounded and scores left homeless.", ["kill", "injure", "displace"]),
        ("Some 60 were treated while 800 are without power.", ["treat", None]),
        ("Eight died and hundreds need food.", ["kill", "need help"]),
    ],
)
def test_each_of_several_numbers_has_its_own_predicate(text, actions):
    """What befell the first is not said of those who have a verb of their own."""
    assert [figure.action for figure in figures_in(text)] == actions


@pytest.mark.parametrize(
    ("text", "counted", "population"),
    [
        ("Nine people died, five of them children.", "children", "children"),
        ("Nine people died, five of them firefighters.", "firefighters", "firefighters"),
        ("The fire killed nine, five of whom were pupils.", "pupils", "students"),
    ],
)
def test_a_part_is_what_the_text_calls_it(text, counted, population):
    """ "Five of them children" are children, and dead like the whole."""
    whole, part = figures_in(text)
    assert (part.counted, part.population, part.action) == (counted, population, "kill")
    assert part.part_of == whole.id


def test_a_day_after_a_toll_is_not_counted():
    """ "The toll rose to six Friday" counts people, and those wounded are people too."""
    killed, hurt = figures_in("The death toll rose to six Friday, with 100 others wounded.")
    assert (killed.counted, killed.action) == ("people", "kill")
    assert (hurt.head, hurt.action) == ("person", "injure")


def test_a_count_of_several_reaches_its_plural():
    """Six are six executives, however many nouns stand before them."""
    figure = only("Six top female music industry executives wrote to the academy.")
    assert (figure.head, figure.span.exact.split()[-1]) == ("executive", "executives")


def test_a_part_has_parts_of_its_own():
    """Each number belongs to the number that it is taken from."""
    whole, there, port = figures_in("At least 40 died, 30 of them in Oria, including 12 at sea.")
    assert (there.part_of, port.part_of) == (whole.id, there.id)


def test_a_pair_is_counted_together():
    """17 women and children are neither 17 women nor 17 children."""
    figure = only("At least 17 women and children were killed.")
    assert figure.span.exact == "At least 17 women and children"
    assert (figure.counted, figure.population) == ("women and children", "women and children")


@pytest.mark.parametrize(
    ("text", "population"),
    [
        ("There were 40 road deaths.", "road"),
        ("There were 40 bird flu deaths.", "bird flu"),
        ("There were 40 drowning deaths.", "drowning"),
        ("There were 40 heat-related deaths.", "heat-related"),
        ("There were 40 civilian deaths.", "civilians"),
        ("There were 40 confirmed deaths.", None),
    ],
)
def test_deaths_of_a_cause_are_a_population(text, population):
    """Road deaths are never set against deaths of another cause."""
    figure = only(text)
    assert (figure.head, figure.action, figure.population) == ("person", "kill", population)


def test_a_list_has_its_label_before_the_number():
    """In a list of parts the noun before the colon is counted, not the next label."""
    sails, masts = figures_in("Sails: 2 Masts: 3")
    assert (sails.counted, masts.counted) == ("Sails", "Masts")


@pytest.mark.parametrize(
    ("text", "value", "trend"),
    [
        ("The ministry counted 21 dead, five more than this morning.", 5, "up"),
        ("There were nine arrests, two fewer than on Monday.", 2, "down"),
        ("The number of patients is 48, 12 more than a day earlier.", 12, "up"),
    ],
)
def test_a_difference_is_a_change_and_no_level(text, value, trend):
    """ "Five more than" tells how much has been added and not how many there are."""
    level, change = figures_in(text)
    assert (change.kind, change.value, change.trend) == ("change", value, trend)
    assert (level.kind, level.action, level.counted) == ("level", change.action, change.counted)


@pytest.mark.parametrize(
    "text",
    [
        "A driver died, taking the death toll to 21.",
        "A driver died, bringing the death toll to 21.",
        "A driver died, raising the toll to 21.",
        "Officials gave a death toll of 21.",
        "The storm caused 21 deaths.",
        "21 deaths reported after ferry sinks",
        "The storm cost 21 lives.",
        "In all, 21 lives were lost.",
        "The loss of 21 lives shook the town.",
    ],
)
def test_deaths_tolls_and_lives_count_people_killed(text):
    """However the dead are counted, it is people who were killed."""
    figure = only(text)
    assert (figure.kind, figure.value, figure.head) == ("level", 21, "person")
    assert (figure.action, figure.measure) == ("kill", "people killed")


@pytest.mark.parametrize(
    ("text", "kind", "unit", "measure"),
    [
        ("A magnitude 6.4 earthquake woke the coast.", "measurement", "magnitude", "magnitude"),
        ("The quake measured 6.4 on the Richter scale.", "measurement", "magnitude", "magnitude"),
        ("The 6.4 quake woke the coast.", "measurement", "magnitude", "magnitude"),
        ("It began at a depth of 9 km.", "measurement", "kilometre", "depth"),
        ("The shaft is 9 km deep.", "measurement", "kilometre", "depth"),
        ("It began 9 km (6 miles) north of Oria.", "measurement", "kilometre", "distance"),
        ("They left the 24-storey tower.", "measurement", "storey", "tower"),
        ("They left the 24-story tower.", "measurement", "storey", "tower"),
        ("He faces up to 20 years in prison.", "duration", "year", "maximum sentence"),
        ("It has a maximum sentence of 12 years.", "duration", "year", "maximum sentence"),
        ("She was jailed for eight years.", "duration", "year", "sentence"),
    ],
)
def test_measurements_tell_what_they_measure(text, kind, unit, measure):
    """Magnitude, depth, distance, height and the length of a sentence are no counts."""
    figure = figures_in(text)[0]
    assert (figure.kind, figure.unit, figure.measure) == (kind, unit, measure)
    assert figure.action is None


def test_parts_of_one_thing_measure_it():
    """A three-car train is as long as three cars, and nothing befell three cars."""
    figure = only("A three-car train was destroyed.")
    assert (figure.kind, figure.unit, figure.action) == ("measurement", "car", None)


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Two guards told Weller reporters the truth.", "guards"),
        ("The plane allows 180 passengers.", "passengers"),
        ("The mayor held 14 meetings.", "meetings"),
        ("They called 14 witnesses.", "witnesses"),
    ],
)
def test_telling_naming_and_holding_are_no_actions(text, measure):
    """A verb that only tells or names says nothing of what befell the counted."""
    figure = only(text)
    assert (figure.action, figure.measure) == (None, measure)


def test_who_acts_on_others_has_no_action():
    """An action is what befell the counted, not what they did to something else."""
    figure = only("Two passengers wrapped the guide in blankets.")
    assert figure.action is None


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("It ended in the arrest of 18 clerks.", "arrest"),
        ("Eighteen clerks were placed under arrest.", "arrest"),
        ("Eighteen clerks were left in the mill.", "remain"),
        ("Eighteen clerks were leaving the town.", None),
        ("One of the clerks was killed.", "kill"),
        ("Several of the injured were treated there.", "treat"),
        ("Several of the injured waved.", "wave"),
        ("Dozens of injured clerks waved.", "injure"),
    ],
)
def test_nouns_and_printed_forms_tell_what_befell(text, action):
    """An arrest befalls those arrested, and who leaves is not left."""
    assert figures_in(text)[0].action == action


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The blaze killed between four and six guards.", "guards killed"),
        ("Rebels hold over 40 percent of the city.", "city controlled"),
        ("Four of every ten kiosks stayed shut.", "kiosks shut"),
        ("Four sisters were among those killed.", "sisters killed"),
        ("The owner was killed, as were four guards.", "guards killed"),
        ("The floods took the lives of four guards.", "guards killed"),
        ("Agencies updated the death toll to four.", "people killed"),
        ("The raid freed 12 hostages.", "hostages freed"),
        ("A 40 percent drop in bookings hurt inns.", "drop in bookings"),
        ("Nearly half the crew tested positive.", "crew testing positive"),
    ],
)
def test_measures_are_told_in_many_ways(text, measure):
    """What befell the counted is found beside, around and behind the verb."""
    assert figures_in(text)[0].measure == measure


def test_what_befell_hers_befell_not_all():
    """Of "her four sons" a report does not say how many sons were killed."""
    (sons,) = figures_in("She was killed alongside her four sons.")
    assert sons.action is None
