"""The command `rashomon find`."""

from functools import partial
from typing import Annotated

import typer

from rashomon.cli.answering import answer
from rashomon.cli.options import DEFAULT, Format, Model, Output, Paths, Published, day
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
) -> None:
    """What each single report holds; nothing is compared."""
    from rashomon.run.local import run_find

    settings = Settings(model=model, published=day(published))
    kinds = [kind.strip() for kind in only.split(",") if kind.strip()]
    answer(partial(run_find, paths, settings, only=kinds), format, output)
