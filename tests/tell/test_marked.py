import re

from hypothesis import given
from hypothesis import strategies as st

from rashomon.report import Block, Report
from rashomon.tell.citations import Citation
from rashomon.tell.marked import broken, paragraphs, quote
from rashomon.tell.texts import WITHHELD

TEXT = st.text(alphabet="ab\r\n \u05d0\U0001f525e\u0301.", min_size=1, max_size=60)


def citations_of(report, ends):
    """A citation for each pair of ends that cuts something out of the text."""
    size = len(report.text)
    spans = {report.span(a, b) for a, b in ends if a < b <= size}
    ordered = sorted(spans)
    return [Citation(number=n, span=span, mentions=()) for n, span in enumerate(ordered, 1)]


ENDS = st.lists(st.tuples(st.integers(0, 59), st.integers(1, 60)), max_size=8)


@given(TEXT, ENDS)
def test_the_segments_of_a_citation_join_to_its_words(text, ends):
    """However citations overlap, each keeps exactly its words; only line ends are left out."""
    report = Report(id="r", text=text)
    citations = citations_of(report, ends)
    segments = [each for part in paragraphs(report, citations) for each in part.segments]
    for citation in citations:
        words = "".join(each.text for each in segments if citation in each.under)
        assert words == re.sub(r"[\r\n]", "", citation.span.exact)


@given(TEXT, ENDS)
def test_a_citation_begins_once_and_ends_once(text, ends):
    """Each citation with anything to show has one anchor and one way back."""
    report = Report(id="r", text=text)
    citations = citations_of(report, ends)
    segments = [each for part in paragraphs(report, citations) for each in part.segments]
    for citation in citations:
        shown = int(bool(citation.span.exact.strip("\r\n")))
        assert sum(citation in each.begin for each in segments) == shown
        assert sum(citation in each.end for each in segments) == shown


def test_overlapping_citations_are_broken():
    """The page must know which citations light up in several pieces."""
    report = Report(id="r", text="abcdefgh")
    citations = citations_of(report, [(0, 4), (2, 6), (7, 8)])
    assert broken(paragraphs(report, citations)) == (1, 2)


def test_the_lines_of_a_block_are_one_paragraph():
    """Hard-wrapped text flows again; a heading stays a heading."""
    blocks = (Block(kind="heading", start=0, end=4), Block(kind="paragraph", start=5, end=14))
    report = Report(id="r", text="Dams\nlong\nline\nrest", blocks=blocks)
    found = paragraphs(report, [])
    assert [(each.kind, each.segments[0].text) for each in found] == [
        ("heading", "Dams"),
        ("paragraph", "long\nline"),
        ("paragraph", "rest"),
    ]


def test_a_dateline_inside_a_line_does_not_make_it_one():
    """The rest of the line is plain text."""
    report = Report(
        id="r", text="ORRIN - It rained.", blocks=(Block(kind="dateline", start=0, end=7),)
    )
    assert [each.kind for each in paragraphs(report, [])] == ["paragraph"]


def test_what_is_withheld_stands_as_an_ellipsis():
    """A paragraph of which nothing is carried is not shown at all."""
    text = f"{WITHHELD * 9}\n{WITHHELD * 4} It rained."
    found = paragraphs(Report(id="r", text=text), [])
    assert ["".join(each.text for each in part.segments) for part in found] == ["[…] It rained."]


def test_a_quotation_shows_its_sentence():
    """The words around come from the same sentence, those of the next do not."""
    report = Report(id="r", text="It was dry. The dam broke at noon. It rained.")
    (citation,) = citations_of(report, [(16, 25)])
    words = quote(report, citation)
    assert (words.before, words.after) == ("The ", " at noon.")
