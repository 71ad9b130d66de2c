"""Drafts: cue, speaker's noun and content put together, before anybody is named."""

from bisect import bisect_left
from dataclasses import dataclass

from rashomon.find.actors.posts import role_of
from rashomon.find.cues import (
    Cue,
    cue_table,
    find_cues,
    is_carried,
    is_verb_cue,
    resumes,
    speaks_for_many,
)
from rashomon.find.parse import Parsed, Token
from rashomon.find.statements.clauses import content_of
from rashomon.find.statements.passing import is_citing, passed_on_by, quoted_one
from rashomon.find.statements.quotes import Quotation
from rashomon.find.statements.subjects import can_speak, cue_end, cue_start, subject_of

#: How many characters around a cue the quotations that it introduces may begin.
_WINDOW = 5000

#: Verbs that make a speaker of any noun.
_PLAIN = ("say", "tell", "add")

Stretch = tuple[int, int]  # characters, end-exclusive


@dataclass(frozen=True, slots=True)
class Draft:
    """A cue with its content, as character stretches, and the head noun of its speaker.

    `through` is the head noun of who passes the words on: "[the agency] quoted her as saying".
    """

    cue: Cue | None
    noun: Token | None
    pieces: tuple[Stretch, ...]
    span: Stretch
    through: Token | None = None

    @property
    def at(self) -> int:
        """Where the draft is told: the place of its cue, or of its first words."""
        return self.cue.head.idx if self.cue is not None else self.pieces[0][0]


def drafts(parsed: Parsed, quotations: tuple[Quotation, ...]) -> list[Draft]:
    """All drafts of a text that have content, in the order of their cues."""
    found: list[Draft] = []
    for cue in find_cues(parsed.doc):
        noun = _speaker_noun(cue)
        if not _may_speak(cue, noun):
            continue
        pieces = _pieces(parsed, cue, _teller(cue, noun), quotations)
        twin = next((one for one in found[-3:] if one.pieces == pieces), None)
        if twin is not None and cue.kind == "noun" and judges(twin.cue):
            found.remove(twin)  # "dismissed the claim that ...": the claim is what was said
        elif twin is not None:
            continue
        if pieces:
            through = passed_on_by(cue)
            found.append(Draft(cue, noun, pieces, _span(parsed, cue, noun, pieces), through))
    return found


def _teller(cue: Cue, noun: Token | None) -> Token | None:
    """Whose verb the cue is: the outlet's in "the agency reports, citing X", "it quoted X"."""
    if noun is None or cue.kind != "verb" or noun.dep_ != "dobj":
        return noun
    return subject_of(cue.head) or noun if quoted_one(cue.head) is not None else noun


def _speaker_noun(cue: Cue) -> Token | None:
    if cue.kind == "verb":
        return quoted_one(cue.head) or subject_of(_main(cue.head))
    if cue.kind == "source":
        return next((c for c in cue.head.rights if c.dep_ in ("pobj", "pcomp")), None)
    if cue.kind == "noun":
        for child in cue.head.children:
            if child.dep_ == "poss":
                return child
            if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from", "of"):
                return next((c for c in child.children if c.dep_ == "pobj"), None)
        before = cue.head.nbor(-1) if cue.head.i else None
        if before is not None and before.dep_ == "compound" and before.pos_ == "PROPN":
            return before
    return None


def judges(cue: Cue | None) -> bool:
    """Whether a cue contests or endorses what others say ("dismissed", "agreed with")."""
    table = cue_table().attitude
    return cue is not None and cue.head.lemma_.lower() in (*table.contests, *table.endorses)


def _main(verb: Token) -> Token:
    """The verb whose subject speaks: of a participle behind a comma, that of the main clause.

    "X said the gates had failed, adding that ...": the parse hangs "adding" on "failed".
    "X said Y had a plan, but admitted that ..." hangs "admitted" on "had".
    """
    if resumes(verb):
        return _teller_above(verb) or verb
    if verb.tag_ != "VBG" or verb.i == 0 or verb.nbor(-1).text != ",":
        return verb
    main = verb.head
    while main.dep_ in ("ccomp", "xcomp") and main.head.i < main.i:
        main = main.head
    return main if main.i < verb.i and is_verb_cue(main) else verb


def _teller_above(verb: Token) -> Token | None:
    """The cue in whose content the parse has put a verb that goes on with its speaker's words."""
    above = verb.head
    while above.dep_ == "conj" and above.head.i < above.i:
        above = above.head
    over = above.head
    told = above.dep_ == "ccomp" and over.i < above.i and is_verb_cue(over)
    return over if told and over.tag_ == verb.tag_ else None


def _is_hearer(cue: Cue, noun: Token) -> bool:
    """Whether the subject is told and does not tell: "he was told that ..."."""
    own = noun.dep_ == "nsubjpass" and noun.head.i == cue.head.i
    return own and cue.head.lemma_.lower() not in ("quote", "cite")


def _is_participle(verb: Token) -> bool:
    """Whether a cue only describes a noun or compares: "the letter cited", "than anticipated"."""
    return (
        verb.tag_ == "VBN"
        and verb.dep_ in ("advcl", "acl", "amod", "relcl")
        and not any(c.dep_ in ("aux", "auxpass", "nsubj") for c in verb.children)
    )


def _may_speak(cue: Cue, noun: Token | None) -> bool:
    """Whether the subject can be a speaker of this kind of cue."""
    if cue.kind != "verb":
        return True
    if noun is None or noun.tag_ in ("EX", "WRB") or _is_supposed(cue.head):
        return False
    if cue.stance == "denies" and _is_nobody(noun):
        return False  # "no one can deny": everybody grants it
    if is_citing(cue.head) or _is_hearer(cue, noun) or _is_participle(cue.head):
        return False
    if noun.dep_ == "pobj" and noun.head.dep_ == "agent" and cue.head.dep_ == "acl":
        return False
    infinitive = any(c.lower_ == "to" for c in cue.head.lefts if c.dep_ == "aux")
    if cue.head.tag_ == "VB" and infinitive and not is_carried(cue.head):
        return False
    if noun.tag_ == "WDT" and _is_thing(noun.head.head) and noun.head.dep_ == "relcl":
        return cue.head.lemma_.lower() in _PLAIN
    if noun.pos_ == "PRON" or speaks_for_many(noun):
        if speaks_for_many(noun):
            return "clause" in cue.takes
        return noun.lower_ not in ("this", "that", "these", "those", "what", "there") or (
            noun.tag_ == "WDT" and noun.head.dep_ == "relcl"
        )
    if speaks_for_many(noun) and not _counts_people(noun, cue):
        return False
    if noun.lower_ == "old":
        return "clause" in cue.takes
    if noun.pos_ == "PROPN":
        return noun.ent_type_ not in ("DATE", "TIME", "MONEY", "PERCENT")
    if role_of(noun) is not None:
        return role_of(noun) != "document" or bool(cue.takes & {"clause", "document"})
    if cue.head.tag_ == "VBG" and noun.pos_ == "NOUN":
        return cue.head.lemma_.lower() in _PLAIN[:2]
    return cue.head.lemma_.lower() in _PLAIN or noun.pos_ in ("NUM", "ADJ")


def _is_nobody(noun: Token) -> bool:
    return noun.lower_ in ("nobody", "none") or any(one.lower_ == "no" for one in noun.lefts)


def _is_thing(noun: Token) -> bool:
    """Whether a noun names neither a person nor a body or document: "a plan, which calls for"."""
    return noun.pos_ == "NOUN" and role_of(noun) is None


def _counts_people(noun: Token, cue: Cue) -> bool:
    """Whether those counted can speak: "most of the nurses", not "most of the taxes claimed"."""
    of = next((c for c in noun.rights if c.dep_ == "prep" and c.lower_ == "of"), None)
    whom = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    if whom is None or can_speak(whom) or whom.pos_ != "NOUN":
        return True
    return cue.head.lemma_.lower() in _PLAIN


def _is_supposed(verb: Token) -> bool:
    """Whether a cue is only supposed: "unless the board agrees to negotiate"."""
    return any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "whether") for c in verb.children)


def _pieces(
    parsed: Parsed, cue: Cue, noun: Token | None, quotations: tuple[Quotation, ...]
) -> tuple[Stretch, ...]:
    doc, place = parsed.doc, cue.head.idx
    first = bisect_left(quotations, place - _WINDOW, key=_begin)
    near = quotations[first : bisect_left(quotations, place + _WINDOW, key=_begin)]
    outer = [one for one in near if not one.holds(place, place + 1)]
    found = [
        _snapped((doc[first].idx, doc[last].idx + len(doc[last])), outer)
        for first, last in content_of(cue, noun)
    ]
    if not found and cue.kind == "verb" and "clause" in cue.takes:
        found = _quoted_beside(parsed, cue, noun, outer)
    cleaned: list[Stretch] = []
    for start, end in sorted(found):
        if cleaned and start <= cleaned[-1][1]:
            cleaned[-1] = (cleaned[-1][0], max(end, cleaned[-1][1]))
        elif end > start:
            cleaned.append((start, end))
    own = (place, place + len(cue.head))
    return () if any(s < own[1] and own[0] < e for s, e in cleaned) else tuple(cleaned)


def _begin(quotation: Quotation) -> int:
    return quotation.start


def _snapped(piece: Stretch, quotations: list[Quotation]) -> Stretch:
    """A piece widened to the whole of each quotation that it cuts."""
    start, end = piece
    for quotation in quotations:
        if quotation.start < end and start < quotation.end:
            start, end = min(start, quotation.start), max(end, quotation.end)
    return start, end


def _quoted_beside(
    parsed: Parsed, cue: Cue, noun: Token | None, quotations: list[Quotation]
) -> list[Stretch]:
    """A quotation right before the cue's own words, or the first after them in the sentence."""
    text, doc, verb = parsed.report.text, parsed.doc, cue.head
    first = doc[min(cue.first, cue_start(verb, noun))].idx
    last = doc[cue_end(verb, noun, None)]
    sentence_end = verb.sent.end_char
    for quotation in quotations:
        if quotation.end <= first and not text[quotation.end : first].strip(" ,\t"):
            return [(quotation.start, quotation.end)]
        between = text[verb.idx + len(verb) : quotation.start]
        follows = verb.idx < quotation.start < sentence_end + 3 and len(between) < 120
        ended = between.rstrip()[-1:] in (".", "!", "?", "\u201d", '"')
        if ended or (_has_infinitive(verb) and between.rstrip()[-1:] not in (",", ":")):
            return []  # a quotation behind a full stop has a cue of its own, or goes on
        if follows and (quotation.start >= last.idx or ":" in between or "," in between):
            return [(quotation.start, quotation.end)]
    return []


def _has_infinitive(verb: Token) -> bool:
    return any(c.dep_ == "xcomp" for c in verb.rights)


def _span(parsed: Parsed, cue: Cue, noun: Token | None, pieces: tuple[Stretch, ...]) -> Stretch:
    doc = parsed.doc
    ends = [*pieces, (doc[cue.first].idx, doc[cue.last].idx + len(doc[cue.last]))]
    if noun is not None and abs(noun.i - cue.head.i) < 60:
        ends.append((noun.left_edge.idx, noun.idx + len(noun)))
    return min(start for start, _ in ends), max(end for _, end in ends)
