"""Shorter: a sentence without its lesser parts, and its parts in another order."""

import re
from collections.abc import Iterable, Iterator

from rashomon.tell.brief.plain import is_conditional, is_guarded, retelling

#: What is left of a sentence has at least so many words.
_LEAST = 6
#: A part moved to the front or the end has at most so many words.
_MOVED = 18

_SUB = "when|after|before|while|because|although|until|once"
_LATE = re.compile(rf"^(?P<main>.+?),? (?P<marker>{_SUB}) (?P<sub>[^,;:“”]+)$")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_TIME_LAST = re.compile(
    r"^(?P<main>[^“”;:]+?),? (?P<time>"
    r"(?:late |early )?on (?:\w+day(?: (?:morning|afternoon|evening|night))?"
    rf"|\d{{1,2}} (?:{_MONTHS})(?: \d{{4}})?)|in (?:(?:{_MONTHS})(?: \d{{4}})?|\d{{4}})"
    r"|overnight|last (?:week|month|year|night))$"
)
_OWNED = re.compile(
    r"\b((?:[A-Z][\w-]+ ){0,3}[A-Z][\w-]*\w)[’']s ([a-z]+)"
    r"(?= (?:was|were|is|are|has|had|will|rejected|said|of|in|on|at|to|for|and|that|with)\b|,)"
)
_EARLY = re.compile(rf"^(?P<marker>(?i:{_SUB}|as)) (?P<sub>[^,;:“”]+), (?P<main>[^“”]+)$")
_TIME_FIRST = re.compile(
    r"^(?P<time>(?:On|In|Late on|Early on|Late|Early) (?:[^,;:“” ]+ ){0,3}"
    rf"(?:\w+day|\d{{4}}|{_MONTHS})(?: (?:morning|afternoon|evening|night))?), (?P<main>[^“”]+)$"
)
#: What is set against the words before it, or says who spoke, is never left out.
_TAIL = re.compile(
    r"(?:,|;| [–—-]+) (?P<word>which|who|whom|whose|where|while|when|as|after|because|and|with"
    r"|including|amid|following|\w{3,}ing"
    r"|(?:\w+ )?(?:minute|hour|day|week|month|year)s? (?:after|before))\b"
    r"|; | [–—]+ | (?P<bare>when|after|because|where|while|before|until|amid|during) "
)
_SPOKEN = re.compile(r"\b(?:said|says|told|according|reported|reports)\b")
_ASIDE = re.compile(
    r"(?:, (?P<word>the|a|an|who|which|whose|where|including|then|once|many|most|some|all|among)\b"
    r"[^,;:“”]{2,110},"
    r"| [–—]+ [^–—“”]{3,110} [–—]+) (?P<next>[a-z]+)"
)
#: "The northern city of Lindo" is Lindo.
_KIND_OF_PLACE = re.compile(
    r"\bthe (?:[\w-]+ ){0,3}(?:city|town|village|port|province|suburb|district|state|island) of "
    r"(?=[A-Z])"
)
_OPENS_LOW = re.compile(
    r"^(?:when|after|before|while|because|although|until|once|as|if|despite|with|in|on|at|during|by"
    r"|from|for|since|under|given|amid|following|according|\w+ing|\w+ed)\b",
    re.IGNORECASE,
)


def shorter(text: str) -> Iterator[str]:
    """The text, then ever shorter forms of it that still are sentences."""
    yield text
    bare = _without_asides(text)
    if bare != text:
        yield bare
    placed = _KIND_OF_PLACE.sub("", bare)
    if placed != bare:
        yield placed
        yield from _without_tail(placed)
    yield from _without_tail(bare)


def _without_asides(text: str) -> str:
    going_on = retelling().words.going_on

    def kept(match: re.Match[str]) -> str:
        following = match["next"]
        if is_guarded(match[0]):
            return match[0]
        if following in going_on or (len(following) > 4 and following.endswith("ed")):
            return f" {following}"
        return match[0]

    return _ASIDE.sub(kept, text)


def _without_tail(text: str) -> Iterator[str]:
    """The text up to each place where its last part may be left out, the longest first."""
    stops = [match for match in _TAIL.finditer(text) if not _quoting(text, match.start())]
    for match in reversed(stops):
        head = text[: match.start()].rstrip(" ,;")
        if len(head.split()) < _LEAST or _is_cut_short(head, match["word"] or match["bare"] or ""):
            continue
        if _SPOKEN.search(text, match.start()) or loses_condition(head, text[match.start() :]):
            continue
        if match["bare"] and head.split()[-1].lower() in retelling().words.degrees:
            continue
        if not has_verb(head) or (match["bare"] and _goes_on(text[match.end() - 1 :])):
            continue
        yield head


def loses_condition(head: str, rest: str) -> bool:
    """Whether words cut off here lose, or cut short, the condition under which they hold.

    "She will pay if they agree, but the court forbids it" says nothing without its end.
    """
    return is_guarded(rest) or is_conditional(head)


def has_verb(head: str) -> bool:
    """Whether words hold a verb that can carry a sentence, as far as their forms show."""
    known = retelling().words.going_on
    return any(word in known or word.endswith("ed") for word in head.lower().split()[1:])


def _goes_on(tail: str) -> bool:
    """Whether a tail takes up the verb of the sentence again: "because of the fire has risen"."""
    words = re.split(r"[,;]", tail.lower())[0].split()
    verbs = sum(word in retelling().words.going_on for word in words)
    return verbs > 1 or (verbs > 0 and words[:1] == ["of"])


def _quoting(text: str, at: int) -> bool:
    return text.count("“", 0, at) > text.count("”", 0, at)


def _is_cut_short(head: str, word: str) -> bool:
    """Whether a head without its tail is no sentence: a list broken off, or a mere opening."""
    commas = head.count(",")
    if _OPENS_LOW.match(head) and commas < 1:
        return True
    if word in ("and", "but", "so") and commas > (1 if _OPENS_LOW.match(head) else 0):
        return True
    last = head.rsplit(",", 1)[-1].split()
    return len(last) < 3 and commas > 0


def turned(text: str, lowered: "Lowered") -> Iterator[str]:
    """The text with its parts in another order: "After B, A" for "A after B"."""
    match = _LATE.match(text)
    if match and _may_move(match["sub"]) and _may_wait(match["main"]):
        yield f"{match['marker'].capitalize()} {match['sub']}, {lowered(match['main'])}"
    match = _EARLY.match(text)
    if match and _may_move(match["sub"]) and not points(match["main"]) and _may_wait(match["main"]):
        main = match["main"]
        yield f"{main[0].upper()}{main[1:]} {match['marker'].lower()} {match['sub']}"
    match = _TIME_LAST.match(text)
    if match and not points(match["main"]) and _may_wait(match["main"]):
        time = match["time"]
        yield f"{time[0].upper()}{time[1:]}, {lowered(match['main'])}"
    if _OWNED.search(text):
        yield _OWNED.sub(r"the \2 of \1", text)
    match = _TIME_FIRST.match(text)
    if match and not points(match["main"]) and _may_wait(match["main"]):
        main, time = match["main"], match["time"]
        yield f"{main[0].upper()}{main[1:]} {time[0].lower()}{time[1:]}"


def _may_move(part: str) -> bool:
    words = part.lower().split()
    return 3 <= len(words) <= _MOVED and not set(words) & set(retelling().words.pronouns)


def _may_wait(main: str) -> bool:
    """Whether a main part may change its place: no second verb may take the part moved."""
    words = main.lower().split()
    if len(words) < 4 or words[-1] in retelling().words.degrees:
        return False
    return ";" not in main and not set(words) & set(retelling().words.joining)


def points(text: str) -> bool:
    """Whether a sentence, or its main part, begins with a word that points back to another."""
    known = retelling().words.pronouns
    starts = [text, *text.split(", ")[1:2]]
    return any(re.split(r"[ ’']", start, maxsplit=1)[0].lower() in known for start in starts)


class Lowered:
    """Puts a sentence behind other words: its first letter small unless it begins a name."""

    def __init__(self, texts: Iterable[str], names: Iterable[str]) -> None:
        inside, small = (
            re.compile(r"(?<=[A-Za-z,;] )[A-Z][a-z’'-]*"),
            re.compile(r"\b[a-z][a-z’'-]*"),
        )
        given = list(texts)
        self._small = {word for text in given for word in small.findall(text)}
        self._names = {word for text in given for word in inside.findall(text)}
        self._names |= {name.split()[0] for name in names if name[:1].isupper()}

    def __call__(self, text: str) -> str:
        """The text as it stands behind other words."""
        first = re.match(r"[A-Z][a-z’'-]*(?![\w.])", text)
        if first is None or first[0] == "I":
            return text
        if first[0] not in _SMALL:
            following = text[first.end() + 1 : first.end() + 2]
            known = first[0] in self._names or _PEOPLES.search(first[0]) is not None
            known = known or _DATES.match(first[0]) is not None
            named = known and first[0].lower() not in self._small
            if following.isupper() or named:
                return text
        return text[0].lower() + text[1:]


#: Words for peoples are names wherever they stand.
_PEOPLES = re.compile(r"(?:ish|ian|ese|ean|ican|[a-z]i|German|French|Dutch|Greek|Czech|Thai)$")
#: So are days and months.
_DATES = re.compile(rf"(?:{_MONTHS}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?:['’]s)?$")
_SMALL = frozenset(("A", "An", "The", "At", "In", "On", "More", "Some", "Most", "All"))
