"""Coasts on the map of a page."""

import hashlib
import re
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.tell.page import account_page
from rashomon.tell.pictures.coasts import land
from rashomon.tell.pictures.maps import place_map
from tests.tell.test_pictures_of_time_and_place import placed

FOLDER = files("rashomon.data").joinpath("coasts")


def covers(box, lon, lat):
    """Whether a point is on land: an even-odd count of the edges west of it."""
    crossed = 0
    for ring in land(box):
        for (x, y), (a, b) in zip(ring, (*ring[1:], ring[0]), strict=True):
            crossed += (y > lat) != (b > lat) and lon > x + (lat - y) / (b - y) * (a - x)
    return crossed % 2 == 1


@pytest.mark.parametrize(
    ("lon", "lat", "dry"),
    [
        (12.5, 42.5, True),  # central Italy
        (12.0, 39.5, False),  # the Tyrrhenian Sea
        (9.0, 40.0, True),  # Sardinia
        (15.5, 43.2, False),  # the Adriatic
    ],
)
def test_land_is_where_it_is(lon, lat, dry):
    """The shapes stand at their degrees, islands among them."""
    assert covers((5.0, 36.0, 20.0, 46.0), lon, lat) is dry


def test_a_sea_within_land_is_cut_out():
    """The Caspian is no land, and both its shores are."""
    box = (44.0, 35.0, 58.0, 48.0)
    assert not covers(box, 51.0, 42.0)
    assert covers(box, 46.0, 42.0)
    assert covers(box, 56.0, 42.0)


def test_where_no_coast_runs_nothing_is_drawn():
    """Neither the open ocean nor the middle of a continent has a shape."""
    assert not land((-150.0, -20.0, -140.0, -12.0))
    assert not land((60.0, 50.0, 66.0, 54.0))


BOXES = st.tuples(st.floats(-190, 170), st.floats(-89, 80), st.floats(1, 40), st.floats(1, 9))


@given(BOXES)
def test_land_lies_within_its_box(box):
    """Also across the date line."""
    west, south, wide, tall = box
    for ring in land((west, south, west + wide, south + tall)):
        assert all(west - 1e-6 <= lon <= west + wide + 1e-6 for lon, _ in ring)
        assert all(south - 1e-6 <= lat <= south + tall + 1e-6 for _, lat in ring)


def test_both_sides_of_the_date_line_are_drawn():
    """A map around Fiji and one around the Bering Strait each have land."""
    assert land((170.0, 60.0, 195.0, 70.0))
    assert land((-190.0, 60.0, -165.0, 70.0))


def test_a_wide_map_shows_coasts_and_no_borders():
    """The path is drawn, within the paper, and the page says whose shapes these are."""
    account = placed(("Rome", 41.9, 12.5, 1), ("Tunis", 36.8, 10.2, 1))
    picture = place_map(account)
    numbers = [float(each) for each in re.findall(r"-?[\d.]+", picture.land)]
    assert all(-0.1 <= x <= 360.1 for x in numbers[::2])
    assert all(-0.1 <= y <= picture.height + 0.1 for y in numbers[1::2])
    page = account_page(account)
    assert f'd="{picture.land}"' in page
    assert "Coasts: Natural Earth, coarse. No borders are drawn." in page


def test_a_narrow_map_has_no_coasts():
    """Shapes coarse to ten kilometres would put a harbour into the sea."""
    account = placed(("Genoa", 44.4, 8.9, 1), ("Savona", 44.3, 8.5, 1))
    assert place_map(account).land == ""
    assert "No coasts or borders are drawn." in account_page(account)


def test_the_shapes_are_the_ones_that_are_told():
    """The file is small, and its hash stands beside it with source and licence."""
    data, told = FOLDER.joinpath("land.txt").read_bytes(), FOLDER.joinpath("README.md")
    words = told.read_text(encoding="utf-8")
    assert len(data) <= 60_000
    assert hashlib.sha256(data).hexdigest() in words
    assert "public domain" in " ".join(words.split())
