"""Posts: what a common noun says about who somebody is and for whom they speak."""

from dataclasses import dataclass
from functools import cache, lru_cache

from rashomon.find.parse import Doc, Token
from rashomon.words.names import fold, ranks, title_words, titles
from rashomon.words.tables import table

#: Dependencies of words that belong to the noun they stand before.
_BEFORE = frozenset(
    {"compound", "amod", "nmod", "poss", "nummod", "punct", "det", "case", "npadvmod"}
)


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of bodies: the nouns that point back at one, and words that its name may hold."""

    nouns: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoleTable:
    """data/roles.toml."""

    speaks_for: tuple[str, ...]
    posts: tuple[str, ...]
    post_endings: tuple[str, ...]
    people: tuple[str, ...]
    kin: tuple[str, ...]
    describing: tuple[str, ...]
    sovereigns: tuple[str, ...]
    bodies: tuple[str, ...]
    general: tuple[str, ...]
    channels: tuple[str, ...]
    heads: tuple[str, ...]
    documents: tuple[str, ...]
    voices: tuple[str, ...]
    human_verbs: tuple[str, ...]
    outlets: tuple[str, ...]
    outlet_words: tuple[str, ...]
    credits: tuple[str, ...]
    body_words: tuple[str, ...]
    legal: tuple[str, ...]
    sort: tuple[Sort, ...]


@dataclass(frozen=True, slots=True)
class Honours:
    """What data/titles.toml lists behind names."""

    honours: tuple[str, ...]


@cache
def role_table() -> RoleTable:
    """The table of roles."""
    return table("roles", RoleTable)


@cache
def _groups() -> dict[str, str]:
    """Lemma to its group: spokesman, post, people, kin, body or document."""
    words = role_table()
    groups = {
        "document": words.documents,
        "body": words.bodies,
        "people": words.people,
        "kin": words.kin,
        "post": words.posts,
        "spokesman": words.speaks_for,
    }
    return {lemma: group for group, lemmas in groups.items() for lemma in lemmas}


def is_general(token: Token) -> bool:
    """Whether a body's noun is so general that the words before it do not name it."""
    return token.lemma_.lower() in role_table().general


def is_channel(token: Token) -> bool:
    """Whether a body's noun is a channel for the words of others, for whom nobody speaks."""
    return token.lower_ in role_table().channels


def describes(token: Token) -> bool:
    """Whether a noun only describes somebody known ("the survivor"), with no other beside them."""
    return token.lemma_.lower() in role_table().describing


def is_voice(token: Token) -> bool:
    """Whether a document is a body's own voice ("the statement"), not a work about something."""
    return token.lemma_.lower() in role_table().voices


def is_head(role: str) -> bool:
    """Whether a role is to head a body: there is one such post, and a body to it."""
    return role.casefold() in role_table().heads


@cache
def _body_words() -> frozenset[str]:
    return frozenset(fold(word) for word in role_table().body_words)


def role_of(token: Token) -> str | None:
    """The group of a common noun in data/roles.toml, or None."""
    return _group_of(token.lemma_.lower(), token.lower_)


@lru_cache(maxsize=16384)
def _group_of(lemma: str, word: str) -> str | None:
    group = _groups().get(lemma) or _groups().get(word)
    return group or ("post" if lemma.endswith(role_table().post_endings) else None)


def is_post(token: Token) -> bool:
    """Whether a token names a post, a calling or a spokesman, capitalised or not."""
    return role_of(token) in ("spokesman", "post")


def is_title(token: Token) -> bool:
    """Whether a capitalised token is a title, rank or office before a name."""
    return token.text[:1].isupper() and fold(token.text) in titles()


def is_sovereign(token: Token) -> bool:
    """Whether an office is as good as a name: "the Queen", "the Pope"."""
    return token.lemma_.lower() in role_table().sovereigns


@cache
def _honours() -> frozenset[str]:
    return frozenset(map(fold, table("titles", Honours).honours))


def is_suffix(text: str) -> bool:
    """Whether a capitalised word is set behind a name and is no part of it ("MP", "QC")."""
    return text[:1].isupper() and fold(text) in _honours()


def is_outlet_sign(text: str) -> bool:
    """Whether a word is an outlet's name or makes one ("BBC", "News")."""
    words = role_table()
    return text in words.outlets or fold(text) in words.outlet_words


def is_title_word(token: Token) -> bool:
    """Whether a capitalised token is a word of a title ("Prime", "Vice"), or "chief" before one."""
    return token.lower_ == "chief" or (
        token.text[:1].isupper() and fold(token.text) in title_words()
    )


def is_rank(token: Token) -> bool:
    """Whether a capitalised token is a rank, which tells no body and gives way to any post."""
    return token.text[:1].isupper() and fold(token.text) in ranks()


def is_body_word(text: str) -> bool:
    """Whether a capitalised word makes a name the name of a body ("Forces", "Ministry")."""
    return fold(text) in _body_words()


@cache
def _company_words() -> frozenset[str]:
    """The words of company names: those of the sort that "the company" points at."""
    return frozenset(
        fold(word) for sort in role_table().sort if "company" in sort.nouns for word in sort.words
    )


@cache
def _legal_forms() -> frozenset[str]:
    return frozenset(map(fold, role_table().legal))


def is_company_word(text: str) -> bool:
    """Whether a word in a name only tells that it is a company's ("Ltd", "Airlines")."""
    return fold(text) in _company_words() | _legal_forms()


def has_legal_form(name: str) -> bool:
    """Whether a name ends in a legal form ("Kestrel Ltd"), as a company's does and no person's."""
    return without_legal_form(name) != name.rstrip(",")


def without_legal_form(name: str) -> str:
    """A company's name without "Inc" or "Ltd" behind it; never empty."""
    words = name.split()
    while len(words) > 1 and fold(words[-1]) in _legal_forms():
        words.pop()
    return " ".join(words).rstrip(",")


def noun_start(head: Token) -> int:
    """The first token of the words before a noun that belong to it, articles included."""
    first = head.i
    for child in head.lefts:
        if child.dep_ in _BEFORE or child.i == first - 1:
            first = min(first, child.left_edge.i)
    return first


def bare_start(doc: Doc, first: int, last: int) -> int:
    """`first` moved past articles, pronouns and punctuation that open a noun phrase.

    So are the words of a page before a caption: "Image caption Doctors said".
    """
    for at in range(first, last):
        if doc[at].lower_ in ("caption", "copyright"):
            first = at + 1
    while first < last and (
        doc[first].tag_ in ("DT", "PRP$", "PDT", "CD")
        or doc[first].ent_type_ == "CARDINAL"
        or doc[first].is_punct
        or doc[first].is_space
    ):
        first += 1
    return first
