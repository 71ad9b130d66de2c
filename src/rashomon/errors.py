"""Every error the program raises on purpose. Each message says what happened, why, and what to do.

RashomonError
├── WrongCall        the command or function was called wrongly            exit 2
├── NothingUsable    no input could be used                                exit 3
├── UnreadableInput  one input cannot be read; becomes a Problem           exit 1
├── MissingPart      a model, an extra or a data package is not installed  exit 2
├── DamagedPart      a weight or data file is not the one that was tested  exit 2
└── DamagedAccount   a saved account cannot be read or was altered         exit 2
"""


class RashomonError(Exception):
    """Base of every error that a user may see as one sentence instead of a traceback."""


class WrongCall(RashomonError):
    """An argument makes no sense: an unknown kind, a date that is none, a missing path."""


class NothingUsable(RashomonError):
    """All inputs were tried and not one report came of them."""


class UnreadableInput(RashomonError):
    """One input is no report: unreadable, empty, not text. `kind` names the problem.

    `again` are the seconds after which a server may answer otherwise, where that is known.
    """

    def __init__(self, kind: str, detail: str, again: float | None = None) -> None:
        super().__init__(detail)
        self.kind = kind
        self.detail = detail
        self.again = again


class MissingPart(RashomonError):
    """A part is not installed; the message holds the command that installs it."""


class DamagedPart(RashomonError):
    """A weight or data file has another SHA-256 than the one this version was tested with."""


class DamagedAccount(RashomonError):
    """A saved account is no JSON, of another schema, or points at what it does not hold."""
