"""What is no figure: dates, clock times, labels, names, scores and turns of speech."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from rashomon.find.figures.amounts import Amount
from rashomon.find.figures.counted import lemma
from rashomon.find.figures.masks import masked
from rashomon.find.figures.populations import population
from rashomon.find.figures.qualifiers import bounds
from rashomon.find.parse import Parsed, Token
from rashomon.words.anchors import around, matches
from rashomon.words.numbers import Number
from rashomon.words.tables import table


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    labels: list[str]
    one_of_speech: list[str]
    pointing: list[str]
    ordinal_speech: list[str]
    before_pronouns: list[str]
    about: list[str]
    ranked: list[str]
    half_of_speech: list[str]
    naming: list[str]
    reading: list[str]
    before_years: list[str]
    sizes: list[str]


#: What makes a number none begins within so many characters of it; addresses are longer, but each
#: of their parts is masked as the whole is.
_REACH = 80
#: Groups of digits that a report joins to one number ("12 400 000") are no telephone number.
_GROUPED = re.compile(r"\d\s\d")


def _words() -> _Table:
    return table("nofigures", _Table)


def sober(parsed: Parsed, numbers: Iterable[Number]) -> Iterator[Number]:
    """The numbers that may be figures, without those whose very print says they are none."""
    text, numbers = parsed.report.text, tuple(numbers)
    where = around(((number.start, number.end) for number in numbers), _REACH)
    masks = [match.span() for match in matches(masked(), text, where)]
    place, parsed_to = 0, parsed.doc[-1].idx + len(parsed.doc[-1]) if len(parsed.doc) else 0
    for number in numbers:
        while place < len(masks) and masks[place][1] <= number.start:
            place += 1
        grouped = number.form == "digits" and _GROUPED.search(text, number.start, number.end)
        if place < len(masks) and masks[place][0] < number.end and not grouped:
            continue
        zeros = set(text[number.start : number.end]) == {"0"} and number.end - number.start > 1
        if number.end <= parsed_to and not zeros and not _is_name(parsed, number):
            yield number


def _is_name(parsed: Parsed, number: Number) -> bool:
    """Whether the number is (part of) a name or a label: "Flight 370", "Article 5", "5G"."""
    text = parsed.report.text
    if number.form not in ("digits", "words"):
        return False
    if _is_title(_token(parsed, number)):
        return True
    before = re.search(
        r"([A-Za-z]+)[.:]?[^\S\n]?#?\Z", text[max(0, number.start - 20) : number.start]
    )
    begins = _token(parsed, number).is_sent_start
    if before and not begins and before[1].lower() in _words().labels:
        # "number 7" and "the group 20 strong": a label unless a plural counts on.
        token = _token(parsed, number)
        return token.dep_ != "nummod" or token.head.i < token.i or before[1][0].isupper()
    return text[number.start - 1 : number.start] == "#"


def _is_title(token: Token) -> bool:
    """Whether a number begins, or stands in, the name of a work ("the book 100 Quiet Hours")."""
    if token.i == 0 or token.i + 2 >= len(token.doc):
        return False
    before, following = token.nbor(-1), token.doc[token.i + 1 : token.i + 3]
    capitals = all(one.is_title for one in following)
    return capitals and (before.lower_ in _words().naming or token.ent_type_ == "WORK_OF_ART")


def is_year(parsed: Parsed, number: Number) -> bool:
    """Whether four bare digits are a year and not a count."""
    text = parsed.report.text
    printed = text[number.start : number.end]
    if not re.fullmatch(r"1[5-9]\d\d|20\d\d", printed):
        return False
    token = _token(parsed, number)
    counts = (
        token.dep_ == "nummod" and token.head.i > token.i and token.head.tag_ in ("NNS", "NNPS")
    )
    if not counts or (token.i and token.nbor(-1).lower_ in _words().before_years):
        return True
    # Bare "1988 sales" are of a year, "2000 homes" and "1914 soldiers" are counts.
    return population(token.head) is None and lemma(token.head) != "person" and printed[2:] != "00"


def plain(parsed: Parsed, amount: Amount) -> Amount:
    """The amount without a qualifier that is a preposition here ("asked about one raid")."""
    if amount.qualifier is None:
        return amount
    tokens = parsed.doc.char_span(*amount.qualifier, alignment_mode="expand")
    if tokens is None or len(tokens) > 1 or not _is_preposition(tokens[0], amount.kind):
        return amount
    begin = amount.qualifier[1]
    while parsed.report.text[begin].isspace():
        begin += 1
    return replace(amount, begin=begin, bounds=bounds(amount.bounds.value, "exact"), qualifier=None)


def _is_preposition(word: Token, kind: str) -> bool:
    """Whether a word that may qualify a number belongs to the verb or noun before it."""
    if word.dep_ == "prt":
        return True  # "turned around four hours in"
    lasting = kind == "duration" and word.lower_ in ("over", "under")
    telling = word.lower_ == "about" and word.head.lemma_.lower() in _words().about
    return word.dep_ == "prep" and (lasting or telling)


def is_bare(
    parsed: Parsed, token: Token, amount: Amount, *, befell: bool, counts: Token | None
) -> bool:
    """Whether an amount is no figure after all: a pronoun, a name, a period, a turn of speech.

    `befell` tells that something befell what it counts ("the two were killed" is a count),
    `counts` is the noun that it counts; `token` is the last one of its number.
    """
    text = parsed.report.text
    if text[amount.end : amount.end + 1].isalpha() and amount.finish == amount.end:
        return True  # "launch pad 39A"
    if _describes_name(token):
        return True
    if amount.kind == "duration":
        return _is_period(text, amount.begin, amount.finish)
    if amount.form == "ordinal":
        return _is_speech_ordinal(token)
    if token.lower_ == "one" and counts is None and _is_pronoun(token):
        return True
    if amount.form == "fraction" and amount.kind == "level" and token.text == "half":
        return True  # "half a story" measures nothing
    if amount.form == "fraction" and token.sent[-1].i > token.i + 1:
        # "half the story"
        return any(
            one.lemma_ in _words().half_of_speech for one in token.doc[token.i + 1 : token.i + 3]
        )
    if amount.unit == "count" and _is_asked(text, amount.end):
        return True
    if amount.unit != "count" or befell:
        return False
    if counts is None and _is_hour(token, amount.bounds.value):
        return True
    if amount.form == "range":
        return counts is None
    if amount.form == "words":
        return _is_speech(token, amount.bounds.value) or _is_capital(token)
    long = counts is None and re.fullmatch(r"\d{5,}", token.text) is not None
    return long or (amount.form == "digits" and _is_named(token, counts))


def _describes_name(token: Token) -> bool:
    """Whether a compound only describes what has a name: "the 12-member Harbour Council"."""
    following = list(token.doc[token.i + 1 : token.i + 4])
    if len(following) < 3 or following[0].text != "-" or not following[1].is_lower:
        return False
    return following[1].lemma_ in _words().sizes and following[2].is_title


def _is_pronoun(token: Token) -> bool:
    """Whether "one" stands for a thing spoken of: "the one", "it was one", "one that works"."""
    before = token.i and token.nbor(-1).lower_ in _words().before_pronouns
    following = token.i + 1 < len(token.doc) and token.nbor(1).lower_ in ("that", "which")
    return bool(before or following or token.dep_ in ("attr", "oprd"))


def _is_hour(token: Token, value: float | None) -> bool:
    """Whether a bare small number tells the time of day ("since the shift changed at ten")."""
    if token.dep_ != "pobj" or token.head.lower_ != "at" or value is None or not 1 <= value <= 12:
        return False
    verb = token.head.head
    return verb.pos_ in ("VERB", "AUX") and verb.lemma_ not in _words().reading


def _is_asked(text: str, end: int) -> bool:
    """Whether a count stands in a question, which states nothing."""
    return re.match(r"[^.!?;\n]{0,300}\?", text[end : end + 301]) is not None


def _is_named(token: Token, counts: Token | None) -> bool:
    """Whether digits end a name: "Boeing 747", "the Falcon 9 rocket", "Pixel 2 users"."""
    before = token.nbor(-1) if token.i else token
    apart = before.is_sent_end or before.idx + len(before) + 1 != token.idx or "," in token.text
    model = before.lower_ == "the" and re.fullmatch(r"\d{3,4}", token.text) is not None
    if counts is None and (model or before.lower_ in ("a", "an")):
        return True  # "lift a 737", "board the 486"
    if before.pos_ != "PROPN" or apart:
        return False
    within = token.i <= before.head.i <= token.head.i or token.head.i == before.i
    return counts is None or counts.pos_ == "PROPN" or within


def _is_capital(token: Token) -> bool:
    """Whether a number word is part of a name: "a Zero Hour Contract", "the Seven Network"."""
    if not token.is_title or token.is_sent_start or token.i + 1 >= len(token.doc):
        return False
    following = token.nbor(1)
    return following.is_title and any(one.is_lower for one in token.sent)


def _is_speech(token: Token, value: float | None) -> bool:
    """Whether a small number word is a pronoun, points back, or is a turn of speech."""
    if value is None or value > 3:
        return False
    before = token.nbor(-1).lower_ if token.i else ""
    if value == 1 and token.lower_ == "one":
        counts = token.dep_ == "nummod" and token.head.i > token.i
        if not counts or token.head.lemma_ in _words().one_of_speech:
            return True
        after = token.doc[token.i + 1 : min(token.i + 25, token.sent.end)]
        if any(one.lower_ == "the" and one.nbor(1).lower_ == "other" for one in after[:-1]):
            return True  # "one arm out, the other in"
    joined = token.i + 1 < len(token.doc) and token.nbor(1).text == "-"
    return before in _words().pointing and not joined  # "the two-car tram" tells


def _is_period(text: str, start: int, end: int) -> bool:
    """Whether a length of time only tells when: "the past three days", "two years ago"."""
    return bool(
        re.search(
            r"\b(?:past|last|next|previous|coming|preceding|following)\s+$",
            text[:start][-12:],
            re.I,
        )
        or re.match(
            r"[\s-]+(?:(?:anniversary|birthday|ago|earlier|later|before|after|hence)\b|on\s*[,.;\n])",
            text[end : end + 12],
            re.I,
        )
    )


def _is_speech_ordinal(token: Token) -> bool:
    """Whether an ordinal ranks in speech ("first", "second"), dates or names."""
    if token.lower_ == "first" or token.i + 1 >= len(token.doc):
        return True
    following = token.nbor(1)
    if following.text == "-" and following.i + 1 < len(token.doc):
        following = following.nbor(1)
    if following.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return True
    noun = token.head if token.head.i > token.i else following
    names = _words().ordinal_speech
    if noun.lemma_.lower() in names or following.lower_ in names:
        return True
    return not token.text[0].isdigit() and noun.lemma_ not in _words().ranked


def _token(parsed: Parsed, number: Number) -> Token:
    """The last token of a number."""
    tokens = parsed.doc.char_span(number.start, number.end, alignment_mode="expand")
    assert tokens is not None  # numbers are never empty and lie within the parse
    return tokens[-1]
