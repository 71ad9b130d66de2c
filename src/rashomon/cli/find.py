"""The command `rashomon find`."""

from functools import partial

from rashomon.cli.answering import answer
from rashomon.cli.options import (
    DEFAULT,
    Format,
    Languages,
    Model,
    Only,
    Output,
    Paths,
    pairs,
)
from rashomon.cli.reading import Reading, reads
from rashomon.settings import Settings


@reads
def find(
    paths: Paths,
    reading: Reading,
    only: Only = "",
    format: Format = "text",
    output: Output = None,
    model: Model = DEFAULT.model,
    language: Languages = None,
) -> None:
    """What each single report holds; nothing is compared."""
    from rashomon.run import local

    settings = Settings(
        model=model,
        published=reading.day,
        columns=reading.names,
        languages=pairs(language, "--language"),
    )
    kinds = [kind.strip() for kind in only.split(",") if kind.strip()]
    run = partial(local.run_listing) if reading.dry_run else partial(local.run_find, only=kinds)
    answer(partial(run, paths, settings, reach=reading.reach), format, output)
