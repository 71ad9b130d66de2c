"""The form in which a result is wanted."""

from dataclasses import dataclass
from pathlib import Path

#: The formats of an account. Those that are no text are not for a terminal.
FORMATS = (
    *("text", "json", "md", "html", "docx", "pdf"),
    *("csv", "xlsx", "geojson", "webanno", "incidents", "pack"),
)
NO_TEXT = ("docx", "pdf", "xlsx", "pack")

#: Formats of several tables: a folder holds one file each, a workbook one sheet each.
TABLES = ("csv", "incidents")

#: What a file is meant to be, by its ending.
_ENDINGS = {
    ".csv": "csv",
    ".docx": "docx",
    ".geojson": "geojson",
    ".htm": "html",
    ".html": "html",
    ".json": "json",
    ".jsonld": "webanno",
    ".md": "md",
    ".pdf": "pdf",
    ".xlsx": "xlsx",
    ".zip": "pack",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How a result is rendered: its format; `width` in columns and `color` for text.

    `policy` settles the numbers of an incident sheet. `holds` is file, folder (a file a table) or
    workbook (a sheet a table).
    """

    name: str = "text"
    width: int = 100
    color: bool = False
    policy: str = "range"
    holds: str = "file"


def guessed(output: Path | None) -> str:
    """The format that the ending of a file asks for, else text."""
    return "text" if output is None else _ENDINGS.get(output.suffix.lower(), "text")


def container(name: str, output: Path | None) -> str:
    """What holds the tables of a format: a folder is one that is there or has no ending."""
    if name not in TABLES or output is None:
        return "file"
    if output.is_dir() or not output.suffix:
        return "folder"
    return "workbook" if output.suffix.lower() == ".xlsx" else "file"
