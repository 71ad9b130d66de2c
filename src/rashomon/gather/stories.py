"""Stories: reports of one event, told apart from those of other events."""

import math
import re
from collections.abc import Sequence
from itertools import pairwise

from rashomon.gather.clusters import average_link
from rashomon.gather.likeness import links
from rashomon.report import Block, Report, content_id
from rashomon.story import Copy, Story
from rashomon.words.sentences import sentence_ends

#: A longer title is cut after a word.
_LONGEST_TITLE = 120

#: A lead that stands for a title is cut at a clause where it is longer; a shorter paragraph is
#: a byline or a stray line.
_LONGEST_LEAD, _SHORTEST_LEAD = 90, 40

#: Kinds of blocks that stand beside the story.
_NOT_TOLD = ("caption", "dateline")

#: Where a clause ends: before a sign, or before a word that opens the next one.
_CLAUSE_END = re.compile(
    r"[,;:]? [\u2013\u2014] |[;:] |, |,? (?=(?:after|as|when|while|because|which|who)\b)"
)

#: Kinds of copies that are one story in any case; a passage from a wire may stand anywhere.
_SAME_STORY = ("exact", "near", "version")


def group(reports: Sequence[Report], copies: Sequence[Copy] = ()) -> tuple[Story, ...]:
    """The reports as stories, each in exactly one; the order of `reports` makes no difference.

    Stories are sorted by their first day, undated ones last, then by id.
    """
    ordered = sorted(reports, key=lambda report: (report.sha256, report.id))
    number = {report.id: place for place, report in enumerate(ordered)}
    joined = [
        (number[a], number[b])
        for copy in copies
        if copy.kind in _SAME_STORY
        for a, b in pairwise(copy.reports)
    ]
    found = list(links(ordered))
    clusters = average_link(len(ordered), found, enough(len(ordered)), joined)
    centrality = _centrality(len(ordered), found, clusters)
    stories = [_story([(ordered[i], centrality[i]) for i in cluster]) for cluster in clusters]
    return tuple(sorted(stories, key=lambda story: (story.from_ or "9999", story.id)))


def one_story(reports: Sequence[Report]) -> Story:
    """All `reports`, of which there is at least one, as one story."""
    ordered = sorted(reports, key=lambda report: (report.sha256, report.id))
    everything = [list(range(len(ordered)))]
    centrality = _centrality(len(ordered), list(links(ordered)), everything)
    return _story(list(zip(ordered, centrality, strict=True)))


def enough(reports: int) -> float:
    """The mean likeness from which two groups are one story, among so many reports.

    The more reports there are, the likelier is one that looks alike by chance; so the bar
    rises, by as much for each tenfold. Set by hand on news of 2016 to 2018.
    """
    return 0.09 + 0.035 * math.log10(max(reports, 1))


def _centrality(
    size: int, found: list[tuple[int, int, float]], clusters: list[list[int]]
) -> list[float]:
    """For each report the sum of its likeness to the others of its cluster."""
    cluster_of = {i: number for number, cluster in enumerate(clusters) for i in cluster}
    total = [0.0] * size
    for a, b, likeness in found:
        if cluster_of[a] == cluster_of[b]:
            total[a] += likeness
            total[b] += likeness
    return total


def _story(members: list[tuple[Report, float]]) -> Story:
    reports = sorted((report for report, _ in members), key=lambda r: (r.published or "9999", r.id))
    ranked = sorted(members, key=lambda pair: (-pair[1], pair[0].published or "9999", pair[0].id))
    days = sorted(report.day.isoformat() for report in reports if report.day)
    return Story(
        id=content_id("s", *sorted(report.sha256 for report in reports)),
        title=_title([report for report, _ in ranked]),
        reports=tuple(report.id for report in reports),
        from_=days[0] if days else None,
        to=days[-1] if days else None,
    )


def _title(ranked: Sequence[Report]) -> str:
    """The title of the most central report that has one, else the most central one's lead."""
    given = (words for report in ranked if (words := _given(report)))
    return _cut(next(given, None) or _lead(ranked[0]))


def _given(report: Report) -> str | None:
    """The report's own title or heading; no title is what stands there for a picture."""
    title = " ".join((report.title or "").split())
    furniture = [_words(report, block) for block in report.blocks if block.kind in _NOT_TOLD]
    if title and not any(words.startswith(title) for words in furniture):
        return title
    first = next((block for block in report.blocks if block.kind not in _NOT_TOLD), None)
    return _words(report, first) if first is not None and first.kind == "heading" else None


def _lead(report: Report) -> str:
    """The first sentence of a report's first full paragraph, or of what there is."""
    told = [_words(report, block) for block in report.blocks if block.kind == "paragraph"]
    full = next((words for words in told if len(words) >= _SHORTEST_LEAD), None)
    words = full or next(iter(told), " ".join(report.text.split()))
    sentence = words[: next(sentence_ends(words), len(words))]
    if len(sentence) <= _LONGEST_LEAD:
        return sentence
    ends = [m.start() for m in _CLAUSE_END.finditer(sentence, _SHORTEST_LEAD, _LONGEST_LEAD)]
    return f"{sentence[: ends[-1]]}…" if ends else sentence


def _words(report: Report, block: Block) -> str:
    return " ".join(report.text[block.start : block.end].split())


def _cut(words: str) -> str:
    """The words up to the longest title, cut after a word."""
    if len(words) <= _LONGEST_TITLE:
        return words
    return words[: _LONGEST_TITLE - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"
