"""The command `rashomon watch`."""

from pathlib import Path
from typing import Annotated

import typer

from rashomon.cli.answering import as_sentences
from rashomon.cli.options import AllowHost
from rashomon.reach import Reach
from rashomon.terminal import Watcher


def watch(
    feeds: Annotated[
        list[str],
        typer.Argument(metavar="FEED", help="Addresses of feeds, or files: OPML, or one a line."),
    ],
    into: Annotated[
        Path, typer.Option(metavar="DIR", help="Write reports and raw bytes into DIR.")
    ],
    every: Annotated[
        int, typer.Option(min=1, metavar="MINUTES", help="How often to look at the feeds.")
    ] = 30,
    once: Annotated[bool, typer.Option("--once", help="Look once and end.")] = False,
    allow_host: AllowHost = None,
) -> None:
    """New and changed pages of feeds, into a folder for `rashomon account DIR`.

    Control-C ends it; the next run goes on where it was.
    """
    from rashomon.run.watch import run_watch

    reach = Reach(hosts=tuple(allow_host or ()))
    with as_sentences(), Watcher() as watcher:
        complete = run_watch(
            feeds, into, reach, watcher.told, every=60.0 * every, rounds=1 if once else None
        )
    if not complete:
        raise typer.Exit(1)
