"""The command `rashomon account`."""

from functools import partial

import typer

from rashomon.cli.answering import answer, as_sentences
from rashomon.cli.options import (
    DEFAULT,
    AccountFormat,
    Corrections,
    Languages,
    Meaning,
    Model,
    Output,
    Paths,
    Policy,
    Since,
    Stories,
    Texts,
    Why,
    Words,
    earlier,
    pairs,
)
from rashomon.cli.reading import Reading, reads
from rashomon.run.form import guessed
from rashomon.settings import Settings


@reads
def account(
    paths: Paths,
    reading: Reading,
    stories: Stories = False,
    format: AccountFormat = None,
    output: Output = None,
    policy: Policy = "range",
    words: Words = DEFAULT.words,
    texts: Texts = "full",
    meaning: Meaning = "minilm",
    why: Why = None,
    since: Since = None,
    model: Model = DEFAULT.model,
    corrections: Corrections = None,
    language: Languages = None,
) -> None:
    """One sourced account of what the reports tell."""
    from rashomon.run import local

    if why is not None and (stories or (format or guessed(output)) != "text"):
        raise typer.BadParameter("goes with one story and --format text", param_hint="--why")

    with as_sentences():
        day_since, known = earlier(since)
    settings = Settings(
        since=day_since,
        known=known,
        model=model,
        meaning=meaning,
        words=words,
        texts=texts,
        published=reading.day,
        columns=reading.names,
        languages=pairs(language, "--language"),
    )
    making = partial(local.run_account, grouped=stories, why=why, corrections=corrections)
    run = partial(local.run_listing) if reading.dry_run else making
    answer(partial(run, paths, settings, reach=reading.reach), format, output, policy)
