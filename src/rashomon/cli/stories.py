"""The command `rashomon stories`."""

from functools import partial

from rashomon.cli.answering import answer
from rashomon.cli.options import (
    AllowHost,
    Columns,
    DryRun,
    Format,
    KeepDir,
    Output,
    Paths,
    Published,
    Refresh,
    day,
    pairs,
    reached,
)
from rashomon.settings import Settings


def stories(
    paths: Paths,
    format: Format = "text",
    output: Output = None,
    published: Published = None,
    keep: KeepDir = None,
    refresh: Refresh = False,
    allow_host: AllowHost = None,
    columns: Columns = "",
    dry_run: DryRun = False,
) -> None:
    """The reports grouped by the event they tell of."""
    from rashomon.run import local

    settings = Settings(published=day(published), columns=pairs(columns, "--columns"))
    reach = reached(keep, refresh, allow_host)
    run = local.run_listing if dry_run else local.run_stories
    answer(partial(run, paths, settings, reach=reach), format, output)
