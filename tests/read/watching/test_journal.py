"""Journals: rows that survive."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.errors import WrongCall
from rashomon.read.watching.journal import Journal

ROWS = [{"n": number, "words": "ä" * number} for number in range(5)]


@given(cut=st.integers(0, 200))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_journal_that_was_cut_anywhere_goes_on(tmp_path, cut):
    """Wherever a write ended, all whole rows are there, and a new one stands on its own."""
    path = tmp_path / "rows.jsonl"
    path.unlink(missing_ok=True)
    journal = Journal(path)
    for row in ROWS:
        journal.add(row)
    path.write_bytes(path.read_bytes()[: max(0, path.stat().st_size - cut)])
    whole = path.read_bytes().count(b"\n")
    assert list(Journal(path).rows()) == ROWS[:whole]
    journal.add({"n": 99})
    assert list(journal.rows()) == [*ROWS[:whole], {"n": 99}]


def test_a_damaged_row_is_passed_over(tmp_path):
    """A row that cannot be read does not hide those behind it."""
    path = tmp_path / "rows.jsonl"
    path.write_bytes(b'{"n": 1}\n{"n": \n\xff\xfe\n[3]\n' + b"[" * 99_999 + b'\n{"n": 4}\n')
    assert list(Journal(path).rows()) == [{"n": 1}, {"n": 4}]


def test_a_journal_without_rows(tmp_path):
    """What was never written holds nothing, and what cannot be written is a wrong call."""
    assert list(Journal(tmp_path / "none.jsonl").rows()) == []
    with pytest.raises(WrongCall, match="Cannot write"):
        Journal(tmp_path / "missing" / "rows.jsonl").add({})


def test_the_rows_of_a_journal_are_replaced_at_once(tmp_path):
    """What is put in the place of all rows is all there is."""
    journal = Journal(tmp_path / "rows.jsonl")
    for row in ROWS:
        journal.add(row)
    journal.replace(ROWS[3:])
    assert list(journal.rows()) == ROWS[3:]
    assert [path.name for path in tmp_path.iterdir()] == ["rows.jsonl"]
