"""Runs over a saved account: its JSON in, another form of it out."""

from dataclasses import replace
from pathlib import Path

from rashomon.account import Account
from rashomon.errors import DamagedAccount, WrongCall
from rashomon.run.form import Form
from rashomon.run.printing import Result, printed
from rashomon.tell.loading import load_account, misplaced
from rashomon.tell.nameless import without_names as without_persons
from rashomon.tell.texts import with_texts


def run_export(
    path: Path, form: Form, *, texts: str = "full", without_names: bool = False
) -> Result:
    """The account saved as JSON at `path`, in another form.

    `texts` says how much of what it carries of its reports goes on: full (all of it), cited or
    none; `without_names` gives persons numbers for names and leaves the texts out. Raises
    WrongCall where the file cannot be read, DamagedAccount where it is no account or shows words
    that do not stand in its texts.
    """
    account = open_account(path)
    moved = misplaced(account)
    if moved:
        raise DamagedAccount(
            f"{path} was altered: {moved[0].exact!r} does not stand at {moved[0].start} in the "
            f"text of {moved[0].report!r}. Make it anew with `rashomon account`."
        )
    told = without_persons(account) if without_names else _carrying(account, texts)
    return printed([told], form)


def open_account(path: Path) -> Account:
    """The account saved as JSON at `path`. Raises WrongCall or DamagedAccount."""
    try:
        data = path.read_bytes()
    except OSError as refused:
        raise WrongCall(f"Cannot read {path}: {refused.strerror}.") from refused
    return load_account(data, str(path))


def _carrying(account: Account, texts: str) -> Account:
    """The account with less of its texts, where that is asked for, and told so."""
    if texts == "full":
        return account
    settings = dict(account.made_by.settings) | {"texts": texts}
    made_by = replace(account.made_by, settings=tuple(settings.items()))
    return replace(with_texts(account, texts), made_by=made_by)
