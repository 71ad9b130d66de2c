"""The summaries of a system as they were published, cut to the length asked: saved.py SYSTEM."""

import csv
import json
import sys
from functools import cache
from pathlib import Path
from typing import Any


@cache
def summaries(folder: str) -> dict[str, str]:
    """The summary of each cluster."""
    csv.field_size_limit(sys.maxsize)
    path = Path(folder) / f"{sys.argv[1]}_sample.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return {row["row_id"]: row["generated_summary"] for row in rows}


def summary(request: Any) -> list[str]:
    """The summary of one cluster; none where the system gave none."""
    words = summaries(request["summaries"]).get(request["id"], "").split()
    return [" ".join(words[: request["words"]])]


if __name__ == "__main__":
    for line in sys.stdin:
        sys.stdout.write(json.dumps(summary(json.loads(line))) + "\n")
