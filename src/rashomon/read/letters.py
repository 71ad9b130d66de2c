"""The text of a mail: flowed lines joined, the signature left out, a forwarded article found."""

import re
from dataclasses import dataclass

from rashomon.read.heads import Heads, bare_subject, moment, sender_of

#: How mail programs mark what they forward.
_MARK = re.compile(
    r"[>\s]*(?:-{2,}\s*(?:forwarded message|original message|forwarded by\b[^-]{0,100})\s*-*"
    r"|begin forwarded message\s*:?)\s*",
    re.I,
)
_HEAD = re.compile(
    r"[>\s]*\*?(from|date|sent|to|cc|subject|reply-to|von|gesendet|an|betreff)\s*:\*?\s*"
    r"([^\n]{0,998})",
    re.I,
)
_NAMES = {"sent": "date", "von": "from", "gesendet": "date", "an": "to", "betreff": "subject"}
_QUOTED = re.compile(r"> ?")

#: The line before a signature (RFC 3676, 4.3).
_SIGNATURE = re.compile(r"\n-- ?\r?\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """The text of a mail; `heads` are those of the mail that it forwards, if it does."""

    text: str
    heads: Heads | None = None


def body_of(text: str, *, flowed: bool = False, spaced: bool = False) -> str:
    """A plain text without its signature; lines that only the width broke are joined.

    `flowed` and `spaced` are format=flowed and delsp=yes of RFC 3676.
    """
    text = _SIGNATURE.split(text.replace("\r\n", "\n"), maxsplit=1)[0]
    if not flowed:
        return text
    lines = list[str]()
    open_ = False
    for line in text.split("\n"):
        line = line[1:] if line.startswith(" ") else line
        if open_ and lines:
            lines[-1] += line
        else:
            lines.append(line)
        open_ = line.endswith(" ")
        if open_ and spaced:
            lines[-1] = lines[-1][:-1]
    return "\n".join(lines)


def letter_of(text: str, *, forwards: bool) -> Letter:
    """The letter in a text: the article that was forwarded last, if `forwards` or a mark says so.

    The note of whoever forwarded it is left out.
    """
    lines = text.replace("\r\n", "\n").split("\n")
    found: tuple[int, dict[str, str]] | None = None
    number = 0
    while number < len(lines):
        marked = _MARK.fullmatch(lines[number]) is not None
        after, heads = _heads(lines, number + marked)
        if ((marked and heads) or forwards) and {"from", "subject"} <= heads.keys():
            found = after, heads
        number = max(after, number + 1)
    if found is None:
        return Letter(text=text)
    after, heads = found
    rest = [_QUOTED.sub("", line, count=1) for line in lines[after:]]
    quoted = sum(line.startswith(">") for line in lines[after:] if line.strip())
    kept = rest if 2 * quoted > sum(bool(line.strip()) for line in rest) else lines[after:]
    return Letter(
        text="\n".join(kept).strip("\n"),
        heads=Heads(
            subject=bare_subject(heads["subject"]),
            sender=sender_of(heads["from"]),
            date=_date(heads.get("date")),
            # Who wrote what is worth forwarding published it.
            listed=True,
        ),
    )


def _heads(lines: list[str], start: int) -> tuple[int, dict[str, str]]:
    """The lines of heads from `start` on, blank lines before them passed; where they end."""
    heads = dict[str, str]()
    number = start
    while number < min(len(lines), start + 3) and not lines[number].strip(" >"):
        number += 1
    while number < len(lines) and (head := _HEAD.fullmatch(lines[number])) is not None:
        name = head[1].lower()
        heads.setdefault(_NAMES.get(name, name), head[2].strip())
        number += 1
    return number, heads


def _date(printed: str | None) -> str | None:
    """The date of a forwarded mail, as programs print it; unknown where none of the ways fits."""
    if printed is None:
        return None
    plain = re.sub(r"\bat\b|,|\u202f", " ", printed)
    return moment(printed) or moment(" ".join(plain.split())) or _american(plain)


def _american(printed: str) -> str | None:
    """ "Tuesday March 4 2031 10:00 AM" as ISO 8601, without a time zone, as it has none."""
    found = re.search(
        r"\b([A-Z][a-z]{2})[a-z]*\.? (\d{1,2}) (\d{4}) +(\d{1,2}):(\d\d)(?::\d\d)?\s*([AP]M)?",
        " ".join(printed.split()),
    )
    if found is None:
        return None
    month, day, year, hour, minute, half = found.groups()
    hours = int(hour) % 12 + 12 * (half == "PM") if half else int(hour)
    iso = moment(f"{day} {month} {year} {hours:02}:{minute}:00 -0000")
    return iso.removesuffix("+00:00") if iso else None
