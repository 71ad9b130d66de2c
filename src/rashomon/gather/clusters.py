"""Average-link clustering of a sparse graph (Sokal and Michener 1958)."""

import heapq
from collections.abc import Iterable


def average_link(
    size: int,
    links: Iterable[tuple[int, int, float]],
    enough: float,
    joined: Iterable[tuple[int, int]] = (),
) -> list[list[int]]:
    """Clusters of the numbers 0 to `size` - 1, each sorted, in the order of their first number.

    `links` are pairs with their likeness, a missing pair has none; the two clusters with the
    highest mean likeness over all their pairs become one, as long as it reaches `enough`.
    `joined` pairs belong together from the start. Equal means go by the lower numbers.
    """
    sums: list[dict[int, float]] = [{} for _ in range(size)]
    for a, b, likeness in links:
        sums[a][b] = sums[b][a] = likeness
    members = [[number] for number in range(size)]
    place = list(range(size))
    for a, b in joined:
        if place[a] != place[b]:
            kept = _join(place[a], place[b], sums, members)
            for number in members[kept]:
                place[number] = kept

    def entry(a: int, b: int) -> tuple[float, int, int, int, int]:
        mean = sums[a][b] / (len(members[a]) * len(members[b]))
        return (-mean, min(a, b), max(a, b), len(members[min(a, b)]), len(members[max(a, b)]))

    heap = [entry(a, b) for a in range(size) for b in sums[a] if a < b]
    heap = [one for one in heap if -one[0] >= enough]
    heapq.heapify(heap)
    while heap:
        _, a, b, of_a, of_b = heapq.heappop(heap)
        # An entry is stale once either cluster has grown or has gone into another.
        if (len(members[a]), len(members[b])) != (of_a, of_b):
            continue
        kept = _join(a, b, sums, members)
        for other in sums[kept]:
            one = entry(kept, other)
            if -one[0] >= enough:
                heapq.heappush(heap, one)
    return sorted(sorted(cluster) for cluster in members if cluster)


def _join(a: int, b: int, sums: list[dict[int, float]], members: list[list[int]]) -> int:
    """Put the cluster with fewer neighbours into the other; the number of the one that stays."""
    kept, gone = (a, b) if (len(sums[a]), -a) >= (len(sums[b]), -b) else (b, a)
    members[kept] += members[gone]
    members[gone] = []
    sums[kept].pop(gone, None)
    for other, total in sums[gone].items():
        if other != kept:
            del sums[other][gone]
            sums[other][kept] = sums[kept][other] = sums[kept].get(other, 0.0) + total
    sums[gone] = {}
    return kept
