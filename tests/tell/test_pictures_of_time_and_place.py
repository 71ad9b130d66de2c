"""Running tolls, maps, doubted dates, and what a terminal shows of them."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape
from sample import sample_account

from rashomon.account import TimelineEntry
from rashomon.report import Report
from rashomon.tell.page import account_page
from rashomon.tell.pictures.axes import WIDTH
from rashomon.tell.pictures.lines import bar_rows, map_rows
from rashomon.tell.pictures.maps import place_map
from rashomon.tell.pictures.strip import dated_otherwise, strip
from rashomon.tell.pictures.tolls import HEIGHT, LEFT, RIGHT, first_day, toll
from rashomon.tell.pictures.tolls import columns as columns_of
from rashomon.tell.text import account_text
from rashomon.where import Place

SAMPLE = sample_account()
HOMES, TREATED = SAMPLE.questions[1], SAMPLE.questions[2]
NAMES = {origin.id: origin.name for origin in SAMPLE.origins}
SPAN = SAMPLE.places[0].span
TOLD = "Water burst through the eastern wall of the reservoir above the village"


def placed(*places):
    """The sample with other places: (name, lat, lon, precision)."""
    found = tuple(
        Place(id=f"x{n}", span=SPAN, name=name, lat=lat, lon=lon, precision=precision)
        for n, (name, lat, lon, precision) in enumerate(places)
    )
    return replace(SAMPLE, places=found)


def told(day, text=TOLD, report="r1", to=None):
    """Something dated by one report."""
    span = Report(id=report, text=text).span(0, len(text))
    return TimelineEntry(from_=day, to=to, precision="day", text=text, citations=(span,))


def test_a_toll_stands_at_its_first_day():
    """12 on the fourth and 15 on the fifth: two counts of one origin, joined, the later higher."""
    picture = toll(SAMPLE, TREATED)
    first, second = picture.counts
    assert first_day(SAMPLE, TREATED.positions[0]).isoformat() == "2031-03-04"
    assert [count.label for count in picture.counts] == ["12", "15"]
    assert first.x < second.x
    assert first.low > second.low
    assert picture.lines == ((first, second),)
    assert [words for _, words in picture.days] == ["4 March", "5 March"]


def test_counts_of_one_day_are_no_course():
    """Where all numbers were published on one day, or none is dated, there is no picture."""
    reports = tuple(replace(each, published="2031-03-04") for each in SAMPLE.reports)
    assert toll(replace(SAMPLE, reports=reports), TREATED) is None
    reports = tuple(replace(each, published=None) for each in SAMPLE.reports)
    assert toll(replace(SAMPLE, reports=reports), TREATED) is None


def test_an_open_count_points_upwards():
    """ "At least 40" has no upper end."""
    reports = (SAMPLE.reports[0], replace(SAMPLE.reports[1], published="2031-03-09"))
    picture = toll(replace(SAMPLE, reports=reports), HOMES)
    assert [count.open_above for count in picture.counts].count(True) == 1
    assert all(0 <= count.high <= count.low <= HEIGHT for count in picture.counts)


@given(st.lists(st.integers(0, 60), min_size=2, max_size=30))
def test_days_stand_in_their_order(days):
    """However close days lie and however many numbers they have, none stands before an earlier."""
    counted = Counter(date(2031, 3, 1) + timedelta(days=each) for each in days)
    places = [place for _, column in sorted(columns_of(counted).items()) for place in column]
    assert places == sorted(places)
    assert places[0] >= LEFT - 0.1
    assert places[-1] <= RIGHT + 0.1
    apart = min(22.0, (RIGHT - LEFT) / len(days))
    assert all(b - a >= apart - 0.2 for a, b in pairwise(places))


DEGREES = st.tuples(st.floats(-89, 89), st.floats(-180, 180), st.integers(1, 7))


@given(st.lists(DEGREES, max_size=6))
def test_everything_on_a_map_lies_on_the_paper(points):
    """Wherever places lie, also across the date line and near the poles, pins are in the frame."""
    picture = place_map(placed(*((f"P{n}", *each) for n, each in enumerate(points))))
    if picture is None:
        assert all(precision > 4 for _, _, precision in points)
        return
    assert all(-0.5 <= pin.x <= WIDTH + 0.5 for pin in picture.pins)
    assert all(-0.5 <= pin.y <= picture.height + 0.5 for pin in picture.pins)
    assert len(picture.pins) + len(picture.beyond) >= 1
    assert all(len(line) == 44 or not line for line, _ in map_rows(picture))


def test_a_map_is_true_to_scale():
    """A degree of latitude is 111 kilometres on the bar, and north is above."""
    picture = place_map(placed(("South", 50.0, 8.0, 1), ("North", 51.0, 8.0, 1)))
    north, south = picture.pins
    assert (north.name, south.name) == ("North", "South")
    kilometres = (south.y - north.y) * picture.scale_km / picture.scale
    assert kilometres == pytest.approx(111.2, rel=0.02)
    assert north.ring == pytest.approx(15 * picture.scale / picture.scale_km, rel=0.05)


def test_what_a_map_leaves_out_is_named():
    """A country and a place on another continent are told in words."""
    account = placed(("Here", 50.0, 8.0, 1), ("Far", -30.0, 150.0, 1), ("Land", 51.0, 9.0, 6))
    picture = place_map(account)
    assert [pin.name for pin in picture.pins] == ["Here"]
    assert picture.beyond == ("Far", "Land")
    assert "Not on the map" in account_page(account)


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", '"/><b onload=x>', "{{ 7*7 }}"])
def test_a_name_on_a_map_is_only_shown(words):
    """What a report calls a place is no markup of the page."""
    page = account_page(placed((words, 50.0, 8.0, 1), (words, 51.0, 8.0, 6)))
    assert escape(words) in page
    assert words not in page or words == escape(words)


def test_names_on_a_map_do_not_cover_each_other():
    """Places in one spot have their names on both sides and below each other."""
    picture = place_map(placed(*((f"P{n}", 50.0, 8.0, 1) for n in range(4))))
    for leftward in (True, False):
        heights = [pin.label_y for pin in picture.pins if pin.leftward is leftward]
        assert len(heights) == 2
        assert all(b - a >= 12.9 for a, b in pairwise(heights))


@pytest.mark.parametrize(
    ("first", "second", "doubted"),
    [
        (told("2031-03-03"), told("2031-03-04", report="r2"), {1: (2,), 2: (1,)}),
        (told("2031-03-03"), told("2031-03-04", report="r1"), {}),
        (told("2031-03-03", to="2031-03-05"), told("2031-03-04", report="r2"), {}),
        (told("2031-03-03"), told("2031-03-04", "Nobody was in the valley", "r2"), {}),
        (told("2031-03-03"), told("2031-03-03T09:00", report="r2"), {}),
    ],
)
def test_a_date_is_doubted_where_another_report_differs(first, second, doubted):
    """The same told in much the same words on two days by two reports, and nothing less."""
    assert dated_otherwise([first, second]) == doubted


def test_a_doubted_date_is_shown_as_such():
    """The page rings the bead and names the other date; so do the other formats."""
    entries = (told("2031-03-03", report="courier-1"), told("2031-03-04", report="northline-1"))
    account = replace(SAMPLE, timeline=entries)
    assert [bead.doubted for bead in strip(entries)] == [True, True]
    page = account_page(account)
    assert page.count('class="doubted"') == 2
    assert "dated otherwise: 4 March 2031" in page
    assert "3 March 2031; otherwise 4 March 2031" in account_text(account, 160)


def test_a_terminal_shows_bars():
    """A row a position: a stretch from 40 on, a ring for about, each with its day."""
    head, at_least, _, about = bar_rows(SAMPLE, HOMES, NAMES)
    assert head == ("40 to 70", "", "", "first published")
    assert at_least[0].endswith("▶")
    assert at_least[0].count("●") == 1
    assert about[0].count("○") == 1
    assert about[0].index("○") == at_least[0].index("●")
    assert {len(row[0]) for row in (at_least, about)} == {20}


def test_a_status_has_no_bars():
    """Where fewer than two positions have a number there is nothing to draw."""
    assert list(bar_rows(SAMPLE, SAMPLE.questions[0], NAMES)) == []


@pytest.mark.parametrize(("width", "drawn"), [(100, True), (80, True), (60, False), (40, False)])
def test_a_picture_is_whole_or_not_there(width, drawn):
    """No bar is cut at the edge of a narrow terminal; what it shows stands in words as well."""
    lines = account_text(SAMPLE, width).splitlines()
    bars = [each for each in lines if "·····" in each]
    assert bool(bars) is drawn
    assert all(len(each.split()[0]) == 20 for each in bars)
    assert max(map(len, lines)) <= width
