"""rashomon: many reports in, one sourced account out.

>>> from rashomon import Settings, find_notes, make_account, read_reports
>>> settings = Settings(published="2031-03-04")
>>> reports, problems = read_reports(["reports/"], settings)
>>> account = make_account(list(find_notes(reports, settings)), problems, settings)
"""

from importlib import import_module
from typing import TYPE_CHECKING

from rashomon.errors import RashomonError
from rashomon.settings import Settings

if TYPE_CHECKING:
    from rashomon.account import Account
    from rashomon.pipeline import find_notes, group_stories, make_account, read_reports
    from rashomon.report import Report

__version__ = "0.1.0"

__all__ = [
    "Account",
    "RashomonError",
    "Report",
    "Settings",
    "__version__",
    "find_notes",
    "group_stories",
    "make_account",
    "read_reports",
]

#: Loaded when asked for, so that `import rashomon` starts no heavy library.
_HOMES = {
    "Account": "rashomon.account",
    "Report": "rashomon.report",
    "find_notes": "rashomon.pipeline",
    "group_stories": "rashomon.pipeline",
    "make_account": "rashomon.pipeline",
    "read_reports": "rashomon.pipeline",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
