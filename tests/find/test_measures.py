"""What befell the counted, read from the words around the number."""

import pytest

from rashomon.find.figures.search import find_figures
from rashomon.find.parse import parse
from rashomon.report import Report


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("Thirty-one people remained on the list of the missing.", ["missing"]),
        ("Two watchmen have not been seen since the shift changed.", ["missing"]),
        ("The ferry was carrying more than 250 people.", ["aboard"]),
        ("There were 300 people aboard.", ["aboard"]),
        ("The ferry is licensed to carry 180 people.", [None]),
        ("Fourteen bodies had been recovered by dusk.", ["kill"]),
        ("Three bodies of experts advised the court.", [None]),
        ("The number of people moved out of the town has risen to 3,500.", ["move"]),
        ("The plan would cut 310 posts.", ["cut"]),
    ],
)
def test_the_measure_is_what_befell_the_counted(text: str, actions: list[str | None]) -> None:
    """The measure comes from the verb, the participle or the phrase that the count hangs on."""
    (parsed,) = parse([Report(id="r", text=text)])
    found = [figure.action for figure in find_figures(parsed)]
    known = [
        each if each in ("missing", "aboard", "kill", "move", "cut") else None for each in found
    ]
    assert known == actions
