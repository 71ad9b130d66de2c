"""What a sentence says that its citations do not carry."""

import pytest

from rashomon.account import Sentence
from rashomon.report import Report
from rashomon.tell.checker import faults

CASES = {
    "bus": "At least 14 people were killed and about 30 injured when a bus plunged into a ravine"
    " near Cusco on Monday, police chief Jorge Quispe said.",
    "bank": "The finance ministry said on Thursday it had not received any offer for the bank. "
    "Its spokeswoman, Ana Petrova, denied that talks with investors in Vienna had failed.",
    "dam": "“The dam is safe and nobody has to leave,” said Marta Lindgren, head of the water "
    "board. Nearly 200 millimetres of rain fell in two days. The mayor, Olof Berg, had "
    "ordered 3,400 residents to evacuate.",
    "strike": "Union leader Tom Harker said 85 per cent of drivers joined the strike in Leeds, "
    "while Northline, the operator, put the share at 40 per cent.",
    "attack": "Three gunmen attacked a checkpoint in Kirkuk on Sunday, hours after two bombs "
    "exploded in Mosul. No group has claimed responsibility. The army said five soldiers "
    "died.",
    "trial": "Prosecutors have charged Liam Doyle, 34, with arson. The trial opens on 12 March "
    "2024 in Dublin. His lawyer, Nora Quinn, said he would plead not guilty.",
    "match": "Altona beat Kessel 3-1 on Saturday. Striker Lena Voss was booed outside her hotel in "
    "Kessel, the club said.",
    "fares": "The carrier cut its profit forecast by $1.2 billion on Tuesday after fuel prices "
    "rose 18% in three months. Chief executive Hana Sato said the airline would not raise"
    " fares.",
}

STANDS = [
    ("bus", "At least fourteen people died near Cusco, Jorge Quispe said."),
    ("bus", "Police chief Quispe said about 30 people were hurt."),
    ("bus", "Around 30 were injured on Monday, according to police."),
    ("bank", "The ministry said it had received no offer for the bank."),
    ("bank", "Ms Petrova rejected claims that the talks in Vienna had failed."),
    ("bank", "Ana Petrova said that talks with investors in Vienna had not failed."),
    ("dam", "“The dam is safe and nobody has to leave,” Lindgren said."),
    ("dam", "Almost 200 mm of rain fell in two days."),
    ("dam", "The mayor ordered 3,400 residents to leave their homes."),
    ("strike", "Tom Harker said 85% of drivers joined the strike in Leeds; Northline said 40%."),
    ("attack", "Two bombs exploded in Mosul before gunmen attacked a checkpoint in Kirkuk."),
    ("attack", "No one has claimed responsibility for the attack."),
    ("attack", "Five soldiers were killed, the army said."),
    ("trial", "The trial of the 34-year-old opens in Dublin on March 12."),
    ("match", "Kessel were beaten 3-1 by Altona."),
    ("match", "The club said Voss was booed outside her hotel."),
    ("fares", "The carrier cut its forecast by $1.2bn after fuel prices went up 18 per cent."),
]

ALTERED = [
    ("bus", "At least 15 people were killed near Cusco, police said.", "number"),
    ("bus", "At least 30 people were killed and about 14 injured, police said.", "number"),
    ("bus", "More than 14 people were killed near Cusco, police said.", "bound"),
    ("bus", "Fourteen people were killed near Cusco, police said.", "bound"),
    ("bus", "At least 14 people were killed near Lima, police said.", "place"),
    ("bus", "At least 14 people were killed on Tuesday, police said.", "date"),
    ("bus", "At least 14 people were killed, Jorge Quiroga said.", "name"),
    ("bank", "The ministry said it had received an offer for the bank.", "negation"),
    ("bank", "Ana Petrova confirmed that talks with investors in Vienna had failed.", "negation"),
    ("bank", "The foreign ministry said it had not received any offer.", "attribution"),
    ("bank", "Investors in Vienna denied that talks had failed.", "attribution"),
    ("dam", "“The dam is sound and nobody has to leave,” Lindgren said.", "quotation"),
    ("dam", "“The dam is safe and nobody has to leave,” said Olof Berg.", "attribution"),
    ("dam", "Mayor Olof Berg had ordered “3,400 residents to evacuate”.", "quotation"),
    ("dam", "Nearly 200 centimetres of rain fell in two days.", "unit"),
    ("dam", "Marta Lindgren had ordered 3,400 residents to evacuate.", "name"),
    ("strike", "Northline said 85 per cent of drivers joined the strike.", "attribution"),
    ("strike", "Harker said 85 percentage points of drivers joined the strike.", "unit"),
    ("attack", "Two bombs exploded in Kirkuk.", "place"),
    ("attack", "Five soldiers were hurt, the army said.", "meaning"),
    ("attack", "Five civilians were killed, the army said.", "meaning"),
    ("attack", "A group has claimed responsibility.", "negation"),
    ("trial", "Nora Quinn, 34, was charged with arson.", "name"),
    ("trial", "Liam Quinn was charged with arson.", "name"),
    ("trial", "The trial opens on 12 May 2024 in Dublin.", "date"),
    ("trial", "Nora Quinn said he would plead guilty.", "negation"),
    ("trial", "He will plead not guilty.", "attribution"),
    ("match", "Kessel beat Altona 3-1 on Saturday.", "name"),
    ("match", "The club said Voss was booed outside her home.", "place"),
    ("fares", "Fuel prices fell 18% in three months.", "meaning"),
    ("fares", "The carrier cut its profit forecast by €1.2 billion.", "unit"),
    ("fares", "Hana Sato said the airline would raise fares.", "negation"),
]


def _kinds(source: str, text: str, **options) -> list[str]:
    report = Report(id="r", text=CASES[source])
    sentence = Sentence(text=text, citations=(report.span(0, len(report.text)),))
    return [fault.kind for fault in faults(sentence, **options)]


@pytest.mark.parametrize(("source", "text"), STANDS)
def test_what_the_citation_says_in_other_words_stands(source: str, text: str) -> None:
    """Synonyms, other forms of numbers and dates, another order: all of it stands."""
    assert _kinds(source, text) == []


@pytest.mark.parametrize(("source", "text", "kind"), ALTERED)
def test_what_is_altered_is_named(source: str, text: str, kind: str) -> None:
    """One thing is altered, and a fault of its kind is found."""
    assert kind in _kinds(source, text)


def test_a_fault_names_the_words_and_the_reason() -> None:
    """A fault stands at its words, and says what the citation has instead."""
    report = Report(id="r", text=CASES["bus"])
    text = "Fourteen people were killed, police said."
    (fault,) = faults(Sentence(text=text, citations=(report.span(0, len(report.text)),)))
    assert (text[fault.start : fault.end], fault.words) == ("Fourteen", "Fourteen")
    assert str(fault) == "bound “Fourteen”: the cited passage says at least"


def test_a_sentence_without_a_citation_is_a_fault() -> None:
    """No sentence stands without a citation."""
    (fault,) = faults(Sentence(text="People died.", citations=()))
    assert (fault.kind, fault.words) == ("citation", "People died.")


def test_the_name_of_a_source_needs_no_citation() -> None:
    """Outlets and origins are named as the account names them."""
    assert _kinds("trial", "Harbour Daily: the trial opens in Dublin.") == ["name"]
    assert (
        _kinds("trial", "Harbour Daily: the trial opens in Dublin.", labels=["Harbour Daily"]) == []
    )


def test_a_number_in_the_name_of_a_source_counts_nothing() -> None:
    """ "Channel 4" is an outlet and no four."""
    told = "The trial opens in Dublin, Channel 4 reported."
    assert _kinds("trial", told, labels=["Channel 4"]) == []
    assert _kinds("trial", told, labels=["Channel 5"]) != []


@pytest.mark.parametrize(("text", "stands"), [("on 4 March", True), ("on 5 March", False)])
def test_the_day_of_publication_makes_a_date_of_a_weekday(text: str, stands: bool) -> None:
    """The Monday of a report of 6 March 2024 is 4 March."""
    told = f"At least 14 people were killed {text}, police said."
    found = _kinds("bus", told, published={"r": "2024-03-06"})
    assert (found == []) is stands
