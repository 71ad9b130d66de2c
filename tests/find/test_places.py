"""Finding places in reports."""

from collections.abc import Iterator

import pytest

from rashomon.find.parse import Parsed, parse
from rashomon.find.places.gazetteer import open_gazetteer
from rashomon.find.places.search import find_places
from rashomon.find.places.toponyms import Gazetteer
from rashomon.report import Block, Report
from rashomon.where import Place, same_place


@pytest.fixture(scope="module")
def world() -> Iterator[Gazetteer]:
    """The whole gazetteer, in the user's cache."""
    opened = open_gazetteer()
    yield opened
    opened.close()


def parsed(text: str, *blocks: Block) -> Parsed:
    """The parse of a text with these blocks."""
    (one,) = parse([Report(id="r", text=text, blocks=blocks)])
    return one


def found(
    world: Gazetteer, text: str, outlet: str | None = None, url: str | None = None
) -> dict[str, Place]:
    """The places of a text by the words that name them."""
    (one,) = parse([Report(id="r", text=text, outlet=outlet, url=url)])
    return {place.span.exact: place for place in find_places(one, world)}


@pytest.mark.parametrize(
    ("text", "name", "kind", "country"),
    [
        ("A bomb exploded in Basra on Monday.", "Basra", "city", "IQ"),
        ("The ferry left Piraeus before dawn for Crete.", "Piraeus", "city", "GR"),
        ("Floods reached Sindh province in Pakistan.", "Sindh", "admin1", "PK"),
        ("Two boats sank on the Danube near Vienna.", "Danube", "river", None),
        ("Fighting spread across Yemen last week.", "Yemen", "country", "YE"),
        ("U.S. officials spoke to reporters.", "U.S.", "country", "US"),
        ("Troops entered the Gaza Strip at night.", "Gaza Strip", "admin1", "PS"),
        ("Unrest grew in the Middle East.", "Middle East", "region", None),
        ("He was born in Louisville, Ky., in 1950.", "Ky.", "admin1", "US"),
        ("Shells landed in al-Fashir at noon.", "al-Fashir", "city", "SD"),
        ("Ships waited off Port au Prince for days.", "Port au Prince", "city", "HT"),
        ("Along the Danube near Vienna the water rose.", "Danube", "river", None),
        ("Malawi has raised its fuel price.", "Malawi", "country", "MW"),
        ("Nurses in Kunduz went on strike.", "Kunduz", "city", "AF"),
        ("Nurses in Kunduz province went on strike.", "Kunduz", "admin1", "AF"),
        ("Voters in Clark, Butler and Warren counties of Ohio queued.", "Warren", "admin2", "US"),
        ("SCRANTON, Pa. - A man was held.", "Pa.", "admin1", "US"),
        ("The bill of Ann Doe, R-Tulsa, failed.", "Tulsa", "city", "US"),
        ("Trucks moved between Hama and Idlib.", "Idlib", "city", "SY"),
    ],
)
def test_named_places_are_found(
    world: Gazetteer, text: str, name: str, kind: str, country: str | None
) -> None:
    """Cities, provinces, countries, rivers and regions are found with kind and country."""
    place = found(world, text)[name]
    assert (place.kind, place.country, place.basis) == (kind, country, "explicit")


@pytest.mark.parametrize(
    "text",
    [
        "Syrian and Iraqi officials met on Sunday.",
        "The Boston Globe published the letter.",
        "Sydney Carton was reading a book.",
        "In March, Mass was said for all of us.",
        "She ordered a nice bath and went to bed.",
        "St. Patrick's Day was quiet.",
        "NATO-led troops and US-backed fighters advanced.",
    ],
)
def test_what_is_no_place_is_left_alone(world: Gazetteer, text: str) -> None:
    """Peoples, newspapers, persons, months and words are no places."""
    assert found(world, text) == {}


@pytest.mark.parametrize(
    ("text", "name", "country", "admin1"),
    [
        ("The tornado hit Springfield, Illinois, at noon.", "Springfield", "US", "IL"),
        ("Police in Paris, Texas, made an arrest.", "Paris", "US", "TX"),
        ("The trial opened in Hamilton, Ontario.", "Hamilton", "CA", "08"),
        ("Police in Paris made an arrest.", "Paris", "FR", "11"),
    ],
)
def test_what_follows_the_comma_constrains(
    world: Gazetteer, text: str, name: str, country: str, admin1: str
) -> None:
    """The state or country after the comma chooses among places of one name."""
    place = found(world, text)[name]
    assert (place.country, place.admin1) == (country, admin1)


def test_other_places_of_the_report_choose(world: Gazetteer) -> None:
    """A name of many towns is the one near the others that the report names."""
    text = "Officers from Savannah and Augusta met in Atlanta. The man fled to Columbus."
    assert found(world, text)["Columbus"].admin1 == "GA"


@pytest.mark.parametrize(
    ("text", "known", "country"),
    [
        ("A bus overturned in Hamilton.", {"outlet": "Ontario Courier"}, "CA"),
        ("A bus overturned in Hamilton.", {"outlet": "The New Zealand Courier"}, "NZ"),
        ("A bus overturned in Hamilton.", {"url": "https://news.example.nz/bus"}, "NZ"),
        ("A bus overturned in Hamilton.", {"url": "https://[news.example/bus"}, None),
        ("The Alabama Highway Patrol closed a road in Birmingham.", {}, "US"),
    ],
)
def test_outlet_and_bodies_speak_for_a_place(
    world: Gazetteer, text: str, known: dict[str, str], country: str | None
) -> None:
    """What an outlet or a body is called after chooses among places of one name."""
    name = "Hamilton" if "Hamilton" in text else "Birmingham"
    assert found(world, text, **known)[name].country == country


@pytest.mark.parametrize(
    ("text", "facility", "country"),
    [
        ("Flights were cancelled at Baghdad Airport.", "Baghdad Airport", "IQ"),
        ("A fire broke out at the Nairobi General Hospital.", "Nairobi General Hospital", "KE"),
        ("Guards were held at Guayaquil prison.", "Guayaquil prison", "EC"),
        ("A fair was held in Lincoln Park.", "Lincoln Park", None),
    ],
)
def test_a_facility_lies_in_the_town_of_its_name(
    world: Gazetteer, text: str, facility: str, country: str | None
) -> None:
    """A large town at the head of a facility's name places it, a name that many bear does not."""
    place = found(world, text)[facility]
    assert (place.country, place.precision) == (country, 2 if country else place.precision)


def test_an_ambiguous_place_stays_unresolved(world: Gazetteer) -> None:
    """Without evidence there are no coordinates, but the name is kept."""
    place = found(world, "A man was arrested in Springfield on Monday.")["Springfield"]
    assert place.name == "Springfield"
    assert (place.lat, place.lon, place.geonames) == (None, None, None)


def test_spellings_of_one_town_are_one_place(world: Gazetteer) -> None:
    """Hyphens, articles and transcriptions lead to one place."""
    text = "Convoys left Deir ez-Zor. Others in Iraq and Syria stayed near Deir Ezzor city."
    places = found(world, text)
    assert same_place(places["Deir ez-Zor"], places["Deir Ezzor"])


def test_a_letter_bends_only_in_a_country_that_is_named(world: Gazetteer) -> None:
    """A misspelt town is found when the report names its country, and left open when not."""
    near, far = "in the Iraqi town of Fallujeh", "in the town of Fallujeh"
    assert found(world, f"Clashes went on {near} yesterday.")["Fallujeh"].country == "IQ"
    assert found(world, f"Clashes went on {far} yesterday.")["Fallujeh"].lat is None


def test_a_facility_takes_its_town_more_coarsely(world: Gazetteer) -> None:
    """A hospital lies near the point of the town in its name and is not the town."""
    places = found(world, "Shells fell on Homs. The wounded were taken to Homs National Hospital.")
    hospital, town = places["Homs National Hospital"], places["Homs"]
    assert (hospital.kind, hospital.precision) == ("facility", 2)
    assert (hospital.lat, hospital.geonames) == (town.lat, None)
    assert same_place(hospital, town) is False


def test_the_city_points_back(world: Gazetteer) -> None:
    """A word for a city takes over the city that the report is about."""
    text = "Rebels left Homs on Friday. Buses came to Homs at noon. The city was calm."
    *_, last = find_places(parsed(text), world)
    assert (last.span.exact, last.name, last.basis) == ("The city", "Homs", "carried")


@pytest.mark.parametrize(
    "text",
    [
        "Trucks went from Homs to Hama and the city was calm.",
        "Homs is quiet. The city council met.",
        "Homs is quiet. It is the largest city.",
    ],
)
def test_a_word_that_may_mean_another_place_is_left(world: Gazetteer, text: str) -> None:
    """Two towns as likely, a compound or a superlative: nothing is carried."""
    assert not [p for p in find_places(parsed(text), world) if p.basis == "carried"]


def test_a_dateline_is_the_reporters_place(world: Gazetteer) -> None:
    """The town before the dash has a basis of its own, by its block or its form."""
    text = "AMMAN, Jordan - Talks went on in Geneva."
    bases = {place.span.exact: place.basis for place in find_places(parsed(text), world)}
    assert (bases["AMMAN"], bases["Geneva"]) == ("dateline", "explicit")


@pytest.mark.parametrize(
    "text", ["", " ", "\r\n\f", "🙂 Homs\u202e", "H" * 5000, "Of Of Of " * 300, "Raqqa-" * 400]
)
def test_any_text_is_survived(world: Gazetteer, text: str) -> None:
    """Spans slice the text and come in order, whatever the text."""
    one = parsed(text)
    spans = [place.span for place in find_places(one, world)]
    assert all(text[span.start : span.end] == span.exact for span in spans)
    assert spans == sorted(spans)
