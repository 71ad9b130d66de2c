"""The command `rashomon export`."""

from pathlib import Path
from typing import Annotated

import typer

from rashomon.cli.answering import as_sentences
from rashomon.cli.options import AccountFormat, Output, Policy, Texts
from rashomon.terminal import check_output, deliver, form


def export(
    account: Annotated[
        Path, typer.Argument(metavar="ACCOUNT.json", help="An account saved as JSON.")
    ],
    format: AccountFormat = None,
    output: Output = None,
    policy: Policy = "range",
    texts: Texts = "full",
    without_names: Annotated[
        bool,
        typer.Option(
            "--without-names", help="Persons get numbers for names, and no text is carried."
        ),
    ] = False,
) -> None:
    """A saved account in another format; nothing is read or weighed again."""
    from rashomon.run.saved import run_export

    with as_sentences():
        wanted = form(format, output, policy)
        check_output(output, wanted.holds)
        result = run_export(account, wanted, texts=texts, without_names=without_names)
        deliver(result, wanted, output)
