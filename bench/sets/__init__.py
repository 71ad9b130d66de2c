"""The sets of data: a module a set, each with a class that keeps to `bench.ruler.Ruler`."""

from importlib import import_module

from bench.ruler import Ruler

#: Module and class of each set, in the order in which they are measured and shown.
_HOMES = {
    "statements": ("bench.sets.statements", "Statements"),
    "quantities": ("bench.sets.quantities", "Quantities"),
    "measeval": ("bench.sets.measeval", "MeasEval"),
    "times": ("bench.sets.times", "Times"),
    "lgl": ("bench.sets.places", "Lgl"),
    "trnews": ("bench.sets.places", "TrNews"),
    "suite-statements": ("bench.suites.statements", "statements"),
    "suite-figures": ("bench.suites.figures", "figures"),
    "suite-periods": ("bench.suites.periods", "periods"),
    "suite-places": ("bench.suites.places", "places"),
    "suite-statuses": ("bench.suites.statuses", "statuses"),
    "suite-disputes": ("bench.suites.disputes", "Disputes"),
    "suite-edits": ("bench.suites.edits", "Edits"),
    "suite-checks": ("bench.suites.checks", "Checks"),
    "pages": ("bench.sets.pages", "Pages"),
    "stories": ("bench.sets.stories", "Stories"),
    "airwars": ("bench.sets.airwars", "Airwars"),
    "briefs": ("bench.sets.briefs", "Briefs"),
    "timelines": ("bench.sets.timelines", "Timelines"),
    "accounts": ("bench.sets.accounts", "Accounts"),
    "examples": ("bench.sets.examples", "Examples"),
}

NAMES = tuple(_HOMES)


def ruler(name: str) -> Ruler:
    """The ruler of a set. Raises KeyError where there is none of that name."""
    module, made = _HOMES[name]
    found: Ruler = getattr(import_module(module), made)()
    return found
