"""Study: the wrong cases of the working half by cause, and what a change won and lost."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.case import WORKING, Case, Miss
from bench.counts import score
from bench.results import load_cases
from bench.table import number


def errors(
    cases: Sequence[Case], limit: int | None = None, cause: str | None = None
) -> Iterator[str]:
    """The misses of the working half, the commonest cause first, at most `limit` of each.

    The other half is only counted, never shown: what is studied there cannot check anything.
    """
    causes: dict[str, list[tuple[str, Miss]]] = defaultdict(list)
    for case in cases:
        if case.half == WORKING:
            for miss in case.misses:
                causes[miss.cause].append((case.id, miss))
    ranked = sorted(causes.items(), key=lambda each: (-len(each[1]), each[0]))
    for name, misses in ranked:
        yield f"{len(misses):6} {name}"
    for name, misses in ranked:
        if cause is None or cause == name:
            yield f"\n== {name} ({len(misses)})"
            for case_id, miss in misses[:limit]:
                yield f"{case_id}:{miss.start}-{miss.end}  {miss.context}"
                yield f"    wanted {miss.wanted}\n    given  {miss.given}"


def compare(old: Path, new: Path) -> Iterator[str]:
    """What changed between two runs: figures first, then each miss lost or won.

    Both are files that a run wrote, or folders of them. Misses of the checking half are counted
    and not shown. Raises FileNotFoundError where either is not there.
    """
    for before, after in _together(old, new):
        yield from _changed(before.stem, load_cases(before), load_cases(after))


def _together(old: Path, new: Path) -> Iterator[tuple[Path, Path]]:
    if old.is_dir() and new.is_dir():
        for path in sorted(old.glob("*.json")):
            if (new / path.name).exists():
                yield path, new / path.name
    else:
        yield old, new


def _changed(name: str, before: Sequence[Case], after: Sequence[Case]) -> Iterator[str]:
    yield f"== {name}"
    for figure in dict.fromkeys(figure for case in after for figure in case.counts):
        was, now = (
            score(case.counts[figure] for case in cases if figure in case.counts)
            for cases in (before, after)
        )
        yield f"{figure}: {number(was)} -> {number(now)}"
    old, new = _misses(before), _misses(after)
    for word, gone in (("won", old - new), ("lost", new - old)):
        shown = [each for each in gone.elements() if each.half == WORKING]
        yield f"{word}: {len(shown)} in the working half, {gone.total() - len(shown)} in the other"
        for place in shown:
            yield f"  {word} {place.case} {place.miss.cause}: {place.miss.context}"
            yield f"      wanted {place.miss.wanted}\n      given  {place.miss.given}"


@dataclass(frozen=True, slots=True)
class _Place:
    """A miss and the case that it is in."""

    case: str
    half: str
    miss: Miss


def _misses(cases: Sequence[Case]) -> Counter[_Place]:
    return Counter(_Place(case.id, case.half, miss) for case in cases for miss in case.misses)
