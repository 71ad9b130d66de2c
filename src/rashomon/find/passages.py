"""Passages: the clause around a word, kept inside its block and its speaker's words."""

from collections.abc import Sequence

from rashomon.find.parse import Parsed, Token
from rashomon.find.scope import clause_of
from rashomon.report import Span
from rashomon.statement import Statement

#: Clauses beside the one that holds the word.
_ASIDE = frozenset(("advcl", "parataxis"))
#: Clauses that say nothing without the one they hang on.
_DEPENDENT = frozenset(("relcl", "acl", "pcomp", "xcomp"))
#: Words without which a clause says what nobody said: "if inflation drops" is no drop.
_SUPPOSING = frozenset(("if", "unless", "whether", "until", "before", "once", "should", "lest"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "csubjpass", "expl"))


def clause_span(parsed: Parsed, word: Token, statement: Statement | None) -> Span:
    """The clause that holds `word`; `statement` is the one whose content it stands in, if any."""
    return _kept(parsed, word, _clause(word, clause_of(word)), statement)


def passage_of(parsed: Parsed, word: Token, statement: Statement | None) -> Span:
    """The narrowest clause around `word` that can be read alone: with a subject and a finite verb.

    "boats that sank" or "killing 14" are no such clause; the one around them is taken.
    """
    head = clause_of(word)
    while not _stands_alone(head) and head.head.i != head.i:
        head = clause_of(head.head)
    return _kept(parsed, word, _clause(word, head), statement)


def _stands_alone(head: Token) -> bool:
    if head.dep_ in _DEPENDENT or any(child.lower_ in _SUPPOSING for child in head.children):
        return False
    finite = head.tag_ in _FINITE or any(
        child.dep_ in ("aux", "auxpass") and child.tag_ in _FINITE for child in head.children
    )
    return finite and any(child.dep_ in _SUBJECTS for child in head.children)


def _kept(parsed: Parsed, word: Token, run: list[Token], statement: Statement | None) -> Span:
    """The span of a run of words, kept inside its block and its speaker's words."""
    start, end = run[0].idx, run[-1].idx + len(run[-1])
    here = parsed.span_of(word)
    for block in parsed.report.blocks:
        if block.start <= here.start < block.end:
            start, end = max(start, block.start), min(end, block.end)
    if statement is not None:
        for piece in statement.content:
            if piece.holds(here):
                start, end = max(start, piece.start), min(end, piece.end)
    return parsed.span(*_with_marks(parsed.report.text, start, end))


def _clause(word: Token, head: Token) -> list[Token]:
    """The words of the clause of `head` around `word`, without clauses beside it and loose ends."""
    apart: set[int] = set()
    for child in head.children:
        below = {token.i for token in child.subtree}
        aside = child.dep_ in _ASIDE or (child.dep_ == "conj" and child.pos_ in ("VERB", "AUX"))
        if aside and word.i not in below:
            apart |= below
    run = _run_around([token for token in head.subtree if token.i not in apart], word)
    while len(run) > 1 and (run[-1].is_punct or run[-1].dep_ == "cc"):
        run.pop()
    while len(run) > 1 and run[0].lower_ not in _SUPPOSING and _is_loose(run[0]):
        run.pop(0)
    return run


def _is_loose(word: Token) -> bool:
    return word.is_punct or word.is_space or word.dep_ in ("cc", "mark")


def _with_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch with a quotation mark at its edge where only its partner lies inside."""
    inside = text[start:end]
    if inside.count("”") > inside.count("“") and text[start - 1 : start] == "“":
        start -= 1
    if inside.count("“") > inside.count("”") and text[end : end + 1] == "”":
        end += 1
    if inside.count('"') % 2 and text[start - 1 : start] == '"':
        start -= 1
    return start, end


def _run_around(tokens: list[Token], center: Token) -> list[Token]:
    """The unbroken run of `tokens` that holds `center`."""
    run = [center]
    by_index = {token.i: token for token in tokens}
    for step in (-1, 1):
        index = center.i + step
        while index in by_index:
            run.append(by_index[index])
            index += step
    return sorted(run, key=lambda token: token.i)


def innermost(statements: Sequence[Statement], span: Span) -> Statement | None:
    """The deepest statement whose content holds `span`; among equals the one with least content."""
    holding = [statement for statement in statements if statement.says(span)]
    outer = {statement.within for statement in holding}
    deepest = [statement for statement in holding if statement.id not in outer]
    return min(
        deepest or holding, key=lambda each: (_extent(each), each.span.start, each.id), default=None
    )


def _extent(statement: Statement) -> int:
    return sum(piece.end - piece.start for piece in statement.content)
