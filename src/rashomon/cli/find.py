"""The command `rashomon find`."""

from functools import partial

from rashomon.cli.answering import answer
from rashomon.cli.options import (
    DEFAULT,
    AllowHost,
    Columns,
    DryRun,
    Format,
    KeepDir,
    Languages,
    Model,
    Only,
    Output,
    Paths,
    Published,
    Refresh,
    day,
    pairs,
    reached,
)
from rashomon.settings import Settings


def find(
    paths: Paths,
    only: Only = "",
    format: Format = "text",
    output: Output = None,
    published: Published = None,
    model: Model = DEFAULT.model,
    keep: KeepDir = None,
    refresh: Refresh = False,
    allow_host: AllowHost = None,
    columns: Columns = "",
    language: Languages = None,
    dry_run: DryRun = False,
) -> None:
    """What each single report holds; nothing is compared."""
    settings = Settings(
        model=model,
        published=day(published),
        columns=pairs(columns, "--columns"),
        languages=pairs(language, "--language"),
    )
    kinds = [kind.strip() for kind in only.split(",") if kind.strip()]
    reach = reached(keep, refresh, allow_host)
    if dry_run:
        from rashomon.run.local import run_listing

        run = partial(run_listing, paths, settings, reach=reach)
    else:
        from rashomon.run.local import run_find

        run = partial(run_find, paths, settings, only=kinds, reach=reach)
    answer(run, format, output)
