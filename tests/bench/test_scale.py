"""The reports of one story that scale is measured on."""

from bench.scale import retold


def test_retold_reports_are_of_one_story_and_differ():
    """Each report has an outlet of its own and most another text, the same on every run."""
    reports = list(retold(120))
    assert reports == list(retold(120))
    assert len({report["outlet"] for report in reports}) == 120
    assert len({report["text"] for report in reports}) > 90


def test_numbers_move():
    """Counts differ between two forms of one text."""
    first, later = (list(retold(106))[at]["text"] for at in (1, 91))
    assert "120 men" in first
    assert "120 men" not in later
