"""Dating: the time at which the sentence itself sets a happening.

A time word dates the verb it modifies and no other of the sentence: "charged this week with
killing two" tells no killing of this week. A noun of happening is dated where it is what the
verb tells of ("the attack came on Monday"), not where it is only mentioned or described.
"""

from collections.abc import Sequence

from rashomon.find.parse import Parsed, Token
from rashomon.find.scope import clause_of, home_of, period_of
from rashomon.statement import Statement
from rashomon.when import Period

_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_TOLD = _SUBJECTS | {"dobj"}
#: Verbs that tell a state: what is, remains or seems does not happen.
_STATES = frozenset(
    ("be", "have", "remain", "seem", "become", "mark", "represent", "appear", "stay")
)
#: A clause behind these happens at the time of the clause around it.
_AT_ONCE = frozenset(("when", "as", "while"))


def dated(
    parsed: Parsed, token: Token, times: Sequence[Period], statements: Sequence[Statement]
) -> Period | None:
    """The time that dates the happening `token`, or None where its sentence gives it none."""
    found = period_of(parsed, parsed.span_of(token), times, statements)
    if found is None or not _tells(token):
        return None
    setting = parsed.tokens_of(found[0].span).root
    if setting.sent.start != token.sent.start:
        return None
    return found[0] if _modifies(setting, token) else None


def _tells(token: Token) -> bool:
    """Whether the word is told to happen: a verb, or the noun that a verb of happening has."""
    if token.pos_ == "VERB":
        return not _describes(clause_of(token))
    verb = token.head
    return token.dep_ in _TOLD and verb.pos_ == "VERB" and verb.lemma_.lower() not in _STATES


def _describes(clause: Token) -> bool:
    """Whether a clause only describes a noun of which a state is told: "is the first that fell"."""
    if clause.dep_ not in ("relcl", "acl"):
        return False
    return clause_of(clause.head).lemma_.lower() in _STATES


def _modifies(setting: Token, token: Token) -> bool:
    """Whether the time word hangs on the clause of the happening, or stands for both clauses."""
    clause, home = clause_of(token), home_of(setting)
    if clause.i == home.i:
        noun = _described(setting, clause)
        of_subject = noun is not None and noun.head.i == clause.i and noun.dep_ in _SUBJECTS
        return noun is None or (of_subject and token.i == clause.i)
    if clause.dep_ == "conj":  # "on Monday it rolled and sank"
        return setting.i < home.i and _joined(clause, home)
    return _at_once(home, clause) or _at_once(clause, home)


def _at_once(clause: Token, around: Token) -> bool:
    """Whether a clause says what happened at the time of the clause around it: "when it sank"."""
    opened = any(c.lower_ in _AT_ONCE and c.dep_ in ("advmod", "mark") for c in clause.children)
    return clause.dep_ == "advcl" and opened and clause_of(clause.head).i == around.i


def _described(setting: Token, clause: Token) -> Token | None:
    """The outermost noun that the time word describes ("Monday's attack"), if it does."""
    noun = None
    while setting.head.i not in (setting.i, clause.i):
        setting = setting.head
        if setting.pos_ in ("NOUN", "PROPN") and setting.ent_type_ not in ("DATE", "TIME"):
            noun = setting
    return noun


def _joined(clause: Token, home: Token) -> bool:
    """Whether `clause` is one of the clauses joined to `home`."""
    while clause.dep_ == "conj" and clause.i != home.i:
        clause = clause_of(clause.head)
    return clause.i == home.i
