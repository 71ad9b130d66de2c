"""The command `rashomon account`."""

from functools import partial

import typer

from rashomon.cli.answering import answer
from rashomon.cli.options import (
    DEFAULT,
    AccountFormat,
    AllowHost,
    Columns,
    Corrections,
    DryRun,
    KeepDir,
    Languages,
    Meaning,
    Model,
    Output,
    Paths,
    Policy,
    Published,
    Refresh,
    Since,
    Stories,
    Texts,
    Why,
    Words,
    day,
    earlier,
    pairs,
    reached,
)
from rashomon.run.form import guessed
from rashomon.settings import Settings


def account(
    paths: Paths,
    stories: Stories = False,
    format: AccountFormat = None,
    output: Output = None,
    policy: Policy = "range",
    words: Words = DEFAULT.words,
    published: Published = None,
    texts: Texts = "full",
    meaning: Meaning = "minilm",
    why: Why = None,
    since: Since = None,
    model: Model = DEFAULT.model,
    keep: KeepDir = None,
    refresh: Refresh = False,
    allow_host: AllowHost = None,
    corrections: Corrections = None,
    columns: Columns = "",
    language: Languages = None,
    dry_run: DryRun = False,
) -> None:
    """One sourced account of what the reports tell."""
    from rashomon.run import local

    if why is not None and (stories or (format or guessed(output)) != "text"):
        raise typer.BadParameter("goes with one story and --format text", param_hint="--why")

    day_since, known = earlier(since)
    settings = Settings(
        since=day_since,
        known=known,
        model=model,
        meaning=meaning,
        words=words,
        texts=texts,
        published=day(published),
        columns=pairs(columns, "--columns"),
        languages=pairs(language, "--language"),
    )
    making = partial(local.run_account, grouped=stories, why=why, corrections=corrections)
    run = partial(local.run_listing) if dry_run else making
    reach = reached(keep, refresh, allow_host)
    answer(partial(run, paths, settings, reach=reach), format, output, policy)
