"""Cues: the words by which somebody is said to say something."""

from rashomon.tell.checking.reading import Reading
from rashomon.tell.checking.rules import listed, stem, stems

#: A clause, a quotation or a number follows a loose cue within so many words.
_FOLLOWS = 6
#: Whoever finds or rules stands so near before.
_FINDER = 3


def is_cue(reading: Reading, i: int) -> bool:
    """Whether somebody is said to say something by this word, and it is no noun and no name."""
    word, known = reading.words[i], stem(reading.words[i].low)
    if known not in stems("saying", "cues") or word.quoted:
        return False
    if word.low in listed("denial", "words"):
        return False  # "not" is no "note"
    if _is_noun(reading, i) or _gives(reading, i):
        return False
    before = reading.lows[i - 1] if i else ""
    if before in listed("grammar", "being") and not word.low.endswith("ing"):
        return False  # "was said"
    if before in ("i", "we"):
        return False  # a quotation whose marks were cut off
    if known in stems("saying", "finding"):
        return not listed("saying", "finders").isdisjoint(reading.lows[max(0, i - _FINDER) : i])
    return known not in stems("saying", "loose") or _tells_clause(reading, i)


def _is_noun(reading: Reading, i: int) -> bool:
    """Whether a word that may be a cue is a noun, an infinitive or a name."""
    word, before = reading.words[i], reading.lows[i - 1] if i else ""
    if word.low.endswith("ings") or (word.low.endswith("ing") and not _goes_on(reading, i)):
        return True  # "one warning"
    following = reading.lows[i + 1] if i + 1 < len(reading.words) else ""
    if word.low in listed("saying", "cues") and following in ("in", "on", "of", "over"):
        return True  # "a say in it", "a report on it"
    counted = before[:1].isdigit() and word.low.endswith("s")
    return bool(i) and (
        counted or before in listed("saying", "before_nouns") or word.text[0].isupper()
    )


def _goes_on(reading: Reading, i: int) -> bool:
    """Whether a word in -ing goes on with what somebody does: "…, warning", "was warning"."""
    before = reading.lows[i - 1] if i else ""
    own = reading.lows[i] in ("saying", "according")
    return own or "," in reading.gap(i - 1) or before in listed("grammar", "being")


def _gives(reading: Reading, i: int) -> bool:
    """Whether something is denied to somebody: "denied Elvis his fourth"."""
    behind = reading.words[i + 1 : i + 3]
    return (
        len(behind) == 2
        and stem(reading.lows[i]) in stems("denial", "contesting")
        and behind[0].text[0].isupper()
        and behind[1].low in listed("light", "determiners")
    )


def _tells_clause(reading: Reading, i: int) -> bool:
    """Whether a clause with "that", a quotation or a number follows a word."""
    own = reading.words[i].sentence
    follows = [each for each in reading.words[i + 1 : i + 1 + _FOLLOWS] if each.sentence == own]
    return any(each.low == "that" or each.quoted or each.low[0].isdigit() for each in follows)
