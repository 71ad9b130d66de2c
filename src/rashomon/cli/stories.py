"""The command `rashomon stories`."""

from functools import partial

from rashomon.cli.answering import answer
from rashomon.cli.options import Format, Output, Paths
from rashomon.cli.reading import Reading, reads
from rashomon.settings import Settings


@reads
def stories(paths: Paths, reading: Reading, format: Format = "text", output: Output = None) -> None:
    """The reports grouped by the event they tell of."""
    from rashomon.run import local

    settings = Settings(published=reading.day, columns=reading.names)
    run = local.run_listing if reading.dry_run else local.run_stories
    answer(partial(run, paths, settings, reach=reading.reach), format, output)
