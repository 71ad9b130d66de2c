"""The examples as a set of the bench."""

from pathlib import Path

from bench.counts import Share
from bench.goldens import resolve, texts
from bench.sets.examples import Examples


def _silent(item):
    """An account that holds the reports and nothing else."""
    reports = [{"id": name, "text": text} for name, text in texts(item.id).items()]
    kinds = ("figures", "statements", "questions", "findings", "brief")
    return {"reports": reports} | {kind: [] for kind in kinds}


def test_an_account_that_says_nothing_finds_nothing_and_wrongs_nobody():
    """What is asked for is missed; what must never be told is not told."""
    items = Examples().load(Path())
    for item, case in zip(items, Examples().cases(items, map(_silent, items)), strict=True):
        asked = [each for each in item.gold["figures"] if each["required"]]
        assert case.counts["figures found"] == Share(0, len(asked))
        assert case.counts["never told"] == Share(1)
        assert resolve(item.gold["not_linked"], texts(item.id))
