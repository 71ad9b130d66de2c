"""The counted: what a number counts, read from the syntax around it."""

import re
from calendar import day_name
from dataclasses import dataclass

from rashomon.find.figures.amounts import Amount
from rashomon.find.figures.beside import label, member, partner, predicated
from rashomon.find.figures.concepts import counts_itself, near, words
from rashomon.find.figures.grammar import Role
from rashomon.find.figures.populations import cause, population
from rashomon.find.figures.trends import trend
from rashomon.find.parse import Parsed, Token

#: How far to the right of its number a counted noun may stand, in tokens.
_REACH = 9
_NOUNS = ("NOUN", "PROPN")
_NUMERIC = ("nummod", "compound", "nmod", "amod", "quantmod", "advmod", "det")
#: Nouns that stand for the number of what follows their "of".
_COUNTS = ("number", "total", "count", "tally", "toll", "figure")
#: Stretches of time behind a share, which is of something else.
_STRETCHES = ("day", "week", "month", "quarter", "year", "decade", "season", "hour")
#: Days that a number stands before and does not count ("rose to 6 Friday").
_DAYS = frozenset(day.lower() for day in day_name)
#: Marks of quotation and of an editor's hand that are no part of what is counted.
_MARKS = str.maketrans("", "", '"“”[]')
#: Words that only say "again" and are no part of what is counted.
_MORE = frozenset(
    (
        *(
            "more",
            "other",
            "additional",
            "further",
            "another",
            "of",
            "the",
            "a",
            "an",
            "his",
            "her",
        ),
        *("its", "their", "those", "these", "%", "percent", "per", "cent"),
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """The counted thing: its words, head token, the whole of a share, and where the words end.

    A `compound` only describes something else: "two-car tram". A `pair` has a second noun that is
    counted together with the head: "women and children".
    """

    text: str | None = None
    head: Token | None = None
    of: str | None = None
    end: int = 0
    compound: bool = False
    pair: Token | None = None

    @property
    def lemma(self) -> str | None:
        """The head's lemma; nouns that only mean people are all "person"."""
        if self.head is None:
            return "person" if self.text == "people" else None
        return lemma(self.head)

    @property
    def population(self) -> str | None:
        """The sub-group counted: of people, of a pair both, of deaths their cause ("road")."""
        if self.head is None:
            return None
        if self.pair is None:
            return population(self.head) or cause(self.head)
        groups = [population(one) for one in (self.head, self.pair)]
        return " and ".join(one for one in groups if one) if all(groups) else None


def lemma(head: Token) -> str:
    """The lemma of a counted head, "person" for words that mean people or count them ("deaths")."""
    base = head.lemma_ if head.pos_ == "PROPN" else head.lemma_.lower()
    befallen = counts_itself(head)
    people = {base, head.lower_} & set(words().persons["words"]) or (
        befallen is not None and befallen.people
    )
    return "person" if people else base


def counted_by(parsed: Parsed, amount: Amount, tokens: list[Token]) -> Counted:
    """What the amount counts: the noun it modifies, or the noun after "of"."""
    anchor = tokens[-1]
    nothing = Counted(end=amount.finish)
    whole = _after_of(anchor)
    if amount.kind == "measurement" and whole is not None and whole.pos_ in _NOUNS:
        return Counted(text=_base(whole), head=whole, end=amount.finish)  # "40 tonnes of grain"
    if amount.kind in ("age", "duration", "measurement", "rate"):
        return _unit_words(parsed, amount)
    if amount.unit.startswith("percent"):
        share = whole or _modified(anchor) or _behind_article(anchor)
        if share is None:
            return nothing
        if whole is None and share.lemma_.lower() in _STRETCHES:
            return nothing  # "5 percent this year" is of no year
        if whole is None:
            return _bare_share(anchor, share)
        of = _phrase(share, share.right_edge)
        return Counted(text=_base(share), head=share, of=of, end=amount.finish)
    if amount.kind == "price":
        # A price for one of something counts it: "$82 a share".
        _, _, each = amount.unit.partition(" per ")
        return Counted(text=each or None, end=amount.finish)
    if whole is not None and (part := member(anchor.nbor(1))) is not None:
        return Counted(text=_base(part), head=part, end=part.idx + len(part))
    if whole is not None:
        if whole.lower_ == "us" and amount.kind == "level":
            return Counted(text="people", end=whole.idx + len(whole))  # "more than 250 of us"
        if whole.pos_ not in (*_NOUNS, "ADJ", "VERB") or not _is_count(amount, anchor):
            return nothing
        return Counted(text=_base(whole), head=whole, end=whole.idx + len(whole))
    listed = label(anchor) if amount.kind == "level" else None
    if listed is not None:
        return Counted(text=_base(listed), head=listed, end=amount.finish)
    head = _modified(anchor)
    named = head is not None and head.ent_type_ in ("PERSON", "DATE") and head.tag_ == "NNP"
    if head is None or named or head.lower_ in _DAYS:
        return _others(anchor, nothing)
    behind = amount.qualifier is not None and amount.qualifier[0] >= amount.end
    compound = anchor.nbor(1).text == "-" and not behind  # "300-plus homes" are counted
    pair = None if compound else partner(head)
    shown = _compound_end(head) if compound else pair or head
    text = _without_more(parsed.report.text[amount.finish : (pair or head).idx + len(pair or head)])
    end = max(amount.finish, shown.idx + len(shown))
    return Counted(text=text, head=head, end=end, compound=compound, pair=pair)


def _behind_article(anchor: Token) -> Token | None:
    """The noun of "half the town", where the parse keeps the two apart."""
    if anchor.i + 2 >= len(anchor.doc) or anchor.nbor(1).dep_ not in ("det", "poss"):
        return None
    noun = anchor.nbor(1).head
    return noun if noun.pos_ in _NOUNS and noun.i > anchor.i else None


def _bare_share(anchor: Token, noun: Token) -> Counted:
    """The noun of a share without "of": a whole ("half the crew"), what moves by it ("a 30
    percent drop in bookings"), or what makes it up ("30 percent women").
    """
    end = noun.idx + len(noun)
    moved = [one for one in noun.rights if one.lower_ in ("in", "of", "for")] if trend(noun) else []
    inner = [one for phrase in moved for one in phrase.rights if one.dep_ == "pobj"]
    if trend(noun):
        inner += [one for one in noun.lefts if one.dep_ == "compound" and one.i > anchor.i]
    if inner and inner[0].pos_ in _NOUNS:
        return Counted(text=_base(inner[0]), head=inner[0], end=end)
    whole = any(one.dep_ in ("det", "poss") and one.i > anchor.i for one in noun.lefts)
    of = _phrase(noun, noun, anchor.i + 1) if whole else None
    return Counted(text=_base(noun), head=noun, of=of, end=end)


def of_mover(found: Role, nothing: Counted) -> Counted:
    """What rises or falls by a share: the subject of the verb ("shares fell 2 percent")."""
    for child in found.governor.lefts:
        if child.dep_ in ("nsubj", "nsubjpass") and child.pos_ in _NOUNS:
            noun = _number_of(child) or child
            return Counted(text=_base(noun), head=noun, end=nothing.end)
    return nothing


def of_subject(found: Role, nothing: Counted) -> Counted:
    """What a bare number counts by the noun for its number: "the number of recruits fell to 20",
    "put the number of recruits at 20".
    """
    for child in found.governor.children:
        told = child.dep_ == "dobj" and found.part.startswith("prep")
        if (told or child.dep_ in ("nsubj", "nsubjpass")) and (noun := _number_of(child)):
            return Counted(text=_base(noun), head=noun, end=nothing.end)
    described = found.governor.head
    if found.governor.lemma_ == "number" and described.pos_ in _NOUNS:
        return Counted(text=_base(described), head=described, end=nothing.end)
    return nothing


def _number_of(noun: Token) -> Token | None:
    """The noun whose number is told: "recruits" of "the number of recruits"."""
    if noun.lemma_ not in _COUNTS:
        return None
    phrases = [one for one in noun.rights if one.lower_ == "of"]
    inner = (one for phrase in phrases for one in phrase.rights if one.dep_ == "pobj")
    return next((one for one in inner if one.pos_ in (*_NOUNS, "ADJ")), None)


def _unit_words(parsed: Parsed, amount: Amount) -> Counted:
    """A measured amount counts its own unit: the word as printed."""
    text = parsed.report.text[amount.end : amount.finish].strip(" -\u00a0")
    text = re.sub(r"^(?:of )?(?:an? )?", "", text)
    plain = "years" if amount.kind == "age" else None
    return Counted(
        text=re.split(r"[\s-]+(?:old|of|an?|per|each|every)\b", text)[0] or plain, end=amount.finish
    )


def _is_count(amount: Amount, anchor: Token) -> bool:
    return amount.kind != "ordinal" or anchor.pos_ in _NOUNS


def _modified(anchor: Token) -> Token | None:
    """The noun to the right that the number modifies ("100 ISIS fighters")."""
    head = anchor
    while head.dep_ in _NUMERIC and head.head.i != head.i and abs(head.head.i - anchor.i) <= _REACH:
        head = head.head
        if head.i > anchor.i and head.pos_ in _NOUNS and not _apart(anchor, head):
            joined = head.i + 1 < len(head.doc) and head.nbor(1).text == "-"
            if not joined or anchor.nbor(1).text == "-":  # not yet "boosters" of "strap-on"
                return _plural_after(head)
    following = anchor.nbor(1) if anchor.i + 1 < len(anchor.doc) else None
    plural = following is not None and following.tag_ in ("NNS", "NNPS")
    return following if plural and following is not None and not _apart(anchor, following) else None


def _plural_after(head: Token) -> Token:
    """The plural that a singular head leads up to, where the parse stopped too early ("six music
    industry executives").
    """
    for token in head.doc[head.i + 1 : head.i + 4] if head.tag_ == "NN" else ():
        if token.tag_ == "NNS":
            return token
        if token.tag_ != "NN" or _apart(head, token):
            break
    return head


def _apart(one: Token, other: Token) -> bool:
    """Whether a sentence or a line ends between two tokens."""
    between = one.doc[one.i : other.i]
    return any(token.is_sent_start for token in between[1:]) or "\n" in between.text_with_ws


def _after_of(anchor: Token) -> Token | None:
    """The noun of the "of" phrase directly after the number or its unit."""
    doc, place = anchor.doc, anchor.i + 1
    if place < len(doc) and doc[place].is_quote:
        place += 1  # "'tens of thousands' of votes"
    if place + 1 >= len(doc) or doc[place].lower_ != "of":
        return None
    preposition = doc[place]
    for child in preposition.children:
        if child.dep_ in ("pobj", "pcomp") and child.i > preposition.i:
            return child
    return None


def _others(anchor: Token, nothing: Counted) -> Counted:
    """ "others" and "more" after a number belong to its span and name nothing themselves."""
    end = nothing.end
    told = predicated(anchor)
    if told is not None:
        return Counted(text=_base(told), head=told, end=end)
    for token in anchor.doc[anchor.i + 1 : anchor.i + 3]:
        if token.lower_ not in ("more", "others", "other", "additional"):
            break
        end = token.idx + len(token)
    return Counted(end=max(end, nothing.end))


def _compound_end(head: Token) -> Token:
    """The noun that a hyphenated number word describes ("two-car tram")."""
    while head.dep_ in ("compound", "amod", "nmod") and head.head.i > head.i:
        head = head.head
    return head


def _base(noun: Token) -> str:
    """A noun with its modifiers to the left, without determiners and numbers."""
    left = noun.left_edge
    for child in noun.lefts:
        if child.dep_ in ("nummod", "det", "predet") or any(one.like_num for one in near(child)):
            left = child.doc[child.right_edge.i + 1]
    return _without_more(str(noun.doc[left.i : noun.i + 1].text))


def _phrase(noun: Token, last: Token, first: int = 0) -> str:
    """The words from a noun's left edge, or from `first`, to `last`, at most twenty tokens."""
    doc = noun.doc
    return str(doc[max(first, noun.left_edge.i) : min(last.i + 1, noun.i + 20)].text).strip()


def _without_more(text: str) -> str:
    """The counted words without "more", "of the" and the like before them."""
    kept = text.replace("\n", " ").strip(" -,").translate(_MARKS).split()
    while kept and kept[0].lower() in _MORE:
        kept.pop(0)
    return " ".join(kept)
