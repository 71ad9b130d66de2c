"""The command `rashomon stories`."""

from functools import partial

from rashomon.cli.answering import answer
from rashomon.cli.options import (
    AllowHost,
    Format,
    KeepDir,
    Output,
    Paths,
    Published,
    Refresh,
    day,
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
) -> None:
    """The reports grouped by the event they tell of."""
    from rashomon.run.local import run_stories

    settings = Settings(published=day(published))
    reach = reached(keep, refresh, allow_host)
    answer(partial(run_stories, paths, settings, reach=reach), format, output)
