"""Scope: which time and which place govern a passage, first by its clause, then its sentence.

A time or place that belongs to the act of saying never governs what was said: the way from a
clause up to the clause around it ends where the clause is somebody's words ("a spokesman said
Tuesday that 40 had left"). Datelines say where a report was written, not where things happened.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TypeVar

from rashomon.find.parse import Parsed, Token, Tokens
from rashomon.report import Span
from rashomon.statement import Statement
from rashomon.when import Period
from rashomon.where import Place

#: A line that ends with a sentence, or an empty line, ends a paragraph; others may be wrapped.
_PARAGRAPH = re.compile(r"[.!?”\"'][ \t\r]*\n|\n[ \t\r]*\n")

Setting = TypeVar("Setting", Period, Place)

#: Dependencies (ClearNLP's names, as in OntoNotes) that open a clause of its own.
_CLAUSES = frozenset(
    ("ROOT", "ccomp", "advcl", "relcl", "acl", "conj", "parataxis", "csubj", "csubjpass", "pcomp")
)
#: A clause in one of these places is what somebody said or thought.
_SAID = frozenset(("ccomp", "parataxis"))
#: A clause in one of these places may happen at another time than the clause around it.
_APART = frozenset(("relcl", "acl", "advcl", "csubj", "csubjpass"))
#: A place here acts or merely names ("Iraq said", "the Paris mayor"): weak evidence of where.
_WEAK = frozenset(("nsubj", "compound", "amod", "poss", "nmod"))
_VERBAL = frozenset(("VERB", "AUX"))
#: Ranks a setting that stands in the sentence but not in a clause around the passage.
_ELSEWHERE = 100


def period_of(
    parsed: Parsed, span: Span, times: Sequence[Period], statements: Sequence[Statement] = ()
) -> tuple[Period, str] | None:
    """The time that governs the passage `span`, with its basis: explicit or carried.

    Explicit is a time of the same clause or a clause around it; carried one from elsewhere in
    the sentence or from the sentence before it in the same paragraph. Bare lengths ("four
    months of fighting") and repeated times ("every day") say how long or how often and are
    left out. Where `statements` are given, times of their frames are left out too.
    """
    dated = [t for t in times if t.type in ("DATE", "TIME") or t.from_ or t.to]
    return _governing(parsed, span, dated, statements)


def place_of(
    parsed: Parsed, span: Span, places: Sequence[Place], statements: Sequence[Statement] = ()
) -> tuple[Place, str] | None:
    """The place that governs the passage `span`, with its basis: explicit or carried."""
    return _governing(parsed, span, places, statements)


def clause_of(token: Token) -> Token:
    """The head of the clause that holds `token`: a verb, or the root of a verbless sentence."""
    while token.dep_ not in _CLAUSES or (token.dep_ == "conj" and token.pos_ not in _VERBAL):
        if token.head.i == token.i:
            break
        token = token.head
    return token


def clauses_around(token: Token) -> Iterator[Token]:
    """The clause of `token` and those around it, outwards, as far as one voice reaches."""
    clause = clause_of(token)
    yield clause
    while clause.dep_ not in _SAID and clause.head.i != clause.i:
        clause = clause_of(clause.head)
        yield clause


def _governing(
    parsed: Parsed, span: Span, settings: Sequence[Setting], statements: Sequence[Statement]
) -> tuple[Setting, str] | None:
    """The best of `settings` for the passage `span`: in its sentence, else carried."""
    head = parsed.tokens_of(span).root
    around = [statement for statement in statements if statement.says(span)]
    near = [
        setting
        for setting in settings
        if not setting.span.overlaps(span)
        and parsed.block_at(setting.span.start) != "dateline"
        and not any(_frames(setting.span, statement) for statement in around)
    ]
    here = [setting for setting in near if _within(setting.span, head.sent)]
    ranked = sorted(
        (rank, setting.span.start, index)
        for index, setting in enumerate(here)
        if (rank := _rank(parsed.tokens_of(setting.span).root, head)) is not None
    )
    if ranked:
        (clauses, weakness, _), _, index = ranked[0]
        return here[index], "explicit" if clauses == 0 and weakness < 2 else "carried"
    carried = None if here else _carried(parsed, head, near)
    return None if carried is None else (carried, "carried")


def _rank(setting: Token, head: Token) -> tuple[int, int, int] | None:
    """How near a setting stands: clauses between, weakness of the link, tokens between.

    None where it stands in the frame of a statement or only describes a noun.
    """
    clause, crossed = home_of(setting), 0
    # Of two settings as near, the one behind is meant: "50 on Monday to 58 on Tuesday".
    distance = setting.i - head.i if setting.i > head.i else 2 * (head.i - setting.i)
    for around in clauses_around(head):
        # A noun as head of a clause is a verb misread: "miners [left on Monday]".
        misread = clause.dep_ == "acl" and clause.head.i == around.i and around.pos_ == "NOUN"
        if around.i == clause.i or misread:
            return crossed, _weakness(setting, head), distance
        if clause.dep_ == "advcl" and _joint(clause_of(clause.head)).i == _joint(around).i:
            return crossed + _ELSEWHERE, _weakness(setting, head), distance
        crossed += around.dep_ in _APART
    return None


def _joint(clause: Token) -> Token:
    """The first of the clauses that are joined by "and" to this one."""
    while clause.dep_ == "conj" and clause.head.i != clause.i:
        clause = clause_of(clause.head)
    return clause


def home_of(setting: Token) -> Token:
    """The clause a setting belongs to: right behind a verb of saying it is that verb's.

    Parsers often give the day in "said Tuesday pockets remain" to what was said.
    """
    before = setting.nbor(-1) if setting.i > setting.sent.start else setting
    if before.pos_ == "VERB" and any(
        c.dep_ == "ccomp" and c.i > setting.i for c in before.children
    ):
        return before
    return clause_of(setting)


def _weakness(setting: Token, head: Token) -> int:
    """0 where the setting hangs on the verb or on the passage's own noun, more where elsewhere."""
    if setting.dep_ in _WEAK and setting.head.i != head.i:
        return 2
    anchor = setting
    while (
        anchor.dep_ in ("pobj", "prep", "npadvmod", "advmod", "pcomp") and anchor.head.i != anchor.i
    ):
        anchor = anchor.head
        if anchor.pos_ in _VERBAL or anchor.i == head.i:
            return 0
    return 0 if anchor.is_ancestor(head) else 1


def _frames(setting: Span, statement: Statement) -> bool:
    """Whether `setting` stands in a statement's frame ("said Tuesday") and not in its content."""
    return statement.span.holds(setting) and not statement.says(setting)


def _carried(parsed: Parsed, head: Token, settings: Sequence[Setting]) -> Setting | None:
    """The last setting of the main clause of the sentence before, in the same paragraph."""
    sentence: Tokens = head.sent
    if sentence.start == 0 or clause_of(head).dep_ in ("relcl", "acl"):
        return None
    before: Tokens = parsed.doc[sentence.start - 1].sent
    if breaks(parsed, before.start_char, sentence.start_char):
        return None
    main = {before.root.i, *(c.i for c in before.root.children if c.dep_ == "ccomp")}
    saying = before.root.i if len(main) > 1 else -1
    fitting = [
        setting
        for setting in settings
        if _within(setting.span, before)
        and (clause := clause_of(parsed.tokens_of(setting.span).root)).i in main
        and clause.i != saying
        and (isinstance(setting, Place) or _past(clause) == _past(clause_of(head)))
    ]
    return fitting[-1] if fitting else None


def _past(clause: Token) -> bool:
    """Whether the clause tells of the past: a past form of its verb or of an auxiliary."""
    forms = [clause, *(c for c in clause.children if c.dep_ in ("aux", "auxpass"))]
    return any(form.tag_ in ("VBD", "VBN") for form in forms)


def breaks(parsed: Parsed, start: int, end: int) -> bool:
    """Whether a paragraph ends between two positions: by the report's blocks, else by lines."""
    if parsed.report.blocks:
        return any(start < block.start <= end for block in parsed.report.blocks)
    return _PARAGRAPH.search(parsed.report.text, start, end) is not None


def _within(span: Span, sentence: Tokens) -> bool:
    return bool(sentence.start_char <= span.start and span.end <= sentence.end_char)
