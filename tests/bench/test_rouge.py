"""ROUGE against figures worked out by hand."""

import pytest

from bench.rouge import f1, shared, stem, stop_words, subsequence, words


def test_words_are_stemmed_in_lower_case():
    """Marks part words, and short words are left as they are."""
    assert words("Running dogs' U.S. ties") == ["run", "dog", "u", "s", "tie"]
    assert stem("dying") == "die"


@pytest.mark.parametrize(
    ("length", "expected"), [(1, 2 * 3 / (4 + 5)), (2, 2 * 1 / (3 + 4)), (3, 0.0)]
)
def test_grams_are_counted_as_often_as_both_have_them(length, expected):
    """Three of four and five words, one of three and four pairs, no row of three."""
    assert shared("the red cat sat", "cat sat on the mat", length) == pytest.approx(expected)


def test_a_subsequence_keeps_the_order():
    """ "Cat sat" is the longest; "the" comes too late."""
    assert subsequence("the red cat sat", "cat sat on the mat") == pytest.approx(2 * 2 / 9)


@pytest.mark.parametrize("summary", ["", "..."])
def test_nothing_scores_nothing(summary):
    """An empty summary is no error."""
    assert shared("rain", summary, 1) == subsequence("rain", summary) == f1(0, 0, 0) == 0


def test_stop_words_are_those_of_rouge():
    """596 words in lower case, with the negations and the agencies' words."""
    assert len(stop_words()) == 596
    assert {"the", "isn't", "reuters"} <= stop_words()
