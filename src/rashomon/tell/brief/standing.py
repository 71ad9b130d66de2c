"""Standing: whether a sentence can be told to one who has not read the sentences before it."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from rashomon.tell.brief.plain import retelling
from rashomon.tell.brief.salience import stem, stems
from rashomon.tell.brief.shorter import points
from rashomon.words.tables import table

#: Words of a sentence worth telling.
_LEAST, _MOST = 6, 60
_WORD = re.compile(r"[^\W_][\w’'-]*")
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"")
_MARKS = "“”\"'‘’ "
#: Signs of a page and not of a sentence: a bullet, a link, a speaker in a transcript, a date or
#: place set before the text, a row of capitals, or a line that runs on into another.
_PAGE = re.compile(
    r"[•|©►▶→]|@\w|www\.|https?:|\b\w+\.(?:org|gov|net)\b|^(?:[A-Z][\w.’'-]* ?){1,4}: "
    r"|^\w+ \d+: |^(?:CLOSE|WATCH|READ|PHOTOS?|VIDEO|MORE|UPDATED?|BREAKING)\b"
    r"|\b[A-Z]{4,} [A-Z]{4,}\b|(?<!^)(?<![.:!?“”\"] )\b[A-Z][a-z]+ (?:The|A|An) [A-Z]"
    r"|\d\d?:\d\d(?::\d\d| [AP]M [A-Z]{3}\b)|\sx [A-Z]"
)
#: A definite phrase: the words behind the article up to what cannot be a part of it.
_DEFINITE = re.compile(r"\b[Tt]he ((?:[a-z0-9][\w’-]*|[A-Z][\w’'-]*)(?: [\w’'-]+){0,4})")
_DEMONSTRATIVE = re.compile(
    r"\b(?:this|these|those|such|that same|the same|(?:in|of|on|at|by|with) that) "
    r"([a-z][\w-]+)"
)
_STATE = re.compile(r"\bUS\b")
_PERSONAL = frozenset(("he", "she", "him", "her", "his", "hers"))
_THINGS = frozenset(("it", "its"))
_SEVERAL = frozenset(("they", "them", "their", "theirs"))
#: Single quotation marks that open and that close, and a mark with nothing before it.
_OPENS_SINGLE, _CLOSES_SINGLE = re.compile(r"(?<![\w.])['‘](?=\w)"), re.compile(r"['’](?!\w)")
_STRAY_MARK = re.compile(r"\s[,;.](?!\d)|,\s*,")
#: A body does things, and is doing them; what merely is something is not the body.
_IS_ELSE = re.compile(
    r"it (?:is|was|had been|has been) "
    r"(?:in|on|at|for|by|from|an?|the|about|\d|two|not (?:an?|the)\b)",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"(?:[^su’']s|people|police|men|women|children|staff|media|and|team|group)$")
_RELATIVE = frozenset(("who", "which", "that", "whose"))


@dataclass(frozen=True, slots=True)
class Standing:
    """The table `data/standing.toml`."""

    furniture: tuple[str, ...]
    pointing: tuple[str, ...]
    talking: tuple[str, ...]
    musing: tuple[str, ...]
    unique: frozenset[str]
    abstract: frozenset[str]
    explaining: frozenset[str]
    ranks: frozenset[str]
    times: frozenset[str]
    persons: frozenset[str]
    function: frozenset[str]
    finite: frozenset[str]
    unfinished: frozenset[str]
    unknown: tuple[str, ...]


def standing() -> Standing:
    """The table of words that make a sentence stand by itself, or not."""
    return table("standing", Standing)


def stands_alone(text: str) -> bool:
    """Whether a sentence of a report's own is whole, and needs no other to be understood."""
    words = [_bare(word) for word in _WORD.findall(text)]
    if not _LEAST <= len(words) <= _MOST or not text.rstrip(_MARKS + ")").endswith("."):
        return False
    outside = _QUOTED.sub(" ", text)
    return not (
        points_back(text)
        or points(text)
        or text.count('"') % 2
        or text.count("“") != text.count("”")
        or not (text[0].isupper() or text[0].isdigit() or text[0] in "$£€")
        or "\n" in text.strip()
        or talks(outside)
        or is_page(text)
        or not is_clause(outside)
        or lacks_bearer(outside)
    )


def is_unbroken(text: str) -> bool:
    """Whether a sentence ends where one may, and each bracket and mark in it is closed."""
    words = _WORD.findall(text)
    last = words[-1].lower() if words else ""
    pairs = all(text.count(one) == text.count(other) for one, other in ("()", "[]", "“”"))
    single = len(_OPENS_SINGLE.findall(text)) <= len(_CLOSES_SINGLE.findall(text))
    return pairs and single and last not in standing().unfinished and not _STRAY_MARK.search(text)


def points_back(text: str) -> bool:
    """Whether words begin with what points back to a sentence before, or to a picture."""
    opening = f"{' '.join(_bare(word) for word in _WORD.findall(text)[:3])} "
    return opening.startswith(tuple(f"{each} " for each in standing().pointing))


def talks(outside: str) -> bool:
    """Whether words outside quotation marks speak for their writer or to the reader."""
    # The US is a state, and no one who talks.
    low = _STATE.sub(" ", outside).lower().replace("’", "'")
    return speaks(low) or any(phrase in low for phrase in standing().musing)


def speaks(low: str) -> bool:
    """Whether words in lower case hold an "I", "we" or "you"; "Mazar-i-Sharif" holds none."""
    return not set(re.findall(r"[a-z']+(?:-[a-z']+)*", low)).isdisjoint(standing().talking)


def is_page(text: str) -> bool:
    """Whether words are a part of a page, a caption or a list, and no sentence of its text."""
    low = text.lower()
    return _PAGE.search(text) is not None or any(each in low for each in standing().furniture)


def is_clause(text: str) -> bool:
    """Whether words hold a verb of their own, beside those of their relative clauses."""
    words = [word.lower().replace("’", "'") for word in _WORD.findall(text)]
    finite = [is_finite(word) for word in words]
    relative = sum(
        word in _RELATIVE and after for word, after in zip(words, finite[1:], strict=False)
    )
    return sum(finite[1:]) > relative


def asserts(text: str) -> bool:
    """Whether words say something of something: a verb stands before any relative clause."""
    words = [word.lower() for word in _WORD.findall(text)]
    for before, word in pairwise(words):
        if word in _RELATIVE:
            return False
        if word in _going_on() or word in standing().finite:
            return True
        if word.endswith("ed") and before not in ("a", "an", "the") and is_clause(text):
            return True
    return False


def is_finite(word: str) -> bool:
    """Whether a word, in lower case, can carry a sentence as its verb, as far as its form shows."""
    known = word in _going_on() or word in standing().finite
    return known or word.endswith(("ed", "n't"))


def lacks_bearer(text: str, speaker: str | None = None) -> bool:
    """Whether a pronoun has nobody and nothing before it in the sentence to stand for.

    `speaker` is person or body where the words are what somebody says, who may mean himself.
    """
    words = _WORD.findall(text)
    for at, each in enumerate(words):
        word, before = _bare(each), words[:at]
        if word in _PERSONAL and speaker != "person" and not any(map(_is_person, before)):
            return True
        means = speaker == "body" and not _IS_ELSE.match(" ".join(words[at:]))
        if word in _THINGS and not means and not any(map(_is_noun, before)):
            return True
        if word in _SEVERAL and speaker != "body" and not any(map(_is_several, before)):
            return True
    return False


def _bare(word: str) -> str:
    return re.sub(r"[’']\w*$", "", word.lower())


def _is_noun(word: str) -> bool:
    low = word.lower()
    known = low in standing().function or low in _going_on() or low in _pronouns()
    return not known and low not in standing().finite


def _is_person(word: str) -> bool:
    return word.lower() in standing().persons or (word[0].isupper() and _is_noun(word))


def _is_several(word: str) -> bool:
    return _is_noun(word) and (word[0].isupper() or _PLURAL.search(word) is not None)


@cache
def _going_on() -> frozenset[str]:
    return frozenset(retelling().words.going_on)


@cache
def _pronouns() -> frozenset[str]:
    return frozenset(retelling().words.pronouns)


def is_unknown(words: str) -> bool:
    """Whether a sentence says that something is not known."""
    low = words.lower()
    return any(phrase in low for phrase in standing().unknown)


def missing(text: str, told: Collection[str]) -> list[str]:
    """The things that a sentence takes as known and that no sentence told has named.

    `told` are the stems of what was told. What opens the sentence must be known where it is
    definite and nothing behind it says which; so must be what only points ("these charges"),
    and deeds and words that need another sentence to be anything ("the decision").
    """
    return [
        " ".join(words)
        for words, before in _taken_for_known(text)
        if not any(stem(word) in told or stem(word) in before for word in words)
    ]


@lru_cache(maxsize=4096)
def _taken_for_known(text: str) -> tuple[tuple[tuple[str, ...], frozenset[str]], ...]:
    """What a sentence takes for known, and the stems of what it says before that."""
    outside = _QUOTED.sub(" ", text)
    found: list[tuple[tuple[str, ...], frozenset[str]]] = []
    for match in _DEMONSTRATIVE.finditer(outside):
        if match[1] not in standing().times:
            found.append(((match[1],), frozenset(stems(outside[: match.start()]))))
    for at, words in _definites(outside):
        opens = at == 0 or outside[:at].rstrip().endswith((" said", " said that", ":"))
        if opens or words[-1] in standing().abstract:
            found.append((tuple(words), frozenset(stems(outside[:at]))))
    return tuple(found)


def _definites(text: str) -> Iterator[tuple[int, list[str]]]:
    """Where a definite phrase begins that does not explain itself, and its words."""
    known = standing()
    for match in _DEFINITE.finditer(text):
        words: list[str] = []
        rest = [*match[1].split(), *text[match.end() :].split()[:2]]
        after = [_bare(word.strip(",.")) for word in rest]
        at = next((at for at, word in enumerate(rest) if not _continues(word, words)), len(rest))
        # "The decision on Friday" is not the decision on something.
        explained = known.explaining.issuperset(after[at : at + 1]) and at < len(rest)
        explained = explained and not any(word.endswith("day") for word in after[at + 1 : at + 2])
        named = any(not word.islower() and not word.endswith("-based") for word in words)
        single = bool(words) and words[-1] in known.unique
        if words and not (explained or named or single or known.ranks & set(words)):
            yield match.start(), words


def _continues(word: str, phrase: list[str]) -> bool:
    """Whether a word still belongs to the phrase, which then takes it."""
    low = word.lower()
    ended = not _is_noun(low) or "’" in word or "'" in word
    if ended or (phrase and (low.endswith(("ed", "ing", "ly")) or not word[0].isalpha())):
        return False
    phrase.append(word)
    return True
