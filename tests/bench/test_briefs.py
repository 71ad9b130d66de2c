"""Briefs: the length that counts, and what is copied."""

import pytest

from bench.counts import Share
from bench.ruler import Item
from bench.sets.briefs import Briefs, _copied

REPORT = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"


def _case(sentences, reference="Rain fell on the town."):
    request = {"reports": [{"id": "a", "text": REPORT}]}
    (case,) = Briefs().cases([Item(id="1", unit="1", request=request, gold=reference)], [sentences])
    return case


def test_the_reference_itself_is_the_best_brief():
    """All of ROUGE is one, and nothing is copied."""
    case = _case(["Rain fell", "on the town."])
    assert {case.counts[name].score for name in ("ROUGE-1", "ROUGE-2", "ROUGE-L")} == {1.0}
    assert case.counts["own words"] == Share(5, 5)
    assert case.misses == ()


@pytest.mark.parametrize(("words", "cause"), [(0, "empty"), (276, "too long")])
def test_a_brief_that_is_none_scores_nothing(words, cause):
    """Above 275 words the length was not kept."""
    case = _case(["rain"] * words)
    assert case.counts["ROUGE-1"] == Share(0)
    assert [miss.cause for miss in case.misses] == [cause]


def test_what_exceeds_the_length_is_cut():
    """Words past the 250th are not read."""
    late = _case([" ".join(["snow"] * 250), "rain fell on the town"])
    assert late.counts["ROUGE-1"] == Share(0)


@pytest.mark.parametrize(
    ("text", "copied", "words"),
    [
        (REPORT, 14, 14),
        (" ".join(REPORT.split()[:11]), 0, 11),
        (f"Yes, {REPORT}.", 14, 15),
        (f"“{REPORT}”", 0, 14),
        ("one two three four five six “seven eight” nine ten eleven twelve", 0, 12),
    ],
)
def test_runs_of_twelve_words_are_copies(text, copied, words):
    """A quotation is no copy, and ends a run."""
    assert _copied(text, [{"text": REPORT}]) == (copied, words)
