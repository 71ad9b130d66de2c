"""The command `rashomon account`."""

from functools import partial
from typing import Annotated, Literal

import typer

from rashomon.cli.answering import answer
from rashomon.cli.options import (
    DEFAULT,
    AccountFormat,
    AllowHost,
    KeepDir,
    Model,
    Output,
    Paths,
    Policy,
    Published,
    Refresh,
    Texts,
    day,
    reached,
)
from rashomon.run.form import guessed
from rashomon.settings import Settings


def account(
    paths: Paths,
    stories: Annotated[
        bool, typer.Option("--stories", help="Group the reports into stories first.")
    ] = False,
    format: AccountFormat = None,
    output: Output = None,
    policy: Policy = "range",
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
    keep: KeepDir = None,
    refresh: Refresh = False,
    allow_host: AllowHost = None,
) -> None:
    """One sourced account of what the reports tell."""
    from rashomon.run.local import run_account

    if why is not None and (stories or (format or guessed(output)) != "text"):
        raise typer.BadParameter("goes with one story and --format text", param_hint="--why")

    settings = Settings(
        model=model, meaning=meaning, words=words, texts=texts, published=day(published)
    )
    reach = reached(keep, refresh, allow_host)
    run = partial(run_account, paths, settings, grouped=stories, why=why, reach=reach)
    answer(run, format, output, policy)
