"""Where sentences end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.words.sentences import sentence_ends


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("It sank. Nobody saw it.", "It sank."),
        ("They prayed in the Basilica of St. Olga in Elsa. It stood.",
         "They prayed in the Basilica of St. Olga in Elsa."),
        ("Col. A. Oba of the U.S. Army spoke. He left.", "Col. A. Oba of the U.S. Army spoke."),
        ("It sank at 5 a.m. The crew swam.", "It sank at 5 a.m."),
        ("It sank at 5 a.m. Sunday off Elsa. The crew swam.", "It sank at 5 a.m. Sunday off Elsa."),
        ("He sued Quill Inc. The firm lost.", "He sued Quill Inc."),
        ("He sued Quill Inc. Tuesday in Elsa. It lost.", "He sued Quill Inc. Tuesday in Elsa."),
        ("(The ferry had rolled.) In 1997 it sank.", "(The ferry had rolled.)"),
        ("“It was loud.” Ada ran.", "“It was loud.”"),
        ("He is the mayor. Elsa likes him.", "He is the mayor."),
        ("Ada said no. Elsa said yes.", "Ada said no."),
        ("Was it loud? 40 people ran.", "Was it loud?"),
        ("A line\\n\\nAnother line", "A line"),
    ],
)  # fmt: skip
def test_the_first_sentence_ends_here(text: str, first: str) -> None:
    """Titles, initials and abbreviations before names end no sentence."""
    text = text.replace("\\n", "\n")
    assert text[: next(sentence_ends(text))] == first


@given(st.text(alphabet='aA1. \n"(”)?', max_size=60))
def test_ends_are_in_order_and_behind_a_word(text: str) -> None:
    """Each end lies within the text and behind the one before."""
    ends = list(sentence_ends(text))
    assert ends == sorted(set(ends))
    assert all(0 <= end <= len(text) for end in ends)
