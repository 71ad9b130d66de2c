"""The command `rashomon prepare`."""

import typer

from rashomon.cli.answering import as_sentences
from rashomon.terminal import Watcher


def prepare() -> None:
    """Compile the gazetteer and check the models; otherwise the first account does it."""
    from rashomon.run.local import run_prepare

    with as_sentences(), Watcher() as watcher:
        for part in run_prepare(watcher):
            typer.echo(f"ready: {part.name} {part.version or ''}".rstrip())
