"""A saved account comes back as it was, or not at all."""

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sample import sample_account

from rashomon.account import Account
from rashomon.correction import Correction
from rashomon.errors import DamagedAccount
from rashomon.report import Report
from rashomon.run.form import FORMATS, Form
from rashomon.run.printing import printed
from rashomon.tell.json import to_json
from rashomon.tell.loading import load_account, misplaced
from rashomon.tell.nameless import without_names
from rashomon.tell.texts import with_texts

ACCOUNT = replace(
    sample_account(),
    corrections=(Correction(kind="period", text="0" * 64, from_="2031-03-04", by="the desk"),),
)
#: What takes the place of any part of the JSON: wrong kinds, numbers and words.
STRANGE = [
    None,
    True,
    -1,
    0,
    9e299,
    -9e299,
    1.5,
    "",
    "9999-99-99",
    "r",
    "\udc80",
    [],
    [[]],
    {},
    {"id": 1},
]


@pytest.mark.parametrize("texts", ["full", "cited", "none"])
def test_an_account_comes_back_as_it_was(texts):
    """What is loaded equals what was saved, however much of the texts was carried."""
    account = with_texts(ACCOUNT, texts)
    assert load_account(to_json(account)) == account
    assert to_json(load_account(to_json(account))) == to_json(account)


@given(st.text(st.characters(exclude_categories=[]), min_size=1))
def test_any_text_comes_back(text):
    """Lone surrogates and control characters of a report survive the way there and back."""
    account = replace(ACCOUNT, reports=(*ACCOUNT.reports, Report(id="odd", text=text)))
    again = load_account(to_json(account)).reports[-1]
    assert again.text.encode("utf-16", "surrogatepass") == text.encode("utf-16", "surrogatepass")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "no JSON"),
        (b"\xff\xfe\xff", "no JSON"),
        (b"[" * 100_000, "no JSON"),
        (b"[]", "list of 0"),
        (b"{}", "schema"),
        (b'{"schema": "rashomon.account/1", "n": 1e999}', "too large"),
        (b'{"schema": "rashomon.account/1", "n": -1e308}', "too large: numbers are below"),
        (b'{"schema": "rashomon.account/1", "n": 1' + b"0" * 300 + b"}", "too large"),
        (b'{"schema": "rashomon.account/1", "n": NaN}', "no number"),
        (b'{"schema": "rashomon.account/1"}', "damaged"),
    ],
)
def test_what_is_no_account_is_refused(data, told):
    """The message names the file and says what is wrong with it."""
    with pytest.raises(DamagedAccount, match=f"(?s)story.json.*{told}"):
        load_account(data, "story.json")


@pytest.mark.parametrize(
    ("way", "value", "told"),
    [
        (("reports", 1, "id"), ACCOUNT.reports[0].id, "two reports"),
        (("statements", 0, "span", "report"), "nowhere", "a span points"),
        (("questions", 0, "positions", 0, "origin"), "nobody", "no origin"),
        (("figures", 0, "id"), "f0", "no figure"),
        (("statements", 0, "id"), "s0", "no statement"),
        (("questions", 0, "relations", 0, "a"), "none", "not between"),
        (("questions", 0, "relation"), "quarrel", "no relation"),
        (("findings", 0, "priority"), "huge", "no priority"),
        (("timeline", 0, "from"), "2031-02-30", "no date"),
        (("places", 0, "lat"), 91, "no place is"),
        (("places", 0, "lon"), -1e299, "no place is"),
        (("figures", 0, "value"), "many", "figures"),
        (("corrections", 0, "kind"), "wish", "no correction"),
    ],
)
def test_a_damaged_account_is_refused(way, value, told):
    """What points nowhere or is of another kind is named."""
    with pytest.raises(DamagedAccount, match=told):
        load_account(_altered(way, value))


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_no_alteration_gives_a_traceback(data):
    """Whatever stands in the place of a part, the account is refused or can be shown."""
    altered = _altered(data.draw(_ways()), data.draw(st.sampled_from(STRANGE)))
    try:
        account = load_account(altered)
    except DamagedAccount:
        return
    for name in FORMATS:
        if name != "pdf":  # set from the same manuscript as docx, and slow
            assert printed([account], Form(name=name))
    assert without_names(account)


def test_words_that_stand_elsewhere_are_found():
    """A text that was altered after the account was made betrays itself."""
    report = json.loads(to_json(ACCOUNT))["reports"][0]
    altered = load_account(_altered(("reports", 0, "text"), " " + report["text"]))
    assert misplaced(ACCOUNT) == ()
    assert {span.report for span in misplaced(altered)} == {report["id"]}


def _altered(way: tuple[str | int, ...], value: object) -> bytes:
    """The sample's JSON with another value at the end of a way into it."""
    loaded = json.loads(to_json(ACCOUNT))
    held = loaded
    for step in way[:-1]:
        held = held[step]
    held[way[-1]] = value
    return json.dumps(loaded).encode()


@st.composite
def _ways(draw: st.DrawFn) -> tuple[str | int, ...]:
    """A way to any part of the sample's JSON."""
    held: object = json.loads(to_json(ACCOUNT))
    way: list[str | int] = []
    while isinstance(held, dict | list) and held and (not way or draw(st.integers(0, 4))):
        steps = sorted(held) if isinstance(held, dict) else list(range(len(held)))
        way.append(draw(st.sampled_from(steps)))
        held = held[way[-1]]
    return tuple(way)


def test_the_sample_is_whole():
    """The tests above alter an account that is itself in order."""
    assert isinstance(load_account(to_json(ACCOUNT)), Account)
