"""Contests: the words by which a report itself says that a status is contested, and by whom."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rashomon.claim import Claim, Contest
from rashomon.find.claims.arguments import object_of
from rashomon.find.claims.hedges import hedges
from rashomon.find.parse import Parsed, Token
from rashomon.find.passages import innermost
from rashomon.find.scope import clause_of
from rashomon.report import Span
from rashomon.statement import Statement

_REACH = 2
#: A denial answers a claim that ends at most so many characters before it.
_NEAR = 200
#: Among so many claims behind a claim its denial is sought.
_FOLLOWING = 3


@dataclass(frozen=True, slots=True)
class Contesting:
    """Words that contest whatever status stands between `start` and `end` (token numbers), of
    which `word` itself is not the speaker's own cue."""

    word: Token
    start: int
    end: int


def contests_in(parsed: Parsed) -> tuple[Contesting, ...]:
    """Every word of a report that contests something, with the stretch that it contests."""
    table = hedges().contests
    lemmas = table.verbs | table.nouns | table.phrases
    found = []
    for token in parsed.doc:
        if token.lemma_.lower() in lemmas:
            found += [Contesting(token, *stretch) for stretch in _stretches(token)]
    return tuple(found)


def _stretches(word: Token) -> Iterator[tuple[int, int]]:
    """What a word contests: the words it governs, or those before that it points at."""
    if _is_relative(word):  # "a claim that the army disputes"
        yield word.sent.start, word.head.left_edge.i
        return
    target = _target(word)
    if target is not None:
        inner = [below.i for below in target.subtree]
        if len(inner) > _REACH:
            yield min(inner), max(inner) + 1
    if (target is not None and _points(target)) or _points_behind(word):
        yield from _before(word)


def _is_relative(word: Token) -> bool:
    """Whether a word contests the noun of saying that it hangs on, whatever the parser takes it
    for: "a claim the government disputes"."""
    head = word.head
    on_noun = word.dep_ in ("relcl", "acl") and head.i < word.i
    return on_noun and head.lemma_.lower() in hedges().contests.said


def _points_behind(word: Token) -> bool:
    """Whether a pointing noun stands right behind a word: "contradict that denial"."""
    behind = list(word.doc[word.i + 1 : word.i + 3])
    if len(behind) < _REACH or word.pos_ not in ("VERB", "AUX"):
        return False
    table = hedges().contests
    return behind[0].lower_ in table.determiners and behind[1].lemma_.lower() in table.said


def _points(target: Token) -> bool:
    """Whether a word points at what was said before: "that", "the claim"; a noun whose clause
    tells what it says does not."""
    table = hedges().contests
    if target.lower_ in table.pointing:
        return True
    bare = not any(c.dep_ in ("acl", "relcl", "ccomp", "prep") for c in target.children)
    return target.lemma_.lower() in table.said and bare


def _target(word: Token) -> Token | None:
    """What is contested: a clause or an object, or what stands behind "despite"."""
    if word.pos_ in ("VERB", "AUX"):
        clause = next((c for c in word.children if c.dep_ == "ccomp"), None)
        return clause if clause is not None else object_of(word)
    below = next((c for c in word.children if c.dep_ in ("pobj", "pcomp", "prep")), None)
    if below is not None and below.dep_ == "prep":
        return next((c for c in below.children if c.dep_ == "pobj"), None)
    return below


def _before(word: Token) -> Iterator[tuple[int, int]]:
    """The words before that are pointed at: of the sentence, else the sentence before it, which
    may close the paragraph before."""
    sentence = word.sent
    if word.dep_ in ("relcl", "appos", "advcl", "conj") and word.left_edge.i > sentence.start:
        yield sentence.start, word.left_edge.i
    elif sentence.start > 0:
        before = word.doc[sentence.start - 1].sent
        yield before.start, before.end


def contests_of(
    parsed: Parsed,
    trigger: Token,
    statement: Statement | None,
    statements: Sequence[Statement],
    contesting: Sequence[Contesting],
) -> tuple[Contest, ...]:
    """The contests of a status: the outer statement that contests it, and words of the report."""
    found = {contest.span: contest for contest in _outer(statement, statements)}
    for each in contesting:
        if statement is not None and _is_cue(parsed, each.word, statement):
            continue
        if each.start <= trigger.i < each.end and each.word.i != trigger.i:
            span = _clause(parsed, each.word)
            found.setdefault(span, Contest(span=span, by=_by(parsed, each.word, statements)))
    return tuple(found[span] for span in sorted(found))


def _is_cue(parsed: Parsed, word: Token, statement: Statement) -> bool:
    """Whether a word is the cue of the status's own speaker, who denies it and contests nobody;
    who rejects a "finding that" does."""
    by_clause = any(child.dep_ == "ccomp" for child in word.children)
    own = statement.cue is not None and statement.cue.holds(parsed.span_of(word))
    return own and by_clause


def _by(parsed: Parsed, word: Token, statements: Sequence[Statement]) -> str | None:
    """The statement of whoever contests: the one the word is cue of, else the one around it."""
    here = parsed.span_of(word)
    for statement in statements:
        if statement.cue is not None and statement.cue.holds(here):
            return statement.id
    around = innermost(statements, here)
    return around.id if around is not None else None


def _clause(parsed: Parsed, word: Token) -> Span:
    clause = clause_of(word)
    first = clause.sent.start if clause.dep_ == "ROOT" else clause.left_edge.i
    return parsed.span_of(parsed.doc[min(first, word.i) : word.i + 1])


def _outer(statement: Statement | None, statements: Sequence[Statement]) -> Iterator[Contest]:
    """The outer statement that contests what the inner one says ("despite claims by ...")."""
    if statement is None or statement.within is None or statement.attitude != "contests":
        return
    outer = next((other for other in statements if other.id == statement.within), None)
    yield Contest(span=statement.cue or statement.span, by=outer.id if outer is not None else None)


def with_denials(claims: Sequence[Claim], statements: Sequence[Statement]) -> list[Claim]:
    """The claims, each contested by the denial of the same condition that follows next, of
    another speaker: "blamed the rebels. ... denied that they were behind it"."""
    said = {statement.id: statement for statement in statements}
    told = []
    for at, claim in enumerate(claims):
        following = claims[at + 1 : at + 1 + _FOLLOWING]
        denial = next((each for each in following if _answers(claim, each)), None)
        if denial is not None:
            outer = said.get(denial.statement or "")
            span = outer.span if outer is not None else denial.span
            contest = Contest(span=span, by=denial.statement)
            claim = replace(claim, contested=(*claim.contested, contest))
        told.append(claim)
    return told


def _answers(claim: Claim, later: Claim) -> bool:
    """Whether a claim denies an earlier one of the same condition, of another speaker."""
    if later.stance != "denies" or claim.stance == "denies":
        return False
    same = (claim.topic, claim.answer) == (later.topic, later.answer)
    near = later.span.start - claim.span.end < _NEAR
    return same and near and claim.statement != later.statement
