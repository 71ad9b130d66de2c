"""The busiest days of a topic: a day weighs its articles, and tells their first lines."""

import json
import sys
from typing import Any


def days(request: Any) -> list[Any]:
    """An entry for each article."""
    return [
        {
            "day": report["published"],
            "weight": 1,
            "text": " ".join(report["text"].split("\n")[0].split()),
        }
        for report in request["reports"]
    ]


if __name__ == "__main__":
    for line in sys.stdin:
        sys.stdout.write(json.dumps(days(json.loads(line))) + "\n")
