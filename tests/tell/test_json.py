import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample import sample_account

from rashomon.errors import WrongCall
from rashomon.notes import Notes
from rashomon.report import Report
from rashomon.tell.json import notes_json, to_json

ACCOUNT = sample_account()
PRINTED = json.loads(to_json(ACCOUNT))
NOTES = Notes(report=ACCOUNT.reports[0], figures=ACCOUNT.figures[:2], times=ACCOUNT.times)


def spans_in(thing):
    """All spans anywhere in parsed JSON."""
    if isinstance(thing, dict):
        if thing.keys() == {"report", "start", "end", "exact"}:
            yield thing
        thing = list(thing.values())
    if isinstance(thing, list):
        for each in thing:
            yield from spans_in(each)


def test_an_account_begins_with_its_schema_and_ends_with_a_line():
    """The first field names the schema and the last byte is a line end."""
    assert next(iter(PRINTED)) == "schema"
    assert to_json(ACCOUNT).endswith(b"}\n")


def test_names_lose_the_underscore_that_python_needs():
    """`from_` and `for_` are printed as `from` and `for`."""
    assert PRINTED["timeline"][0]["from"] == "2031-03-03"
    assert PRINTED["origins"][0]["for"] == "Civil Protection Office"
    assert b'_":' not in to_json(ACCOUNT)


def test_every_printed_span_slices_its_report():
    """Offsets and exact words agree for each span of the JSON."""
    texts = {each["id"]: each["text"] for each in PRINTED["reports"]}
    spans = list(spans_in(PRINTED))
    assert len(spans) > 30
    assert all(texts[s["report"]][s["start"] : s["end"]] == s["exact"] for s in spans)


def test_whole_numbers_have_no_point():
    """350 is printed, not 350.0; 6.5 keeps its point."""
    figure = replace(ACCOUNT.figures[0], value=350.0, low=6.5)
    printed = to_json(replace(ACCOUNT, figures=(figure,)))
    assert b'"value": 350,' in printed
    assert b'"low": 6.5,' in printed


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_a_number_that_json_lacks_is_refused(number):
    """Neither NaN nor infinity can get into an output."""
    figure = replace(ACCOUNT.figures[0], value=number)
    with pytest.raises(ValueError, match="JSON"):
        to_json(replace(ACCOUNT, figures=(figure,)))


def test_settings_are_an_object():
    """The settings are printed by name."""
    assert PRINTED["made_by"]["settings"] == {"texts": "full", "words": "250"}


def test_a_listed_story_names_its_reports():
    """`stories` prints the story's id, title, days and reports."""
    (story,) = json.loads(to_json([ACCOUNT.story]))
    assert list(story) == ["story", "title", "from", "to", "reports"]
    assert story["reports"] == ["courier-1", "northline-1"]


def test_only_the_kinds_asked_for_are_printed():
    """Report and problems always stay."""
    (note,) = json.loads(notes_json([NOTES], only=["figures"]))
    assert list(note) == ["report", "figures", "problems"]


def test_an_unknown_kind_is_a_wrong_call():
    """The message says which kinds there are."""
    with pytest.raises(WrongCall, match=r"verbs.*statements"):
        notes_json([NOTES], only=["verbs"])


@given(st.text(st.characters(exclude_categories=[])))
def test_any_text_survives(text):
    """Every text is valid UTF-8 in the JSON; lone surrogates are escaped."""
    printed = to_json([Notes(report=Report(id="r", text=text))]).decode("utf-8")
    again = json.loads(printed)[0]["report"]["text"]
    assert again.encode("utf-16", "surrogatepass") == text.encode("utf-16", "surrogatepass")
