"""Names: the proper names of a text, with title, role and kind as the words around them tell."""

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.find.actors.countries import is_people
from rashomon.find.actors.posts import (
    is_body_word,
    is_company_word,
    is_outlet_sign,
    is_post,
    is_sovereign,
    is_suffix,
    is_title,
    is_title_word,
    noun_start,
    role_of,
    role_table,
)
from rashomon.find.parse import Doc, Parsed, Token
from rashomon.words.names import title_sex, unowned

#: Entity labels of the model whose words may be names of actors. The labels are hints only.
_NAMES = frozenset(
    {"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART"}
)
_NOT_NAMES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY"})
#: Words that open a sentence and are taken for names there, for their capital.
_OPENERS = frozenset(
    {"meanwhile", "however", "earlier", "later", "also", "elsewhere", "but", "and"}
)
#: So many long names are sought again at most, each over the whole text.
_LONG_NAMES = 300
_INSIDE = frozenset({"of", "for", "the", "and", "&", "-", "de", "al", "bin"})


@dataclass(frozen=True, slots=True)
class ProperName:
    """One proper name: tokens `first` to `last` (inclusive), the name without titles before it.

    `kind` is person, organisation or unknown; `label` the model's entity label; `titled` tells
    whether a title or a post stands before the name, `sex` what the title says.
    """

    first: int
    last: int
    name: str
    label: str
    kind: str
    titled: bool = False
    sex: str | None = None
    lead: int | None = None


def find_names(parsed: Parsed) -> tuple[ProperName, ...]:
    """The proper names of the text in order; long ones also where the tagger missed them."""
    doc = parsed.doc
    found = [_proper_name(doc, first, last) for first, last in _runs(doc)]
    names = [one for one in found if one is not None and not _is_credited(parsed, one)]
    return tuple(sorted([*names, *_again(parsed, names)], key=lambda one: one.first))


def _again(parsed: Parsed, names: list[ProperName]) -> list[ProperName]:
    """Further places of names of three words and more that the tags do not show as names."""
    text, doc = parsed.report.text, parsed.doc
    taken = {at for one in names for at in range(one.first, one.last + 1)}
    long = {one.name: one for one in names if one.name.count(" ") > 1}
    repeated: list[ProperName] = []
    for name, known in sorted(long.items())[:_LONG_NAMES]:
        at = text.find(name)
        while at >= 0:
            tokens = doc.char_span(at, at + len(name))
            if tokens is not None and tokens.end - 1 not in taken:
                last = tokens.end - 1
                repeated.append(ProperName(tokens.start, last, name, known.label, known.kind))
            at = text.find(name, at + len(name))
    return repeated


def _is_credited(parsed: Parsed, one: ProperName) -> bool:
    """Whether a name in a caption only tells whose picture it is: "Photographer: Full Name/AP"."""
    doc, words = parsed.doc, role_table().credits
    if parsed.block_at(doc[one.first].idx) != "caption":
        return False
    around = doc[max(0, one.first - 2) : one.last + 2]
    joined = any(word.text == "/" for word in (around[0], around[1], around[-1]))
    return joined or any(word.lower_ in words for word in around[:-1])


def _is_name(token: Token) -> bool:
    if token.ent_type_ in _NOT_NAMES or token.is_space or token.lower_ in _OPENERS:
        return False
    if token.is_sent_start and token.tag_ == "NNS" and role_of(token) is not None:
        return False
    if token.tag_.startswith("JJ") and token.ent_type_ in ("", "NORP"):
        return token.text[:1].isupper() and _continues_name(token)
    if token.tag_ in ("NNP", "NNPS"):
        if token.is_lower and (role_of(token) is not None or not token.ent_type_):
            return False  # "the foreign ministry": a common noun, whatever its tag
        return token.text[:1].isalnum() or token.text in (".", "&", "-")
    return token.ent_type_ in _NAMES and token.text[:1].isupper()


def _continues_name(token: Token) -> bool:
    """Whether an adjective ("Syrian") opens or goes on with a name ("... Democratic Forces")."""
    if token.i + 1 >= len(token.doc):
        return False
    after = token.doc[token.i + 1]
    proper = after.tag_ in ("NNP", "NNPS") and after.text[:1].isupper()
    return proper and (after.ent_iob_ == "I" or is_body_word(after.text))


def _runs(doc: Doc) -> Iterator[tuple[int, int]]:
    first = None
    at = 0
    while at < len(doc):
        if _is_name(doc[at]) and (first is None or not _breaks(doc, at)):
            first = at if first is None else first
            at += 1
            continue
        if first is not None and (bridge := _bridged(doc, first, at)):
            at += bridge
            continue
        if first is not None:
            yield first, _trimmed(doc, first, at - 1)
            first = None
            continue
        at += 1
    if first is not None:
        yield first, _trimmed(doc, first, len(doc) - 1)


def _breaks(doc: Doc, at: int) -> bool:
    """Whether a new name starts at `at`, beside another: a new sentence or another entity."""
    if doc[at].is_sent_start:
        return True
    before, here = doc[at - 1], doc[at]
    new_entity = here.ent_iob_ == "B" and before.ent_type_ in _NAMES and here.ent_type_ in _NAMES
    return new_entity and here.ent_type_ != before.ent_type_ and here.ent_type_ != "PERSON"


def _bridged(doc: Doc, first: int, at: int) -> int:
    """How many tokens from a small word on belong to the name: 2 in "Save the Children", else 0."""
    after = at + 1
    while after < len(doc) - 1 and doc[after].lower_ in _INSIDE and after < at + 2:
        after += 1
    joins = doc[at].lower_ in _INSIDE or doc[at].tag_ == "POS"  # "the Pilots' Guild"
    if not joins or after >= len(doc) or doc[at].is_sent_start:
        return 0
    goes_on = doc[after].text[:1].isupper() and (_is_name(doc[after]) or doc[after].tag_ == "NNS")
    if not goes_on:
        return 0
    length = after - at + 1
    if doc[at].tag_ == "POS":
        return length if doc[at - 1].tag_ == "NNPS" and doc[after].ent_iob_ == "I" else 0
    if doc[at].text == "&" or (doc[at].text == "-" and not doc[at].whitespace_):
        return length
    if doc[at].lower_ == "the":
        return 0 if doc[first].is_sent_start else length
    same = doc[at].ent_iob_ == "I" and doc[after].ent_iob_ == "I" and doc[at].ent_type_ != "PERSON"
    heads = is_body_word(doc[at - 1].text) or is_title(doc[at - 1])
    return length if same or (doc[at].lower_ == "of" and heads) else 0


def _trimmed(doc: Doc, first: int, last: int) -> int:
    while last > first and (doc[last].is_punct or doc[last].lower_ in _INSIDE):
        if doc[last].text == "." and last - 1 >= first and len(doc[last - 1]) <= 4:
            break
        last -= 1
    return last


def _proper_name(doc: Doc, first: int, last: int) -> ProperName | None:
    if first == last and doc[last].tag_ == "NNP" and is_people(doc[last].text):
        return None  # "the American said"
    first = _past_credit(doc, _whole_start(doc, first), last)
    last, honoured = _before_suffix(doc, first, last)
    if _is_office(doc, first, last):
        return None
    begin, sex = _after_titles(doc, first, last)
    led = begin > first or honoured
    while begin < last and (doc[begin].is_punct or doc[begin].lower_ in _INSIDE):
        begin += 1
    name = unowned(doc[begin : last + 1].text).strip(" .'’-") if begin <= last else ""
    if not any(char.isalpha() for char in name) or not name[:1].isalnum():
        return None
    name = name + "." if name.count(".") and doc[last].text.endswith(".") else name
    before = doc[first - 1] if first else None
    role_before = before is not None and is_post(before) and before.tag_.startswith("NN")
    titled = led or role_before
    kind = _kind(doc, begin, last, titled)
    if not titled and before is not None and before.tag_ == "NN" and role_of(before) == "body":
        kind = "organisation"  # "kettle maker X", "the news agency X"
    return ProperName(
        first=begin,
        last=last,
        name=" ".join(name.split()),
        label=doc[last].ent_type_,
        kind=kind,
        titled=titled,
        sex=sex,
        lead=noun_start(before) if role_before and before else first if begin > first else None,
    )


def _whole_start(doc: Doc, first: int) -> int:
    """The start of a name that cannot begin with a preposition: "[Farmers] Without Fields"."""
    before = doc[first - 1] if first else None
    if doc[first].tag_ != "IN" or before is None or before.is_sent_start:
        return first
    return first - 1 if before.text[:1].isupper() and before.tag_.startswith("NN") else first


def _past_credit(doc: Doc, first: int, last: int) -> int:
    """Past the outlet that a page sets before a caption: "BBC Police have ...", not "BBC News"."""
    if first == last or not doc[first].is_sent_start or not is_outlet_sign(doc[first].text):
        return first
    after = doc[first + 1]
    body = role_of(after) == "body" and not is_outlet_sign(after.text)
    return first + 1 if body and after.text[:1].isupper() else first


def _before_suffix(doc: Doc, first: int, last: int) -> tuple[int, bool]:
    """The last word of a name before "MP" or "QC", and whether there is such a suffix."""
    end = last
    while end > first + 1 and is_suffix(doc[end].text):
        end -= 1
    return end, end < last


def _is_office(doc: Doc, first: int, last: int) -> bool:
    """Whether capitalised words only name an office: "the Chief Cabinet Secretary", "the Bishop".

    Kings and popes are known by theirs.
    """
    head = doc[first] if first < last and doc[first + 1].lower_ == "of" else doc[last]
    if not is_post(head) or not is_title(head) or is_sovereign(head):
        return False
    if any(token.ent_type_ == "PERSON" for token in doc[first : last + 1]):
        return False
    if head.i == first < last:
        return True
    before = doc[first - 1] if first else None
    pointed = before is not None and (before.lower_ == "the" or before.tag_ == "POS")
    return pointed or (first < last and is_title_word(doc[first]))


def _after_titles(doc: Doc, first: int, last: int) -> tuple[int, str | None]:
    """Where the bare name begins after the last title or post in a run, and the title's sex."""
    begin, sex = first, None
    for at in range(first, last):
        token = doc[at]
        several = token.tag_ == "NNPS"  # "Reporters for Justice"
        if is_title(token) or (is_post(token) and token.text[:1].isupper() and not several):
            if is_body_word(token.text) and at == first:
                continue
            begin = at + 1
            while begin < last and doc[begin].is_punct:
                begin += 1
            if doc[begin].lower_ == "of" and begin + 2 <= last:
                begin += 2  # "Secretary of State", "Minister of Defence"
            sex = title_sex(token.text) or sex
    rest = doc[begin : last + 1]
    if begin > first and any(is_body_word(t.text) for t in rest):
        return first, None
    if begin > first and is_company_word(rest[-1].text):
        return first, None  # "General Motors"
    return begin, sex


def _kind(doc: Doc, first: int, last: int, titled: bool) -> str:
    words = [token for token in doc[first : last + 1] if token.text[:1].isalnum()]
    if any(is_body_word(token.text) for token in words[-2:]):
        return "organisation"
    if len(words) > 1 and is_company_word(words[-1].text) and not titled:
        return "organisation"
    if len(words) == 1 and is_outlet_sign(words[0].text):
        return "organisation"
    if titled and len(words) <= 4 and not any(t.lower_ in ("of", "for", "the") for t in words):
        return "person"
    if 2 <= len(words) <= 4 and _has_age(doc, last):
        return "person"
    labels = {token.ent_type_ for token in words}
    if len(words) == 1 and len(words[0]) > 1 and words[0].is_upper:
        return "organisation"
    article = first > 0 and doc[first - 1].lower_ == "the"
    if labels == {"PERSON"} and 2 <= len(words) <= 4 and not article:
        return "person"
    if article or (labels & {"ORG", "NORP"} and len(words) > 2):
        return "organisation"
    return "unknown"


def _has_age(doc: Doc, last: int) -> bool:
    """Whether an age stands between commas behind a name: "Full Name, 41, came second"."""
    behind = [token.text for token in doc[last + 1 : last + 4]]
    if len(behind) < 3 or behind[0] != "," or behind[2] != ",":
        return False
    return behind[1].isdigit() and len(behind[1]) <= 2
