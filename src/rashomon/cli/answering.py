"""How a command ends: its result delivered, or one sentence and an exit code."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from rashomon.errors import NothingUsable, RashomonError
from rashomon.terminal import Watcher, check_output, deliver, form, say

if TYPE_CHECKING:
    from rashomon.run.form import Form
    from rashomon.run.printing import Outcome


def answer(
    run: "Callable[[Form, Watcher], Outcome]",
    format: str | None,
    output: Path | None,
    policy: str = "range",
) -> None:
    """Do a run and deliver its result; exit code 1 where some input could not be used."""
    with as_sentences():
        wanted = form(format, output, policy)
        check_output(output, wanted.holds)
        with Watcher() as watcher:
            outcome = run(wanted, watcher)
        deliver(outcome.result, wanted, output)
    if not outcome.complete:
        raise typer.Exit(1)


@contextmanager
def as_sentences() -> Iterator[None]:
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
