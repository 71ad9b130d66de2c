"""What the sets of quantities ask, how units are compared and how they count."""

import json

import pytest

from bench.quantity import COUNT, answered, quantity, same_unit, same_value
from bench.ruler import Item
from bench.sets.measeval import MeasEval, printed
from bench.sets.quantities import Quantities


def given(value, unit, span=None, low=None, high=None, counted=(), qualifier="exact"):
    """One quantity as a tool answers it."""
    return {
        "span": span,
        "value": value,
        "low": low,
        "high": high,
        "unit": unit,
        "counted": [*counted],
        "qualifier": qualifier,
    }


def sentence(*gold):
    """A made-up sentence with its gold."""
    return Item(id="a:0", unit="a:0", request={"text": "Some words."}, gold=[*gold])


@pytest.mark.parametrize(
    ("asked", "unit", "counted"),
    [
        ("dollar", "USD", ()),
        ("dollar per share", "USD per share", ()),
        ("kilometre per hour", "Kilometer per hour", ()),
        ("m s\u22121", "metre per second", ()),
        ("m/s", "metre per second", ()),
        ("\u00b0C", "degree Celsius", ()),
        ("year of age", "year", ()),
        ("metric ton", "tonne", ()),
        ("big lantern", COUNT, ("brightest lanterns", "lantern")),
        ("penny", COUNT, ("pence",)),
        ("-", COUNT, ("lanterns",)),
        ("", "dimensionless", ()),
    ],
)
def test_a_unit_is_one_by_all_its_names(asked, unit, counted):
    """Sets and tools each name units their own way."""
    assert same_unit(quantity(1, None, None, asked), answered(given(1, unit, counted=counted)))


@pytest.mark.parametrize(
    ("asked", "unit", "counted"),
    [
        ("m", "M", ()),
        ("swiss franc", COUNT, ("francs",)),
        ("dollar per share", "USD", ()),
        ("pound-mass", "GBP", ()),
        ("lantern", COUNT, ()),
        ("lantern", "percent", ("lanterns",)),
        ("-", "kilogram", ()),
    ],
)
def test_a_unit_is_not_another(asked, unit, counted):
    """Nothing is taken for the same because it looks alike."""
    assert not same_unit(quantity(1, None, None, asked), answered(given(1, unit, counted=counted)))


def test_cents_are_hundredths_of_a_dollar():
    """A tool may give either."""
    asked = quantity(50, None, None, "cent")
    assert same_value(asked, answered(given(0.5, "USD")))
    assert not same_value(asked, answered(given(50, "USD")))


def test_a_range_is_its_two_ends():
    """A single value is not a range that holds it."""
    asked = quantity(None, 8, 10, "foot")
    assert same_value(asked, answered(given(None, "foot", low=8, high=10)))
    assert not same_value(asked, answered(given(8, "foot", low=8, high=10)))


def test_one_answer_serves_one_quantity():
    """Two equal numbers need two answers, and the one with the right unit goes first."""
    gold = [quantity(4, None, None, "mile"), quantity(4, None, None, "house")]
    answer = [given(4, COUNT, counted=["houses", "house"]), given(4, COUNT)]
    (case,) = Quantities().cases([sentence(*gold)], [answer])
    assert case.counts["value"].right == 2
    assert case.counts["value and unit"].right == 1
    assert [miss.cause for miss in case.misses] == ["unit missing"]


def test_a_wrong_number_in_the_right_unit_is_another_value():
    """What has no counterpart at all is not found, or too much."""
    gold = [quantity(4, None, None, "mile"), quantity(7, None, None, "hour")]
    answer = [given(5, "mile"), given(9, "litre")]
    (case,) = Quantities().cases([sentence(*gold)], [answer])
    assert case.counts["value"].right == 0
    assert [miss.cause for miss in case.misses] == ["other value", "not found", "no such quantity"]


def test_sentences_are_loaded_with_ranges_and_lone_units(tmp_path):
    """The unit sentences name a unit and no value, and are counted apart."""
    plain = [{"text": "8-10 ft", "quantities": [{"value": "8-10", "normalized_unit": "foot"}]}]
    for part in Quantities.data:
        path = tmp_path / part
        path.parent.mkdir(parents=True, exist_ok=True)
        rows = [{"text": "one dram", "unit": "dram"}] if "units" in part else plain
        path.write_text(json.dumps(rows), encoding="utf-8")
    items = Quantities().load(tmp_path)
    answers = [[given(None, "foot", low=8, high=10)]] * 4 + [[given(1, "ounce")]]
    cases = list(Quantities().cases(items, answers))
    assert [case.counts["value and unit"].right for case in cases[:4]] == [1] * 4
    assert cases[4].counts["unit of sentence"].score == 0


@pytest.mark.parametrize(
    ("words", "unit", "ranged", "expected"),
    [
        ("31%", "%", False, (31.0,)),
        ("about 1,250.5 m", "m", False, (1250.5,)),
        ("7\u201320 mm", "mm", True, (7.0, 20.0)),
        ("3, 4", "", False, ()),
        ("5 \u00b1 1 m", "m", True, ()),
        ("2 \u00d7 10", "", False, ()),
        ("\u22124", "", False, ()),
        ("three", "", False, ()),
    ],
)
def test_only_plain_digits_are_read_off_the_gold(words, unit, ranged, expected):
    """What a sign, a power or a tolerance changes is not asked for."""
    assert printed(words, unit, ranged) == expected


TEXT = "It ran for about 12 days over 30\u201340 km."
ROWS = """docId\tannotSet\tannotType\tstartOffset\tendOffset\tannotId\ttext\tother
P-1\t1\tQuantity\t11\t24\tT1\tabout 12 days\t{"mods": ["IsApproximate"], "unit": "days"}
P-1\t2\tQuantity\t30\t38\tT2\t30-40 km\t{"mods": ["IsRange"], "unit": "km"}
P-1\t2\tMeasuredEntity\t0\t2\tT3\tIt\t{"HasQuantity": "T2"}
"""


@pytest.fixture
def paragraph(tmp_path):
    """A paragraph with a quantity that is about and one that is a range."""
    for part, name, words in (("text", "P-1.txt", TEXT), ("tsv", "P-1.tsv", ROWS)):
        (tmp_path / MeasEval.data[0] / part).mkdir(parents=True)
        (tmp_path / MeasEval.data[0] / part / name).write_text(words, encoding="utf-8")
    (item,) = MeasEval().load(tmp_path)
    return item


def test_quantities_go_with_their_paper(paragraph):
    """Paragraphs of one paper stay in one half; entities are no quantities."""
    assert (paragraph.id, paragraph.unit, len(paragraph.gold)) == ("P-1", "P", 2)


def test_right_answers_are_right_in_every_figure(paragraph):
    """Span, value, unit and modifier of both."""
    answer = [
        given(12, "day", span=[11, 24], qualifier="about"),
        given(None, "kilometre", span=[30, 38], low=30, high=40, qualifier="range"),
    ]
    (case,) = MeasEval().cases([paragraph], [answer])
    assert {name: count.score for name, count in case.counts.items()} == dict.fromkeys(
        ("overlap", "exact", "value", "unit", "modifier"), 1.0
    )
    assert case.misses == ()


def test_each_mistake_costs_its_own_figure(paragraph):
    """A number cut short, with another unit and no modifier, is still found."""
    answer = [
        given(12, "month", span=[17, 24]),
        given(30, "kilometre", span=[30, 32]),
        given(9, COUNT, span=[0, 2]),
    ]
    (case,) = MeasEval().cases([paragraph], [answer])
    right = {name: count.right for name, count in case.counts.items()}
    assert right == {"overlap": 2, "exact": 0, "value": 1, "unit": 1, "modifier": 0}
    assert [miss.cause for miss in case.misses] == ["other unit", "other value", "no such quantity"]
