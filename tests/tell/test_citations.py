from dataclasses import replace

from sample import sample_account
from sample_reports import ASKEW_GAVE, COURIER, VELDE_40, VELDE_SAID, cut

from rashomon.account import Sentence
from rashomon.tell.citations import Citations, outermost

ACCOUNT = sample_account()
CITATIONS = Citations(ACCOUNT)


def test_numbers_run_from_one_without_a_gap():
    """Each distinct span has one number."""
    numbers = [each.number for each in CITATIONS]
    assert numbers == list(range(1, len(numbers) + 1))


def test_the_brief_is_numbered_first():
    """A reader meets the citations in the order of the page."""
    assert CITATIONS[ASKEW_GAVE].number == 1


def test_a_citation_knows_every_passage_that_cites_it():
    """The brief, the position and the statement all lead back from the same words."""
    anchors = [each.anchor for each in CITATIONS[ASKEW_GAVE].mentions]
    assert anchors == ["b1", "p-a2", "s-s4"]


def test_what_a_wider_citation_holds_is_not_cited_twice():
    """Of nested spans in one sentence only the widest is cited."""
    number = cut(COURIER, "40")
    assert outermost([VELDE_40, number, VELDE_SAID, ASKEW_GAVE]) == (VELDE_SAID, ASKEW_GAVE)
    brief = (Sentence(text="At least 40.", citations=(number, VELDE_SAID)),)
    found = Citations(replace(ACCOUNT, brief=brief)).of((number, VELDE_SAID))
    assert [each.span for each in found] == [VELDE_SAID]


def test_equal_spans_are_one_citation():
    """The same span twice is kept once."""
    assert outermost([VELDE_40, VELDE_40]) == (VELDE_40,)


def test_a_reports_citations_come_in_reading_order():
    """The citations of a report are sorted by where they begin."""
    starts = [each.span.start for each in CITATIONS.in_report(COURIER.id)]
    assert starts == sorted(starts)
    assert len(starts) > 4
