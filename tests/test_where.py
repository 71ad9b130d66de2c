"""Comparing places by their fields."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.report import Span
from rashomon.where import Place, distance_km, name_key, same_place, within


def place(name: str, **fields: object) -> Place:
    """A place of that name with these fields."""
    span = Span(report="r", start=0, end=max(1, len(name)), exact=name)
    return Place(id="l1", span=span, name=name, **fields)  # type: ignore[arg-type]


ALEPPO = place("Aleppo", kind="city", country="SY", admin1="09", geonames=1, precision=1)
HALAB = place("Halab", kind="city", country="SY", admin1="09", geonames=1, precision=1)
HAMA = place("Hama", kind="city", country="SY", admin1="10", geonames=2, precision=1)
SYRIA = place("Syria", kind="country", country="SY", geonames=3, precision=6)
IRAQ = place("Iraq", kind="country", country="IQ", geonames=4, precision=6)
PROVINCE = place("Aleppo", kind="admin1", country="SY", admin1="09", geonames=5, precision=4)
LEVANT = place("Levant", kind="region", precision=7)
UNKNOWN = place("Oakfield")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tall ‘Afar", "Tall Afar"),
        ("Deir ez-Zor", "Deir Ez Zor"),
        ("al-Bab", "Al-Bāb"),
        ("the City of Bath", "Bath"),
        ("St. Albans", "Saint Albans"),
        ("Łódź", "Lodz"),
        ("U.K.", "UK"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    """Case, accents, hyphens, apostrophes, points and articles do not part two names."""
    assert name_key(one) == name_key(other) != ""


@pytest.mark.parametrize(("one", "other"), [("Homs", "Hama"), ("El Paso", "Paso"), ("East", "est")])
def test_other_names_have_other_keys(one: str, other: str) -> None:
    """Folding keeps names apart that differ in more than their writing."""
    assert name_key(one) != name_key(other)


@given(st.text(max_size=40))
def test_a_key_is_its_own_key(name: str) -> None:
    """Folding twice is folding once, whatever the text."""
    key = name_key(name)
    assert name_key(key) in (key, key.removeprefix("the")) or key.startswith(
        ("the", "city", "town")
    )


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (ALEPPO, HALAB, True),
        (ALEPPO, HAMA, False),
        (ALEPPO, PROVINCE, False),
        (SYRIA, IRAQ, False),
        (UNKNOWN, place("oakfield"), True),
        (UNKNOWN, place("Oakfield", kind="city", country="US", geonames=9), None),
        (UNKNOWN, ALEPPO, None),
    ],
)
def test_same_place_goes_by_id_then_by_name(a: Place, b: Place, expected: bool | None) -> None:
    """One id is one place under any spelling; what the fields do not tell stays unknown."""
    assert same_place(a, b) is expected
    assert same_place(b, a) is expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (ALEPPO, SYRIA, True),
        (ALEPPO, PROVINCE, True),
        (PROVINCE, SYRIA, True),
        (HAMA, PROVINCE, False),
        (ALEPPO, IRAQ, False),
        (SYRIA, ALEPPO, False),
        (SYRIA, SYRIA, False),
        (SYRIA, LEVANT, None),
        (UNKNOWN, SYRIA, None),
    ],
)
def test_within_tells_what_country_and_division_tell(
    a: Place, b: Place, expected: bool | None
) -> None:
    """A town lies in its province and country; what lies in a region is unknown."""
    assert within(a, b) is expected


def test_distance_is_along_the_great_circle() -> None:
    """A degree on the equator is some 111 kilometres; without a point there is no distance."""
    a, b = place("A", lat=0.0, lon=0.0), place("B", lat=0.0, lon=1.0)
    assert distance_km(a, b) == pytest.approx(111.2, abs=0.1)
    assert distance_km(a, UNKNOWN) is None
