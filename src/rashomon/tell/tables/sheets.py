"""Sheets: the tables of an account, with their columns in the order of a reader's questions."""

from rashomon.account import Account
from rashomon.tell.tables.rows import Row, Rows
from rashomon.tell.tables.table import Table

_PLACED = ("place", "country", "lat", "lon", "where_prec")
_TIMED = ("from", "to", "when_precision", "when_value")
_AT = ("report", "outlet", "published", "start", "end", "words")

#: The columns of each sheet, after which comes the id of the story. Names stay as they are.
COLUMNS: dict[str, tuple[str, ...]] = {
    "questions": (
        *("asked", "relation", "answer", "value", "low", "high", "qualifier", "stance"),
        *("origin", "speaks_for", "origin_kind", "named", "measure", "counted", "population"),
        *(*_PLACED, *_TIMED, "event", "kind"),
        *("independent_origins", "independent_parties", "outlets", "reports", "words"),
        *("evidence", "question", "position"),
    ),
    "figures": (
        *("words", "printed", "value", "low", "high", "qualifier", "unit", "kind", "trend"),
        *("measure", "counted", "population", "of", *_PLACED, *_TIMED, "speaker"),
        *("well_formed", "candidates", "report", "outlet", "published", "start", "end"),
        *("place_basis", "period_basis", "speaker_basis", "figure", "question", "statement"),
    ),
    "statements": (
        *("speaker", "role", "speaks_for", "stance", "directness", "said", "cue", "via"),
        *("occasion", "named", "speaker_basis", "statement", "within", *_AT),
    ),
    "people": (*("name", "age", "sex", "role", "fate", "spellings", "statements", "person", *_AT),),
    "reports": (
        *(
            "report",
            "outlet",
            "title",
            "author",
            "published",
            "published_at",
            "published_precision",
        ),
        *("published_basis", "url", "archived_url", "path", "language", "characters"),
        *("sha256", "raw_sha256"),
    ),
    "corrections": (
        *("told", "correction", "state", "value", "from", "to", "by", "reason", "other"),
        *("text_sha256", *_AT),
    ),
}


def account_sheets(account: Account) -> tuple[Table, ...]:
    """A sheet each for positions, figures, statements, people, reports and corrections."""
    rows = Rows(account)
    found = {
        "questions": rows.positions(),
        "figures": rows.figures(),
        "statements": rows.statements(),
        "people": rows.people(),
        "reports": rows.reports(),
        "corrections": rows.corrections(),
    }
    story: Row = {"story": account.story.id}
    return tuple(
        Table.of(name, (row | story for row in found[name]), (*columns, *story))
        for name, columns in COLUMNS.items()
    )
