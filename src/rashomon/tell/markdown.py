"""An account as Markdown, with footnotes for its citations."""

import re

from markupsafe import Markup

from rashomon.account import Account
from rashomon.tell.citations import Citations
from rashomon.tell.press import galley, press
from rashomon.tell.shown import line

#: Characters that CommonMark or its tables and footnotes give a meaning anywhere in a line.
_MEANS_SOMETHING = re.compile(r"([\\`*_{}\[\]<>|~$#&])")

#: What would begin a list, a quotation, a rule or a heading at the head of a line.
_AT_HEAD = re.compile(r"^(\d{1,9})([.)])(?=\s|$)|^([-+=])")


def account_markdown(account: Account) -> str:
    """The account as Markdown: the sections of the text, citations as footnotes."""
    return (
        press(_escaped).get_template("account.md.jinja").render(galley(account, Citations(account)))
    )


def _escaped(words: str) -> Markup:
    """Words as Markdown that shows them and does nothing else."""
    plain = _MEANS_SOMETHING.sub(r"\\\1", line(words))
    return Markup(_AT_HEAD.sub(_guarded, plain))


def _guarded(match: re.Match[str]) -> str:
    return f"{match[1]}\\{match[2]}" if match[1] else f"\\{match[3]}"
