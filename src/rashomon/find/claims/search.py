"""Claims: the statuses that a report states, with degree, polarity and who contests them."""

from collections.abc import Iterator, Sequence

from rashomon.claim import Claim, Contest
from rashomon.find.claims.statuses import Stated, stated_in, statuses
from rashomon.find.parse import Parsed, Token
from rashomon.find.passages import clause_span, innermost, passage_of
from rashomon.find.scope import clause_of, period_of, place_of
from rashomon.report import Span, content_id
from rashomon.statement import Statement
from rashomon.when import Period
from rashomon.where import Place

#: Layout roles whose words are no claims of the report's text.
_NO_CLAIMS = frozenset(("heading", "caption", "dateline"))
#: Words before a noun that are no part of what it names.
_DROPPED = frozenset(("det", "poss", "predet", "case"))
_NOBODY = frozenset(("nobody", "nothing", "none"))
_MODIFYING = frozenset(
    ("aux", "advmod", "amod", "mark", "neg", "acomp", "det", "prep", "oprd", "compound")
)


def find_claims(
    parsed: Parsed,
    statements: Sequence[Statement],
    times: Sequence[Period],
    places: Sequence[Place],
) -> tuple[Claim, ...]:
    """The status claims of a report in reading order; suppositions ("if ...") are left out."""
    found = []
    in_places = _tokens_in(parsed, places)
    for sentence in parsed.doc.sents:
        if parsed.block_at(sentence.start_char) not in _NO_CLAIMS:
            for stated in stated_in(sentence, in_places):
                claim = _claim(parsed, stated, statements, times, places)
                if claim is not None:
                    found.append(claim)
    return tuple(sorted(found, key=lambda claim: (claim.span, claim.topic, claim.id)))


def _clause(
    parsed: Parsed, stated: Stated, statement: Statement | None, statements: Sequence[Statement]
) -> Span:
    """The clause that states the condition; a noun ("a statement declaring the liberation of the
    city") says nothing without the whole clause around it, which may be the outer speaker's."""
    if stated.token.pos_ not in ("NOUN", "PROPN") or statement is None:
        return clause_span(parsed, stated.token, statement)
    outer = next((each for each in statements if each.id == statement.within), statement)
    return passage_of(parsed, stated.token, outer)


def _tokens_in(parsed: Parsed, places: Sequence[Place]) -> frozenset[int]:
    spans = [parsed.tokens_of(place.span) for place in places]
    return frozenset(token.i for tokens in spans for token in tokens)


def _claim(
    parsed: Parsed,
    stated: Stated,
    statements: Sequence[Statement],
    times: Sequence[Period],
    places: Sequence[Place],
) -> Claim | None:
    words = set(_words_about(stated))
    hedges = statuses().hedges
    if words & hedges.hypothetical or _governing_verb(stated.token) in hedges.hearsay:
        return None
    trigger = parsed.span_of(stated.token)
    statement = innermost(statements, trigger)
    span = _clause(parsed, stated, statement, statements)
    place = _place(parsed, stated, span, places, statements)
    period = period_of(parsed, trigger, times, statements)
    polarity = _polarity(stated, words)
    topic = stated.cue.topic
    return Claim(
        id=content_id("c", parsed.report.id, topic, span.start, span.end, trigger.start),
        span=span,
        topic=topic,
        subject=_subject(stated.theme),
        answer=stated.cue.extent,
        degree=_degree(stated, words, polarity),
        polarity=polarity,
        stance=_stance(stated, words, statement),
        place=place.id if place is not None else None,
        period=period[0].id if period is not None else None,
        statement=statement.id if statement is not None else None,
        speaker=statement.speaker.name if statement is not None else None,
        contested=tuple(_contests(statement, statements)),
    )


def _words_about(stated: Stated) -> Iterator[str]:
    """Lower-case words and lemmas that modify the cue, its theme or the clauses above them."""
    tokens = [stated.token, *_modifiers(stated.token)]
    if stated.theme is not None:
        tokens += [stated.theme, *_modifiers(stated.theme)]
    if stated.token.dep_ != "ccomp":
        for above in stated.token.ancestors:
            tokens += [above, *_modifiers(above)]
            if above.dep_ in ("ccomp", "parataxis"):
                break
    for token in tokens:
        yield token.lower_
        yield token.lemma_.lower()


def _modifiers(token: Token) -> list[Token]:
    return [child for child in token.children if child.dep_ in _MODIFYING]


def _governing_verb(token: Token) -> str:
    """The lemma of what the clause around the token hangs on: "hear" in "I hear that it is out"."""
    clause = clause_of(token)
    return str(clause.head.lemma_) if clause.dep_ in ("ccomp", "acl", "pcomp") else ""


def _negated(token: Token) -> bool:
    return any(
        child.dep_ == "neg"
        or child.lower_ == "no"
        or (child.dep_ in ("nsubj", "nsubjpass") and child.lower_ in _NOBODY)
        for child in token.children
    )


def _polarity(stated: Stated, words: set[str]) -> str:
    hedges = statuses().hedges
    chain = [stated.token, *stated.token.ancestors]
    negations = [token for token in chain if _negated(token)]
    if words & hedges.unconfirmed:
        return "unconfirmed"
    if negations and words & hedges.unconfirmed_with_negation:
        return "unconfirmed"
    clause = clause_of(stated.token)
    near = [token for token in negations if token.i == clause.i or token.i == stated.token.i]
    if stated.theme is not None and _negated(stated.theme):
        near.append(stated.theme)
    return "negated" if len(near) % 2 else "affirmed"


def _degree(stated: Stated, words: set[str], polarity: str) -> str | None:
    share = _share(stated)
    if share is not None:
        return "almost" if share >= statuses().almost_from["percent"] else "partial"
    for degree in ("almost", "partial", "full"):
        if words & statuses().degrees[degree]:
            return degree
    return stated.cue.degree if polarity == "affirmed" else None


def _share(stated: Stated) -> float | None:
    """The percentage that stands over the theme: 90 in "90 percent of the city"."""
    if stated.theme is None:
        return None
    for above in (stated.theme, *stated.theme.ancestors):
        if above.lower_ in ("percent", "%"):
            for child in above.children:
                digits = child.text.replace(".", "", 1)
                if child.dep_ == "nummod" and digits.isascii() and digits.isdigit():
                    return float(child.text)
            return None
        if above.pos_ in ("VERB", "AUX"):
            return None
    return None


def _stance(stated: Stated, words: set[str], statement: Statement | None) -> str:
    """What the speaker makes of it; a condition that is under way or to come is expected."""
    under_way = stated.token.tag_ == "VBG" and stated.cue.extent == "done"
    if under_way or words & statuses().hedges.coming:
        return "expects"
    return statement.stance if statement is not None else "asserts"


def _subject(theme: Token | None) -> str | None:
    """The theme up to its head, without its article, in the text's words."""
    if theme is None:
        return None
    words = list(theme.doc[theme.left_edge.i : theme.i + 1])
    while len(words) > 1 and (words[0].dep_ in _DROPPED or words[0].is_punct):
        words.pop(0)
    text = " ".join(theme.doc[words[0].i : theme.i + 1].text.split())
    return text if words[0].pos_ == "PROPN" else text[0].lower() + text[1:]


def _place(
    parsed: Parsed,
    stated: Stated,
    span: Span,
    places: Sequence[Place],
    statements: Sequence[Statement],
) -> Place | None:
    if stated.theme is not None:
        starts = [token.idx for token in stated.theme.subtree]
        for place in places:
            if any(place.span.start <= start < place.span.end for start in starts):
                return place
    governing = place_of(parsed, parsed.span_of(stated.token), places, statements)
    return governing[0] if governing is not None else None


def _contests(statement: Statement | None, statements: Sequence[Statement]) -> Iterator[Contest]:
    """The outer statement that contests what the inner one says ("despite claims by ...")."""
    if statement is None or statement.within is None or statement.attitude != "contests":
        return
    outer = next((other for other in statements if other.id == statement.within), None)
    yield Contest(span=statement.cue or statement.span, by=outer.id if outer is not None else None)
