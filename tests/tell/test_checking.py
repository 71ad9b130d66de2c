"""The parts of the checker: who does what, how many of a whole, what is reckoned, the cost."""

import time

import pytest

from rashomon.account import Sentence
from rashomon.report import Report
from rashomon.tell.checker import faults
from rashomon.tell.checking.deeds import deeds
from rashomon.tell.checking.fault import Fault
from rashomon.tell.checking.passage import passage
from rashomon.tell.checking.quantities import quantities
from rashomon.tell.checking.reading import read
from rashomon.tell.checking.rules import concept
from rashomon.tell.checking.sayings import sayings


def _faults(source: str, text: str, published: str | None = None) -> list[Fault]:
    report = Report(id="r", text=source)
    sentence = Sentence(text=text, citations=(report.span(0, len(source)),))
    return faults(sentence, (), {"r": published})


@pytest.mark.parametrize(
    ("text", "doers", "done_to"),
    [
        ("The bank sued Orvik.", {"bank"}, {"orvik"}),
        ("Orvik was sued by the bank.", {"bank"}, {"orvik"}),
        ("Pell, 23, beat Sarto.", {"pell", "23"}, {"sarto"}),
        ("Sarto lost to Pell.", {"pell"}, {"sarto"}),
        ("The bank (NBK) sued Orvik.", {"bank"}, {"orvik"}),
        ("Pell (R-Col.), a banker, shot Sarto.", {"pell", "banker"}, {"sarto"}),
        ("The brother of the owner shot Pell.", {"brother"}, {"pell"}),
    ],
)
def test_who_does_what_to_whom_is_read_from_the_order(
    text: str, doers: set[str], done_to: set[str]
) -> None:
    """Actives, passives, asides and converses name the same two sides."""
    (deed,) = deeds(text)
    assert set(deed.doers) == {concept(word) for word in doers}
    assert set(deed.done_to) == {concept(word) for word in done_to}


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("Two of the nine ships sank.", ["part"]),
        ("Only two of the ships sank.", ["few"]),
        ("All nine ships sank.", ["all"]),
        ("All but two ships sank.", ["some"]),
        ("Most ships sank, and none of the boats.", ["most", "none"]),
        ("In all, nine ships sank.", []),
    ],
)
def test_how_many_of_a_whole_is_read(text: str, shares: list[str]) -> None:
    """Shares by word and by number, and what only looks like one."""
    assert [each.share for each in quantities(passage(text))] == shares


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("“I left,” said Vera Moll.", ["Vera Moll"]),
        ("The court agreed but said Moll had left.", ["The court"]),
        ("Moll gave one warning.", []),
        ("An inquiry found that Moll had left.", ["An inquiry"]),
        ("Divers found the boat.", []),
        ("Moll denied Sarto his third title.", []),
    ],
)
def test_who_speaks_is_read_from_cues(text: str, speakers: list[str]) -> None:
    """Cues before and behind their speaker, and words that are none."""
    words = read(text).words
    found = [text[words[e.speaker[0]].start : words[e.speaker[-1]].end] for e in sayings(text)]
    assert found == speakers


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("Sales fell by 400 a year.", True),
        ("Sales fell by 300 a year.", False),
        ("The firm sold a fifth fewer cars.", True),
        ("The firm was founded 20 years ago.", True),
        ("The firm was founded 30 years ago.", False),
    ],
)
def test_a_single_step_of_arithmetic_is_carried(text: str, stands: bool) -> None:
    """Differences, shares and spans of years stand without being printed."""
    source = "The firm, founded in 2004, sold 1,600 cars a year, down from 2,000."
    assert (_faults(source, text, "2024-05-06") == []) is stands


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Norvik hired 60 men on Monday.", ["number"]),
        ("Orvella hired 50 men on Monday.", ["name"]),
        ("Norvik hired 50 men, “and no woman”, on Monday.", ["quotation"]),
    ],
)
def test_one_wrong_thing_is_one_fault(text: str, kinds: list[str]) -> None:
    """What follows from a fault is no further fault."""
    source = "Norvik hired 50 men, “and not one woman”, on Monday. Berg said it would go on."
    assert [fault.kind for fault in _faults(source, text)] == kinds


def test_a_sentence_of_many_numbers_is_checked_in_bounded_time() -> None:
    """Four times the numbers do not take sixteen times as long, nor as long as pairs would."""
    text = ", ".join(f"{n * 37 % 9000} men near Town{n}" for n in range(300))
    begun = time.process_time()
    assert _faults(f"{text}.", f"{text}.") == []
    assert time.process_time() - begun < 3
