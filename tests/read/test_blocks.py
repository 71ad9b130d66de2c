"""The layout of a text is found, and no word of it is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.read.blocks import blocks_of

LONG = "Two ferries collided off the northern pier on Sunday, and the harbour was shut for a day."
MORE = "The harbour office said that nobody was hurt, but that both boats had been badly damaged."


def laid_out(text: str) -> list[tuple[str, str]]:
    """Kind and words of each block."""
    return [(block.kind, text[block.start : block.end]) for block in blocks_of(text)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("What the harbour office knew", "heading"),
        ("'Total loss'", "heading"),
        ("Photo: the pier on Sunday", "caption"),
        ("The pier on Sunday. Ada Quill/Getty Images", "caption"),
        ("Image copyright Elsa Pictures", "caption"),
        ("Read more", "caption"),
        ("Here is what we know:", "paragraph"),
        ("“It was loud,” she said", "paragraph"),
        ("and then it sank", "paragraph"),
        ("Nobody came.", "paragraph"),
        ("• two ferries", "list"),
        ("2. The second ferry", "list"),
        ("> It was loud", "quote"),
        ("By Ada Quill", "dateline"),
        ("Elsa Times | Updated: 17:52", "dateline"),
    ],
)
def test_a_line_between_paragraphs_has_its_kind(line: str, kind: str) -> None:
    """Headings, captions, lists, quotes and bylines are told from paragraphs."""
    assert laid_out(f"{LONG}\n{line}\n{MORE}") == [
        ("paragraph", LONG),
        (kind, line),
        ("paragraph", MORE),
    ]


def test_a_dateline_is_a_block_before_its_paragraph() -> None:
    """Only the stretch up to the dash is the dateline."""
    assert laid_out(f"PORT ELSA – {LONG}\n{MORE}") == [
        ("dateline", "PORT ELSA –"),
        ("paragraph", LONG),
        ("paragraph", MORE),
    ]


def test_a_short_last_line_heads_nothing() -> None:
    """Without a paragraph after it a short line is a paragraph itself."""
    assert laid_out(f"{LONG}\nThe harbour is open again")[-1][0] == "paragraph"


def test_many_short_lines_are_a_list() -> None:
    """A table of names is no row of headings."""
    assert [kind for kind, _ in laid_out(f"Elsa\nMera\nNora\nPort Ada\n{LONG}")][:4] == ["list"] * 4


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    """Line ends that only fit a page do not end a paragraph."""
    wrapped = (
        "Two ferries collided off the northern pier on Sunday, and the\n"
        "harbour was shut for a day while divers searched the bay for a\n"
        "sailor who, as it turned out, had been asleep at home and had\n"
        "never gone aboard.\n\n"
        "The harbour office said that nobody was hurt, but that both of\n"
        "the boats had been badly damaged."
    )
    assert [kind for kind, _ in laid_out(wrapped)] == ["paragraph", "paragraph"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\f", "\u2028", "\n\n", "\r\n\r\n"])
def test_every_line_end_parts_paragraphs(end: str) -> None:
    """Line ends of all systems are understood."""
    assert laid_out(LONG + end + MORE) == [("paragraph", LONG), ("paragraph", MORE)]


@given(st.text(st.sampled_from("aB1 .,:“”'–-()>•\n\r\f\u2028\u200f\u0301😀"), max_size=300))
def test_blocks_hold_all_that_is_not_blank(text: str) -> None:
    """Blocks are in order and apart, begin and end with a sign, and leave only white space out."""
    position = 0
    for block in blocks_of(text):
        assert not text[position : block.start].strip()
        assert text[block.start : block.end].strip() == text[block.start : block.end] != ""
        position = block.end
    assert not text[position:].strip()
