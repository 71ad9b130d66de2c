import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from sample import sample_account
from sample_reports import COURIER, VELDE_40, VELDE_SAID

from rashomon.account import Account, MadeBy, Sentence
from rashomon.report import Report
from rashomon.story import Story
from rashomon.tell.citations import Citations
from rashomon.tell.page import account_page

ACCOUNT = sample_account()
PAGE = account_page(ACCOUNT)
TREE = html.document_fromstring(PAGE)


def marked(tree, number):
    """The words under one citation, over all its pieces."""
    (anchor,) = tree.xpath(f"//*[@id='c{number}']")
    first = anchor if anchor.tag == "mark" else anchor.getparent()
    pieces = tree.xpath(f"//mark[contains(concat(' ', @class, ' '), ' k{number} ')]")
    return "".join(each.text_content() for each in pieces or [first])


def told(text, spans=(), title="Rain"):
    """The page of one report whose brief cites spans of it."""
    report = Report(id='r"1', text=text)
    brief = tuple(Sentence(text="Rain.", citations=(report.span(*ends),)) for ends in spans)
    story = Story(id="y", title=title, reports=(report.id,))
    account = Account(made_by=MadeBy(version="1"), story=story, reports=(report,), brief=brief)
    return account, account_page(account)


def test_every_link_leads_somewhere_on_the_page():
    """Each fragment has its id and no id is given twice."""
    ids = TREE.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {each.lstrip("#") for each in TREE.xpath("//@href")} <= set(ids)


def test_the_page_needs_nothing_else():
    """No script, no address to fetch, and a policy that forbids both."""
    policy = TREE.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert "default-src 'none'" in policy
    assert not TREE.xpath("//script | //link | //img | //@src | //@onclick")
    assert not re.search(r"url\(|@import", PAGE)


def test_a_citation_opens_the_exact_words():
    """The marked words are the span's."""
    for each in Citations(ACCOUNT):
        assert marked(TREE, each.number) == each.span.exact


def test_overlapping_citations_each_keep_their_words():
    """A passage and a figure inside it are two marks that lead to two places."""
    citations = Citations(ACCOUNT)
    assert marked(TREE, citations[VELDE_40].number) == VELDE_40.exact
    assert marked(TREE, citations[VELDE_SAID].number) == VELDE_SAID.exact
    assert f".k{citations[VELDE_SAID].number} {{" in PAGE


def test_the_words_lead_back_to_the_sentence():
    """From the mark one comes back to the sentence of the brief that cites it."""
    (back,) = TREE.xpath("//mark[@id='c1']/following-sibling::span[1]/a[1]")
    assert (back.get("href"), back.get("aria-label")) == (
        "#b1",
        "Citation 1: back to the brief, sentence 1",
    )


def test_the_report_is_shown_whole():
    """All its words are there, in their order, with the numbers of citations taken out."""
    tree = html.document_fromstring(PAGE)
    (text,) = tree.xpath("//details[@id='r1']//div[@class='text']")
    for number in text.xpath(".//span[@class='backs']"):
        number.drop_tree()
    assert text.text_content().split() == COURIER.text.split()


def test_headings_come_in_their_order():
    """No level is left out, and there is one first heading."""
    levels = [int(each.tag[1]) for each in TREE.iter("h1", "h2", "h3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_page_has_landmarks_and_a_way_past_them():
    """A screen reader finds banner, navigation, main, complement and a skip link."""
    assert all(TREE.xpath(f"//{each}") for each in ("header", "nav", "main", "aside", "footer"))
    assert TREE.xpath("//body/a[1]/@href") == ["#account"]


def test_a_relation_is_said_in_words():
    """No badge speaks by colour alone."""
    badges = [each.text_content() for each in TREE.xpath("//h3//*[contains(@class, 'badge')]")]
    assert badges == ["contradict", "differ", "updated"]


def test_a_picture_has_a_title():
    """Whoever cannot see the intervals is told them."""
    titles = TREE.xpath("//*[contains(@class, 'question')]//svg/title/text()")
    assert titles[0] == "How many homes were flooded in Orrin? at least 40; about 40; about 70"


@pytest.mark.parametrize(
    "evil",
    [
        "<script>alert(1)</script>",
        "</title><img src=x onerror=alert(1)>",
        '"><b>',
        "{{ 7 * 7 }}",
        "&lt;b&gt;",
    ],
)
def test_words_of_a_report_are_only_words(evil):
    """Markup in a report is shown as its characters."""
    _, page = told(evil, [(0, len(evil))], title=evil)
    tree = html.document_fromstring(page)
    assert marked(tree, 1) == evil
    assert tree.xpath("//h1")[0].text_content() == evil
    assert not tree.xpath("//script | //img")


def test_controls_and_surrogates_are_made_visible():
    """The page can always be written as UTF-8 and holds no control character."""
    _, page = told("a\x00b\x1bc\ud800d", [(0, 7)])
    assert "a␀b␛c\ufffdd" in page
    assert page.encode("utf-8")


def test_right_to_left_text_finds_its_own_direction():
    """Paragraphs choose their direction and names are kept apart from our words."""
    _, page = told("\u05e9\u05dc\u05d5\u05dd 12", [(0, 4)], title="\u05e9\u05dc\u05d5\u05dd")
    tree = html.document_fromstring(page)
    assert tree.xpath("//div[@class='text']/p/@dir") == ["auto"]
    assert tree.xpath("//h1/bdi")


LETTERS = st.text(alphabet="ab<& .\U0001f525\u05d0e\u0301", min_size=1, max_size=30)


@given(LETTERS, st.lists(st.tuples(st.integers(0, 29), st.integers(1, 30)), max_size=6))
def test_any_citations_in_any_text_keep_their_words(text, ends):
    """Emoji, markup and overlaps: each anchor is there once and holds its span."""
    account, page = told(text, [(a, b) for a, b in ends if a < b <= len(text)])
    tree = html.document_fromstring(page)
    for each in Citations(account):
        assert marked(tree, each.number) == each.span.exact


def test_the_same_account_gives_the_same_page():
    """Nothing but the account decides a byte."""
    assert account_page(sample_account()) == PAGE


def test_a_report_without_outlet_is_named_by_its_id():
    """A plain text file has no outlet to show."""
    report = replace(COURIER, outlet=None)
    page = account_page(replace(ACCOUNT, reports=(report, ACCOUNT.reports[1])))
    assert "<h3><bdi>courier-1</bdi></h3>" in page
