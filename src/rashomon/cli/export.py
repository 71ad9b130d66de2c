"""The command `rashomon export`."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from rashomon.cli.answering import as_sentences
from rashomon.cli.options import Output, Texts
from rashomon.terminal import check_output, deliver, form


def export(
    account: Annotated[
        Path, typer.Argument(metavar="ACCOUNT.json", help="An account saved as JSON.")
    ],
    format: Annotated[
        Literal["text", "json", "md", "html"], typer.Option("--format", help="What to write.")
    ] = "text",
    output: Output = None,
    texts: Texts = "full",
) -> None:
    """A saved account in another format; nothing is read or weighed again."""
    from rashomon.run.saved import run_export

    with as_sentences():
        check_output(output)
        wanted = form(format, output)
        deliver(run_export(account, wanted, texts=texts), wanted, output)
