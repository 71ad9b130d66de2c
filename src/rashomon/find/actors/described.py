"""Described actors: people and bodies that a report points at by a common noun."""

from bisect import bisect_right

from rashomon.find.actors.bearers import Bearer
from rashomon.find.actors.countries import adjective_of
from rashomon.find.actors.posts import bare_start, noun_start, role_of
from rashomon.find.actors.standing import standing_of_noun
from rashomon.find.parse import Doc, Token
from rashomon.words.names import fold

_ACTS = frozenset({"nsubj", "nsubjpass", "agent"})
_BEHIND = frozenset({"by", "to", "from", "of", "with"})
_PERSONAL = frozenset({"spokesman", "post", "kin", "people"})
#: How many sentences may lie between "a spokesman said" and the name of the spokesman.
_REACH = 2


def described_bearers(doc: Doc, named: list[Bearer]) -> list[Bearer]:
    """The unnamed actors of a text, but for those that turn out to be a named one.

    "A spokesman said ..." is laid to the person whom one of the next sentences names as
    spokesman; "the coalition" to the one fuller "U.S.-led coalition". Mentions are added to
    the named bearers in place.
    """
    people = sorted(
        (min(one.spans)[0], number) for number, one in enumerate(named) if one.kind == "person"
    )
    covered = {at for one in named for first, last in one.spans for at in range(first, last + 1)}
    found: dict[str, Bearer] = {}
    for token in doc:
        if token.tag_ not in ("NN", "NNS", "NNP", "NNPS") or token.i in covered:
            continue
        group = role_of(token)
        if group is None or group == "document" or not _acts(token):
            continue
        first, last = described(token)
        name = _name_of(token, first, last)
        number = _foretold(token, group, named, people)
        if number is not None:
            named[number].take(first, token.i, name)
            named[number].stand(standing_of_noun(doc, token))
            continue
        bearer = found.setdefault(fold(name), Bearer(name, _kind(token, group), named=False))
        bearer.take(first, token.i, name)
        if group in ("spokesman", "post", "kin"):
            bearer.stand(standing_of_noun(doc, token))
    return _fuller(list(found.values()))


def described(noun: Token) -> tuple[int, int]:
    """First and last token of an unnamed actor's name: no article, number or clause.

    Of what follows the noun only a body served is kept: "spokesman for the harbour office".
    """
    first, last = bare_start(noun.doc, noun_start(noun), noun.i), noun.i
    if role_of(noun) in ("spokesman", "post"):
        after = next(
            (c for c in noun.rights if c.dep_ == "prep" and c.lower_ in ("for", "of")), None
        )
        if after is not None and after.i == noun.i + 1:
            last = _simple_end(after)
    return first, last


def described_name(noun: Token) -> str:
    """The words of `described`; a country's body by its adjective, as others call it.

    "Norway's army" is the "Norwegian army".
    """
    return _name_of(noun, *described(noun))


def _name_of(noun: Token, first: int, last: int) -> str:
    words = [token.text for token in noun.doc[first : last + 1]]
    owned = next((at for at, token in enumerate(noun.doc[first:last]) if token.tag_ == "POS"), 0)
    country = adjective_of(" ".join(words[:owned])) if owned and role_of(noun) == "body" else None
    if country is None:
        return " ".join(noun.doc[first : last + 1].text.split())
    return " ".join([country, *words[owned + 1 :]])


def _acts(token: Token) -> bool:
    if token.dep_ in _ACTS or (token.dep_ == "conj" and token.head.dep_ in _ACTS):
        return True
    return token.dep_ == "pobj" and token.head.lower_ in _BEHIND


def _simple_end(preposition: Token) -> int:
    """The end of a phrase without the clause or the place that hangs on its noun."""
    head = next((child for child in preposition.children if child.dep_ == "pobj"), None)
    if head is None:
        return preposition.i - 1
    of = next((c for c in head.rights if c.dep_ == "prep" and c.lower_ == "of"), None)
    return _simple_end(of) if of is not None and of.i == head.i + 1 else head.i


def _kind(token: Token, group: str) -> str:
    if group == "body":
        return "organisation"
    many = token.tag_ in ("NNS", "NNPS") or token.lower_ == "people"
    return "group" if many else "person"


def _foretold(
    token: Token, group: str, named: list[Bearer], people: list[tuple[int, int]]
) -> int | None:
    """The number of the person whom the next sentences first name: "a spokesman", "a woman"."""
    if group not in _PERSONAL or token.tag_ != "NN":
        return None
    if not any(child.lower_ in ("a", "an") for child in token.lefts):
        return None
    if any(child.dep_ == "appos" for child in token.children):
        return None
    limit = token.sent.end
    for _ in range(_REACH):
        limit = token.doc[limit].sent.end if limit < len(token.doc) else limit
    begin, end = bisect_right(people, (token.i, len(named))), bisect_right(people, (limit, -1))
    fitting = [
        number
        for _, number in people[begin:end]
        if _fits(named[number], token, group)
        and (not _has_of(token) or _taken_up(token.doc, named[number], token))
        and (group != "spokesman" or _of_one_body(token, named[number]))
    ]
    return fitting[0] if len(fitting) == 1 else None


def _taken_up(doc: Doc, person: Bearer, token: Token) -> bool:
    """Whether a person is introduced as the one just spoken of: "The spokesman, Full Name"."""
    first = min(person.spans)[0]
    before = [one for one in doc[max(0, first - 5) : first] if one.tag_ not in ("NNP", "NNPS")]
    words = [one.lower_ for one in before if one.text != "."]
    return words[-3:] == ["the", token.lower_, ","] or words[-2:] == ["the", token.lower_]


def _of_one_body(token: Token, person: Bearer) -> bool:
    """Whether a bare spokesman may speak for the body of one named later: it is spoken of here.

    "The Greens walked out. "It is a sham," a spokesman said. Reds spokesman X said ...".
    """
    bare = all(child.dep_ == "det" for child in token.lefts)
    if not bare or person.serves is None or person.serves[0] > min(person.spans)[0]:
        return True
    doc, (first, last) = token.doc, person.serves
    start = doc[max(0, token.sent.start - 1)].sent.start
    words = {word.lower_ for word in doc[start : token.sent.end]}
    return any(word.lower_ in words for word in doc[first : last + 1])


def _has_of(token: Token) -> bool:
    return any(c.dep_ == "prep" and c.lower_ in ("for", "of") for c in token.rights)


def _fits(person: Bearer, token: Token, group: str) -> bool:
    """A post must be the same post; "a woman", "a man" may be anybody without a post."""
    words = fold(person.role or "").split()
    if group == "people":
        return person.role is None or token.lemma_.lower() in words
    return token.lemma_.lower() in words


def _fuller(bearers: list[Bearer]) -> list[Bearer]:
    """Lay "the coalition" to the one fuller "U.S.-led coalition" of the report."""
    by_noun: dict[str, list[Bearer]] = {}
    for one in bearers:
        words = fold(one.name).split()
        if len(words) > 1:
            by_noun.setdefault(words[-1], []).append(one)
    kept: list[Bearer] = []
    for one in bearers:
        full = by_noun.get(fold(one.name), [])
        if not full and one.kind == "person" and " " in one.name:
            ends = " " + fold(one.name)
            alike = by_noun.get(fold(one.name).split()[-1], [])
            full = [other for other in alike if fold(other.name).endswith(ends)]
        if one.kind != "group" and len(full) == 1:
            for (first, last), form in zip(one.spans, one.forms, strict=True):
                full[0].take(first, last, form)
        else:
            kept.append(one)
    return kept
