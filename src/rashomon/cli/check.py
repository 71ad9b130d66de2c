"""The command `rashomon check`."""

from pathlib import Path
from typing import Annotated

import typer

from rashomon.cli.answering import as_sentences
from rashomon.cli.options import Format, Output
from rashomon.terminal import check_output, deliver, form


def check(
    account: Annotated[
        Path,
        typer.Argument(metavar="ACCOUNT.json|PACK.zip", help="A saved account, or a pack of one."),
    ],
    edited: Annotated[
        Path | None,
        typer.Argument(metavar="EDITED.md|EDITED.docx", help="Its brief as a person edited it."),
    ] = None,
    format: Format = "text",
    output: Output = None,
) -> None:
    """Whether every span and every sentence still stands; exit code 1 where something does not."""
    from rashomon.run.checks import run_check

    with as_sentences():
        check_output(output)
        wanted = form(format, output)
        outcome = run_check(account, edited, wanted)
        deliver(outcome.result, wanted, output)
    if not outcome.complete:
        raise typer.Exit(1)
