"""The command line: a skin. Each command calls one function of `run` and delivers what it gives.

Exit codes: 0 done; 1 done, but some inputs could not be used; 2 wrong call; 3 nothing usable;
70 a mistake of the program; 130 interrupted; 141 the reader of the output has gone.
"""

import io
import os
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from rashomon import __version__
from rashomon.cli import account, check, export, find, prepare, stories, watch
from rashomon.terminal import say


class _Command(TyperCommand):
    """A command whose errors are told in a person's words, without those of the library."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except typer.BadParameter as wrong:
            wrong.message = wrong.message.removeprefix("Value error, ")
            raise


app = typer.Typer(
    name="rashomon",
    help="Many reports in, one sourced account out. Reads English.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"rashomon {__version__}")
        raise typer.Exit


@app.callback()
def _rashomon(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    pass


# One module a command, in the order in which the help names them.
app.command(cls=_Command)(account.account)
app.command(cls=_Command)(find.find)
app.command(cls=_Command)(stories.stories)
app.command(cls=_Command)(export.export)
app.command(cls=_Command)(check.check)
app.command(cls=_Command)(watch.watch)
app.command(cls=_Command)(prepare.prepare)


def main() -> None:
    """Run the command line. No traceback reaches a user, unless RASHOMON_TRACEBACK is set."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a closed stream is None
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app()
    except Exception as mistake:  # the last door: whatever it is, a sentence and no traceback
        if os.environ.get("RASHOMON_TRACEBACK"):
            raise
        say(
            f"A mistake of the program, not yours: {type(mistake).__name__}: {mistake}. "
            "Please report it; RASHOMON_TRACEBACK=1 shows where it happened."
        )
        sys.exit(70)
