"""What all commands that read reports take: which, from where, and how tables call their fields."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any

from rashomon.cli.options import (
    AllowHost,
    Columns,
    DryRun,
    KeepDir,
    Published,
    Refresh,
    Retry,
    day,
    pairs,
    reached,
)
from rashomon.reach import Reach


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The options of reading, as given in a call."""

    published: Published = None
    keep: KeepDir = None
    refresh: Refresh = False
    retry: Retry = False
    allow_host: AllowHost = None
    columns: Columns = ""
    dry_run: DryRun = False

    @property
    def reach(self) -> Reach:
        """How far reading reaches. Raises BadParameter where there is nothing to ask again for."""
        return reached(self.keep, self.refresh, self.retry, self.allow_host)

    @property
    def day(self) -> str | None:
        """The day of reports without one. Raises BadParameter where no report can be of it."""
        return day(self.published)

    @property
    def names(self) -> tuple[tuple[str, str], ...]:
        """Our fields with their columns. Raises BadParameter where one is no pair."""
        return pairs(self.columns, "--columns")


def reads(command: Callable[..., None]) -> Callable[..., None]:
    """The command with each option of reading in the place of its parameter `reading`."""
    by_name = inspect.Parameter.KEYWORD_ONLY
    options = [
        inspect.Parameter(each.name, by_name, default=each.default, annotation=each.type)
        for each in fields(Reading)
    ]
    own = [
        each.replace(kind=by_name)
        for each in inspect.signature(command).parameters.values()
        if each.name != "reading"
    ]

    def reading(**given: Any) -> None:
        told = {each.name: given.pop(each.name) for each in options}
        command(**given, reading=Reading(**told))

    reading.__name__, reading.__doc__ = command.__name__, command.__doc__
    reading.__annotations__ = {each.name: each.annotation for each in (*own, *options)}
    reading.__signature__ = inspect.Signature([*own, *options])  # type: ignore[attr-defined]
    return reading
