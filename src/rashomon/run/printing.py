"""Printing: an account in the form that is wanted."""

from rashomon.account import Account
from rashomon.run.form import Form
from rashomon.tell.json import to_json
from rashomon.tell.markdown import account_markdown
from rashomon.tell.page import account_page
from rashomon.tell.text import account_text


def printed(account: Account, form: Form) -> bytes:
    """The account as the bytes of `form`."""
    match form.name:
        case "json":
            return to_json(account)
        case "md":
            return encoded(account_markdown(account))
        case "html":
            return encoded(account_page(account))
        case _:
            return encoded(account_text(account, form.width, color=form.color))


def encoded(text: str) -> bytes:
    """Text as UTF-8; a lone surrogate of a broken input has none, and its escape is shown."""
    return text.encode("utf-8", "backslashreplace")
