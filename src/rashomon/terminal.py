"""The terminal and the files a person names: results whole, notices plain, nothing else."""

import errno
import os
import re
import shutil
import stat
import sys
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TextIO

from rashomon.errors import WrongCall
from rashomon.problem import Problem
from rashomon.run.form import NO_TEXT, Form, container, guessed

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from rashomon.run.printing import Result

#: Characters that command a terminal instead of showing something: C0 without tab and line feed,
#: delete, C1 (ECMA-48), and the embeddings, overrides and isolates of Unicode's bidirectional
#: algorithm (UAX 9), with which a text can be made to read otherwise than it is stored.
COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """`text` without the characters that command a terminal."""
    return COMMANDS.sub("", text)


def form(name: str | None, output: Path | None, policy: str = "range") -> Form:
    """The form of a result: a text fits its terminal and is the same everywhere else.

    Without a name the ending of `output` tells the format. Raises WrongCall where a terminal cannot
    show it.
    """
    name = name or guessed(output)
    if output is not None or not _is_terminal(sys.stdout):
        return Form(name=name, policy=policy, holds=container(name, output))
    if name in NO_TEXT:
        raise WrongCall(f"The format {name} is no text to show here: name a file with -o.")
    columns = shutil.get_terminal_size().columns
    # https://no-color.org: set and not empty, whatever its value.
    color = not os.environ.get("NO_COLOR")
    return Form(name=name, width=max(40, min(120, columns)), color=color, policy=policy)


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()  # a closed stream is None


def say(notice: str) -> None:
    """Write one notice as one line to standard error, which may be closed."""
    if sys.stderr is not None:
        line = " ".join(printable(notice).splitlines())
        sys.stderr.write(f"rashomon: {line}\n")
        sys.stderr.flush()


def check_output(output: Path | None, holds: str = "file") -> None:
    """Raise WrongCall where a result could not be written to `output`, before any work is done."""
    if output is None:
        return
    if output.is_dir() and holds != "folder":
        raise WrongCall(f"Cannot write {output}: it is a folder.")
    if output.exists() and not output.is_dir() and holds == "folder":
        raise WrongCall(f"Cannot write {output}: it is no folder.")
    if not output.parent.is_dir():
        raise WrongCall(f"Cannot write {output}: there is no folder {output.parent}.")
    if not os.access(output if output.exists() else output.parent, os.W_OK):
        raise WrongCall(f"Cannot write {output}: {os.strerror(errno.EACCES)}.")


def deliver(result: "Result", form: Form, output: Path | None) -> None:
    """Write `result` to `output`, or to standard output where that is None.

    A text is made to be shown; any other form loses on a terminal the characters that command
    it. Raises WrongCall where it cannot be written, BrokenPipeError where the reader has gone.
    """
    try:
        if isinstance(result, dict):
            _write_folder(result, output or Path())
        elif output is not None:
            _write_whole(result, output)
        elif sys.stdout is None:
            raise WrongCall("Cannot write the result: standard output is closed.")
        else:
            sys.stdout.buffer.write(_shown(result, form))
            sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as refused:
        raise WrongCall(f"Cannot write {output or 'the result'}: {refused.strerror}.") from refused


def _shown(result: bytes, form: Form) -> bytes:
    if form.name == "text" or form.name in NO_TEXT or not _is_terminal(sys.stdout):
        return result
    return printable(result.decode("utf-8")).encode("utf-8")


def _write_folder(files: dict[str, bytes], folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        _write_whole(content, folder / name)


def _write_whole(result: bytes, output: Path) -> None:
    """Write beside `output`, then rename: a reader finds the old file or the new, never a half."""
    target = output.resolve()
    if target.exists() and not stat.S_ISREG(target.stat().st_mode):
        target.write_bytes(result)  # a device or a pipe has no beside
        return
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        part.write_bytes(result)
        if target.exists():
            shutil.copymode(target, part)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


class Watcher:
    """Looks on while a command runs: bars on standard error, where that is a terminal."""

    def __init__(self) -> None:
        self._bars: Progress | None = None
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bars is not None:
            self._bars.stop()

    def progress(self, stage: str, done: int, total: int) -> None:
        """Show that `done` of `total` steps of a stage are done."""
        if not _is_terminal(sys.stderr):
            return
        if self._bars is None:
            self._bars = _started_bars()
        if stage not in self._tasks:
            self._tasks[stage] = self._bars.add_task(printable(stage), total=total)
        self._bars.update(self._tasks[stage], completed=done, total=total)

    def unusable(self, problem: Problem) -> None:
        """Name an input, or a field of one, that could not be used, with the reason."""
        say(f"{problem.path}: {problem.detail}")

    def told(self, line: str) -> None:
        """Say in a line what has come from the network, or how reading went."""
        say(line)


def _started_bars() -> "Progress":
    # Loaded only where bars are shown. Transient: a finished bar leaves no trace over the result.
    from rich.console import Console
    from rich.progress import Progress

    bars = Progress(console=Console(stderr=True), transient=True)
    bars.start()
    return bars
