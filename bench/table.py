"""The table: our figures by half, with those of peers and of publications under them."""

from rich.table import Table

from bench.case import CHECKING, WORKING
from bench.peer import published
from bench.results import ALL
from bench.ruler import Json


def table(name: str, kept: Json) -> Table:
    """One set as a table: a row a figure, ours first."""
    made = Table(title=f"{name}: {', '.join(kept['data'])} ({kept['cases']} cases)")
    made.add_column("figure")
    made.add_column("by")
    for heading in (ALL, "P", "R", "of", WORKING, CHECKING):
        made.add_column(heading, justify="right")
    for figure, parts in kept["figures"].items():
        made.add_row(figure, "rashomon", *_cells(parts), style="bold")
        for peer in kept["peers"]:
            if figure in peer["figures"]:
                made.add_row(
                    "", f"{peer['name']} ({peer['version']})", *_cells(peer["figures"][figure])
                )
        for each in published(name):
            if each.figure == figure:
                made.add_row("", f"{each.name} [{each.data}; {each.source}]", number(each.value))
    return made


def _cells(parts: Json) -> list[str]:
    whole = parts[ALL] or {}
    return [
        number(whole.get("score")),
        number(whole.get("precision")),
        number(whole.get("recall")),
        f"{whole.get('of', 0):g}",
        number((parts[WORKING] or {}).get("score")),
        number((parts[CHECKING] or {}).get("score")),
    ]


def number(value: float | None) -> str:
    """A figure as it is printed: three decimals below ten, a dash where there is none."""
    if value is None:
        return "-"
    return f"{value:.3f}" if abs(value) < 10 else f"{value:.1f}"
