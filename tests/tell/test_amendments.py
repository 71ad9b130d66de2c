"""A person's corrections as every format shows them."""

import io
import json
from dataclasses import replace

import pytest
from docx import Document
from sample import sample_account

from rashomon.correction import Correction
from rashomon.tell.amendments import amendments
from rashomon.tell.document import account_docx
from rashomon.tell.json import to_json
from rashomon.tell.loading import load_account
from rashomon.tell.markdown import account_markdown
from rashomon.tell.page import account_page
from rashomon.tell.text import account_text

_PLAIN = sample_account()
_SPAN = _PLAIN.questions[0].positions[0].evidence[0]
_REPORT = next(each for each in _PLAIN.reports if each.id == _SPAN.report)
ACCOUNT = replace(
    _PLAIN,
    corrections=(
        Correction(
            kind="speaker",
            text=_REPORT.sha256,
            span=_SPAN,
            value="Ida Holm",
            reason="misheard",
            by="the desk",
            state="applied",
        ),
        Correction(kind="note", text="0" * 64, value="ask again"),
    ),
)


def _docx(account):
    document = Document(io.BytesIO(account_docx(account)))
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


def test_a_correction_in_words():
    """What was corrected, how, why, by whom, and whether it was applied."""
    first, second = amendments(ACCOUNT)
    assert first.words == f"“{_SPAN.exact}”: said by Ida Holm (misheard), by the desk"
    assert (first.state, first.spans) == ("applied", (_SPAN,))
    assert (second.words, second.state) == (
        "the text 000000000000…: note: ask again",
        "to be looked at",
    )


@pytest.mark.parametrize("printed", [account_text, account_markdown, account_page, _docx])
def test_every_format_shows_the_corrections(printed):
    """A section of its own, where there are corrections, with their state."""
    shown = " ".join(printed(ACCOUNT).split())
    assert "said by Ida Holm (misheard), by the desk" in shown
    assert "to be looked at" in shown
    assert "Corrections" not in printed(_PLAIN)


def test_the_json_of_a_corrected_account_is_loaded_again():
    """Nothing of a correction is lost."""
    assert load_account(to_json(ACCOUNT)).corrections == ACCOUNT.corrections
    assert json.loads(to_json(ACCOUNT))["corrections"][0]["state"] == "applied"
