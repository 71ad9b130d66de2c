"""Statuses in many wordings: topic, subject, degree, polarity, speaker and who contests."""

from collections.abc import Iterator

from bench.ruler import Json
from bench.suites.suite import Mark, Suite, anyone, place, touches

_COUNTING = (
    "The share of cases of which everything asked is right; and, for each thing asked, the share "
    "that is right. A claim is found where the product's claim overlaps the words; of several the "
    "one of the topic asked. A denial kept in the stance alone counts as the opposite polarity. "
    "What is no present status must raise no claim that is affirmed or negated as holding now."
)
_OPPOSITE = {"affirmed": "negated", "negated": "affirmed"}


def statuses() -> Suite:
    """The suite of statuses."""
    return Suite("suite-statuses", "statuses", _COUNTING, _marks)


def _marks(case: Json, found: Json) -> Iterator[Mark]:
    text = case["text"]
    listed = [place(text, each["words"], each.get("nth", 1)) for each in case.get("claim", ())]
    for asked, where in zip(case.get("claim", ()), listed, strict=True):
        given = _best(asked, [each for each in found["claims"] if touches(each["span"], where)])
        yield Mark("found", given is not None, asked["words"], None, *where)
        if given is not None:
            yield from _fields(asked, given, where, found, text)
    for words in case.get("no_claim", ()):
        start, end = place(text, words)
        wrong = [
            each["span"]["exact"]
            for each in found["claims"]
            if touches(each["span"], (start, end))
            and not any(touches(each["span"], where) for where in listed)
            and _holds_now(each, found, case)
        ]
        yield Mark("no claim", not wrong, "no claim", wrong, start, end)


def _best(asked: Json, given: list[Json]) -> Json | None:
    fitting = [each for each in given if each["topic"] in anyone(asked.get("topic", []))]
    return next(iter(fitting or given), None)


def _fields(
    asked: Json, given: Json, where: tuple[int, int], found: Json, text: str
) -> Iterator[Mark]:
    shown = {**given, "speaker": given["speaker"] or "narrator"}
    for name in ("topic", "degree", "stance"):
        if name in asked:
            right = given[name] in anyone(asked[name])
            yield Mark(name, right, asked[name], given[name], *where)
    if "polarity" in asked:
        held = {given["polarity"]}
        if given["stance"] == "denies":
            held.add(_OPPOSITE.get(given["polarity"], given["polarity"]))
        right = bool(held & set(anyone(asked["polarity"])))
        yield Mark(
            "polarity", right, asked["polarity"], (given["polarity"], given["stance"]), *where
        )
    for name in ("subject", "speaker"):
        if name in asked:
            held_words = (shown[name] or "").casefold()
            right = any(each.casefold() in held_words for each in anyone(asked[name]))
            yield Mark(name, right, asked[name], shown[name], *where)
    if "contested_by" in asked:
        contest = place(text, asked["contested_by"])
        right = any(touches(each["span"], contest) for each in given["contested"])
        held_by = [each["span"]["exact"] for each in given["contested"]]
        yield Mark("contested", right, asked["contested_by"], held_by, *where)


def _holds_now(claim: Json, found: Json, case: Json) -> bool:
    """Whether a claim stands as a status of the present."""
    if claim["polarity"] == "unconfirmed" or claim["stance"] in ("expects", "doubts"):
        return False
    period = next((each for each in found["times"] if each["id"] == claim["period"]), None)
    ended = period["to"] if period else None
    return not (ended and ended[:10] < case.get("published", "")[:10])
