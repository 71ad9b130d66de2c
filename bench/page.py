"""The page docs/measured.md: every figure kept in results.json, and how to measure it again."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bench import speed
from bench.peer import published
from bench.results import ALL, load
from bench.ruler import Json
from bench.sets import NAMES
from bench.table import number, table

FILE = Path(__file__).parents[1] / "docs" / "measured.md"

HEAD = """\
# What was measured

Made by `python -m bench page` from `bench/results.json`; do not edit.

Each set of public data has one counting rule, told under its name, and the figure in bold speaks
for it. `P` is precision, `R` recall, `of` the number of things asked for. The data are halved for
ever by a hash of the name of a file or story: misses are read, to find out what to mend, in the
`working` half only, so the `checking` half tells whether what was mended holds for texts that
nobody has looked at. Peers are asked the same things and counted by the same rule; where a figure
was published by others, its row names the data and the source, which is seldom quite our part.

The texts belong to their publishers and are not in this project. With the data in a folder,
`python -m bench NAME --data FOLDER` measures a set again, `--peers` with its peers (`make peers`
installs them), and `python -m bench errors NAME` shows what is wrong by cause. Sets named `suite`
are passages written for this project, so that a published text need not be quoted; nobody else
has been measured on them. `bench/floors.json` pins a figure of each set that a test keeps.
"""


def page(results: Mapping[str, Json]) -> str:
    """The page that results make."""
    measured = [name for name in NAMES if name in results]
    parts = [HEAD, _summary(results, measured)]
    parts += [_section(name, results[name]) for name in measured]
    if speed.NAME in results:
        parts.append(_speed(results[speed.NAME]))
    return "\n".join(parts)


def write(file: Path = FILE) -> Path:
    """Write the page of the results kept so far; the path written."""
    file.write_text(page(load()), encoding="utf-8")
    return file


def _summary(results: Mapping[str, Json], names: Sequence[str]) -> str:
    """The figure that speaks for each set, with the best peer and the best published one."""
    rows = []
    for name in names:
        kept = results[name]
        figure = kept["headline"]
        peers = [
            (peer["figures"][figure][ALL]["score"], peer["name"])
            for peer in kept["peers"]
            if (peer["figures"].get(figure) or {}).get(ALL)
        ]
        others = [(each.value, each.name) for each in published(name) if each.figure == figure]
        ours = (kept["figures"][figure][ALL] or {}).get("score")
        rows.append([f"[{name}](#{name})", figure, number(ours), _best(peers), _best(others)])
    return _table(["set", "figure", "rashomon", "best peer", "published"], rows)


def _best(scored: Sequence[tuple[float, str]]) -> str:
    return " ".join([number(max(scored)[0]), f"({max(scored)[1]})"]) if scored else "-"


def _section(name: str, kept: Json) -> str:
    made = table(name, kept)
    columns = [list(each.cells) for each in made.columns]
    rows = [list(map(str, cells)) for cells in zip(*columns, strict=True)]
    for row in rows:
        if row[0] == kept["headline"]:
            row[0] = f"**{row[0]}**"
    headings = [str(each.header) for each in made.columns]
    about = _about(kept, f"{kept['cases']} cases")
    return f"## {name}\n\n{about}\n{_table(headings, rows)}"


def _speed(kept: Json) -> str:
    """Ratios first: seconds belong to one machine."""
    budget = "; ".join(f"{name} at most {limit}" for name, limit in kept["budget"].items())
    parts = [f"## Speed\n\n{_about(kept)}- Budget, over the bare pass: {budget}.\n"]
    for title in ("ratio to the bare pass", "milliseconds a report", "memory in MB"):
        sizes = list(dict.fromkeys(size for row in kept[title].values() for size in row))
        rows = [[name, *(f"{row[size]:g}" for size in sizes)] for name, row in kept[title].items()]
        parts.append(_table([title, *(f"{size} reports" for size in sizes)], rows))
    for title in ("growth", "start-up in CPU seconds"):
        rows = [[name, number(value)] for name, value in kept[title].items()]
        parts.append(_table([title, ""], rows))
    return "\n".join(parts)


def _about(kept: Json, *more: str) -> str:
    """Data, command, rule and versions, a line each."""
    data = ", ".join([*(f"`{part}`" for part in kept["data"]), *more])
    versions = ", ".join(f"{name} {version}" for name, version in kept["versions"].items())
    return (
        f"- Data: {data}.\n- Command: `{kept['command']}`\n"
        f"- Rule: {kept['counting']}\n- Versions: {versions}.\n"
    )


def _table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    return "".join(_lines(headings, rows))


def _lines(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    for row in (headings, ["---"] * len(headings), *rows):
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |\n"
