"""The command `rashomon stories`."""

from functools import partial

from rashomon.cli.answering import answer
from rashomon.cli.options import Format, Output, Paths, Published, day
from rashomon.settings import Settings


def stories(
    paths: Paths, format: Format = "text", output: Output = None, published: Published = None
) -> None:
    """The reports grouped by the event they tell of."""
    from rashomon.run.local import run_stories

    answer(partial(run_stories, paths, Settings(published=day(published))), format, output)
