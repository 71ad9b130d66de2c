"""The command `rashomon find`."""

from functools import partial
from typing import Annotated

import typer

from rashomon.cli.answering import answer
from rashomon.cli.options import (
    DEFAULT,
    AllowHost,
    Format,
    KeepDir,
    Model,
    Output,
    Paths,
    Published,
    Refresh,
    day,
    reached,
)
from rashomon.settings import Settings


def find(
    paths: Paths,
    only: Annotated[
        str, typer.Option(metavar="LIST", help="Kinds with commas between: statements,figures,...")
    ] = "",
    format: Format = "text",
    output: Output = None,
    published: Published = None,
    model: Model = DEFAULT.model,
    keep: KeepDir = None,
    refresh: Refresh = False,
    allow_host: AllowHost = None,
) -> None:
    """What each single report holds; nothing is compared."""
    from rashomon.run.local import run_find

    settings = Settings(model=model, published=day(published))
    kinds = [kind.strip() for kind in only.split(",") if kind.strip()]
    reach = reached(keep, refresh, allow_host)
    answer(partial(run_find, paths, settings, only=kinds, reach=reach), format, output)
