"""Standing: what the words around a name say about its bearer: the role, and for whom."""

from dataclasses import dataclass

from rashomon.find.actors.names import ProperName
from rashomon.find.actors.posts import (
    bare_start,
    is_channel,
    is_general,
    is_rank,
    is_title,
    is_title_word,
    noun_start,
    role_of,
)
from rashomon.find.cues import is_verb_cue
from rashomon.find.parse import Doc, Token
from rashomon.words.names import is_address

#: Prepositions between a role and the body it serves; the loose ones only before a body's name.
_SERVES = frozenset({"for", "of", "at", "with", "from"})
_LOOSE = frozenset({"with", "from"})
_ROLES = frozenset({"spokesman", "post", "kin", "people"})
#: Roles that serve a body; kin and bystanders serve nobody.
_POSTS = frozenset({"spokesman", "post"})
_PLACES = frozenset({"GPE", "LOC", "NORP", "FAC"})
#: "its director" serves the body spoken of last.
_OWNERS = frozenset({"its", "their"})


@dataclass(frozen=True, slots=True)
class Standing:
    """A role ("spokesman") and the words that name the body served, as tokens first to last."""

    role: str | None
    serves: tuple[int, int] | None = None


def standing_of(doc: Doc, mention: ProperName) -> Standing | None:
    """What stands before the name, after it in apposition, or before it in apposition."""
    before = _before(doc, mention)
    if before is not None and before.role is not None and _names_post(doc, mention):
        return before
    apposed = _after(doc, mention) or _apposed_before(doc, mention) or _of_body(doc, mention)
    if apposed is None or before is None:
        return apposed or before
    return Standing(apposed.role or before.role, apposed.serves or before.serves)


def standing_of_noun(doc: Doc, noun: Token) -> Standing:
    """Role and body of a phrase without a name: "an SDF spokesman", "director of the clinic"."""
    last = _field_end(doc, noun.i)
    served = _served_after(doc, last) or _served_before(doc, noun_start(noun), noun.i)
    return Standing(_role_words(doc, noun_start(noun), last, served), served)


def _names_post(doc: Doc, mention: ProperName) -> bool:
    """Whether a post, and not only a rank or a form of address, stands before the name."""
    first = mention.first if mention.lead is None else mention.lead
    return any(role_of(t) in _ROLES and not is_rank(t) for t in doc[first : mention.first])


def _before(doc: Doc, mention: ProperName) -> Standing | None:
    if mention.lead is None:
        return None
    last = mention.first - 1
    while last > mention.lead and doc[last].is_punct:
        last -= 1
    roles = [at for at in range(mention.lead, last + 1) if role_of(doc[at]) in _ROLES]
    if not roles:
        addressed = is_address(doc[last].text)
        return (
            None
            if addressed
            else Standing(_clean(doc, mention.lead, last), _owner(doc, mention.lead))
        )
    end = next((at for at in roles if role_of(doc[at]) in _POSTS), roles[0])
    while end + 1 in roles:
        end += 1
    served = _served_after(doc, end, mention.first) or _served_before(doc, mention.lead, end)
    return Standing(_role_words(doc, mention.lead, end, served), served)


def _after(doc: Doc, mention: ProperName) -> Standing | None:
    at = mention.last + 1
    if at + 1 >= len(doc) or doc[at].text not in (",", "(", "–", "—"):
        return None
    for token in doc[at + 1 : at + 9]:
        if token.tag_.startswith(("VB", "W", "IN")) and role_of(token) is None:
            after = doc[min(token.i + 1, len(doc) - 1)]
            if token.tag_ == "VBG" and role_of(after) in _POSTS:
                continue  # "managing director", "acting head"
            return None
        if token.text in (",", ")", ".", ";"):
            return None
        if token.tag_ in ("NN", "NNP", "NNS") and role_of(token) in _ROLES:
            if token.i + 1 < len(doc) and _goes_on(doc[token.i + 1]):
                continue
            if token.i + 1 < len(doc) and doc[token.i + 1].tag_ in ("VBD", "VBZ", "VBP"):
                return None  # the subject of a clause put between: "Berg, officials said, had ..."
            last = _field_end(doc, token.i)
            served = _served_after(doc, last) or _served_before(doc, at + 1, token.i)
            return Standing(_role_words(doc, at + 1, last, served), served)
    return None


def _field_end(doc: Doc, noun: int) -> int:
    """The last word of a post with its field: "head of epidemiology", "director of sales"."""
    if noun + 2 < len(doc) and doc[noun + 1].lower_ == "of" and role_of(doc[noun]) == "post":
        field = doc[noun + 2]
        if field.tag_ == "NN" and role_of(field) is None and field.head.i == noun + 1:
            return noun + 2
    return noun


def _goes_on(token: Token) -> bool:
    return token.tag_ in ("NN", "NNP") and role_of(token) in _ROLES


def _apposed_before(doc: Doc, mention: ProperName) -> Standing | None:
    """ "An SDF spokesman, Talal Salo" and "the charity's director Sonia Khush"."""
    first = mention.first
    if mention.lead is not None and is_title_word(doc[mention.lead]):
        article = mention.lead > 0 and doc[mention.lead - 1].lower_ == "the"
        first = mention.lead - article  # "the bishop, the Rt Rev Ann Leigh"
    at = first - 1
    while at > 0 and ((doc[at].is_punct and doc[at].text != ".") or doc[at].is_space):
        at -= 1
    if at < 0 or at < first - 2:
        return None
    head = doc[at]
    for _ in range(6):
        if _tells_role(head):
            if at == first - 2 and not _closes_with_comma(doc, mention):
                return None
            outer = _outer_role(head)
            return standing_of_noun(doc, outer) if outer is not None else None
        if at == first - 1 or head.head.i == head.i or head.head.i >= first:
            return None
        head = head.head
    return None


def _tells_role(noun: Token) -> bool:
    """Whether a noun is somebody's role and no word of a name ("Care for Children's X")."""
    group = role_of(noun)
    if group not in _ROLES or noun.tag_ not in ("NN", "NNP"):
        return False
    return group in _POSTS or noun.is_lower or noun.is_sent_start is True


def _outer_role(head: Token) -> Token | None:
    """The role itself, or the one it hangs on where that speaks: "the wife of the pilot, X, said".

    None where it could be either's name: "met the wife of the pilot, X".
    """
    over = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "of" else head
    if over.i == head.i or role_of(over) not in _ROLES or over.tag_ != "NN":
        return head
    speaks = over.dep_ in ("nsubj", "nsubjpass") or is_verb_cue(_last_verb(over))
    return over if speaks else None


def _last_verb(noun: Token) -> Token:
    """The word at the end of a noun's sentence, before its full stop."""
    last = noun.sent.end - 1
    while last > noun.i and (noun.doc[last].is_punct or noun.doc[last].is_space):
        last -= 1
    return noun.doc[last]


def _closes_with_comma(doc: Doc, mention: ProperName) -> bool:
    after = mention.last + 1
    return after >= len(doc) or doc[after].is_punct or doc[after].tag_.startswith("VB")


def _of_body(doc: Doc, mention: ProperName) -> Standing | None:
    """ "Daniel Ives of GBH Insights": a body without a role."""
    at = mention.last + 1
    if at + 1 < len(doc) and doc[at].lower_ in ("of", "from") and doc[at + 1].tag_ == "NNP":
        served = _served_after(doc, mention.last)
        return Standing(None, served) if served else None
    return None


def _served_after(doc: Doc, at: int, stop: int | None = None) -> tuple[int, int] | None:
    """The body behind "for", "of", "at" after a role, without its article."""
    begin = at + 1
    stop = len(doc) if stop is None else stop
    if begin + 1 >= stop or doc[begin].lower_ not in _SERVES:
        return None
    head = next((child for child in doc[begin].children if child.dep_ == "pobj"), None)
    if head is None or head.i >= stop or not _may_be_served(doc[at], doc[begin], head):
        return None
    first = bare_start(doc, max(begin + 1, noun_start(head)), head.i)
    last = head.i
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ == "of":
            last = min(child.right_edge.i, stop - 1)
        break
    return first, last


def _may_be_served(role: Token, preposition: Token, head: Token) -> bool:
    """Whether a noun behind a role is a body or an office: no person, topic or thing.

    Whoever is spoken for may be called by any noun ("the coastguard"); other posts need a name
    or the word for a body, since they also have subjects ("head of security").
    """
    group = role_of(head)
    if role_of(role) is None:
        return head.pos_ == "PROPN" and head.ent_type_ != "PERSON"
    if group in _ROLES or head.ent_type_ == "PERSON" or is_title(head):
        return False
    if role_of(role) == "spokesman" and preposition.lower_ == "for":
        return True
    if role_of(role) in ("kin", "people"):
        return False
    if head.pos_ == "PROPN":
        return preposition.lower_ not in _LOOSE or head.ent_type_ not in _PLACES
    return group == "body"


def _served_before(doc: Doc, first: int, noun: int) -> tuple[int, int] | None:
    """The body before a role: "harbour board spokesman", "the aid group's director", "its"."""
    if role_of(doc[noun]) in ("kin", "people"):
        return None
    if doc[first].lower_ in _OWNERS and first < noun:
        return first, first
    if (owner := _owner(doc, first)) is not None:
        return owner
    served: tuple[int, int] | None = None
    at = bare_start(doc, first, noun)
    begin, noun = at, _office_start(doc, at, noun)
    while at < noun:
        token = doc[at]
        if token.dep_ == "cc" and served is not None:
            return None  # "Norwegian and Danish officials" serve no single body
        if token.tag_ == "POS":
            return (begin, at - 1) if at > begin and doc[at - 1].ent_type_ != "PERSON" else None
        name = token.tag_ in ("NNP", "NNPS") or token.ent_type_ in ("ORG", "GPE")
        named = name and role_of(token) not in _ROLES and not is_channel(token)
        if named or _is_employer(token, doc[noun]):
            served = (served[0] if served and served[1] == at - 1 else at, at)
            if served == (at, at) and at > begin and doc[at - 1].dep_ in ("amod", "compound"):
                served = (_name_start(doc, begin, at), at)
        at += 1
    return served


def _owner(doc: Doc, first: int) -> tuple[int, int] | None:
    """The "its" right before a post, which parses hang on the name behind: "its CEO X"."""
    return (first - 1, first - 1) if first and doc[first - 1].lower_ in _OWNERS else None


def _is_employer(token: Token, role: Token) -> bool:
    """Whether a common noun before a role is the body served: "ministry", not "media", "airline".

    A noun as general as "airline" only tells the trade, save before one who speaks for it.
    """
    if role_of(token) != "body" or is_channel(token):
        return False
    return not is_general(token) or role_of(role) == "spokesman"


def _office_start(doc: Doc, first: int, noun: int) -> int:
    """Where an office of several words begins: "Prime Minister", "Chief Executive"."""
    portfolio = doc[noun].lower_ in ("minister", "secretary")
    while noun > first and (
        is_title_word(doc[noun - 1])
        or (portfolio and doc[noun - 1].tag_ == "NNP" and doc[noun - 1].ent_type_ in ("", "ORG"))
    ):
        noun -= 1
    return noun


def _name_start(doc: Doc, begin: int, at: int) -> int:
    """Whether the word before a body belongs to it: "foreign ministry", "power company"."""
    if role_of(doc[at]) != "body":
        return at
    before = doc[at - 1]
    return at - 1 if before.head.i == at and before.i >= begin else at


def _role_words(doc: Doc, first: int, noun: int, served: tuple[int, int] | None) -> str | None:
    begin = bare_start(doc, first, noun)
    if served and served[0] < noun:
        begin = max(begin, served[1] + 1)
        while begin < noun and (doc[begin].tag_ == "POS" or doc[begin].is_punct):
            begin += 1
    return _clean(doc, begin, noun)


def _clean(doc: Doc, first: int, last: int) -> str | None:
    words = " ".join(doc[first : last + 1].text.split()).strip(' ,.;:–—-()"“”')
    return words or None
