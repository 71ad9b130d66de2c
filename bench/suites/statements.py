"""Statements in many wordings: content, speaker, role, stance, nesting, attitude and via."""

from collections.abc import Iterator
from itertools import combinations

from bench.matching import Letters, jaccard, letters
from bench.ruler import Json
from bench.suites.suite import Mark, Suite, anyone, place, touches

_COUNTING = (
    "The share of cases of which everything asked is right; and, for each thing asked, the share "
    "that is right. A statement is found where the letters of its content and the product's, or "
    "those of two of the product's by one speaker, share three quarters of what either holds. "
    "Names are compared without case and leading articles."
)
_PLAIN = ("basis", "stance", "attitude", "directness", "named")


def statements() -> Suite:
    """The suite of statements."""
    return Suite("suite-statements", "statements", _COUNTING, _marks)


def _marks(case: Json, found: Json) -> Iterator[Mark]:
    text = case["text"]
    told = [
        (each, letters(text, [(span["start"], span["end"]) for span in each["content"]]))
        for each in found["statements"]
        if each["speaker"]["basis"] != "narrator" or each["cue"]
    ]
    asked = [_letters(text, each["content"]) for each in case.get("statement", ())]
    given = [_found(content, told) for content in asked]
    for wanted, content, one in zip(case.get("statement", ()), asked, given, strict=True):
        where = min(content), max(content) + 1
        yield Mark("found", one is not None, wanted["content"], _nearest(content, told), *where)
        if one is not None:
            for name, right, held in _fields(wanted, one, given, text):
                yield Mark(name, right, wanted[name], held, *where)
    yield from _nothing_else(case, asked, told)


def _letters(text: str, pieces: list[str]) -> Letters:
    return letters(text, [place(text, piece) for piece in pieces])


def _found(asked: Letters, told: list[tuple[Json, Letters]]) -> Json | None:
    """The statement with this content, or the first of two of one speaker that hold it together."""
    ranked = [(jaccard(asked, content), each) for each, content in told]
    for (one, first), (other, second) in combinations(told, 2):
        if one["speaker"]["name"] == other["speaker"]["name"] and not first & second:
            ranked.append((jaccard(asked, first | second), one))
    likeness, best = max(ranked, key=lambda each: each[0], default=(0.0, None))
    return best if likeness >= 0.75 else None


def _nearest(asked: Letters, told: list[tuple[Json, Letters]]) -> list[Json]:
    return [
        (each["speaker"]["name"], [span["exact"] for span in each["content"]])
        for each, content in told
        if asked & content
    ]


def _fields(
    wanted: Json, one: Json, given: list[Json | None], text: str
) -> Iterator[tuple[str, bool, Json]]:
    """Each thing asked of a statement: whether it is right, and what the product says."""
    speaker = one["speaker"]
    held = {**one, "basis": speaker["basis"], "named": speaker["named"]}
    for name in _PLAIN:
        if name in wanted:
            yield name, held[name] in anyone(wanted[name]), held[name]
    names = {"speaker": speaker["name"], "role": speaker["role"], "for": speaker["for"]}
    for name, value in (names | {"via": one["via"]}).items():
        if name in wanted:
            yield name, any(_same(each, value) for each in anyone(wanted[name])), value
    if "cue" in wanted:
        where = place(text, wanted["cue"], wanted.get("nth", 1))
        yield (
            "cue",
            bool(one["cue"]) and touches(one["cue"], where),
            (one["cue"] or {}).get("exact"),
        )
    if "within" in wanted:
        outer = given[wanted["within"]]
        yield "within", outer is not None and one["within"] == outer["id"], one["within"]


def _same(wanted: str, given: str | None) -> bool:
    return given is not None and _bare(wanted) == _bare(given)


def _bare(name: str) -> str:
    plain = name.casefold().replace("’", "'")
    for article in ("the ", "a ", "an "):
        plain = plain.removeprefix(article)
    return plain


def _nothing_else(
    case: Json, asked: list[Letters], told: list[tuple[Json, Letters]]
) -> Iterator[Mark]:
    """That nobody is made to say what the outlet tells, or what nobody says."""
    text = case["text"]
    for words in case.get("narration", ()):
        where = place(text, words)
        own = letters(text, [where])
        wrong = [(each["speaker"]["name"], words) for each, content in told if content & own]
        yield Mark("narration left", not wrong, "no statement", wrong, *where)
    if case.get("complete"):
        every = frozenset().union(*asked)
        more = [
            (each["speaker"]["name"], [span["exact"] for span in each["content"]])
            for each, content in told
            if len(content & every) < len(content) / 2
        ]
        yield Mark("nothing else", not more, "nothing else", more, 0, min(60, len(text)))
