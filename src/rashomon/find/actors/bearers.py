"""Bearers: the mentions of names laid together, one bearer each, persons apart from bodies."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rashomon.find.actors.names import ProperName
from rashomon.find.actors.posts import has_legal_form, is_company_word, without_legal_form
from rashomon.find.actors.standing import Standing, standing_of
from rashomon.find.parse import Doc
from rashomon.words.names import (
    canonical_body,
    fold,
    initials,
    is_abbreviation_of,
    person_parts,
    same_person,
    strip_article,
)

#: So many words lie between a name and the short form by which it is known.
_KNOWN = 8
#: Labels of names that an apposition alone does not make persons: "Erie, Pa., resident".
_PLACES = frozenset({"GPE", "LOC", "NORP", "FAC"})


@dataclass(slots=True)
class Bearer:
    """An actor while it is put together.

    `spans` are the first and last tokens of its mentions, `forms` what they say, `labels` the
    model's; `serves` the tokens of the words for the body served.
    """

    name: str
    kind: str
    named: bool = True
    spans: list[tuple[int, int]] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)
    labels: set[str] = field(default_factory=set)
    role: str | None = None
    serves: tuple[int, int] | None = None

    def take(self, first: int, last: int, form: str) -> None:
        """Add a mention: its tokens and its form."""
        self.spans.append((first, last))
        self.forms.append(form)

    def stand(self, standing: Standing | None) -> None:
        """Take over a role and the body served, where none is known yet."""
        if standing is not None:
            self.role = self.role or standing.role
            self.serves = self.serves or standing.serves


def named_bearers(doc: Doc, mentions: tuple[ProperName, ...]) -> list[Bearer]:
    """The bearers of all proper names, persons first."""
    standings = {one: standing_of(doc, one) for one in mentions}
    people = _people(doc, mentions, standings)
    taken = {one for found in people.values() for one in found}
    persons = [_person(name, found, standings) for name, found in people.items()]
    return persons + _bodies(doc, [one for one in mentions if one not in taken])


def _kinds(
    doc: Doc, mentions: tuple[ProperName, ...], standings: dict[ProperName, Standing | None]
) -> dict[str, str]:
    """Each folded name's kind: a title or a role decides, then name words, then the labels."""
    labels: dict[str, Counter[str]] = {}
    hints: dict[str, Counter[str]] = {}
    companies = {fold(_usual(one)) for one in mentions if has_legal_form(one.name)}
    for one in mentions:
        standing = standings[one]
        stands = standing is not None and standing.role is not None
        weak = one.kind == "unknown" and one.label == "ORG" and " " in one.name
        personal = (
            one.titled
            or (weak and _speaks_on(doc, one))
            or (stands and (" " in one.name or one.label not in _PLACES))
        )
        hint = "titled" if personal and one.kind != "organisation" else one.kind
        labels.setdefault(fold(one.name), Counter())[one.label] += 1
        hints.setdefault(fold(one.name), Counter())[hint] += 1
    kinds = {name: _kind(hints[name], labels[name]) for name in hints}
    return kinds | dict.fromkeys(companies & kinds.keys(), "organisation")


def _kind(hints: Counter[str], labels: Counter[str]) -> str:
    if hints["titled"] > hints["organisation"]:
        return "person"
    if hints["organisation"]:
        return "organisation"
    others = labels["ORG"] + labels["GPE"] + labels["NORP"]
    return "person" if hints["person"] or labels["PERSON"] > others else "organisation"


class _Persons:
    """Full names by family and by given name, each with its mentions."""

    def __init__(self, standings: Mapping[ProperName, Standing | None]) -> None:
        self.mentions: dict[str, list[ProperName]] = {}
        self._standings = standings
        self._family: dict[str, list[str]] = {}
        self._given: dict[str, list[str]] = {}

    def add(self, one: ProperName) -> None:
        """Lay a full name to its bearer, known or new."""
        parts = person_parts(one.name)
        alike = self._family.setdefault(parts[-1], [])
        known = next((name for name in alike if same_person(name, one.name) == "certain"), None)
        if known is None:
            alike.append(one.name)
            self._given.setdefault(parts[0], []).append(one.name)
        self.mentions.setdefault(known or one.name, []).append(one)

    def bearer_of(self, part: str, one: ProperName) -> str | None:
        """The person whose family name this is: of several the one of the role beside it, then the
        last one named before, else the next one."""
        bearers = self._family.get(part, [])
        if not bearers and (one.label != "PERSON" or one.titled):
            return None
        # A given name is short for a full one already told.
        before = self._named_before(bearers or self._given.get(part, []), one)
        role = self._role(one)
        alike = [name for name in before if role and role in map(self._role, self.mentions[name])]
        return next(iter((*alike, *before, *bearers)), None)

    def _named_before(self, names: Sequence[str], one: ProperName) -> list[str]:
        """Those of the persons who are named before a mention, the last one first."""
        last: dict[str, int] = {}
        for name in names:
            told = [each.first for each in self.mentions[name] if each.first <= one.first]
            if told:
                last[name] = max(told)
        return sorted(last, key=lambda name: -last[name])

    def _role(self, one: ProperName) -> str | None:
        standing = self._standings[one]
        return fold(standing.role) if standing is not None and standing.role else None


def _people(
    doc: Doc, mentions: tuple[ProperName, ...], standings: dict[ProperName, Standing | None]
) -> dict[str, list[ProperName]]:
    """Full name to mentions; lone family and given names are laid to their bearer."""
    kinds = _kinds(doc, mentions, standings)
    full = _Persons(standings)
    for one in mentions:
        if kinds[fold(one.name)] == "person" and len(person_parts(one.name)) > 1:
            full.add(one)
    alone: dict[str, list[ProperName]] = {}
    for one in mentions:
        parts = person_parts(one.name)
        bearer = full.bearer_of(parts[0], one) if len(parts) == 1 else None
        if bearer is not None:
            full.mentions[bearer].append(one)
        elif len(parts) == 1 and kinds[fold(one.name)] == "person":
            alone.setdefault(one.name, []).append(one)
    return {**full.mentions, **alone}


def _person(
    name: str, mentions: list[ProperName], standings: dict[ProperName, Standing | None]
) -> Bearer:
    bearer = Bearer(name, "person")
    for one in sorted(mentions, key=lambda one: one.first):
        bearer.take(one.first, one.last, one.name)
        bearer.stand(standings[one])
    return bearer


def _bodies(doc: Doc, mentions: list[ProperName]) -> list[Bearer]:
    """Bodies by canonical name; short forms are laid to the name they are defined by or made of."""
    names = list(dict.fromkeys(_usual(one) for one in mentions))
    longer = _by_initials(names) | _joined(names) | _shortened(mentions) | _defined(doc, mentions)
    bearers: dict[str, Bearer] = {}
    for one in mentions:
        short = _usual(one)
        name = longer.get(short, short)
        bearer = bearers.setdefault(fold(name), Bearer(name, "organisation"))
        bearer.take(one.first, one.last, strip_article(one.name))
        bearer.labels.add(one.label)
    return list(bearers.values())


def _usual(mention: ProperName) -> str:
    """The usual name of a body, without a legal form behind it."""
    return canonical_body(without_legal_form(mention.name))


def _by_initials(names: list[str]) -> dict[str, str]:
    """Short names to the first name of the report that has their initials."""
    made: dict[str, str] = {}
    for long in names:
        for letters in initials(long):
            made.setdefault(letters, long)
    found = {short: made.get(fold(short).replace(" ", "")) for short in names}
    return {s: long for s, long in found.items() if long and is_abbreviation_of(s, long)}


def _joined(names: list[str]) -> dict[str, str]:
    """Names that only a space tells apart, to the first of them: "BlueHarbour", "Blue Harbour"."""
    inner = {fold(name) for name in names if any(c.isupper() for c in name[1:])}
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(fold(name).replace(" ", ""), name)
    found = {name: first[fold(name).replace(" ", "")] for name in names}
    return {
        name: one for name, one in found.items() if name != one and {fold(name), fold(one)} & inner
    }


def _shortened(mentions: list[ProperName]) -> dict[str, str]:
    """Names to the one longer name that only adds what a company is: "Brevor", "Brevor Steel"."""
    labels: dict[str, set[str]] = {}
    for one in mentions:
        labels.setdefault(_usual(one), set()).add(one.label)
    found: dict[str, set[str]] = {}
    for long in labels:
        words = long.split()
        keep = len(words)
        while keep > 1 and is_company_word(words[keep - 1]):
            keep -= 1
            short = " ".join(words[:keep])
            if not labels.get(short, _PLACES) <= _PLACES:
                found.setdefault(short, set()).add(long)
    return {short: next(iter(longs)) for short, longs in found.items() if len(longs) == 1}


def _defined(doc: Doc, mentions: list[ProperName]) -> dict[str, str]:
    """Short forms that the text defines: "Clean Rivers Network (CRIN)", "known as the CRIN"."""
    ends = {one.last: one for one in mentions}
    defined = {}
    for one in mentions:
        opened = one.first - 1
        known = _known_as(doc, one)
        if known in ends and " " in ends[known].name:
            defined[_usual(one)] = _usual(ends[known])
        long = ends.get(opened - 1)
        closed = one.last + 1 < len(doc) and doc[one.last + 1].text == ")"
        if long is None or not closed or doc[opened].text != "(":
            continue
        short = fold(one.name)
        if (
            " " in long.name
            and " " not in short
            and short[0] in {w[0] for w in fold(long.name).split()}
        ):
            defined[_usual(one)] = _usual(long)
    return defined


def _known_as(doc: Doc, short: ProperName) -> int | None:
    """Where the name ends that a short form stands for: "Full Name, known by its initials FN"."""
    if not short.name.isupper():
        return None
    for at in range(short.first - 1, max(short.first - _KNOWN, 1), -1):
        if doc[at].lower_ == "known" and doc[at - 1].text == ",":
            return at - 2
    return None


def _speaks_on(doc: Doc, one: ProperName) -> bool:
    """Whether the next sentence goes on about a name's bearer as "he" or "she"."""
    sentence, end = doc[one.last].sent, doc[one.last].sent.end
    if doc[one.last].dep_ != "nsubj" or doc[one.last].head.i != sentence.root.i or end >= len(doc):
        return False
    if any(token.ent_type_ == "PERSON" for token in sentence):
        return False
    for token in doc[end].sent:
        if token.lower_ in ("he", "she"):
            return True
        if token.ent_type_ == "PERSON":
            return False
    return False
