"""Printing: accounts in the form that is wanted."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from rashomon.account import Account
from rashomon.errors import WrongCall
from rashomon.run.form import Form
from rashomon.tell.annotations import account_annotations
from rashomon.tell.geojson import account_geojson
from rashomon.tell.json import to_json
from rashomon.tell.markdown import account_markdown
from rashomon.tell.pack import Raw, account_pack, no_raw
from rashomon.tell.page import account_page
from rashomon.tell.tables.incidents import incident_sheets
from rashomon.tell.tables.separated import table_csv
from rashomon.tell.tables.sheets import account_sheets
from rashomon.tell.tables.table import Table, joined
from rashomon.tell.text import account_text

#: A file, or the files of a folder by name.
Result = bytes | dict[str, bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A rendered result; `complete` is False where something could not be used, or has fallen."""

    result: Result
    complete: bool


def printed(accounts: Sequence[Account], form: Form, raw: Raw = no_raw) -> Result:
    """The accounts in `form`: text, Markdown and tables hold several, other formats one.

    A pack takes the bytes that the reports were read from from `raw`.

    Raises WrongCall where a format would have to hold several stories, or for an unknown policy;
    MissingPart where what writes the format is not installed.
    """
    if form.name in ("csv", "xlsx", "incidents"):
        return _tables(accounts, form)
    if form.name in ("text", "md"):
        return b"\n".join(encoded(_as_text(each, form)) for each in accounts)
    if len(accounts) > 1:
        raise WrongCall(
            f"The format {form.name} holds one story and these reports tell {len(accounts)}. "
            "See which with `rashomon stories`, or choose --format text, md, json or a table."
        )
    return _one(accounts[0], form, raw)


def encoded(text: str) -> bytes:
    """Text as UTF-8; a lone surrogate of a broken input has none, and its escape is shown."""
    return text.encode("utf-8", "backslashreplace")


def _as_text(account: Account, form: Form) -> str:
    if form.name == "md":
        return account_markdown(account)
    return account_text(account, form.width, color=form.color)


def _one(account: Account, form: Form, raw: Raw) -> bytes:
    # What writes documents is loaded where it is wanted: no other format needs it.
    match form.name:
        case "html":
            return encoded(account_page(account))
        case "geojson":
            return account_geojson(account)
        case "webanno":
            return account_annotations(account)
        case "pack":
            return account_pack(account, raw)
        case "docx":
            from rashomon.tell.document import account_docx

            return account_docx(account)
        case "pdf":
            from rashomon.tell.paper import account_pdf

            return account_pdf(account)
        case _:
            return to_json(account)


def _tables(accounts: Sequence[Account], form: Form) -> Result:
    if form.name == "incidents":
        tables = joined(
            chain.from_iterable(incident_sheets(each, form.policy) for each in accounts)
        )
    else:
        tables = joined(chain.from_iterable(map(account_sheets, accounts)))
    if form.name == "xlsx" or form.holds == "workbook":
        return _workbook(tables, accounts)
    if form.holds == "folder":
        return {f"{table.name}.csv": table_csv(table) for table in tables}
    return table_csv(tables[0])


def _workbook(tables: Sequence[Table], accounts: Sequence[Account]) -> bytes:
    # Loaded where it is wanted: no other format needs what writes workbooks.
    from rashomon.tell.tables.workbook import tables_workbook

    return tables_workbook(tables, accounts[0].story.title)
