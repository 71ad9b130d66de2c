"""What the sets of places ask and how they count."""

import pytest

from bench.ruler import Item
from bench.sets.places import Lgl, Mention, TrNews, kilometres

TEXT = "Boats left the Tamsel for Orrin, and Orrin waited."
ORRIN = (50.0, 10.0)
#: A degree of latitude is 111 kilometres.
NEAR, FAR = (51.4, 10.0), (51.5, 10.0)
ARTICLES = """<articles><article docid="7"><title> Boats </title><dltime> 2031-03-04 08:00</dltime>
<text>{text}</text><toponyms>
<toponym><start>27</start><end>32</end><phrase>Orrin</phrase>
<gaztag geonameid="12"><name>Orrin</name><lat>50.0</lat><lon>10.0</lon></gaztag></toponym>
<toponym><start>26</start><end>31</end><phrase>Orrin</phrase></toponym>
<toponym><start>15</start><end>21</end><phrase>Tamsel</phrase></toponym>
<toponym><start>3</start><end>9</end><phrase>Elsewhere</phrase></toponym>
</toponyms></article><article docid="8"><text> </text></article></articles>
"""


def case(gold: list[Mention], *given: tuple[int, int, tuple[float, float] | None]):
    """The case of some answers to some gold mentions in the text."""
    item = Item(id="7", unit="7", request={"text": TEXT}, gold=gold)
    answer = [
        {
            "span": [start, end],
            "lat": point and point[0],
            "lon": point and point[1],
            "geonames": None,
        }
        for start, end, point in given
    ]
    return next(Lgl().cases([item], [answer]))


@pytest.fixture
def loaded(tmp_path):
    """The one article that has a text, as it is loaded."""
    (tmp_path / "geo").mkdir()
    (tmp_path / TrNews().data[0]).write_text(ARTICLES.format(text=TEXT), encoding="utf-8")
    (item,) = TrNews().load(tmp_path)
    return item


def test_a_mention_is_moved_to_its_name_and_kept_once(loaded):
    """Offsets that are out are mended; a name that stands nowhere near is dropped."""
    assert [(each.start, each.end) for each in loaded.gold] == [(26, 31), (15, 21)]
    assert loaded.gold[0] == Mention(26, 31, ORRIN, "12")


def test_an_article_is_asked_with_its_title_and_day(loaded):
    """As a report is."""
    assert (loaded.request["title"], loaded.request["published"]) == ("Boats", "2031-03-04")


@pytest.mark.parametrize(
    ("point", "right", "cause"),
    [
        (NEAR, 1, None),
        (FAR, 0, "over 161 km away"),
        ((-50.0, 10.0), 0, "over 1000 km away"),
        (None, 0, "not located"),
    ],
)
def test_a_place_is_right_within_a_hundred_miles(point, right, cause):
    """Overlap alone is found and not right."""
    found = case([Mention(26, 31, ORRIN, None)], (26, 31, point))
    assert found.counts["f1_161"].right == right
    assert found.counts["overlap"].right == 1
    assert [miss.cause for miss in found.misses] == ([cause] if cause else [])


def test_an_unresolvable_place_is_to_be_left_alone():
    """Of two that the gold cannot place, the one that got no point is right."""
    gold = [Mention(26, 31, None, None), Mention(37, 42, None, None)]
    found = case(gold, (26, 31, None), (37, 42, ORRIN))
    assert found.counts["f1_161"].right == 1
    assert found.counts["unresolvable left alone"].score == 0.5
    assert [miss.cause for miss in found.misses] == ["located though unresolvable"]


def test_a_leading_article_is_no_part_of_a_span():
    """ "the Tamsel" and "Tamsel" are one span."""
    found = case([Mention(15, 21, None, None)], (11, 21, None))
    assert found.counts["exact"].right == 1


def test_the_distance_of_a_degree():
    """Along a meridian a degree is the same everywhere."""
    assert kilometres((50.0, 10.0), (51.0, 10.0)) == pytest.approx(111.19, abs=0.01)
