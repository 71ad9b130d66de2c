"""Subjects: whose verb a cue is, and which words around it are the cue's own."""

from rashomon.find.actors.posts import role_of
from rashomon.find.parse import Token

#: Marks that open or close quoted words.
QUOTES = frozenset({'"', "\u201c", "\u201d", "''", "``"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
#: Verbs whose passive subject speaks: "was quoted by the paper as saying".
PATIENTS = frozenset({"quote", "cite"})
#: Words before a noun that belong to it.
_LEADING = frozenset({"compound", "det", "poss", "amod", "nmod"})
#: So many words before a cue at the end of a sentence may be its speaker's.
_TAIL = 20
#: An aside between a name and its verb has so many words at most, and such marks around it.
_ASIDE = 40
_OPENING = {"--": "--", "\u2013": "\u2013", "\u2014": "\u2014", ")": "("}
#: Verbs behind which stands whom somebody speaks to, and never who speaks.
_ADDRESSING = frozenset({"tell", "inform", "remind", "assure"})
#: Words between a subject and its verb.
_BETWEEN = frozenset({"also", "later", "then", "has", "had", "have", "already", "earlier"})
#: Dependents behind a verb of saying that are its own: addressee, time, place, inverted subject.
_OWN = frozenset({"npadvmod", "prep", "dobj", "dative", "advmod", "nsubj", "prt", "pobj"})


def subject_of(verb: Token, depth: int = 4) -> Token | None:
    """The head of a verb's subject, also where it is shared, inherited or behind the verb."""
    own = [c for c in verb.children if c.dep_ in _SUBJECTS]
    agent = agent_of(verb)
    if agent is not None and (not own or verb.lemma_.lower() not in PATIENTS):
        return agent
    if own:
        # Of two before the verb the nearer one: "The gates, officials said, had failed".
        nearest = next((c for c in reversed(own) if c.i < verb.i), own[0])
        return _inverted(verb, nearest) or nearest
    beside = _beside(verb) or _reduced(verb) or _apposed_last(verb)
    if beside is not None or depth == 0:
        return beside
    if verb.dep_ == "acl":
        return verb.head
    if verb.dep_ in ("conj", "advcl", "xcomp", "pcomp", "prep") and verb.head.i != verb.i:
        head = verb.head
        while head.dep_ in ("prep", "acomp", "attr") and head.head.i != head.i:
            head = head.head
        return subject_of(head, depth - 1)
    return None


def can_speak(noun: Token) -> bool:
    """Whether a noun or pronoun is somebody: a name, a person, a body, "he", "they"."""
    if noun.pos_ == "PRON":
        return noun.lower_ in ("he", "she", "they", "who")
    if noun.pos_ == "PROPN":
        return noun.ent_type_ not in ("DATE", "TIME", "MONEY", "PERCENT")
    return role_of(noun) not in (None, "document")


def agent_of(verb: Token) -> Token | None:
    """Who does what a passive verb tells: "was confirmed by [police]"."""
    by = next((c for c in verb.children if c.dep_ == "agent"), None)
    return next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None


def _beside(verb: Token) -> Token | None:
    """The noun right before or, inverted, right behind a verb that the parse left without one."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    doc, at = verb.doc, verb.i - 1
    while at > verb.sent.start and doc[at].lower_ in _BETWEEN:
        at -= 1
    before = doc[at] if at >= verb.sent.start else None
    if before is not None and before.dep_ not in _SUBJECTS and _like_a_name(before):
        return before
    around = _around_aside(before) if before is not None else None
    if around is not None or verb.lemma_ in _ADDRESSING:
        return around
    behind = doc[verb.i + 1] if verb.i + 1 < verb.sent.end else None
    inverted = before is not None and before.is_punct and verb.i > verb.sent.start
    if behind is None or not inverted or behind.ent_type_ == "DATE":
        return None
    while behind.dep_ in _LEADING and behind.i < behind.head.i < verb.sent.end:
        behind = behind.head
    return behind if behind.pos_ == "PROPN" or role_of(behind) is not None else None


def _around_aside(closing: Token) -> Token | None:
    """The name before an aside that a mark closes: "[Varga] -- hours after the fire -- told"."""
    opening = _OPENING.get(closing.text)
    for token in reversed(closing.doc[max(closing.sent.start, closing.i - _ASIDE) : closing.i]):
        if token.text == opening and token.i > closing.sent.start:
            name = token.nbor(-1)
            return name if _like_a_name(name) and name.dep_ != "pobj" else None
    return None


def _inverted(verb: Token, subject: Token) -> Token | None:
    """The speaker behind a cue put into a clause about a thing: "A key aim, said X, is"."""
    doc = verb.doc
    if subject.i > verb.i or subject.pos_ != "NOUN" or role_of(subject) is not None:
        return None
    comma = doc[verb.i - 1]
    if comma.text != "," or comma.head.i == subject.i or verb.i + 1 >= verb.sent.end:
        return None
    behind = doc[verb.i + 1]
    while behind.dep_ in _LEADING and behind.i < behind.head.i < verb.sent.end:
        behind = behind.head
    return behind if behind.dep_ in _SUBJECTS and can_speak(behind) else None


def _reduced(verb: Token) -> Token | None:
    """The noun that the parse took into a clause: "[Survivors] rescued from the wreck said ..."."""
    before = next((c for c in verb.lefts if c.dep_ in ("ccomp", "csubj", "advcl")), None)
    if before is None or before.tag_ not in ("VBD", "VBN") or before.right_edge.i != verb.i - 1:
        return None
    noun = next((c for c in before.lefts if c.dep_ in _SUBJECTS), None)
    behind = any(c.dep_ == "ccomp" for c in verb.rights)
    bare = noun is not None and noun.i == before.i - 1
    return noun if noun is not None and bare and behind and can_speak(noun) else None


def _apposed_last(verb: Token) -> Token | None:
    """The speaker of a cue that ends the sentence: "..., the wife of the pilot, X, said"."""
    doc, end = verb.doc, verb.i + 1
    if verb.tag_ not in ("VBD", "VBZ") or doc[verb.i - 1].text != ",":
        return None
    if end < verb.sent.end and not (doc[end].is_punct or doc[end].is_space):
        return None
    for token in reversed(doc[max(verb.sent.start, verb.i - _TAIL) : verb.i]):
        if token.tag_.startswith("VB") or token.text in QUOTES:
            return None
        opened = doc[token.left_edge.i - 1].text == "," if token.left_edge.i else False
        personal = role_of(token) in ("spokesman", "post", "kin") and token.tag_ == "NN"
        if token.dep_ == "appos" and personal and opened:
            return token
    return None


def _like_a_name(token: Token) -> bool:
    if token.lower_ == "old" and token.i > 1 and token.nbor(-2).lower_ == "year":
        return True  # "the 41-year-old said"
    return token.pos_ in ("PROPN", "PRON") or (
        token.tag_ == "NNS" and token.text[:1].isupper() and not token.is_sent_start
    )


def is_quote(token: Token) -> bool:
    """Whether a token is a quotation mark, a single one included."""
    return token.text in QUOTES or (token.text in "'\u2018\u2019" and token.tag_ in ("``", "''"))


def phrase_start(noun: Token) -> int:
    """Where the noun phrase of a speaker begins, with a name in apposition before it.

    "..., Jane Doe, spokeswoman for X, told ...": the parse makes "spokeswoman" the subject.
    """
    doc, first, after = noun.doc, noun.left_edge.i, noun.right_edge.i
    after += after + 1 < len(doc) and not doc[after].is_punct
    if doc[after].text != ",":
        return first
    if first >= 2 and doc[first - 1].text == "," and doc[first - 2].pos_ == "PROPN":
        at = first - 2
        while at > 0 and doc[at - 1].pos_ == "PROPN" and not doc[at].is_sent_start:
            at -= 1
        if at == noun.sent.start or doc[at - 1].is_punct or doc[at - 1].is_space:
            return at
    return first


def cue_start(verb: Token, subject: Token | None) -> int:
    """The first token of the cue's own words: subject, auxiliaries and adverbs before the verb."""
    first = verb.i
    for child in verb.lefts:
        if child.dep_ in ("aux", "auxpass", "neg", "advmod") and child.i > verb.i - 5:
            first = min(first, child.i)
    if subject is None or subject.i > verb.i or verb.i - subject.i > 40:
        return first
    if subject.sent.start != verb.sent.start:
        return first
    begin = phrase_start(subject)
    if begin > 0 and subject.lower_ == "old" and subject.nbor(begin - subject.i - 1).tag_ == "DT":
        begin -= 1  # the parse hangs the article of "the 41-year-old" on the verb
    return min(first, begin)


def cue_end(verb: Token, subject: Token | None, clause: Token | None) -> int:
    """The last token of the cue's own words: an inverted subject, an addressee, a time, a place."""
    doc, last = verb.doc, verb.i
    for child in verb.rights:
        if doc[child.left_edge.i - 1].text in QUOTES or doc[child.left_edge.i].text in QUOTES:
            break  # a quotation that goes on: "...," she said, "from the first day"
        own = clause is None or child.i != clause.i
        if own and child.dep_ in _OWN:
            last = max(last, child.right_edge.i)
    if subject is not None and subject.i > verb.i:
        last = max(last, subject.right_edge.i)
    while last > verb.i and (doc[last].dep_ == "cc" or doc[last].is_punct):
        if doc[last].text == ")":
            break
        last -= 1
    return last
