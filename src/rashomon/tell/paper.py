"""An account on paper: a PDF, set by Typst.

The words travel as data beside the template and are never read as Typst's markup. The PDF tells no
date of its making, so that the same account gives the same bytes where the same fonts are.
"""

import json
from dataclasses import asdict
from importlib.resources import files

from rashomon.account import Account
from rashomon.errors import MissingPart
from rashomon.tell.manuscript import manuscript


def account_pdf(account: Account) -> bytes:
    """The account as a PDF of A4 pages. Raises MissingPart where Typst is not installed.

    Typst brings fonts for Latin, Greek and Cyrillic letters; for other scripts those of the system
    are used.
    """
    try:
        import typst
    except ImportError as missing:
        raise MissingPart(
            'A PDF needs Typst, which is not installed: pip install "rashomon[pdf]".'
        ) from missing
    template = files("rashomon.tell").joinpath("templates/account.typ").read_bytes()
    words = json.dumps(asdict(manuscript(account)), ensure_ascii=False)
    printed = typst.compile(template, sys_inputs={"words": words}, format="pdf", timestamp=0)
    assert isinstance(printed, bytes)
    return printed
