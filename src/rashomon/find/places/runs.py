"""Capitalised runs: the stretches of a report in which names can stand."""

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.find.parse import Doc, Parsed, Token
from rashomon.find.places.signs import abbreviations, peoples, pointed, signs
from rashomon.where import name_key

_JOINTS = frozenset({"-", "'", "\u2019", "\u2018", "."})
#: A name of a place has at most this many words and joints: Stratford-upon-Avon has five.
LONGEST = 7


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens `start` to `end` of a report's parse: a stretch that begins and ends in capitals."""

    start: int
    end: int

    def parts(self) -> Iterator[tuple[int, int]]:
        """All stretches within the run that are short enough for a name, longest first."""
        for length in range(min(LONGEST, self.end - self.start), 0, -1):
            for start in range(self.start, self.end - length + 1):
                yield start, start + length


def _capital(token: Token) -> bool:
    """Whether the token is written as a name is: a capital first, or an article before it."""
    first = token.text[0]
    if first.isupper():
        return True
    return first in "'\u2018\u02bb`" and token.text[1:2].isupper()


def _sentence_word(token: Token) -> bool:
    """Whether the capital says only that a sentence begins here."""
    if token.is_stop and not (token.is_upper and len(token) > 1):
        return True
    if not token.is_sent_start or token.ent_type_ in ("GPE", "LOC", "FAC"):
        return False
    return token.pos_ not in ("PROPN", "NOUN", "ADJ", "X")


def _adjective(token: Token) -> bool:
    """Whether the token is half of an adjective: US in US-backed, EU in EU-wide."""
    doc, at = token.doc, token.i
    if at + 2 >= len(doc) or token.whitespace_ or doc[at + 1].text != "-":
        return False
    after = doc[at + 2].text
    return (
        not doc[at + 1].whitespace_
        and after.islower()
        and (after not in signs().cues.hyphened | signs().inside.words | signs().inside.hyphened)
    )


def name_of(doc: Doc, start: int, end: int) -> str:
    """The text of tokens `start` to `end`."""
    return str(doc[start:end].text)


def runs(parsed: Parsed) -> Iterator[Run]:
    """The capitalised runs of a report, in order; none reaches over a sentence's end."""
    doc, at = parsed.doc, 0
    while at < len(doc):
        if not _capital(doc[at]) or _sentence_word(doc[at]) or _adjective(doc[at]):
            at += 1
            continue
        end = _end(doc, at)
        yield Run(_with_article(doc, at), end)
        at = end


def _with_article(doc: Doc, start: int) -> int:
    """Where the run begins with an Arabic article of lower case before it: al-Bab."""
    at = start - 2
    if at < 0 or doc[at + 1].text != "-" or doc[at].whitespace_ or doc[at + 1].whitespace_:
        return start
    return at if doc[at].text in signs().inside.articles else start


def _end(doc: Doc, start: int) -> int:
    """Where the run that begins at `start` ends: after its last capitalised token."""
    end = at = start + 1
    while at < len(doc) and not doc[at].is_sent_start and "\n" not in doc[at - 1].whitespace_:
        token = doc[at]
        if _capital(token) and not _adjective(token):
            end = at + 1
        elif token.text in _JOINTS:
            if doc[at - 1].whitespace_ or token.whitespace_:
                break
        elif token.is_digit and at == end:
            end = at + 1  # Highway 19, Interstate 45
        elif not _within_name(token):
            break
        if at - end > 2:
            break
        at += 1
    return end


def _within_name(token: Token) -> bool:
    """Whether a lower-case word can stand between the capitals of a name: Rio de Janeiro."""
    doc, at, inside = token.doc, token.i, signs().inside
    if token.lower_ in inside.words:
        return True
    if token.lower_ in inside.second and doc[at - 1].lower_ in inside.words:
        return True
    joints = {doc[at - 1].text, doc[at + 1].text if at + 1 < len(doc) else ""}
    return token.lower_ in inside.hyphened and "-" in joints


def keys_of(doc: Doc, run: Run) -> dict[tuple[int, int], str]:
    """The key of each part of the run that can be a name of its own."""
    keys = {}
    for start, end in run.parts():
        article = start == run.start and doc[start].text in signs().inside.articles
        if (article or _capital(doc[start])) and (_capital(doc[end - 1]) or doc[end - 1].is_digit):
            name = name_of(doc, start, end)
            key = name_key(name)
            if end < len(doc) and doc[end].text == "." and not doc[end - 1].whitespace_:
                name += "."  # the language model cuts the last point of "Vt." and "W.Va." off
            if key in peoples() or not _printed_so(key, name):
                continue
            keys[start, end] = key
    return keys


def _printed_so(key: str, name: str) -> bool:
    """Whether a short name is printed as newsrooms print the place: US, Ky., but not "In", "Mass".

    Three letters with one capital can be any town's name: Ede.
    """
    if len(key) > 3 and key not in pointed():
        return True
    if len(key) == 3 and key not in pointed() and name.rstrip(".").istitle():
        return True
    bare = name.replace(" ", "")
    return bare in abbreviations() or (name.isupper() and bare.rstrip(".") in abbreviations())


def named_peoples(doc: Doc) -> frozenset[str]:
    """The countries whose people the report names."""
    named = set()
    for token in doc:
        if token.text[0].isupper():
            pair = token.lower_ + token.nbor().lower_ if token.i + 1 < len(doc) else ""
            named.add(peoples().get(pair) or peoples().get(token.lower_))
    return frozenset(code for code in named if code is not None)
