"""The interleaved lead: the first sentence of each article, then the second of each, and so on."""

import json
import re
import sys
from itertools import zip_longest
from typing import Any

_BOUND = re.compile(r"(?<=[.!?”\"])\s+|\n+")
#: Shorter lines are captions and headings.
_WORDS = 5


def lead(texts: list[str], words: int) -> list[str]:
    """Sentences up to a number of words, the last one cut."""
    parted = [[each.strip() for each in _BOUND.split(text)] for text in texts]
    columns = [[each for each in some if len(each.split()) >= _WORDS] for some in parted]
    taken: list[str] = []
    left = words
    for row in zip_longest(*columns):
        for sentence in filter(None, row):
            if left > 0:
                taken.append(" ".join(sentence.split()[:left]))
                left -= len(sentence.split())
    return taken


def brief(request: Any) -> list[str]:
    """The brief of a cluster."""
    return lead([report["text"] for report in request["reports"]], request["words"])


if __name__ == "__main__":
    for line in sys.stdin:
        sys.stdout.write(json.dumps(brief(json.loads(line))) + "\n")
