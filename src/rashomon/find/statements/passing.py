"""Passing on: whose words an outlet reports, quotes or cites, and which outlet does."""

from rashomon.find.cues import Cue
from rashomon.find.parse import Token
from rashomon.find.statements.outlets import is_outlet
from rashomon.find.statements.subjects import PATIENTS, can_speak, subject_of

_PASSIVE = frozenset({"nsubjpass"})


def quoted_one(verb: Token) -> Token | None:
    """Who is quoted: "the agency quoted [the manager] as saying", "it reports, citing [police]"."""
    quoting = _quoting(verb)
    if quoting.lemma_.lower() not in PATIENTS:
        return _cited_beside(verb)
    if any(c.dep_ == "prep" and c.lower_ == "as" for c in quoting.rights):
        return next((c for c in quoting.children if c.dep_ in ("dobj", "nsubjpass")), None)
    return cited(quoting)


def passed_on_by(cue: Cue) -> Token | None:
    """Who passes on what another said: the subject of "quoted X as saying", or its "by"."""
    who = quoted_one(cue.head) if cue.kind == "verb" else None
    if who is None:
        return None
    quoting = _quoting(cue.head)
    if who.dep_ in _PASSIVE:
        by = [c for c in quoting.subtree if c.lower_ == "by" and c.dep_ in ("agent", "prep")]
        return next((c for b in by for c in b.children if c.dep_ == "pobj"), None)
    return subject_of(quoting)


def cited(quoting: Token) -> Token | None:
    """Whom an outlet cites or quotes as its object: "Reuters cited [the website]"."""
    if quoting.lemma_.lower() not in PATIENTS:
        return None
    whom = next((c for c in quoting.rights if c.dep_ == "dobj" and can_speak(c)), None)
    return whom if whom is not None and _by_outlet(quoting) else None


def is_citing(verb: Token) -> bool:
    """Whether a cue only tells on whom an outlet's report rests: "reports, [citing] officials"."""
    beside = verb.tag_ == "VBG" or verb.dep_ == "relcl"
    return beside and verb.head.i != verb.i and cited(verb) is not None


def _cited_beside(verb: Token) -> Token | None:
    """Whom an outlet cites for what it reports: "the agency reports, citing [officials]"."""
    citing = [c for c in verb.children if c.tag_ == "VBG" and c.lemma_.lower() in PATIENTS]
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if subject is not None:
        citing += [c for c in subject.rights if c.dep_ == "relcl" and c.lemma_.lower() in PATIENTS]
    return cited(citing[0]) if citing else None


def _by_outlet(quoting: Token) -> bool:
    subject = subject_of(quoting)
    if subject is not None and subject.tag_ in ("WDT", "WP") and quoting.dep_ == "relcl":
        subject = quoting.head  # "the agency, which cited officials, said"
    if subject is None:
        return False
    words = [c.text for c in subject.lefts if c.dep_ in ("compound", "amod")]
    return is_outlet(" ".join([*words, subject.text]))


def _quoting(verb: Token) -> Token:
    """The "quoted" of "quoted X as saying", else the verb itself."""
    above = verb.head.head if verb.dep_ == "pcomp" and verb.head.lower_ == "as" else verb
    return above if above.lemma_.lower() in PATIENTS else verb
