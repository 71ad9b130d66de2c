"""Scope: which time and which place govern a passage, first by its clause, then its sentence.

A time or place that belongs to the act of saying never governs what was said: the way from a
clause up to the clause around it ends where the clause is somebody's words ("a spokesman said
Tuesday that 40 had left"). Datelines say where a report was written, not where things happened.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import TypeVar

from rashomon.find.parse import Parsed, Token, Tokens
from rashomon.report import Span
from rashomon.statement import Statement
from rashomon.when import Period
from rashomon.where import Place, within

#: A line that ends with a sentence, or an empty line, ends a paragraph; others may be wrapped.
_PARAGRAPH = re.compile(r"[.!?”\"'][ \t\r]*\n|\n[ \t\r]*\n")

#: What stands between a place and the wider one that it lies in: "Leeds, England".
_MORE = re.compile(r"(?:,\s+(?:in\s+)?|\s+in\s+)(?:the\s+)?")
#: So much of the text can stand there, in characters.
_GAP = 12
#: Places that others lie in.
_WIDE = frozenset(("country", "admin1", "admin2", "city"))
#: Words before a number that another is only set beside.
_BESIDE = frozenset(("from", "than", "against", "versus", "vs", "compared"))
#: A time is that of a number no farther than this before it (tokens).
_COMPARISON = 16
#: No statement is longer than this (characters): one that is is cut off here.
_LONGEST = 20_000

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
#: What a country before it does or sends anywhere: "US air strikes", "French troops".
_SENT = frozenset((
    "strike", "airstrike", "raid", "bombing", "bombardment", "missile", "aircraft", "jet",
    "airplane", "plane", "warplane", "helicopter", "drone", "ship", "warship", "force", "troop",
    "soldier", "marine", "army", "military", "navy", "commando", "official", "diplomat",
))  # fmt: skip
_VERBAL = frozenset(("VERB", "AUX"))
#: Words before an instance of what is counted: "dozens of towns, including Leeds".
_INSTANCES = frozenset(("including", "like", "as"))
#: Ranks a setting that stands in the sentence but not in a clause around the passage.
_ELSEWHERE = 100


def period_of(
    parsed: Parsed, span: Span, times: Sequence[Period], statements: Sequence[Statement] = ()
) -> tuple[Period, str] | None:
    """The time that governs the passage `span`, with its basis: explicit or carried.

    Explicit is a time of the same clause or a clause around it; carried one from elsewhere in
    the sentence or from the sentence before it in the same paragraph. `times` and `statements`
    are in reading order. Bare lengths ("four
    months of fighting") and repeated times ("every day") say how long or how often and are
    left out. Where `statements` are given, times of their frames are left out too.
    """
    return _governing(parsed, span, times, statements)


def place_of(
    parsed: Parsed, span: Span, places: Sequence[Place], statements: Sequence[Statement] = ()
) -> tuple[Place, str] | None:
    """The place that governs the passage `span`, with its basis: explicit or carried.

    `places` and `statements` are in reading order. Of "Leeds, England" Leeds governs.
    """
    found = _governing(parsed, span, places, statements)
    return None if found is None else (_narrowest(parsed, found[0], places), found[1])


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
    """The best of `settings` for the passage `span`: in its sentence, else carried.

    Only what stands in the sentence and the one before it is looked at, so that the work grows
    with the text and not with its square.
    """
    head = parsed.tokens_of(span).root
    sentence: Tokens = head.sent
    around = _around(span, statements)
    here = [
        setting
        for setting in _inside(settings, sentence)
        if _is_setting(parsed, setting)
        and not setting.span.overlaps(span)
        and not any(_frames(setting.span, statement) for statement in around)
    ]
    ranked = sorted(
        (rank, setting.span.start, index)
        for index, setting in enumerate(here)
        if (rank := _rank(parsed.tokens_of(setting.span).root, head)) is not None
    )
    if ranked:
        (clauses, weakness, _), _, index = ranked[0]
        return here[index], "explicit" if clauses == 0 and weakness < 2 else "carried"
    carried = None if here else _carried(parsed, head, settings, around)
    return None if carried is None else (carried, "carried")


def _inside(settings: Sequence[Setting], sentence: Tokens) -> list[Setting]:
    """The settings, which are in reading order, that lie in a sentence."""
    first = bisect_left(settings, sentence.start_char, key=lambda each: each.span.start)
    last = bisect_left(settings, sentence.end_char, key=lambda each: each.span.start)
    return [each for each in settings[first:last] if each.span.end <= sentence.end_char]


def _is_setting(parsed: Parsed, setting: Period | Place) -> bool:
    """Whether a time or place can govern: no bare length or repeated time, no dateline."""
    if isinstance(setting, Period):
        placed = setting.type in ("DATE", "TIME") or setting.precision == "rolling"
        if not (placed or setting.from_ or setting.to):
            return False
    elif _is_instance(parsed.tokens_of(setting.span).root):
        return False
    elif setting.kind == "country":
        last: Token = parsed.tokens_of(setting.span)[-1]
        if last.dep_ in _WEAK and last.dep_ != "nsubj" and last.head.lemma_.lower() in _SENT:
            return False
    return parsed.block_at(setting.span.start) != "dateline"


def _is_instance(place: Token) -> bool:
    """Whether a place is one of the things spoken of: "towns such as Leeds and York"."""
    while place.dep_ in ("conj", "appos") and place.head.i < place.i:
        place = place.head
    return place.dep_ == "pobj" and place.head.lower_ in _INSTANCES


def _around(span: Span, statements: Sequence[Statement]) -> list[Statement]:
    """The statements whose words hold `span`."""
    last = bisect_right(statements, span.start, key=lambda each: each.span.start)
    first = bisect_left(statements, span.start - _LONGEST, key=lambda each: each.span.start)
    return [statement for statement in statements[first:last] if statement.says(span)]


def _narrowest(parsed: Parsed, place: Place, places: Sequence[Place]) -> Place:
    """The place that `place` only tells more of: Leeds of "Leeds, England"."""
    at = bisect_left(places, place.span, key=lambda each: each.span)
    while at > 0 and place.kind in _WIDE:
        before = places[at - 1]
        between = parsed.report.text[before.span.end : place.span.start]
        if before.kind == place.kind or within(before, place) is False:
            break
        if len(between) > _GAP or not _MORE.fullmatch(between):
            break
        place, at = before, at - 1
    return place


def _is_compared(setting: Token, head: Token | None = None) -> bool:
    """Whether a time is that of a number only set beside: "up from 94 million in June".

    With `head`, only where that stands before what it is set beside.
    """
    numbers, first = False, setting.sent.start if head is None else head.i
    for token in reversed(setting.doc[max(first, setting.i - _COMPARISON) : setting.i]):
        if token.lower_ in _BESIDE:
            return numbers and (head is None or token.i > head.i)
        if token.pos_ in _VERBAL and token.lower_ != "compared":
            return False
        numbers = numbers or token.like_num
    return False


def _rank(setting: Token, head: Token) -> tuple[int, int, int] | None:
    """How near a setting stands: clauses between, weakness of the link, tokens between.

    None where it stands in the frame of a statement, only describes a noun, or belongs to
    another number that this one is set beside.
    """
    if _is_compared(setting, head):
        return None
    clause, crossed = home_of(setting), 0
    if clause.dep_ == "acl" and clause.head.dep_ == "advcl" and clause.head.pos_ == "NOUN":
        clause = clause.head  # its verb misread: "when a [crane overturned in Leeds]"
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


def _carried(
    parsed: Parsed, head: Token, settings: Sequence[Setting], around: Sequence[Statement]
) -> Setting | None:
    """The last setting of the main clause of the sentence before, in the same paragraph."""
    sentence: Tokens = head.sent
    if sentence.start == 0 or clause_of(head).dep_ in ("relcl", "acl"):
        return None
    before: Tokens = parsed.doc[sentence.start - 1].sent
    if breaks(parsed, before.start_char, sentence.start_char):
        return None
    main = {before.root.i, *(c.i for c in before.root.children if c.dep_ == "ccomp")}
    saying = before.root.i if len(main) > 1 else -1
    for setting in reversed(_inside(settings, before)):
        root: Token = parsed.tokens_of(setting.span).root
        clause = clause_of(root)
        if clause.i not in main or clause.i == saying or not _is_setting(parsed, setting):
            continue
        if any(_frames(setting.span, statement) for statement in around):
            continue
        if isinstance(setting, Place):
            return setting
        if _past(clause) == _past(clause_of(head)) and not _is_compared(root):
            return setting
    return None


def _past(clause: Token) -> bool:
    """Whether the clause tells of the past: a past form of its verb or of an auxiliary."""
    forms = [clause, *(c for c in clause.children if c.dep_ in ("aux", "auxpass"))]
    return any(form.tag_ in ("VBD", "VBN") for form in forms)


def breaks(parsed: Parsed, start: int, end: int) -> bool:
    """Whether a paragraph ends between two positions: by the report's blocks, else by lines."""
    if parsed.report.blocks:
        return any(start < block.start <= end for block in parsed.report.blocks)
    return _PARAGRAPH.search(parsed.report.text, start, end) is not None
