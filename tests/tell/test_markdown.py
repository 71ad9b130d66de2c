import re
from dataclasses import replace

import pytest
from sample import sample_account

from rashomon.tell.markdown import account_markdown

ACCOUNT = sample_account()
TOLD = account_markdown(ACCOUNT)


def titled(title):
    """The first line of the sample under another title."""
    account = replace(ACCOUNT, story=replace(ACCOUNT.story, title=title))
    return account_markdown(account).splitlines()[0]


def test_every_footnote_is_defined_once():
    """What is cited has its words at the end, and nothing else has."""
    used = set(re.findall(r"\[\^(\d+)\](?!:)", TOLD))
    defined = re.findall(r"^\[\^(\d+)\]:", TOLD, re.M)
    assert set(defined) == used
    assert len(defined) == len(used) > 8


def test_a_footnote_holds_outlet_and_words():
    """The reader sees whose words they are."""
    assert "[^1]: Orrin Courier: the dam had given way at its eastern end" in TOLD


def test_each_row_of_a_table_has_its_four_cells():
    """Question, answer, who says it, reports."""
    rows = [each for each in TOLD.splitlines() if each.startswith("|")]
    assert len(rows) > 6
    assert {each.count("|") for each in rows} == {5}


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("a *b* _c_", r"a \*b\* \_c\_"),
        ("a | b", r"a \| b"),
        ("[x](y) <b> &amp;", r"\[x\](y) \<b\> \&amp;"),
        ("1. Not a list", r"1\. Not a list"),
        ("- nor this", r"\- nor this"),
        ("two\nlines # `x`", r"two lines \# \`x\`"),
        ("1,500 - 2,000", "1,500 - 2,000"),
    ],
)
def test_words_are_shown_and_do_nothing(words, written):
    """What Markdown would read as its own is escaped, and no more than that."""
    assert titled(words) == f"# {written}"


def test_no_two_empty_lines_follow_each_other():
    """The text is tidy enough to be edited by hand."""
    assert "\n\n\n" not in TOLD
    assert TOLD.endswith("\n")
