"""Copying: how many words of the brief stand in long runs that one report has, too."""

import re
from collections.abc import Iterable, Iterator

from rashomon.report import Report

#: So many words in a row that one report prints are a copy, outside quotation marks.
RUN = 12

#: Of the words of a brief at most this share may be copied.
MOST = 0.25

_QUOTED = re.compile(r"“[^“”]{2,}”|\"[^\"]{2,}\"")
_WORD = re.compile(r"[^\W_]+(?:[.,'’-][^\W_]+)*")


class Copying:
    """The runs of the reports, for asking how much of a text is copied from one of them."""

    def __init__(self, reports: Iterable[Report]) -> None:
        self._runs = {run for report in reports for run in _runs(_plain(report.text))}
        self._counted: dict[str, int] = {}

    def copied(self, text: str) -> int:
        """The words of `text` that stand in such runs; a quotation ends a run."""
        if text not in self._counted:
            self._counted[text] = self._count(text)
        return self._counted[text]

    def _count(self, text: str) -> int:
        count = 0
        for piece in _QUOTED.split(text):
            starts = [at for at, run in enumerate(_runs(_plain(piece))) if run in self._runs]
            count += len({word for at in starts for word in range(at, at + RUN)})
        return count


def _plain(text: str) -> list[str]:
    return [word.casefold().replace("’", "'") for word in _WORD.findall(text)]


def _runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))
