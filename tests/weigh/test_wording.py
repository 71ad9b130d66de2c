"""One quotation in two wordings."""

import pytest
from building import notes_of, report_of, statement_of

from rashomon.weigh.weighing import weigh


def differing(first: str, second: str) -> list[tuple[str, str]]:
    """The differing words of one speaker's quotation in two reports."""
    notes = []
    for id, quotation in (("a", first), ("b", second)):
        report = report_of(id, f"“{quotation}” said Vera Molnar.")
        said = statement_of(report, f"“{quotation}”", "Vera Molnar")
        notes.append(notes_of(report, statements=[said]))
    findings = [f for f in weigh(notes, ()).findings if f.kind == "differing_wording"]
    return [(f.sides[0].differing[0].exact, f.sides[1].differing[0].exact) for f in findings]


def test_an_altered_word_is_marked() -> None:
    """The word that differs inside the marks is marked on both sides."""
    pair = ("the ferry sank within twenty minutes", "the boat sank within twenty minutes")
    assert sorted(map(sorted, differing(*pair))) == [["boat", "ferry"]]


def test_an_altered_word_is_found_inside_a_longer_quotation() -> None:
    """A short quotation is found again inside a longer one that alters a word."""
    long = "we know of the reports, but rescue work goes on and we expect more boats by the evening"
    assert sorted(map(sorted, differing("rescue effort goes on", long))) == [["effort", "work"]]


@pytest.mark.parametrize(
    "other",
    [
        "the ferry sank within twenty minutes",
        "the ferry sank within",
        "nobody had told the crew about the storm",
    ],
)
def test_equal_shortened_and_other_quotations_are_none(other: str) -> None:
    """The same words, a shortened quotation and another one raise nothing."""
    assert differing("the ferry sank within twenty minutes", other) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("we organised the labour before sailing", "we organized the labor before sailing"),
        ("they went on to the deck after dark", "they went onto the deck after dark"),
        ("Molnar told the crew about storms", "[Vera] told the crew about storms"),
    ],
)
def test_spelling_and_brackets_alter_nothing(first: str, second: str) -> None:
    """British and American spelling, joined words and an editor's brackets are no alteration."""
    assert not differing(first, second)


def test_a_quotation_of_two_names_is_compared_by_a_long_run_of_words() -> None:
    """A group and its website are quoted with one sentence that differs in a word."""
    notes = []
    for id, name, word in (("a", "Vera Molnar", "ports"), ("b", "Harbour Watch", "docks")):
        text = f"“we will not leave the {word} until all of them are safe”"
        report = report_of(id, f"{text} said {name}.")
        notes.append(notes_of(report, statements=[statement_of(report, text, name)]))
    assert [f for f in weigh(notes, ()).findings if f.kind == "differing_wording"]
