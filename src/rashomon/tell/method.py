"""The method statement: on one page, how an account was made and what it does not rest on."""

from collections import Counter
from collections.abc import Collection

from rashomon.account import Account, Part
from rashomon.report import Report
from rashomon.tell.shown import count_words, dates_words, line

#: So many inputs are named; the account lists the rest.
_NAMED = 20

_PROMISES = """\
Every figure, statement and place is a slice of a report's text, given by its first and last
character (Unicode code points) and by the text's SHA-256. No sentence of the brief was generated:
each is built from the words it cites and was held to them by the program's checker. No hosted model
was asked anything. The same reports, version and settings give the same bytes."""


def method_statement(account: Account, files: Collection[str]) -> str:
    """The statement for a pack that holds `files`, as Markdown."""
    story, made = account.story, account.made_by
    texts = sum(name.startswith("texts/") for name in files)
    raw = sum(name.startswith("raw/") for name in files)
    reports = count_words(len(account.reports), "report")
    parts = [
        f"# How this account was made\n\n{line(story.title)}. "
        f"{reports}, {dates_words(story.from_, story.to)}.\n",
        f"{_PROMISES}\n",
        "## Program and parts\n\n" + "".join(_parts(account)),
        "## Settings\n\n"
        + "".join(f"- {name}: {_value(value)}\n" for name, value in made.settings),
        "## What the pack holds\n\n"
        f"- {count_words(texts, 'text')} of {reports}\n"
        f"- {count_words(raw, 'raw file')}: {_raw_words(account, raw)}\n"
        "- `manifest.sha256`: check it with `sha256sum --check manifest.sha256`, "
        "and all of it with `rashomon check PACK.zip`\n",
        "## Reports\n\n" + "".join(_report(each) for each in account.reports),
        "## Problems\n\n" + "".join(_problems(account)),
    ]
    return "\n".join(parts)


def _parts(account: Account) -> list[str]:
    made = account.made_by
    told = [f"- rashomon {line(made.version)}\n"]
    told += [f"- model {_part(each)}\n" for each in made.models]
    return told + [f"- data {_part(each)}\n" for each in made.data]


def _part(part: Part) -> str:
    named = f"{line(part.name)} {line(part.version or '')}".strip()
    return f"{named}, SHA-256 `{part.sha256}`" if part.sha256 else named


def _value(value: str | int | None) -> str:
    return "not set" if value is None else line(str(value))


def _raw_words(account: Account, raw: int) -> str:
    if raw == len({report.raw_sha256 for report in account.reports if report.raw_sha256}):
        return "the bytes that the texts were read from"
    return "the other bytes that the texts were read from were not kept, or are withheld"


def _report(report: Report) -> str:
    named = line(report.outlet or report.id)
    where = f", {line(report.url or report.path or '')}" if report.url or report.path else ""
    return f"- {named} ({line(report.id)}){where}: SHA-256 of the text `{report.sha256}`\n"


def _problems(account: Account) -> list[str]:
    """How many of each kind, and by name what was not read."""
    counts = Counter(problem.kind for problem in account.problems)
    told = [f"- {kind.replace('_', ' ')}: {counts[kind]}\n" for kind in sorted(counts)]
    unread = [problem for problem in account.problems if problem.path and not problem.report]
    told += [
        f"- not read: {line(each.path or '')}: {line(each.detail)}\n" for each in unread[:_NAMED]
    ]
    more = len(unread) - _NAMED
    return [*told, *([f"- and {more} more not read\n"] if more > 0 else [])] or ["- none\n"]
