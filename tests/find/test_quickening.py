"""Quickening: a quicker pipeline gives the same parse."""

import importlib
from pathlib import Path

from rashomon import Settings, read_reports
from rashomon.find.parse import DEFAULT_MODEL, Doc, model

EXAMPLES = Path(__file__).parents[2] / "examples"


def test_the_quick_parse_is_the_plain_one() -> None:
    """Tags, lemmas, morphology, heads and entities are those of the package as it comes."""
    plain = importlib.import_module(DEFAULT_MODEL).load()
    reports, _ = read_reports([str(EXAMPLES)], Settings())
    for report in reports[:6]:
        assert _told(model()(report.text)) == _told(plain(report.text))


def test_words_are_remembered_alike_the_second_time() -> None:
    """A word met again gets what it got at first, alone and in a run of words."""
    text = "He's got to go. “I’m going to,” she'd said, and they did n't know who's who."
    assert _told(model()(text)) == _told(model()(text))


def _told(doc: Doc) -> list[tuple[str, ...]]:
    return [
        (each.lemma_, each.pos_, str(each.morph), each.tag_, each.dep_, each.ent_type_)
        for each in doc
    ]
