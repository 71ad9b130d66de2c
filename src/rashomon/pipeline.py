"""The stages in their order: read, find, gather, weigh, tell."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from rashomon import __version__
from rashomon.account import Account, MadeBy, Part
from rashomon.correction import Correction
from rashomon.errors import WrongCall
from rashomon.find.foreign.tongue import TONGUES, tongue_of
from rashomon.find.noting import notes_of
from rashomon.find.parse import model_part, parse
from rashomon.find.places.gazetteer import gazetteer_part, open_gazetteer
from rashomon.gather.copies import find_copies
from rashomon.gather.stories import group, one_story
from rashomon.gather.strays import are_several, strays
from rashomon.notes import Notes
from rashomon.problem import Problem
from rashomon.reach import Reach
from rashomon.read.corrections import read_corrections
from rashomon.read.inputs import read_paths
from rashomon.read.keep import Keep
from rashomon.report import Report, content_id
from rashomon.settings import Settings
from rashomon.story import Copy, Story
from rashomon.tell.brief.changes import known_reports
from rashomon.tell.brief.headline import headline
from rashomon.tell.brief.writing import write_brief
from rashomon.tell.texts import with_texts
from rashomon.tell.timeline import make_timeline
from rashomon.weigh.correcting import corrected, unanchored
from rashomon.weigh.weighing import weigh
from rashomon.words.meaning import meaning, meaning_part

if TYPE_CHECKING:
    from rashomon.read.links import Links

#: The problem of a report that tells of something else than the others.
_STRAY = "stray_report"

#: Told how far a long piece of work has come: its name, steps done, steps in all.
Progress = Callable[[str, int, int], None]


def prepare(progress: Progress | None = None) -> list[Part]:
    """Compile the gazetteer and check every weight file; the parts that are then in place.

    Raises MissingPart or DamagedPart, each with what to do about it.
    """
    open_gazetteer(progress)
    return [model_part(Settings().model), meaning_part(), gazetteer_part()]


def read_reports(
    paths: Sequence[str],
    settings: Settings,
    reach: Reach | None = None,
    told: Callable[[str], None] | None = None,
) -> tuple[list[Report], list[Problem]]:
    """The reports at `paths` in the order named, and a problem for each input that is none.

    Addresses are fetched as far as `reach` goes, and `told` hears of each. Raises WrongCall where
    its keep cannot be written to, or a language is to be analysed for which there are no rules.
    """
    for code, _ in settings.languages:
        if tongue_of(code) is None:
            known = ", ".join(TONGUES)
            raise WrongCall(f"There are no rules for {code!r}; beside English, for: {known}.")
    reach = reach or Reach()
    keep = Keep(reach.keep) if reach.keep else None

    def links() -> "Links":
        # Loaded with the first address: most calls name none.
        from rashomon.read.links import Links, open_fetcher

        return Links(open_fetcher(reach, keep), told or (lambda line: None))

    return read_paths(
        paths,
        published=settings.published,
        columns=settings.columns,
        analysed=lambda language: settings.model_for(language) is not None,
        links=links if reach.fetch else None,
        keep=keep,
    )


def read_told(path: Path | None) -> tuple[tuple[Correction, ...], list[Problem]]:
    """A person's corrections in the file at `path`, and a problem for each wrong line of it.

    Raises WrongCall where the file cannot be read.
    """
    return read_corrections(path) if path is not None else ((), [])


def find_notes(
    reports: Iterable[Report], settings: Settings, progress: Progress | None = None
) -> Iterator[Notes]:
    """The notes of each report, one parse each, in the order of the reports.

    A report in a language that no model of the settings is for has none.
    """
    gazetteer = open_gazetteer(progress)
    for model, run in groupby(reports, lambda report: settings.model_for(report.language)):
        if model is None:
            yield from (Notes(report=report) for report in run)
        else:
            yield from (notes_of(parsed, gazetteer) for parsed in parse(run, model))


def group_stories(reports: Sequence[Report]) -> list[Story]:
    """The reports grouped by the event they tell; every report in exactly one story."""
    return list(group(reports, find_copies(reports)))


def tell_several_stories(reports: Sequence[Report]) -> bool:
    """Whether the reports hardly belong to one story, so that each should have its account."""
    return are_several(reports)


def make_account(
    notes: Sequence[Notes],
    problems: Sequence[Problem],
    settings: Settings,
    corrections: Sequence[Correction] = (),
) -> Account:
    """The account of all the reports as one story, as a person's corrections would have it.

    A report that tells of something else is listed with the problem `stray_report`, and nothing
    in it is weighed.
    """
    reports = [note.report for note in notes]
    away = set(strays(reports))
    story = one_story([report for report in reports if report.id not in away])
    told = [_unheard(note) if note.report.id in away else note for note in notes]
    every = [*problems, *(_stray(report) for report in reports if report.id in away)]
    return _account(story, told, find_copies(reports), every, settings, corrections)


def _unheard(note: Notes) -> Notes:
    """A report with nothing found in it."""
    return Notes(report=note.report, problems=note.problems)


def _stray(report: Report) -> Problem:
    detail = "It tells of something else than the other reports, and nothing in it is weighed."
    path = report.path or report.id
    return Problem(kind=_STRAY, detail=detail, path=path, report=report.id)


def make_accounts(
    notes: Sequence[Notes],
    problems: Sequence[Problem],
    settings: Settings,
    corrections: Sequence[Correction] = (),
) -> list[Account]:
    """One account a story; problems and corrections of no report stand in the first."""
    lone = {each.text for each in corrections} - {note.report.sha256 for note in notes}
    by_report = {note.report.id: note for note in notes}
    reports = [note.report for note in notes]
    copies = find_copies(reports)
    told: list[Account] = []
    for story in group(reports, copies):
        ids = set(story.reports)
        own = [by_report[report] for report in story.reports]
        shared = [each for each in copies if ids.issuperset(each.reports)]
        kept = [each for each in problems if each.report in ids]
        # What came to nothing belongs to no story: it is told once, with the first.
        lost = [each for each in problems if each.report not in by_report] if not told else []
        texts = {note.report.sha256 for note in own}
        said = [each for each in corrections if each.text in (texts if told else texts | lone)]
        told.append(_account(story, own, shared, [*kept, *lost], settings, said))
    return told


def _account(
    story: Story,
    notes: Sequence[Notes],
    copies: Sequence[Copy],
    problems: Sequence[Problem],
    settings: Settings,
    corrections: Sequence[Correction],
) -> Account:
    by_day = sorted(notes, key=lambda note: (note.report.published or "9999", note.report.id))
    ordered, told_right = corrected(by_day, corrections)
    weighed = weigh(ordered, copies, meaning(settings.meaning), told_right)
    untold = Account(
        made_by=_made_by(settings),
        story=story,
        reports=tuple(note.report for note in ordered),
        statements=tuple(each for note in ordered for each in note.statements),
        figures=tuple(each for note in ordered for each in note.figures),
        times=tuple(each for note in ordered for each in note.times),
        places=tuple(each for note in ordered for each in note.places),
        actors=tuple(each for note in ordered for each in note.actors),
        people=tuple(each for note in ordered for each in note.people),
        claims=tuple(each for note in ordered for each in note.claims),
        events=tuple(each for note in ordered for each in note.events),
        copies=tuple(copies),
        origins=weighed.origins,
        questions=weighed.questions,
        findings=weighed.findings,
        timeline=make_timeline(ordered),
        corrections=told_right,
        problems=_all_problems([*problems, *unanchored(told_right)], ordered),
    )
    known = known_reports(untold.reports, settings.since, settings.known)
    heard = replace(untold, reports=_heard(untold, settings))
    brief = write_brief(heard, settings.words, known)
    title = story.title if known else headline(heard, brief)
    told = replace(untold, story=replace(story, title=title), brief=brief)
    return with_texts(told, settings.texts)


def _heard(account: Account, settings: Settings) -> tuple[Report, ...]:
    """The reports that the account rests on: neither strays nor in a language that none reads."""
    away = {each.report for each in account.problems if each.kind == _STRAY}
    return tuple(
        report
        for report in account.reports
        if report.id not in away and settings.model_for(report.language) is not None
    )


def _all_problems(problems: Sequence[Problem], notes: Sequence[Notes]) -> tuple[Problem, ...]:
    every = [*problems, *(each for note in notes for each in note.problems)]
    return tuple(
        sorted(every, key=lambda each: (each.report or each.path or "", each.kind, each.detail))
    )


def _made_by(settings: Settings) -> MadeBy:
    packages = dict.fromkeys((settings.model, *(model for _, model in settings.languages)))
    models = [model_part(package) for package in packages]
    if settings.meaning != "none":
        models.append(meaning_part())
    return MadeBy(
        version=__version__,
        models=tuple(models),
        data=(gazetteer_part(),),
        settings=(
            ("columns", _pairs(settings.columns)),
            ("languages", _pairs(settings.languages)),
            ("meaning", settings.meaning),
            ("model", settings.model),
            ("published", settings.published),
            ("texts", settings.texts),
            ("words", settings.words),
            *_changes(settings),
        ),
    )


def _changes(settings: Settings) -> Iterator[tuple[str, str]]:
    """What a brief of changes takes for read; nothing where the brief tells the whole story."""
    if settings.since is not None:
        yield "since", settings.since
    if settings.known:
        yield "known", content_id("k", *sorted(settings.known))


def _pairs(pairs: tuple[tuple[str, str], ...]) -> str | None:
    """Pairs as the command line takes them: "text=body,published=date"."""
    return ",".join(f"{name}={value}" for name, value in sorted(pairs)) or None
