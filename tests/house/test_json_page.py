"""docs/json.md says what the JSON holds."""

import json

import pytest

import json_page
from rashomon.account import Account, MadeBy, Part
from rashomon.notes import Notes
from rashomon.report import Block, Report
from rashomon.statement import Speaker, Statement
from rashomon.story import Story
from rashomon.tell.json import to_json

REPORT = Report(id="r1", text="It rained.", blocks=(Block(kind="paragraph", start=0, end=10),))
STATEMENT = Statement(
    id="s1",
    span=REPORT.span(0, 10),
    content=(REPORT.span(0, 9),),
    cue=None,
    directness="direct",
    speaker=Speaker(name=None, basis="narrator"),
)
ACCOUNT = Account(
    made_by=MadeBy(version="1", models=(Part(name="m"),), settings=(("words", "250"),)),
    story=Story(id="t1", title="Rain", reports=("r1",)),
    reports=(REPORT,),
    statements=(STATEMENT,),
)
PRINTED = json.loads(to_json(ACCOUNT))


def test_the_page_is_fresh():
    """The committed page is what `make docs` would write."""
    assert json_page.PAGE.read_text(encoding="utf-8") == json_page.page()


@pytest.mark.parametrize(
    ("noun", "printed"),
    [
        (Account, PRINTED),
        (MadeBy, PRINTED["made_by"]),
        (Part, PRINTED["made_by"]["models"][0]),
        (Story, PRINTED["story"]),
        (Report, PRINTED["reports"][0]),
        (Block, PRINTED["reports"][0]["blocks"][0]),
        (Statement, PRINTED["statements"][0]),
        (Speaker, PRINTED["statements"][0]["speaker"]),
        (Notes, json.loads(to_json([Notes(report=REPORT)]))[0]),
    ],
    ids=lambda each: getattr(each, "__name__", "printed"),
)
def test_the_page_names_the_fields_that_are_printed(noun, printed):
    """Each field on the page is in the JSON, in the same order, and no other."""
    assert list(json_page.json_fields(noun)) == list(printed)
