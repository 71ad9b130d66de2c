"""Actors: who a report names or points at, each once, with all the forms that mean the same."""

from collections import Counter
from dataclasses import dataclass, field

from rashomon.actor import Actor
from rashomon.find.mentions import Mention, find_mentions
from rashomon.find.parse import Doc, Parsed, Token
from rashomon.find.posts import bare_start, noun_start, role_of
from rashomon.find.standing import Standing, standing_of, standing_of_noun
from rashomon.report import Span, content_id
from rashomon.words.names import (
    canonical_body,
    fold,
    is_abbreviation_of,
    person_parts,
    same_person,
    strip_article,
)

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})


@dataclass(slots=True)
class _Bearer:
    """An actor while it is put together: its mentions, and the votes on its kind."""

    name: str
    kind: str
    named: bool = True
    spans: list[tuple[int, int]] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)
    role: str | None = None
    serves: str | None = None


def find_actors(parsed: Parsed) -> tuple[Actor, ...]:
    """The actors of a report by first mention: people, bodies, and unnamed speakers.

    Kinds come from titles, roles, name words and the model's labels together, over all mentions
    of a name. A lone family name is laid to the one person who bears it in full; an
    abbreviation to the name in the report with its initials; well-known bodies by
    data/aliases.toml.
    """
    mentions = find_mentions(parsed)
    bearers = _people(parsed.doc, mentions)
    taken = {mention for bearer in bearers.values() for mention in bearer}
    people = [_person(parsed.doc, name, found) for name, found in bearers.items()]
    bodies = _bodies(parsed.doc, [one for one in mentions if one not in taken])
    named = [*people, *bodies]
    covered = {at for one in named for first, last in one.spans for at in range(first, last + 1)}
    unnamed = _descriptions(parsed.doc, covered, named)
    return _actors(parsed, [*named, *unnamed])


def _votes(mentions: tuple[Mention, ...]) -> dict[str, str]:
    """Each folded name's kind: a title decides, then name words, then the model's labels."""
    labels: dict[str, Counter[str]] = {}
    kinds: dict[str, Counter[str]] = {}
    for one in mentions:
        labels.setdefault(fold(one.name), Counter())[one.label] += 1
        kinds.setdefault(fold(one.name), Counter())["titled" if one.titled else one.kind] += 1
    decided = {}
    for name, count in kinds.items():
        if count["titled"] and not count["organisation"]:
            decided[name] = "person"
        elif count["organisation"]:
            decided[name] = "organisation"
        else:
            label = labels[name]
            person = label["PERSON"] > label["ORG"] + label["GPE"] + label["NORP"]
            decided[name] = "person" if person or count["person"] else "organisation"
    return decided


def _people(doc: Doc, mentions: tuple[Mention, ...]) -> dict[str, list[Mention]]:
    """Full name to mentions, lone family and given names laid to their bearer."""
    votes = _votes(mentions)
    for one in mentions:
        standing = standing_of(doc, one)
        if standing and standing.role and " " in one.name and one.kind != "organisation":
            votes[fold(one.name)] = "person"
    full: dict[str, list[Mention]] = {}
    for one in mentions:
        if votes[fold(one.name)] == "person" and len(person_parts(one.name)) > 1:
            known = next((name for name in full if same_person(name, one.name) == "certain"), None)
            full.setdefault(known or one.name, []).append(one)
    alone: dict[str, list[Mention]] = {}
    for one in mentions:
        parts = person_parts(one.name)
        if len(parts) != 1:
            continue
        bearer = _bearer_of(parts[0], one, full)
        if bearer:
            full[bearer].append(one)
        elif votes[fold(one.name)] == "person":
            alone.setdefault(one.name, []).append(one)
    return {**full, **alone}


def _bearer_of(part: str, one: Mention, full: dict[str, list[Mention]]) -> str | None:
    """The person whose family name this is: the last one named before, else the next one."""
    bearers = [name for name in full if person_parts(name)[-1] == part]
    if not bearers and one.label == "PERSON":
        bearers = [name for name in full if person_parts(name)[0] == part]
    before = [name for name in bearers if full[name][0].first <= one.first]
    return next(reversed(before or bearers), None)


def _person(doc: Doc, name: str, mentions: list[Mention]) -> _Bearer:
    bearer = _Bearer(name, "person")
    for one in sorted(mentions, key=lambda one: one.first):
        bearer.spans.append((one.first, one.last))
        bearer.forms.append(one.name)
        standing = standing_of(doc, one)
        if standing and (bearer.role is None or bearer.serves is None):
            _stand(doc, bearer, standing)
    return bearer


def _stand(doc: Doc, bearer: _Bearer, standing: Standing) -> None:
    bearer.role = bearer.role or standing.role
    if standing.serves and bearer.serves is None:
        first, last = standing.serves
        bearer.serves = " ".join(doc[first : last + 1].text.split())


def _bodies(doc: Doc, mentions: list[Mention]) -> list[_Bearer]:
    """Bodies by canonical name; abbreviations laid to the name with their initials."""
    names = list(dict.fromkeys(canonical_body(one.name) for one in mentions))
    longer = {
        short: next((long for long in names if is_abbreviation_of(short, long)), short)
        for short in names
    }
    bearers: dict[str, _Bearer] = {}
    for one in mentions:
        name = longer[canonical_body(one.name)]
        bearer = bearers.setdefault(fold(name), _Bearer(name, "organisation"))
        bearer.spans.append((one.first, one.last))
        bearer.forms.append(strip_article(one.name))
    return list(bearers.values())


def _descriptions(doc: Doc, covered: set[int], named: list[_Bearer]) -> list[_Bearer]:
    """Unnamed actors: subjects and agents whose noun stands for people or bodies."""
    found: dict[str, _Bearer] = {}
    for token in doc:
        if token.i in covered or token.tag_ not in ("NN", "NNS", "NNP", "NNPS"):
            continue
        group = role_of(token)
        if group in (None, "document") or not _acts(token):
            continue
        first, last = described(doc, token)
        name = " ".join(doc[first : last + 1].text.split())
        if not name:
            continue
        kind = _kind_of_noun(token, group)
        bearer = found.setdefault(fold(name), _Bearer(name, kind, named=False))
        bearer.spans.append((first, token.i))
        bearer.forms.append(name)
        if group in ("spokesman", "post", "kin") and bearer.role is None:
            _stand(doc, bearer, standing_of_noun(doc, token))
    return _fuller(list(found.values()))


def _acts(token: Token) -> bool:
    if token.dep_ in _SUBJECTS or (token.dep_ == "conj" and token.head.dep_ in _SUBJECTS):
        return True
    return token.dep_ == "pobj" and token.head.lower_ in ("by", "to", "from", "of", "with")


def described(doc: Doc, noun: Token) -> tuple[int, int]:
    """First and last token of an unnamed actor's name: no article, no clause; "for X", "of X" kept."""
    first, last = bare_start(doc, noun_start(noun), noun.i), noun.i
    if role_of(noun) in ("spokesman", "post"):
        after = next(
            (c for c in noun.rights if c.dep_ == "prep" and c.lower_ in ("for", "of")), None
        )
        if after is not None and after.i == noun.i + 1:
            last = _simple_end(after)
    return first, last


def _simple_end(preposition: Token) -> int:
    """The end of a prepositional phrase without what hangs on its noun by a verb or a further phrase."""
    head = next((child for child in preposition.children if child.dep_ == "pobj"), None)
    if head is None:
        return preposition.i - 1
    of = next((c for c in head.rights if c.dep_ == "prep" and c.lower_ == "of"), None)
    return _simple_end(of) if of is not None and of.i == head.i + 1 else head.i


def _kind_of_noun(token: Token, group: str) -> str:
    if group == "body":
        return "organisation"
    return (
        "group"
        if token.tag_ in ("NNS", "NNPS") or token.lower_ in ("people", "police")
        else "person"
    )


def _fuller(bearers: list[_Bearer]) -> list[_Bearer]:
    """Lay "the coalition" to the one fuller "U.S.-led coalition" of the report."""
    kept: list[_Bearer] = []
    for one in bearers:
        word = fold(one.name)
        full = [b for b in bearers if fold(b.name).split()[-1:] == [word] and fold(b.name) != word]
        if one.kind == "organisation" and " " not in word and len(full) == 1:
            full[0].spans.extend(one.spans)
            full[0].forms.extend(one.forms)
        else:
            kept.append(one)
    return kept


def _actors(parsed: Parsed, bearers: list[_Bearer]) -> tuple[Actor, ...]:
    names = {fold(form): one.name for one in bearers for form in one.forms}
    return tuple(
        sorted(
            (_actor(parsed, one, names) for one in bearers if one.spans),
            key=lambda actor: (actor.mentions[0].start, actor.mentions[0].end, actor.name),
        )
    )


def _actor(parsed: Parsed, bearer: _Bearer, names: dict[str, str]) -> Actor:
    mentions: list[Span] = sorted(
        {parsed.span_of(parsed.doc[first : last + 1]) for first, last in bearer.spans}
    )
    serves = bearer.serves
    if serves is not None:
        serves = names.get(fold(serves)) or names.get(fold(strip_article(serves)), serves)
        serves = canonical_body(serves)
    forms = dict.fromkeys(form for form in bearer.forms if form != bearer.name)
    return Actor(
        id=content_id("a", parsed.report.id, bearer.name, mentions[0].start),
        name=bearer.name,
        kind=bearer.kind,
        role=bearer.role,
        for_=serves,
        named=bearer.named,
        aliases=tuple(forms),
        mentions=tuple(mentions),
    )
