"""Printed lines become paragraphs."""

import pytest

from rashomon.read.typeset import PrintedLine, paragraphs_of


def printed(*rows: str, page: int = 1, top: float = 700.0) -> list[PrintedLine]:
    """Lines of one column, twelve points apart, as wide as they are long."""
    return [
        PrintedLine(
            page=page,
            text=row,
            left=50.0,
            right=50.0 + 5 * len(row),
            base=top - 12 * number,
            size=10.0,
            height=800.0,
        )
        for number, row in enumerate(rows)
    ]


def texts(lines: list[PrintedLine]) -> list[str]:
    """The texts of the paragraphs."""
    return [paragraph.text for paragraph in paragraphs_of(lines)]


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("The harbour office con-", "firmed it on the same day.", "con" + "firmed"),
        ("It asked the well-", "known captain about the day.", "well-known"),
        ("It was said by the U.S.-", "led force on that very day.", "U.S.-led"),
        ("The road to Stratford-", "Avon was shut on that day.", "Stratford-Avon"),
        ("They counted the e\ufb03cient", "ways to shut the port that day.", "efficient ways"),
        ("The years 1990-", "1995 were told of in the hall.", "1990-1995"),
    ],
)
def test_a_hyphen_that_only_ends_a_line_goes(first: str, second: str, whole: str) -> None:
    """Compounds keep theirs."""
    (text,) = texts(printed(first, second))
    assert whole in text


def test_a_head_that_returns_is_left_out() -> None:
    """Numbers aside, what stands on each page at the same height is no text."""
    body = ("The port was shut on Sunday after two ferries", "collided off the northern pier.")
    pages = [
        line
        for page in (1, 2, 3)
        for line in [
            *printed(f"Harbour bulletin, page {page}", page=page, top=780.0),
            *printed(*body, page=page),
            *printed(str(page), page=page, top=20.0),
        ]
    ]
    assert texts(pages) == [" ".join(body)] * 3


def test_a_sentence_goes_on_over_the_page() -> None:
    """The paragraph is one, and it tells where the next page begins."""
    lines = [
        *printed("The harbour office said that the port", page=1, top=120.0),
        *printed("was shut on Sunday.", page=2),
    ]
    (paragraph,) = paragraphs_of(lines)
    assert paragraph.text == "The harbour office said that the port was shut on Sunday."
    assert paragraph.pages == ((1, 0), (2, 38))
