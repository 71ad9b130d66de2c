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
    from rashomon.run import local

    settings = Settings(
        model=model,
        published=day(published),
        columns=pairs(columns, "--columns"),
        languages=pairs(language, "--language"),
    )
    kinds = [kind.strip() for kind in only.split(",") if kind.strip()]
    reach = reached(keep, refresh, allow_host)
    run = partial(local.run_listing) if dry_run else partial(local.run_find, only=kinds)
    answer(partial(run, paths, settings, reach=reach), format, output)
