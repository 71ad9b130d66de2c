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


@pytest.mark.parametrize(
    "line",
    [
        "Slideshow (2 Images)",
        "1 of 30",
        "Enlarge this image toggle caption Ada Quill/Elsa Pictures Ada Quill/Elsa Pictures",
        "This article was reported and edited in partnership with Elsa Radio.",
        "This report is published in partnership with the Norland Newsroom Fund.",
        "This story is part of a partnership of Elsa Radio and the Mera Post.",
        "Breaking News Emails Get breaking news alerts and special reports. SUBSCRIBE",
        "Related: Is the old pier still safe?",
        "Two captains on trial | Ada Quill Read more",
        "Follow Ada Quill on Twitter at @adaquill",
        "pic.twitter.com/a1b2c3",
        "FILE - In this May 3 file photo, a ferry leaves. It sank on Sunday off the pier.",
        "Copyright 2024 Elsa Press. All rights reserved.",
    ],
)
def test_furniture_is_a_caption_however_it_ends(line: str) -> None:
    """Credits, links, invitations and notices are no part of what is told."""
    assert laid_out(f"{LONG}\n{line}\n{MORE}") == [
        ("paragraph", LONG),
        ("caption", line),
        ("paragraph", MORE),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "The mayor's newsletter said the pier would stay shut, and asked people to sign up.",
        "Related bodies in Norland have asked for more money, and the port expects a long summer.",
        "This report was handed to the court on Monday, and the port's partnership ended that day.",
        "This ferry was built in partnership with a yard in Mera, the harbour office has said.",
        "She followed the ferry on Twitter and saw it turn, she told the Elsa Times on Sunday.",
        "Her comments were read out in court, where the views expressed in them caused a laugh.",
        "Getty Images sold the picture of the ferry to forty papers, and the harbour office has "
        "asked for a share of what they paid, a clerk of the office said on Monday evening.",
        "This is a photograph of the night, the judge said, and nobody has doubted it so far.",
        "Elsa Ferries rose 1/8 to 4 2/8, Norland Boats 2/8 to 3 3/8 and the port 3/8 to 7 4/8.",
        "On 9/11 the pier was new, and on 3/4 of all days since then it has been open to boats.",
    ],
)
def test_a_paragraph_that_speaks_of_such_things_stays_one(line: str) -> None:
    """Cues count at the start of a line or in a credit at its end only."""
    assert [kind for kind, _ in laid_out(f"{LONG}\n{line}\n{MORE}")] == ["paragraph"] * 3


def test_what_readers_wrote_is_furniture_up_to_the_end() -> None:
    """Behind the notice on comments nothing is told by the report."""
    notice = "Views expressed in the comments do not represent those of the Elsa Times."
    found = laid_out(f"{LONG}\n{MORE}\n{notice}\nI was there and it sank twice.\nNo it did not.")
    assert [kind for kind, _ in found] == ["paragraph", "paragraph"] + ["caption"] * 3


def test_a_notice_on_comments_at_the_top_hides_nothing() -> None:
    """Without a paragraph before it the notice is a line as any other."""
    found = laid_out(f"Comments are closed on this story.\n{LONG}\n{MORE}")
    assert [kind for kind, _ in found[1:]] == ["paragraph", "paragraph"]


def test_links_behind_their_heading_end_with_the_first_paragraph() -> None:
    """The headlines are furniture, the story that goes on behind them is not."""
    found = laid_out(f"{LONG}\nRelated stories\nPier shut for a day\nCaptains on trial\n{MORE}")
    assert [kind for kind, _ in found] == [
        "paragraph",
        "caption",
        "caption",
        "caption",
        "paragraph",
    ]


def test_the_pictures_of_a_gallery_are_captions() -> None:
    """Counted lines belong to a gallery where three of them have one whole."""
    pictures = [f"{n}/12 The pier at dusk. Boats lie in a row." for n in (1, 2, 3)]
    assert [kind for kind, _ in laid_out("\n".join([LONG, *pictures, MORE]))] == [
        "paragraph", "caption", "caption", "caption", "paragraph",
    ]  # fmt: skip


def test_an_embedded_post_is_a_quote() -> None:
    """A post is somebody's words, and neither the report's own nor furniture."""
    post = "So loud! pic.twitter.com/a1b2 \u2014 Ada Quill (@adaquill) May 5, 2024"
    assert laid_out(f"{LONG}\n{post}")[1] == ("quote", post)


def test_furniture_glued_to_a_paragraph_is_cut_off() -> None:
    """A credit printed twice ends with itself, a caption with its sentence."""
    credit = "Enlarge this image toggle caption Ada Quill/Elsa Ada Quill/Elsa"
    glued = (
        f"{credit} {LONG} {MORE} Image copyright Elsa Image caption The pier at dusk. {MORE} {LONG}"
    )
    assert laid_out(glued) == [
        ("caption", credit),
        ("paragraph", f"{LONG} {MORE}"),
        ("caption", "Image copyright Elsa Image caption The pier at dusk."),
        ("paragraph", f"{MORE} {LONG}"),
    ]
