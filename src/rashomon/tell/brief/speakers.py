"""Speakers: how the brief names who stands behind an answer, at first and again."""

import re
from collections import Counter
from collections.abc import Iterable

from rashomon.account import Origin
from rashomon.report import Span
from rashomon.statement import Speaker
from rashomon.tell.brief.plain import is_cautious, retelling
from rashomon.tell.brief.shorter import Lowered, points
from rashomon.tell.desk import Desk
from rashomon.tell.shown import line
from rashomon.words.names import fold, titles

#: Roles that stand well between a body and a name: "police spokesman Jan Novak".
_ROLE = re.compile(
    r"\b(?:spokes(?:man|woman|person)|minister|chief|mayor|director|president|head|commander|governor"
    r"|secretary|chairman|chairwoman|official|officer|captain|professor|doctor|analyst|lawyer"
    r"|attorney|owner|resident|witness|passenger|manager|chief executive|ceo|sheriff|senator"
    r"|constable|superintendent|engineer|coach|member)$",
    re.IGNORECASE,
)
#: A title so short is an abbreviation ("Sgt"), and names nobody by itself.
_ABBREVIATED = 4
#: An article before a mention, with at most one word between.
_ARTICLE = re.compile(r"\b(the|an?)\s$", re.IGNORECASE)
_PLURAL = re.compile(
    r"(?:[^s]s|police|people|data|staff|media|children|men|women)(?: (?:of|in|from|for) .*)?$"
)
#: Bodies that take an article: "the Federal Bureau of Investigation", "the Interior Ministry".
_OFFICE = re.compile(
    r" of (?!the\b)|(?:Ministry|Department|Office|Service|Agency|Authority|Council|Commission"
    r"|Bureau|Army|Navy|Forces|Nations|States|Kingdom|Congress|Party|Cent(?:er|re)|Police|Court|Board|Committee|Union|Association|Institute|Foundation|Fund)$"
)


class Speakers:
    """Names speakers in full, and remembers how, so that they can be short from then on."""

    def __init__(self, desk: Desk, lowered: Lowered) -> None:
        self._desk = desk
        self._lowered = lowered
        self._forms: dict[str, str] = {}
        self._known: dict[Speaker, str | None] = {}
        self._definite: dict[str, bool] = {}
        places = {place.name for place in desk.account.places}
        people = (a.name for a in desk.account.actors if a.kind == "person" and a.named)
        self._people = set(people) - places
        bodies = (a.name for a in desk.account.actors if a.kind == "organisation")
        self._bodies = {fold(name) for name in bodies}
        self._family = _family_names(self._people)
        self._text = "\n".join(report.text for report in desk.account.reports)

    def of_statement(self, speaker: Speaker) -> str | None:
        """The speaker of a statement in words, or None where nobody can be named."""
        if speaker not in self._known:
            name = self._careful(speaker)
            is_named = name is not None and not _is_open(name)
            self._known[speaker] = (
                self._named(name, speaker.role, speaker.for_, speaker.span)
                if name is not None and is_named
                else None
            )
        return self._known[speaker]

    def _careful(self, speaker: Speaker) -> str | None:
        """The name with the words of caution before it: "initial findings of the coastguard"."""
        name, said = speaker.name, speaker.span
        if name is None or said is None or not is_cautious(said.exact) or is_cautious(name):
            return name
        return said.exact if fold(name) in fold(said.exact) and "," not in said.exact else None

    def of_origin(self, origin: Origin, evidence: Iterable[Span]) -> str | None:
        """The origin of a position in words; None where it has no name to be told by."""
        if origin.kind == "outlet":
            return self._outlet(evidence)
        if _is_open(origin.name):
            return None
        return self._named(origin.name, None, origin.for_, None)

    def named(self, name: str) -> str:
        """A name as it stands in a sentence: "the coastguard"."""
        return name if name in self._people else self._with_article(name, None)

    def outlet(self, report: str) -> str | None:
        """The outlet of a report, where it has one."""
        name = self._desk.reports[report].outlet
        return line(name) if name else None

    def shortened(self, texts: Iterable[str]) -> list[str]:
        """The texts in order, in which each person is in full only once."""
        met: set[str] = set()
        short: list[str] = []
        for text in texts:
            for form, name in sorted(self._forms.items(), key=lambda each: (-len(each[0]), each)):
                again = self._family.get(name, name)
                places = [m.start() for m in _ours(form).finditer(text)]
                for at in reversed(places if name in met else places[1:]):
                    text = text[:at] + again + text[at + len(form) :]
                text = text[0].upper() + text[1:]
            met.update(name for name in self._people if name in text)
            short.append(text)
        return short

    def _outlet(self, evidence: Iterable[Span]) -> str | None:
        return next((name for span in evidence if (name := self.outlet(span.report))), None)

    def _named(self, name: str, role: str | None, body: str | None, at: Span | None) -> str:
        if name not in self._people:
            return self._with_article(name, at)
        form = name
        if body is not None and fold(body) not in fold(name):
            if role and _ROLE.search(role) and body in self._text:
                form = f"{self._bare(body)} {role} {name}"
            elif fold(body) in self._bodies:
                form = f"{name} of {self._with_article(body, None, is_body=True)}"
        self._forms[form] = name
        return form

    def _bare(self, body: str) -> str:
        return re.sub(r"^(?:[Tt]he|[Aa]n?) ", "", line(body))

    def _with_article(self, name: str, at: Span | None, *, is_body: bool = False) -> str:
        """A body or group as the reports speak of it: "the coastguard", "an official"."""
        words = line(name)
        if (" " not in name and name[1:].islower()) or not all(map(_is_capital, name.split())):
            words = self._lowered(words)
        if at is not None:
            before = self._desk.reports[at.report].text[: at.start]
            told = _ARTICLE.search(before[-6:])
            if told and fold(at.exact) == fold(words):
                return f"{told[1].lower()} {words}"
            first, _, rest = at.exact.partition(" ")
            if first.lower() in ("the", "a", "an") and fold(rest) == fold(words):
                return f"{first.lower()} {words}"
        pattern = re.escape(words)
        if self._is_definite(words):
            return f"the {words}"
        ended = r"(?=[,.;]| (?:who|said|told|for)\b)"
        indefinite = re.search(rf"\b([Aa]n?) {pattern}{ended}", self._text)
        if words[0].islower() and is_body:
            return f"the {words}"
        if indefinite and not is_body:
            return f"{indefinite[1].lower()} {words}"
        if words[0].islower():
            return words if _PLURAL.search(words) else f"the {words}"
        if not is_body and _ROLE.search(words):
            return f"a {words}"
        return f"the {words}" if _OFFICE.search(words) else words

    def _is_definite(self, words: str) -> bool:
        """Whether the reports mostly set an article before these words."""
        if words not in self._definite:
            pattern = re.escape(words)
            named = rf"\b[Tt]he {pattern}\b(?! [A-Z]| news\b| agency\b)"
            definite = len(re.findall(named, self._text))
            plain = len(re.findall(rf"(?<![Tt]he )\b{pattern}\b", self._text))
            self._definite[words] = bool(definite) and definite * 2 >= plain
        return self._definite[words]


def _is_capital(word: str) -> bool:
    return not word[:1].islower() or word in ("of", "the", "and", "for", "in")


def _ours(form: str) -> re.Pattern[str]:
    """A name where the brief sets it: at the head, behind a semicolon or colon, in brackets."""
    words = f"(?i:{re.escape(form[0])}){re.escape(form[1:])}"
    return re.compile(rf"(?:^|(?<=[;:,] )|(?<=\()|(?<=According to )|(?<=” )){words}(?=[ ,.)])")


def _is_open(name: str) -> bool:
    """Whether a name names nobody: "unnamed speaker", "that one"."""
    last = fold(name.split()[-1]) if name.split() else ""
    is_title = len(last) <= _ABBREVIATED and last in titles()
    return fold(name) in retelling().words.nameless or points(name) or is_title


def _family_names(people: set[str]) -> dict[str, str]:
    """The last part of each full name that nobody else of the story bears."""
    # A name with words before it that are none of it ("PA Jan Novak") is no other bearer.
    full = {name for name in people if not any(name.endswith(f" {each}") for each in people)}
    bearers = Counter(name.split()[-1] for name in full if len(name.split()) > 1)
    last = {name: name.split()[-1] for name in sorted(people) if len(name.split()) > 1}
    return {name: family for name, family in last.items() if bearers[family] == 1}
