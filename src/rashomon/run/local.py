"""Runs on this machine: paths and settings in, a rendered result out."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol, TypeVar

from rashomon import pipeline
from rashomon.account import Account, Part
from rashomon.errors import NothingUsable, WrongCall
from rashomon.notes import Notes
from rashomon.problem import Problem
from rashomon.reach import Reach
from rashomon.read.keep import Keep
from rashomon.report import Report
from rashomon.run.form import Form
from rashomon.run.printing import Outcome, Result, encoded, printed
from rashomon.settings import Settings
from rashomon.tell.json import KINDS, notes_json, to_json
from rashomon.tell.listing import listing_json, listing_text, summary
from rashomon.tell.pack import no_raw
from rashomon.tell.text import find_text, stories_text
from rashomon.tell.why import why_text

T = TypeVar("T")

#: Problems with a field of a row: the report was read without it.
_FIELDS_LOST = ("bad_date", "wrong_type")

#: Told where one account is made of what should be several.
_SEVERAL = "These reports seem to tell of several stories: --stories makes an account of each."


class Watcher(Protocol):
    """Who looks on while a run goes on."""

    def progress(self, stage: str, done: int, total: int) -> None:
        """Told that `done` of `total` steps of a stage are done."""

    def unusable(self, problem: Problem) -> None:
        """Told of an input, or of a field of one, that could not be used."""

    def told(self, line: str) -> None:
        """Told in a line of what has come from the network, and of how reading went."""


def run_account(
    paths: Sequence[str],
    settings: Settings,
    form: Form,
    watcher: Watcher,
    *,
    grouped: bool = False,
    why: str | None = None,
    reach: Reach | None = None,
    corrections: Path | None = None,
) -> Outcome:
    """The account of the reports at `paths`, taken as one story or, if `grouped`, one a story.

    With `why`, an id or words of a question, only that question, explained. `corrections` is a
    file of a person's corrections, which are applied. Raises NothingUsable
    where no report came of any path, WrongCall where a format would have to hold several stories or
    where there is no such question.
    """
    with _keeping(reach, form) as reaching:
        told, wrong = pipeline.read_told(corrections)
        reports, problems = _read(paths, settings, reaching, watcher)
        problems = [*problems, *wrong]
        notes = _find(reports, settings, watcher)
        raw = Keep(reaching.keep).raw if reaching.keep else no_raw
        if not grouped:
            if pipeline.tell_several_stories(reports):
                watcher.told(_SEVERAL)
            account = pipeline.make_account(notes, problems, settings, told)
            problems = _with_lost([account], problems, watcher)
            if why is not None:
                text = why_text(account, why, form.width, color=form.color)
                return _outcome(encoded(text), problems)
            return _outcome(printed([account], form, raw), problems)
        accounts = pipeline.make_accounts(notes, problems, settings, told)
        problems = _with_lost(accounts, problems, watcher)
        if form.name == "json":
            return _outcome(to_json(accounts), problems)
        return _outcome(printed(accounts, form, raw), problems)


def _with_lost(
    accounts: Sequence[Account], problems: Sequence[Problem], watcher: Watcher
) -> list[Problem]:
    """The problems with those that weighing adds, which are named: corrections that are wrong or
    unanchored, and reports of another story."""
    every = [each for account in accounts for each in account.problems]
    lost = [each for each in every if each.kind.startswith(("correction_", "stray_"))]
    for problem in lost:
        watcher.unusable(problem)
    return [*problems, *lost]


@contextmanager
def _keeping(reach: Reach | None, form: Form) -> Iterator[Reach]:
    """How far reading reaches; a pack takes its raw files from a keep, if need be of its own."""
    reach = reach or Reach()
    if form.name != "pack" or reach.keep:
        yield reach
        return
    with TemporaryDirectory(prefix="rashomon-") as folder:
        yield replace(reach, keep=Path(folder))


def run_find(
    paths: Sequence[str],
    settings: Settings,
    form: Form,
    watcher: Watcher,
    *,
    only: Sequence[str] = (),
    reach: Reach | None = None,
) -> Outcome:
    """What each single report holds: all kinds, or those named in `only`.

    Raises WrongCall where `only` names no kind, NothingUsable where no report came of any path.
    """
    _check_kinds(only)
    reports, problems = _read(paths, settings, reach, watcher)
    notes = [_with(problems, note) for note in _find(reports, settings, watcher)]
    if form.name == "json":
        return _outcome(notes_json(notes, only or None), problems)
    text = find_text([_limited(note, only) for note in notes], form.width, color=form.color)
    return _outcome(encoded(text), problems)


def run_stories(
    paths: Sequence[str],
    settings: Settings,
    form: Form,
    watcher: Watcher,
    *,
    reach: Reach | None = None,
) -> Outcome:
    """The reports at `paths` grouped by the event they tell of.

    Raises NothingUsable where no report came of any path.
    """
    reports, problems = _read(paths, settings, reach, watcher)
    stories = pipeline.group_stories(reports)
    if form.name == "json":
        return _outcome(to_json(stories), problems)
    text = stories_text(stories, reports, form.width, color=form.color)
    return _outcome(encoded(text), problems)


def run_listing(
    paths: Sequence[str],
    settings: Settings,
    form: Form,
    watcher: Watcher,
    *,
    reach: Reach | None = None,
) -> Outcome:
    """What would be read, and what not and why; nothing is analysed, and nothing fetched.

    Raises NothingUsable where nothing would be read, WrongCall where `form` is not text or json.
    """
    if form.name not in ("text", "json"):
        raise WrongCall(f"A list is printed as text or json, not as {form.name}.")
    reach = replace(reach or Reach(), keep=None, fetch=False)
    reports, problems = pipeline.read_reports(paths, settings, reach)
    if not reports and not any(each.kind == "not_fetched" for each in problems):
        for problem in _unusable(problems):
            watcher.unusable(problem)
        raise NothingUsable("Nothing usable: no report came of what was named.")
    if form.name == "json":
        return _outcome(listing_json(reports, problems), problems)
    text = listing_text(reports, problems, form.width, color=form.color)
    return _outcome(encoded(text), problems)


def run_prepare(watcher: Watcher) -> list[Part]:
    """Compile what is compiled once and check the weights; the parts that are then in place."""
    return pipeline.prepare(watcher.progress)


def _read(
    paths: Sequence[str], settings: Settings, reach: Reach | None, watcher: Watcher
) -> tuple[list[Report], list[Problem]]:
    reports, problems = pipeline.read_reports(paths, settings, reach, watcher.told)
    unusable = _unusable(problems)
    for problem in problems:
        if problem in unusable or problem.kind in _FIELDS_LOST:
            watcher.unusable(problem)
    if not reports:
        raise NothingUsable("Nothing usable: no report came of what was named.")
    if problems:
        watcher.told(summary(reports, problems))
    return reports, problems


def _find(reports: Sequence[Report], settings: Settings, watcher: Watcher) -> list[Notes]:
    found = pipeline.find_notes(reports, settings, watcher.progress)
    return list(_watched("Reading the reports", found, len(reports), watcher))


def _watched(stage: str, things: Iterable[T], total: int, watcher: Watcher) -> Iterator[T]:
    watcher.progress(stage, 0, total)
    for done, thing in enumerate(things, start=1):
        watcher.progress(stage, done, total)
        yield thing


def _with(problems: Sequence[Problem], note: Notes) -> Notes:
    """The notes with what was noticed about their report while it was read."""
    own = tuple(problem for problem in problems if problem.report == note.report.id)
    return replace(note, problems=(*own, *note.problems))


def _limited(note: Notes, only: Sequence[str]) -> Notes:
    hidden: dict[str, Any] = {kind: () for kind in KINDS if only and kind not in only}
    return replace(note, **hidden)


def _outcome(result: Result, problems: Sequence[Problem]) -> Outcome:
    return Outcome(result=result, complete=not _unusable(problems))


def _unusable(problems: Sequence[Problem]) -> list[Problem]:
    """Those of inputs that came to nothing; a second report of one id names the first, and one of
    another story is only listed."""
    unused = ("duplicate_id", "stray_report")
    return [each for each in problems if each.report is None or each.kind in unused]


def _check_kinds(only: Sequence[str]) -> None:
    unknown = [kind for kind in only if kind not in KINDS]
    if unknown:
        raise WrongCall(f"No such kind: {', '.join(unknown)}. Choose from: {', '.join(KINDS)}.")
