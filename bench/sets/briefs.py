"""Briefs of 250 words against the human summaries of Multi-News (Fabbri et al. 2019)."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.case import Case, Miss
from bench.counts import Share
from bench.rouge import shared, subsequence
from bench.ruler import Item, Json, there
from bench.sets.stories import clusters
from bench.told import accounts

#: What is asked for, and what a brief may not exceed, in words.
_WORDS, _MOST = 250, 275
#: So many words in a row that stand in one report are a copy.
_RUN = 12
_QUOTED = re.compile(r"“[^“”]{2,}”|\"[^\"]{2,}\"|«[^«»]{2,}»|‘[^‘’]* [^‘’]*’")
_WORD = re.compile(r"[^\W_]+(?:[.,'’-][^\W_]+)*")


class Briefs:
    """ROUGE of the brief of a cluster of articles, and how much of it is copied."""

    name = "briefs"
    data = ("multinews/sample", "multinews/peer_summaries")
    headline = "ROUGE-L"
    one_in = 8
    counting = (
        "F1 of ROUGE-1, -2 and -L with Porter stems (as rouge_score counts), averaged over the "
        "clusters, of at most 250 words; a brief above 275 words counts 0. own words: the share "
        "of words outside quotation marks that stand in no run of 12 copied from one report. "
        "Summaries that others published for this sample are cut at 250 words and counted the "
        "same way."
    )

    def load(self, data: Path) -> list[Item]:
        """The clusters of the sample."""
        folder, summaries = (there(data, part) for part in self.data)
        items = []
        for row in clusters(folder):
            id = row["row_id"]
            reports = [
                {"id": f"{id}-{number}", "text": text, "language": "en"}
                for number, text in enumerate(row["document"], start=1)
            ]
            request = {"id": id, "reports": reports, "words": _WORDS, "summaries": str(summaries)}
            items.append(Item(id=id, unit=id, request=request, gold=row["summary"]))
        return items

    def product(self, requests: Sequence[Json]) -> Iterator[Json]:
        """The sentences of the brief of each cluster."""
        for account in accounts([request["reports"] for request in requests]):
            yield [sentence["text"] for sentence in account["brief"]] if account else []

    def cases(self, items: Sequence[Item], answers: Sequence[Json]) -> Iterator[Case]:
        """The marks of each cluster."""
        for item, answer in zip(items, answers, strict=True):
            written = " ".join(answer).split()
            text = " ".join(written[:_WORDS]) if len(written) <= _MOST else ""
            copied, of = _copied("\n".join(answer), item.request["reports"])
            counts = {
                "ROUGE-L": Share(subsequence(item.gold, text)),
                "ROUGE-1": Share(shared(item.gold, text, 1)),
                "ROUGE-2": Share(shared(item.gold, text, 2)),
                "own words": Share(of - copied, of),
            }
            misses = tuple(_misses(written))
            yield Case(id=item.id, unit=item.unit, counts=counts, misses=misses)


def _misses(written: Sequence[str]) -> Iterator[Miss]:
    """What needs no reference to be wrong."""
    if not written or len(written) > _MOST:
        cause = "too long" if written else "empty"
        length, wanted = f"{len(written)} words", f"{_WORDS} words"
        text = " ".join(written)
        yield Miss(cause=cause, start=0, end=0, wanted=wanted, given=length, context=text)


def _copied(text: str, reports: Sequence[Json]) -> tuple[int, int]:
    """The words in runs that one report has, too, outside quotation marks; and all words.

    A quotation ends a run.
    """
    known = {gram for report in reports for gram in _runs(_plain(report["text"]))}
    pieces = [_plain(piece) for piece in _QUOTED.split(text)]
    copied = 0
    for piece in pieces:
        starts = [at for at, gram in enumerate(_runs(piece)) if gram in known]
        copied += len({word for at in starts for word in range(at, at + _RUN)})
    quoted = sum(len(_plain(words)) for words in _QUOTED.findall(text))
    return copied, sum(map(len, pieces)) + quoted


def _runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)]


def _plain(text: str) -> list[str]:
    return [word.casefold().replace("’", "'") for word in _WORD.findall(text)]
