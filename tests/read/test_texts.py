"""Bytes become text without a change, and what is no text is told."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.errors import UnreadableInput
from rashomon.read.inputs import read_paths
from rashomon.read.texts import decode

SENTENCE = "Müller said “the quay is shut” — for now."


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_tells_the_encoding_and_is_no_text(mark: bytes, encoding: str) -> None:
    """Each mark of Unicode is understood and taken away."""
    assert decode(mark + SENTENCE.encode(encoding)) == (SENTENCE, None)


def test_windows_text_is_decoded_by_guess_and_says_so() -> None:
    """Text in Windows' Western code is read right, and the guess is told."""
    text, guess = decode(SENTENCE.encode("cp1252"))
    assert text == SENTENCE
    assert guess is not None
    assert "windows-1252" in guess


def test_cyrillic_text_is_detected() -> None:
    """Another alphabet is not forced into the Western code."""
    text, guess = decode("Пожар на причале потушен, сообщили в порту.".encode("cp1251"))
    assert text.startswith("Пожар")
    assert guess is not None


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (codecs.BOM_UTF8, "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not_text"),
        (b"a ferry\0 sank", "not_text"),
        (b"\x01\x02\x03\x04 a \x05\x06", "not_text"),
        (codecs.BOM_UTF16_LE + b"\x41\x00\xd8", "not_text"),
        (codecs.BOM_UTF32_LE + b"\xff\xff\xff\xff", "not_text"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, kind: str) -> None:
    """Empty and binary data raise with the name of the problem."""
    with pytest.raises(UnreadableInput) as refused:
        decode(data)
    assert refused.value.kind == kind


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1))
def test_utf8_is_kept_to_the_character(text: str) -> None:
    """Bidirectional marks, combining marks and emoji come back as they were."""
    text = "Harbour: " + text
    assert decode(text.encode()) == (text, None)


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    """No bytes lead to any other error."""
    try:
        text, _ = decode(data)
    except UnreadableInput:
        return
    assert text.strip()


@pytest.mark.parametrize(
    ("text", "is_list"),
    [
        ("https://quay.example/a\nhttp://isle.example/b\n", True),
        ("# Wednesday\n\nhttps://quay.example/a  # first\r\n", True),
        ("https://quay.example/a says that two cranes fell.", False),
        ("# Two cranes fell", False),
    ],
)
def test_a_list_of_addresses_is_no_report(tmp_path, text, is_list):
    """A text of nothing but addresses is told how to name it, and nothing is fetched."""
    (tmp_path / "links.txt").write_text(text)
    reports, problems = read_paths([str(tmp_path / "links.txt")])
    assert [each.kind for each in problems] == ["only_addresses"] * is_list
    assert len(reports) == (not is_list)
    assert all(f"@{tmp_path}/links.txt" in each.detail for each in problems)
