"""Actors: who a report names or points at, each once, with all the forms that mean the same."""

from bisect import bisect_left

from rashomon.actor import Actor
from rashomon.find.actors.bearers import Bearer, named_bearers
from rashomon.find.actors.described import described_bearers
from rashomon.find.actors.names import find_names
from rashomon.find.actors.posts import is_general, is_head, role_of
from rashomon.find.cues import is_verb_cue
from rashomon.find.parse import Parsed, Token
from rashomon.report import content_id
from rashomon.words.names import canonical_body, fold, strip_article

#: Labels of names that are actors only where they speak or act: "North Korea said".
_PLACES = frozenset({"GPE", "LOC", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", ""})


def find_actors(parsed: Parsed) -> tuple[Actor, ...]:
    """The actors of a report by first mention: people, bodies, and unnamed speakers.

    Kinds come from titles, roles, name words and the model's labels together, over all mentions
    of a name. A lone family name is laid to the one person who bears it in full; an
    abbreviation to the name in the report with its initials or its definition; well-known
    bodies by data/aliases.toml.
    """
    named = named_bearers(parsed.doc, find_names(parsed))
    unnamed = described_bearers(parsed.doc, named)
    bodies = _Bodies(parsed, named, unnamed)
    kept = [one for one in named if not _is_place(parsed, one)]
    return tuple(
        sorted(
            (_actor(parsed, one, bodies) for one in [*kept, *unnamed]),
            key=lambda actor: (actor.mentions[0].start, actor.mentions[0].end, actor.name),
        )
    )


def _is_place(parsed: Parsed, bearer: Bearer) -> bool:
    """Whether a name is only a place here: labelled so, and nowhere the subject of a cue."""
    if bearer.kind == "person" or not bearer.labels <= _PLACES or bearer.labels == {""}:
        return False
    tokens = [parsed.doc[last] for _, last in bearer.spans]
    if any(t.ent_type_ == "PRODUCT" and _is_called_body(t) for t in tokens):
        return False
    return not any(t.dep_ in ("nsubj", "agent") and is_verb_cue(t.head) for t in tokens)


def _is_called_body(name: Token) -> bool:
    """Whether a name stands beside the noun for a body: "the Kestrel, an aid website"."""
    return name.dep_ in ("nmod", "appos", "compound") and role_of(name.head) == "body"


class _Bodies:
    """The bodies of a report, to be asked which one the words after "spokesman for" mean."""

    def __init__(self, parsed: Parsed, named: list[Bearer], unnamed: list[Bearer]) -> None:
        self._doc = parsed.doc
        self._by_last = {last: one for one in named for _, last in one.spans}
        self._forms = {
            fold(form): one.name
            for one in [*unnamed, *named]
            if one.kind == "organisation"
            for form in one.forms
        }
        self._subjects = sorted(
            (last, one.name)
            for one in named
            if one.kind == "organisation"
            for _, last in one.spans
            if is_verb_cue(_governor(self._doc[last]))
        )

    def name(self, first: int, last: int) -> str | None:
        """The canonical name of the body that the tokens name, or their own words.

        None where they name a person, or where "its" has no body before it.
        """
        bearer = self._by_last.get(last)
        if bearer is not None:
            # A lone name before a post is a body's, whatever its label: "Kestrel founder".
            person = bearer.kind == "person" and (bearer.role or " " in bearer.name)
            return None if person else bearer.name
        if self._doc[last].tag_ == "PRP$":
            return self._owner(first)
        words = strip_article(" ".join(self._doc[first : last + 1].text.split()))
        known = self._forms.get(fold(words)) or self._fuller(fold(words))
        pointing = first == last or is_general(self._doc[last])
        if known is None and pointing and role_of(self._doc[last]) == "body":
            known = self._pointed(first)
        return known or canonical_body(words)

    def _fuller(self, words: str) -> str | None:
        """The one body whose name ends in the words: "coalition", "U.S.-led coalition"."""
        fuller = {name for form, name in self._forms.items() if form.endswith(" " + words)}
        return fuller.pop() if len(fuller) == 1 else None

    def _pointed(self, first: int) -> str | None:
        """The last body that was a subject before "the group's"."""
        if first == 0 or self._doc[first - 1].lower_ != "the":
            return None
        return self._last_before(first)

    def _owner(self, its: int) -> str | None:
        """Whose "its" is: that of the noun described, else the one body that the sentence names.

        "Pell Ltd criticised Marl Ltd's board, led by its chief executive": Marl's. Where no body
        is named before, the last that was a subject; between two it is left open.
        """
        named = self._named_before(its)
        for one in (above for above in self._doc[its].ancestors if above.i < its):
            owners = [child for child in one.lefts if child.dep_ == "poss"]
            owners += [one] if one.pos_ in ("NOUN", "PROPN") else []
            found = [name for each in owners if (name := self._body_at(each.i)) is not None]
            if found:
                return found[0]
            if any(child.dep_ in ("nsubj", "nsubjpass") for child in one.lefts):
                break
        if len(named) > 1:
            return None
        return next(iter(named), None) or self._last_before(its)

    def _body_at(self, last: int) -> str | None:
        bearer = self._by_last.get(last)
        return bearer.name if bearer is not None and bearer.kind == "organisation" else None

    def _named_before(self, at: int) -> set[str]:
        """The bodies that the sentence of a token names before it."""
        begin = self._doc[at].sent.start
        return {name for one in range(begin, at) if (name := self._body_at(one)) is not None}

    def only_before(self, at: int) -> str | None:
        """The one body that has spoken before a token, for "Chief Executive X"; else None.

        None too where the sentence names another, whose chief executive it may be.
        """
        spoke = {name for _, name in self._subjects[: bisect_left(self._subjects, (at, ""))]}
        spoke |= self._named_before(at) if spoke else set()
        return spoke.pop() if len(spoke) == 1 else None

    def _last_before(self, first: int) -> str | None:
        at = bisect_left(self._subjects, (first, ""))
        return self._subjects[at - 1][1] if at else None


def _governor(token: Token) -> Token:
    """The head of a name's last word, or the word after it where the parse lost the subject."""
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    return token.head if token.dep_ == "nsubj" else after


def _actor(parsed: Parsed, bearer: Bearer, bodies: _Bodies) -> Actor:
    mentions = sorted(
        {parsed.span_of(parsed.doc[first : last + 1]) for first, last in bearer.spans}
    )
    forms = dict.fromkeys(form for form in bearer.forms if form != bearer.name)
    return Actor(
        id=content_id("a", parsed.report.id, bearer.name, mentions[0].start),
        name=bearer.name,
        kind=bearer.kind,
        role=bearer.role,
        for_=_served(bearer, bodies),
        named=bearer.named,
        aliases=tuple(forms),
        mentions=tuple(mentions),
    )


def _served(bearer: Bearer, bodies: _Bodies) -> str | None:
    """The body that a person serves, as the words beside the name or the report tell it."""
    if bearer.serves is not None:
        return bodies.name(*bearer.serves)
    if bearer.named and bearer.kind == "person" and bearer.role and is_head(bearer.role):
        return bodies.only_before(min(bearer.spans)[0])
    return None
