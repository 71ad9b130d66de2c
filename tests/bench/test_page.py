"""docs/measured.md shows what results.json keeps."""

import pytest

from bench import page, speed
from bench.results import load
from bench.sets import NAMES

KEPT = {
    "data": ["polnear/dev"],
    "command": "python -m bench statements",
    "counting": "Share of right answers.",
    "headline": "joint",
    "cases": 7,
    "versions": {"python": "3.11.7"},
    "figures": {
        "joint": {
            "all": {"score": 0.5, "precision": 0.6, "recall": 0.4, "of": 20},
            "working": {"score": 0.45, "of": 12},
            "checking": None,
        }
    },
    "peers": [
        {
            "name": "oracle",
            "version": "oracle 3",
            "figures": {
                "joint": {"all": {"score": 0.25, "of": 20}, "working": None, "checking": None}
            },
        }
    ],
}


def test_the_page_is_fresh():
    """The committed page is what `python -m bench page` would write."""
    assert page.FILE.read_text(encoding="utf-8") == page.page(load())


@pytest.mark.parametrize(
    "told",
    [
        "| [statements](#statements) | joint | 0.500 | 0.250 (oracle) |",
        "- Data: `polnear/dev`, 7 cases.",
        "- Command: `python -m bench statements`",
        "- Rule: Share of right answers.",
        "- Versions: python 3.11.7.",
        "| **joint** | rashomon | 0.500 | 0.600 | 0.400 | 20 | 0.450 | - |",
        "|  | oracle (oracle 3) | 0.250 | - | - | 20 | - | - |",
        "second annotator [",
    ],
)
def test_a_set_is_told_with_all_that_one_needs_to_measure_it_again(told):
    """Data, command, rule, versions, both halves, peers and published figures stand there."""
    assert told in page.page({"statements": KEPT})


def test_sets_stand_in_the_order_of_the_bench():
    """The order of the file does not matter, and a set that is no longer there is left out."""
    results = dict.fromkeys([*reversed(NAMES), "gone"], KEPT)
    headings = [line[3:] for line in page.page(results).splitlines() if line.startswith("## ")]
    assert headings == list(NAMES)


def test_speed_comes_last_with_its_ratios_first():
    """What does not depend on the machine comes before seconds."""
    costs = {"find": {"100": 1.2, "200": 1.1}}
    told = page.page(
        {
            "statements": KEPT,
            speed.NAME: {key: KEPT[key] for key in ("data", "command", "counting", "versions")}
            | {
                "budget": {"find": 1.25},
                "ratio to the bare pass": costs,
                "milliseconds a report": costs,
                "memory in MB": costs,
                "growth": {"find": 0.9},
                "start-up in CPU seconds": {"rashomon --help": 0.2},
            },
        }
    )
    assert told.index("## statements") < told.index("## Speed")
    assert told.index("ratio to the bare pass |") < told.index("milliseconds a report |")
    assert "| find | 1.2 | 1.1 |" in told
