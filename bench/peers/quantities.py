"""Quantities with units, by quantulum3 or by recognizers-text: `quantities.py quantulum3`."""

import json
import sys
from collections.abc import Iterator
from typing import Any

from quantulum3 import classifier, parser  # type: ignore[import-not-found]
from recognizers_number import recognize_number, recognize_percentage  # type: ignore[import-not-found]
from recognizers_number_with_unit import (  # type: ignore[import-not-found]
    recognize_age,
    recognize_currency,
    recognize_dimension,
    recognize_temperature,
)

# Its classifier of ambiguous units was saved by a scikit-learn that no Python 3.11 release can
# read ("No module named '_loss'"): as without scikit-learn, the words beside the unit decide.
classifier.USE_CLF = False

RECOGNIZERS = (recognize_age, recognize_currency, recognize_dimension, recognize_temperature)


def by_quantulum(request: Any) -> list[Any]:
    """All quantities; a value with an uncertainty is a range."""
    return [
        {
            "span": [*found.span],
            "value": found.value if found.uncertainty is None else None,
            "low": None if found.uncertainty is None else found.value - found.uncertainty,
            "high": None if found.uncertainty is None else found.value + found.uncertainty,
            "unit": found.unit.name,
            "counted": [],
            "qualifier": None if found.uncertainty is None else "range",
        }
        for found in parser.parse(request["text"])
    ]


def by_recognizers(request: Any) -> list[Any]:
    """Numbers with units, then percentages and plain numbers where there is none with a unit."""
    text, made = request["text"], []
    taken: set[int] = set()
    for found, unit in _recognized(text):
        here = range(found.start, found.end + 1)
        value = (found.resolution or {}).get("value")
        if value is None or not taken.isdisjoint(here):
            continue
        taken.update(here)
        made.append(_plain(found, str(value), unit))
    return sorted(made, key=lambda each: each["span"])


def _recognized(text: str) -> Iterator[tuple[Any, str]]:
    for recognize in RECOGNIZERS:
        for found in recognize(text, "en-us"):
            yield found, (found.resolution or {}).get("unit") or "count"
    for found in recognize_percentage(text, "en-us"):
        yield found, "percent"
    for found in recognize_number(text, "en-us"):
        yield found, "count"


def _plain(found: Any, value: str, unit: str) -> Any:
    number = float(value.removesuffix("%"))
    return {
        "span": [found.start, found.end + 1],
        "value": number,
        "low": number,
        "high": number,
        "unit": unit,
        "counted": [],
        "qualifier": None,
    }


READERS = {"quantulum3": by_quantulum, "recognizers": by_recognizers}

if __name__ == "__main__":
    read = READERS[sys.argv[1]]
    for line in sys.stdin:
        sys.stdout.write(json.dumps(read(json.loads(line))) + "\n")
