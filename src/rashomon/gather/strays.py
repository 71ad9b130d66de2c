"""Strays: reports that were given as of one story with others and tell of something else."""

from collections.abc import Sequence

from rashomon.gather.clusters import average_link
from rashomon.gather.likeness import links
from rashomon.report import Report

#: A report is a stray if no other is more like it than this. Among 73 clusters of news to each of
#: which a report of another was added, 64 of these lay below it, and 5 of 327 of the clusters'
#: own, which were pages of an archive and stubs.
_LEAST = 0.06

#: Fewer words than these are too few to tell.
_TELLING = 60


def strays(reports: Sequence[Report]) -> tuple[str, ...]:
    """The ids of those that have nothing to do with the others, in their order.

    None where no two of the others belong together: then nobody can say which of them strayed.
    Only reports in the language of most are judged, for others share no words with them.
    """
    nearest = [0.0] * len(reports)
    for one, other, likeness in links(reports):
        nearest[one] = max(nearest[one], likeness)
        nearest[other] = max(nearest[other], likeness)
    languages = [report.language for report in reports]
    usual = max(sorted(set(languages), key=str), key=languages.count, default=None)
    judged = [
        report.id
        for report, likeness in zip(reports, nearest, strict=True)
        if likeness < _LEAST and report.language == usual and _is_telling(report)
    ]
    alike = sum(likeness >= _LEAST for likeness in nearest)
    return tuple(judged) if alike > len(judged) else ()


def are_several(reports: Sequence[Report]) -> bool:
    """Whether the reports tell of several stories: a second group of them belongs together, or no
    group is more than half of them. Those too short to tell count for nothing.

    True of none of 26 stories of news, and of 128 of 200 pairs of them; of the other pairs one
    story is a single report, a stray.
    """
    telling = [number for number, report in enumerate(reports) if _is_telling(report)]
    groups = average_link(len(reports), list(links(reports)), _LEAST, [])
    sizes = sorted((len(set(group).intersection(telling)) for group in groups), reverse=True)
    return len(telling) > 1 and (sizes[1:2] > [1] or 2 * sizes[0] <= len(telling))


def _is_telling(report: Report) -> bool:
    return len(report.text.split()) >= _TELLING
