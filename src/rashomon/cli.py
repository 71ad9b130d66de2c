"""The command line: a skin. Each command calls one function of `run` and delivers what it gives.

Exit codes: 0 done; 1 done, but some inputs could not be used; 2 wrong call; 3 nothing usable;
70 a mistake of the program; 130 interrupted; 141 the reader of the output has gone.
"""

import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from rashomon import __version__
from rashomon.errors import NothingUsable, RashomonError
from rashomon.read.dates import YEARS
from rashomon.settings import Settings
from rashomon.terminal import Watcher, check_output, deliver, form, say

if TYPE_CHECKING:
    from rashomon.run.form import Form
    from rashomon.run.local import Outcome

app = typer.Typer(
    name="rashomon",
    help="Many reports in, one sourced account out. Reads English.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
)

DEFAULT = Settings()

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        help="Files, folders, @links.txt (one PATH a line), or - for JSON Lines on standard input.",
    ),
]
Published = Annotated[
    datetime | None,
    typer.Option(
        formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="The date of reports that carry none."
    ),
]
Output = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to FILE.")
]
Texts = Annotated[
    Literal["none", "cited", "full"],
    typer.Option(help="How much of the reports' text the output carries."),
]
Model = Annotated[
    str, typer.Option(metavar="NAME", help="The spaCy package that parses, as Python imports it.")
]
Format = Annotated[Literal["text", "json"], typer.Option("--format", help="What to print.")]


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


@app.command()
def account(
    paths: Paths,
    stories: Annotated[
        bool, typer.Option("--stories", help="Group the reports into stories first.")
    ] = False,
    format: Annotated[
        Literal["text", "json", "md", "html"], typer.Option("--format", help="What to print.")
    ] = "text",
    output: Output = None,
    words: Annotated[int, typer.Option(min=1, help="The longest brief, in words.")] = DEFAULT.words,
    published: Published = None,
    texts: Texts = "full",
    meaning: Annotated[
        Literal["minilm", "none"], typer.Option(help="The sentence model that links wordings.")
    ] = "minilm",
    why: Annotated[
        str | None,
        typer.Option(metavar="QUESTION", help="Explain one question: its id, or words of it."),
    ] = None,
    model: Model = DEFAULT.model,
) -> None:
    """One sourced account of what the reports tell."""
    from rashomon.run.local import run_account

    if why is not None and (stories or format != "text"):
        raise typer.BadParameter("goes with one story and --format text", param_hint="--why")

    settings = Settings(
        model=model, meaning=meaning, words=words, texts=texts, published=_day(published)
    )
    _answer(partial(run_account, paths, settings, grouped=stories, why=why), format, output)


@app.command()
def find(
    paths: Paths,
    only: Annotated[
        str, typer.Option(metavar="LIST", help="Kinds with commas between: statements,figures,...")
    ] = "",
    format: Format = "text",
    output: Output = None,
    published: Published = None,
    model: Model = DEFAULT.model,
) -> None:
    """What each single report holds; nothing is compared."""
    from rashomon.run.local import run_find

    settings = Settings(model=model, published=_day(published))
    kinds = [kind.strip() for kind in only.split(",") if kind.strip()]
    _answer(partial(run_find, paths, settings, only=kinds), format, output)


@app.command()
def stories(
    paths: Paths, format: Format = "text", output: Output = None, published: Published = None
) -> None:
    """The reports grouped by the event they tell of."""
    from rashomon.run.local import run_stories

    _answer(partial(run_stories, paths, Settings(published=_day(published))), format, output)


@app.command()
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

    with _as_sentences():
        check_output(output)
        wanted = form(format, output)
        deliver(run_export(account, wanted, texts=texts), wanted, output)


@app.command()
def prepare() -> None:
    """Compile the gazetteer and check the models; otherwise the first account does it."""
    from rashomon.run.local import run_prepare

    with _as_sentences(), Watcher() as watcher:
        for part in run_prepare(watcher):
            typer.echo(f"ready: {part.name} {part.version or ''}".rstrip())


def _answer(run: "Callable[[Form, Watcher], Outcome]", format: str, output: Path | None) -> None:
    """Do a run and deliver its result; exit code 1 where some input could not be used."""
    with _as_sentences():
        check_output(output)
        wanted = form(format, output)
        with Watcher() as watcher:
            outcome = run(wanted, watcher)
        deliver(outcome.result, wanted, output)
    if not outcome.complete:
        raise typer.Exit(1)


@contextmanager
def _as_sentences() -> Iterator[None]:
    """What ends a command early becomes one sentence and an exit code."""
    try:
        yield
    except RashomonError as error:
        say(str(error))
        raise typer.Exit(3 if isinstance(error, NothingUsable) else 2) from None
    except BrokenPipeError:
        # What is left in the buffers has no reader: without this Python complains at its end.
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        raise typer.Exit(141) from None


def _day(published: datetime | None) -> str | None:
    """The day as ISO 8601. Raises BadParameter where no report can be of it."""
    if published is None:
        return None
    if published.year not in YEARS:
        wrong = f"the year is from {YEARS[0]} to {YEARS[-1]}, not {published.year}."
        raise typer.BadParameter(wrong, param_hint="--published")
    return published.date().isoformat()


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
