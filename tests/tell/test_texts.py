import json

import pytest
from sample import sample_account

from rashomon.errors import WrongCall
from rashomon.report import Report
from rashomon.tell.json import to_json
from rashomon.tell.page import account_page
from rashomon.tell.texts import WITHHELD, cited_spans, sentences_around, with_texts

ACCOUNT = sample_account()


def spans(node):
    """Every span anywhere inside a JSON value."""
    if isinstance(node, dict) and "exact" in node:
        yield node
    for value in node.values() if isinstance(node, dict) else node:
        if isinstance(value, dict | list):
            yield from spans(value)


def test_full_changes_nothing():
    """The default carries the reports as they were read."""
    assert with_texts(ACCOUNT, "full") is ACCOUNT


def test_cited_keeps_every_cited_span_in_its_place():
    """Cited words still slice exactly, in a text of the same length."""
    reports = {each.id: each for each in with_texts(ACCOUNT, "cited").reports}
    for span in cited_spans(ACCOUNT):
        assert reports[span.report].text[span.start : span.end] == span.exact


@pytest.mark.parametrize("mode", ["full", "cited"])
def test_every_span_of_the_json_is_the_slice_it_claims(mode):
    """Also the words of figures, places and times that nothing cites are in their place."""
    told = json.loads(to_json(with_texts(ACCOUNT, mode)))
    texts = {report["id"]: report["text"] for report in told["reports"]}
    found = list(spans(told))
    assert {span["exact"] for span in found} > {span.exact for span in cited_spans(ACCOUNT)}
    assert [s for s in found if texts[s["report"]][s["start"] : s["end"]] != s["exact"]] == []


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("It rained. Col. Ada Brink left at 5 p.m. on foot. It was dark.", "left", (10, 49)),
        ("Rain over Orrin\nThe dam held. It is old.", "dam", (16, 29)),
        ("It rained. The dam held", "dam", (10, 23)),
        ("“The dam held.” It rained.", "The dam held.", (0, 15)),
    ],
)
def test_a_sentence_ends_where_its_signs_say(text, words, sentence):
    """A title or an abbreviation ends none; a heading is none of the sentence below it."""
    at = text.index(words)
    span = Report(id="r", text=text).span(at, at + len(words))
    assert sentences_around(text, span) == sentence


def test_cited_withholds_what_nothing_cites():
    """A sentence that no citation touches is not carried, one that is touched is whole."""
    text = with_texts(ACCOUNT, "cited").reports[0].text
    assert "disputed this" not in text
    assert "He said about 70 homes" in text
    assert WITHHELD in text


@pytest.mark.parametrize("mode", ["cited", "none"])
def test_the_hash_stays_that_of_the_full_text(mode):
    """Whoever holds the report can still check the account."""
    for carried, full in zip(with_texts(ACCOUNT, mode).reports, ACCOUNT.reports, strict=True):
        assert (carried.sha256, carried.characters) == (full.sha256, full.characters)


def test_none_carries_no_text():
    """The JSON's text is null and the page shows only cited words."""
    bare = with_texts(ACCOUNT, "none")
    assert json.loads(to_json(bare))["reports"][0]["text"] is None
    page = account_page(bare)
    assert "the dam had given way at its eastern end" in page
    assert "disputed this" not in page


def test_another_mode_is_a_wrong_call():
    """The message names the modes."""
    with pytest.raises(WrongCall, match="full, cited or none"):
        with_texts(ACCOUNT, "some")
