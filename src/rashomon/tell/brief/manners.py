"""Manners: how a sentence says whose words it tells: before, within or behind them."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from rashomon.tell.brief.plain import retelling
from rashomon.tell.brief.shorter import Lowered, has_verb, points, turned
from rashomon.tell.brief.standing import asserts, is_finite, is_unbroken, lacks_bearer, standing

#: What stops the reader within a sentence is taken only where little else is to be had.
HEAVY = ("within",)
#: A subject has at most so many words, none of them a relative.
_SUBJECT, _RELATIVES = 8, ("that", "which", "who", "when", "if", "as", "and", "or", "but")
#: Fewer words than these are not parted.
_PARTED = 10
#: More words than these need their speaker before them.
_SPOKEN_FIRST = 24


def past(cue: str) -> str | None:
    """A cue in the past tense, as a brief has it; None for one that cannot lead in."""
    words = " ".join(cue.lower().split())
    return next((form for form, forms in retelling().cues.items() if words in forms), None)


def spoken(who: str, cue: str, words: str, lowered: Lowered) -> Iterator[str]:
    """What somebody says, with who says it in each manner that the verb allows.

    `cue` is a verb in the past, with what stands between it and the words ("said on Monday that").
    """
    known = retelling().words
    yield f"{who} {cue} {lowered(words)}"
    if cue in known.clausal and has_verb(words):
        yield f"{who} {cue} that {lowered(words)}"
        yield from (f"{who} {cue} that {lowered(other)}" for other in turned(words, lowered))
    verb = cue.split(maxsplit=1)[0]
    if cue in known.clausal and not _again().search(words):
        yield from _parted(words, f"{who} {cue}")
    if not _may_go_first(words):
        return
    if verb in known.closing:
        inner = re.sub(r"[.,]”$", "”", words)
        yield f"{inner}, {who} {cue.removesuffix(' that')}"
    if cue in known.neutral:
        yield f"According to {who}, {lowered(words)}"


def quoted(who: str, words: str) -> Iterator[str]:
    """A quotation with who says it before or behind it."""
    yield f"{who} said: “{words}”"
    yield (
        f"“{words}” {who} said"
        if words.endswith(("!", "?"))
        else f"“{words.rstrip('.')},” {who} said"
    )


@lru_cache(maxsize=10_000)
def manner(text: str) -> str | None:
    """How a sentence says whose words it tells; None where it tells nobody's."""
    return next((name for name, form in _forms().items() if form.search(text)), None)


@cache
def _forms() -> dict[str, re.Pattern[str]]:
    verbs = "|".join(sorted(retelling().cues))
    day = r"(?: on \w+day)?"
    return {
        "according": re.compile(r"^According to "),
        "quoted behind": re.compile(rf"” [^,;“”]+ (?:{verbs})\.$"),
        "quoted": re.compile(rf" (?:{verbs}): “"),
        "behind": re.compile(rf", [^,;“”]+ (?:{verbs}){day}\.$"),
        "within": re.compile(rf"^[^,“”]+, [^,;“”]+ (?:{verbs}), "),
        "that": re.compile(rf"^[^,;“”]+ (?:{verbs}) that "),
        "before": re.compile(rf"^[^,;“”]+ (?:{verbs}) "),
    }


def _may_go_first(words: str) -> bool:
    """Whether words are understood before it is told who says them."""
    short = len(words.split()) <= _SPOKEN_FIRST and ";" not in words and not _again().search(words)
    return (
        short
        and asserts(words)
        and is_unbroken(words)
        and not points(words)
        and not lacks_bearer(words)
    )


@cache
def _again() -> re.Pattern[str]:
    """A second verb of the speaker behind his words: "... and called it a crime"."""
    return re.compile(rf" and (?:that|{'|'.join(sorted(retelling().cues))})\b")


def _parted(text: str, told: str) -> Iterator[str]:
    """The text with the words for who says it behind its subject: "The crew, she said, ..." """
    words = text.split()
    if len(words) < _PARTED:
        return
    for at in range(1, min(len(words) - 1, _SUBJECT)):
        if not words[at - 1].isalnum() or words[at].lower() in _RELATIVES:
            return
        if is_finite(words[at].lower()):
            known = words[at] in retelling().words.going_on and not points(text)
            whole = words[at - 1].lower() not in standing().function
            if known and whole and (at > 1 or words[0][0].isupper()):
                subject = " ".join(words[:at])
                yield f"{subject[0].upper()}{subject[1:]}, {told}, {' '.join(words[at:])}"
            return
