"""Web Annotations: their structure as the W3C has it, and selectors that find their words."""

import base64
import hashlib
import json
from dataclasses import replace

import pytest
from hostile import WORDS, hostile_account
from sample import sample_account

from rashomon.correction import Correction
from rashomon.tell.annotations import account_annotations
from rashomon.tell.texts import with_texts

URL = "https://courier.example/orrin"
SAMPLE = sample_account()
SPAN = SAMPLE.figures[0].span
FIXED = Correction(kind="note", text="0" * 64, value="ask again", span=SPAN, state="applied")
ACCOUNT = replace(
    SAMPLE,
    reports=(replace(SAMPLE.reports[0], url=URL), *SAMPLE.reports[1:]),
    corrections=(FIXED, replace(FIXED, span=None)),
)
#: The motivations that the vocabulary of the Web Annotation Data Model names.
MOTIVATIONS = {"assessing", "describing", "editing", "identifying"}


def _annotations(account=ACCOUNT):
    return json.loads(account_annotations(account).decode("utf-8"))["first"]["items"]


def _texts(account=ACCOUNT) -> dict[str, str]:
    """The stored texts by the name that their hash gives them."""
    named = {}
    for report in account.reports:
        digest = hashlib.sha256(report.text.encode("utf-8", "surrogatepass")).digest()
        named[f"ni:///sha-256;{base64.urlsafe_b64encode(digest).decode().rstrip('=')}"] = (
            report.text
        )
    return named


def test_the_collection_has_what_the_model_asks_for():
    """Context, types, totals and ids are there, and each id is one annotation's."""
    told = json.loads(account_annotations(ACCOUNT))
    assert told["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (told["type"], told["first"]["type"]) == ("AnnotationCollection", "AnnotationPage")
    items = told["first"]["items"]
    assert told["total"] == len(items) == len({each["id"] for each in items})
    for each in items:
        assert each["type"] == "Annotation"
        assert each["motivation"] in MOTIVATIONS
        assert each["body"]["type"] == "TextualBody"
        assert each["target"]


def test_every_position_selector_finds_the_quoted_words():
    """In code points of the text with that hash, from start to end stand the exact words."""
    texts = _texts()
    for each in _annotations():
        stored = each["target"][0]
        position, quote = stored["selector"]
        text = texts[stored["source"]["id"]]
        assert position["type"] == "TextPositionSelector"
        assert text[position["start"] : position["end"]] == quote["exact"]


def test_every_quote_selector_stands_in_the_text():
    """Prefix, exact words and suffix follow one another."""
    texts = _texts()
    for each in _annotations():
        source, (_, quote) = each["target"][0]["source"]["id"], each["target"][0]["selector"]
        assert quote["type"] == "TextQuoteSelector"
        assert quote.get("prefix", "") + quote["exact"] + quote.get("suffix", "") in texts[source]


def test_a_report_with_an_address_is_annotated_there():
    """The page is a second target, found by its words."""
    pages = [t for each in _annotations() for t in each["target"] if t["source"] == URL]
    assert pages
    assert {page["selector"]["type"] for page in pages} == {"TextQuoteSelector"}


def test_a_correction_is_an_annotation_on_the_words_it_corrects():
    """One with an anchor is told with its state; one without has no words to stand on."""
    (told,) = (each for each in _annotations() if each["motivation"] == "editing")
    assert told["body"]["value"].endswith("note: ask again (applied)")
    assert told["target"][0]["selector"][1]["exact"] == SPAN.exact


def test_what_is_withheld_is_no_prefix():
    """With only the cited text carried, prefix and suffix hold none of what stands for the rest."""
    printed = account_annotations(with_texts(ACCOUNT, "cited")).decode("utf-8")
    assert "░" not in printed
    assert '"prefix"' in printed


@pytest.mark.parametrize("words", WORDS)
def test_any_words_are_valid_json(words):
    """Whatever a report says, the file is UTF-8 and JSON, and the words are its own."""
    annotation = _annotations(hostile_account(words))[0]
    exact = annotation["target"][0]["selector"][1]["exact"]
    assert exact.encode("utf-16", "surrogatepass") == words.encode("utf-16", "surrogatepass")
