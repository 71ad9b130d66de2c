"""Other languages: quoted and counted by their own rules, over a parse made by hand."""

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from rashomon.find.foreign.counts import find_counts
from rashomon.find.foreign.quoted import find_quoted
from rashomon.find.foreign.tongue import TONGUES, tongue_of
from rashomon.find.parse import Parsed
from rashomon.report import Report

FRENCH = tongue_of("fr-CA")
assert FRENCH is not None

#: What the words of these sentences are; any other is punctuation or of no account.
NOUNS = {"blessés": "blessé", "habitants": "habitant", "euros": "euro", "millions": "million"}
NOUNS |= {"heures": "heure", "maire": "maire", "témoin": "témoin", "navires": "navire"}
VERBS = {"déclaré": "déclarer", "expliqué": "expliquer", "vu": "voir"}
PEOPLE = ("Jean", "Morel")


def parsed(text: str) -> Parsed:
    """A parse with the parts of speech of the words above."""
    words = text.replace(",", " ,").replace(" ,5", ",5").split(" ")
    spaces = [not after.startswith(",") for after in [*words[1:], ","]]
    kinds = [
        *(
            "NOUN"
            if w in NOUNS
            else "VERB"
            if w in VERBS
            else "PRON"
            if w == "il"
            else "PROPN"
            if w in PEOPLE
            else "ADP"
            if w == "selon"
            else "X"
            for w in words
        )
    ]
    doc = Doc(
        Vocab(),
        words=words,
        spaces=spaces,
        pos=kinds,
        lemmas=[(NOUNS | VERBS).get(word, word) for word in words],
        deps=["nsubj" if word == "il" else "dep" for word in words],
        heads=[0] * len(words),
        ents=["B-PER" if w == "Jean" else "I-PER" if w == "Morel" else "O" for w in words],
    )
    assert doc.text == text
    return Parsed(report=Report(id="a", text=text, language="fr"), doc=doc)


@pytest.mark.parametrize(
    ("printed", "values"),
    [
        ("1500", (1500,)),
        ("1 500", (1500,)),
        ("1\u202f500\u202f000,5", (1500000.5,)),
        ("3,5", (3.5,)),
        ("1.500", (1.5, 1500)),
        ("1.500.000", (1500000,)),
        ("1.500,5", (1500.5,)),
        ("57.09", (57.09,)),
        ("1 50", ()),
        ("1,2,3", ()),
    ],
)
def test_digits_are_read_as_the_language_prints_them(
    printed: str, values: tuple[float, ...]
) -> None:
    """A number that may be two is left as both; one that is none has no value."""
    assert FRENCH is not None
    assert FRENCH.values(printed) == values


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("au moins 12 blessés", [("au moins 12 blessés", 12, 12, None, "count")]),
        ("Environ 3,5 millions d'euros", []),
        ("trois navires", [("trois navires", 3, 3, 3, "count")]),
        ("vingt-deux navires", []),
        ("Deux cent vingt navires", []),
        ("vingt et un navires", []),
        ("moins de 12 euros", [("moins de 12 euros", 12, None, 12, "EUR")]),
        ("à 14 heures", []),
        ("en 2031 ici", []),
        ("entre 12 et 20 blessés", []),
        ("de 12 à 20 blessés", []),
        (
            "12 blessés et 20 navires",
            [("12 blessés", 12, 12, 12, "count"), ("20 navires", 20, 20, 20, "count")],
        ),
    ],
)
def test_what_is_counted_is_a_figure_and_all_else_is_left(text: str, told: list[object]) -> None:
    """Counts and money have their bounds; times, years and ranges are left unknown."""
    assert FRENCH is not None
    found = find_counts(parsed(text), FRENCH, ())
    assert [(f.span.exact, f.value, f.low, f.high, f.unit) for f in found] == told


@pytest.mark.parametrize(
    ("text", "speaker", "basis"),
    [
        ("« La mer était calme » , a déclaré le maire , Jean Morel", "Jean Morel", "explicit"),
        ("« La mer était calme » , selon un témoin", "témoin", "explicit"),
        ("« La mer était calme » , a-t- il expliqué", None, "pronoun"),
        ("Jean Morel a déclaré : « La mer était calme »", "Jean Morel", "explicit"),
    ],
)
def test_quoted_words_have_their_speaker(text: str, speaker: str | None, basis: str) -> None:
    """Who speaks stands beside the marks; a pronoun leaves it open."""
    assert FRENCH is not None
    words = text.replace(" ,", ",")
    (said,) = find_quoted(parsed(words), FRENCH)
    assert (said.speaker.name, said.speaker.basis) == (speaker, basis)
    assert said.content[0].exact == "« La mer était calme »"


@pytest.mark.parametrize(
    "text", ["« La mer était calme » disait une chanson", "Le « Vieux Port » a déclaré Jean Morel"]
)
def test_words_that_nobody_says_are_no_statement(text: str) -> None:
    """A title or a name in quotation marks, or words that no verb of speech gives, are none."""
    assert FRENCH is not None
    assert find_quoted(parsed(text), FRENCH) == ()


def test_every_tongue_has_its_table() -> None:
    """Each language with rules has a table, and no other language is read by them."""
    assert all(tongue_of(code) for code in TONGUES)
    assert tongue_of("de") is tongue_of(None) is None
