"""The arguments and options that several commands share."""

from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

import typer

from rashomon.reach import Reach
from rashomon.read.dates import YEARS
from rashomon.settings import Settings

DEFAULT = Settings()

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        help="Files, folders, addresses of pages, @links.txt (one PATH a line), "
        "or - for JSON Lines on standard input.",
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
Since = Annotated[
    str | None,
    typer.Option(
        metavar="YYYY-MM-DD|ACCOUNT.json",
        help="Brief only on what changed since that day, or since that account.",
    ),
]
Texts = Annotated[
    Literal["none", "cited", "full"],
    typer.Option(help="How much of the reports' text the output carries."),
]
Model = Annotated[
    str, typer.Option(metavar="NAME", help="The spaCy package that parses, as Python imports it.")
]
KeepDir = Annotated[
    Path | None,
    typer.Option("--keep", metavar="DIR", help="Keep raw bytes and fetched pages in DIR."),
]
Corrections = Annotated[
    Path | None,
    typer.Option("--corrections", metavar="FILE", help="Apply a person's corrections (JSONL)."),
]
Refresh = Annotated[
    bool, typer.Option("--refresh", help="Ask servers again for the pages that DIR keeps.")
]
Retry = Annotated[
    bool, typer.Option("--retry", help="Ask again for pages that failed in an earlier run.")
]
AllowHost = Annotated[
    list[str] | None,
    typer.Option("--allow-host", metavar="NAME", help="Fetch from NAME even if it is not public."),
]
Columns = Annotated[
    str,
    typer.Option(
        metavar="FIELD=COLUMN,...",
        help="What tables and JSON call our fields: text=body,published=date.",
    ),
]
Languages = Annotated[
    list[str] | None,
    typer.Option(
        "--language",
        metavar="CODE=NAME",
        help="Analyse this language too, with this spaCy package: fr=fr_core_news_sm.",
    ),
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Only list what would be read, and what not and why.")
]
Stories = Annotated[bool, typer.Option("--stories", help="Group the reports into stories first.")]
Words = Annotated[int, typer.Option(min=1, help="The longest brief, in words.")]
Meaning = Annotated[
    Literal["minilm", "none"], typer.Option(help="The sentence model that links wordings.")
]
Why = Annotated[
    str | None,
    typer.Option(metavar="QUESTION", help="Explain one question: its id, or words of it."),
]
Only = Annotated[
    str, typer.Option(metavar="LIST", help="Kinds with commas between: statements,figures,...")
]
Format = Annotated[Literal["text", "json"], typer.Option("--format", help="What to print.")]
AccountFormat = Annotated[
    Literal[
        "text",
        "json",
        "md",
        "html",
        "docx",
        "pdf",
        "csv",
        "xlsx",
        "geojson",
        "webanno",
        "incidents",
        "pack",
    ]
    | None,
    typer.Option("--format", help="What to write; else as the ending of FILE says, else text."),
]
Policy = Annotated[
    Literal["range", "conservative", "majority", "latest", "named-first", "pending"],
    typer.Option(help="How an incident sheet settles numbers that differ."),
]


def reached(keep: Path | None, refresh: bool, retry: bool, allow_host: list[str] | None) -> Reach:
    """How far reading reaches. Raises BadParameter where there is nothing to ask again for."""
    if (refresh or retry) and keep is None:
        hint = "--refresh" if refresh else "--retry"
        raise typer.BadParameter("goes with --keep DIR", param_hint=hint)
    return Reach(keep=keep, refresh=refresh, retry=retry, hosts=tuple(allow_host or ()))


def pairs(given: str | list[str] | None, option: str) -> tuple[tuple[str, str], ...]:
    """What an option sets equal: "text=body,published=date". Raises BadParameter where it does not.

    In the order of the names, so that the order of the call changes nothing.
    """
    told = given.split(",") if isinstance(given, str) else given or []
    found = dict[str, str]()
    for pair in filter(None, map(str.strip, told)):
        name, equals, value = (part.strip() for part in pair.partition("="))
        if not name or not equals or not value:
            raise typer.BadParameter(f"{pair!r} is not NAME=VALUE.", param_hint=option)
        found[name] = value
    return tuple(sorted(found.items()))


def earlier(since: str | None) -> tuple[str | None, tuple[str, ...]]:
    """What a reader knows: a day, before which all is known, or the texts of a saved account.

    Raises BadParameter where `since` is no day, and WrongCall where it is no account either.
    """
    if since is None:
        return None, ()
    if not since.endswith(".json"):
        try:
            return day(datetime.strptime(since, "%Y-%m-%d")), ()
        except ValueError as wrong:
            hint = "is a day as YYYY-MM-DD, or ACCOUNT.json"
            raise typer.BadParameter(f"{since!r} {hint}", param_hint="--since") from wrong
    from rashomon.run.saved import open_account

    return None, tuple(sorted(report.sha256 for report in open_account(Path(since)).reports))


def day(published: datetime | None) -> str | None:
    """The day as ISO 8601. Raises BadParameter where no report can be of it."""
    if published is None:
        return None
    if published.year not in YEARS:
        wrong = f"the year is from {YEARS[0]} to {YEARS[-1]}, not {published.year}."
        raise typer.BadParameter(wrong, param_hint="--published")
    return published.date().isoformat()
