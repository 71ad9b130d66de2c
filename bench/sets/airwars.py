"""Ranges of people killed and injured against the codings of Airwars' incident pages."""

import html
import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from text_to_num import alpha2digit  # type: ignore[import-untyped]  # ships no types

from bench.case import Case, Miss
from bench.counts import Share
from bench.ruler import Absent, Item, Json, there
from bench.told import accounts

#: The least and the most people of whom something is told.
Range = tuple[float, float]

KINDS = ("killed", "injured")
#: What a question measures that asks for the people of a kind.
_ASKS = {
    "killed": re.compile(r"\b(?:kill|dead|death|die|fatal|toll|martyr|deceas|victim)", re.I),
    "injured": re.compile(r"\b(?:injur|wound|hurt)", re.I),
}
_NARRATIVE = re.compile(
    r"<h2[^>]*>\s*Airwars assessment\s*</h2>\s*"
    r'<div class="summary">(.*?)<div class="info-main-block',
    re.S | re.I,
)
_NO_WORDS = re.compile(r"<(script|style|svg|figure)\b.*?</\1>", re.S | re.I)
_PARAGRAPH = re.compile(r"<p\b[^>]*>(.*?)</p>", re.S | re.I)
_TAG = re.compile(r"<[^>]*>")
#: What the site says of its pictures on every page.
_NOTICE = "Due to the scale and urgency of Airwars"
_CODED = re.compile(
    r"<div>\s*Civilians reported (killed|injured)\s*</div>\s*"
    r'<div class="[^"]*value[^"]*">(.*?)</div>',
    re.S | re.I,
)
_RANGE = re.compile(r"(\d+)(?:\s*[–-]\s*(\d+))?")
_DATE = re.compile(r"<h4>Incident date</h4>\s*([^<]+)", re.I)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b)"
)
#: Numerals that count nobody: dates, ordinals, ages, spans and times of day, years, notes.
_NO_COUNT = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}\b|\b{_MONTH}\.? \d{{1,4}}(?:st|nd|rd|th)?\b"
    r"|\b\d+(?:st|nd|rd|th)\b|\b(?:aged?|age of) \d+|\b[\w-]+[- ]years?[- ]old\b"
    r"|\b\d+[- ](?:year|month|day|hour|minute)s?\b|\b\d{1,2}[:.]\d\d\b|\b\d{1,2} ?[ap]\.?m\b"
    r"|\(\d+\)|\b[12]\d{3}\b|\bloved ones\b",
    re.I,
)
_NUMERAL = re.compile(r"(?<![\w.])\d+(?:,\d{3})*(?!\w|[.,]\d)")
#: Which the reader of number words does not know.
_DOZEN = re.compile(r"\ba dozen\b", re.I)


class Airwars:
    """The least and the most killed and injured of whom a narrative tells."""

    name = "airwars"
    data = ("airwars",)
    headline = "killed both"
    one_in = 25
    counting = (
        "A report a page: its assessment, dated by the incident. Of the questions that ask for "
        "people killed (injured), the one with most positions, then the earliest; the least and "
        "the most that its positions allow, denials aside. Shares of the pages with a coded "
        "number: the least exact, the most exact, both; and both where a range is coded. ceiling: "
        "pages that print both coded numbers in digits or words, dates, ages and years aside. "
        "Coders also add up and count names, which no sentence prints."
    )

    def load(self, data: Path) -> list[Item]:
        """The pages that have an assessment and a coded number."""
        paths = sorted(there(data, *self.data).glob("*.html"))
        if not paths:
            raise Absent(f"no pages in {data / self.data[0]}")
        items = [_item(path.stem, path.read_text(encoding="utf-8")) for path in paths]
        return [item for item in items if item.gold and item.request["text"]]

    def product(self, requests: Sequence[Json]) -> Iterator[Json]:
        """Least and most by kind; None of a kind of which nothing is told."""
        for account in accounts([[request] for request in requests]):
            questions = account["questions"] if account else []
            yield {kind: _told(questions, kind) for kind in KINDS}

    def cases(self, items: Sequence[Item], answers: Sequence[Json]) -> Iterator[Case]:
        """The counts of each page."""
        for item, answer in zip(items, answers, strict=True):
            counts: dict[str, Share] = {}
            misses = []
            for kind, coded in item.gold.items():
                given = tuple(answer[kind]) if answer[kind] else None
                printed = set(coded) <= _numbers(item.request["text"])
                counts |= _counts(kind, coded, given, printed)
                if given != coded:
                    misses.append(_miss(item, kind, coded, given, printed))
            yield Case(id=item.id, unit=item.unit, counts=counts, misses=tuple(misses))


def _counts(kind: str, coded: Range, given: Range | None, printed: bool) -> dict[str, Share]:
    both = Share(given == coded)
    counts = {
        f"{kind} both": both,
        f"{kind} min": Share(given is not None and given[0] == coded[0]),
        f"{kind} max": Share(given is not None and given[1] == coded[1]),
        f"{kind} ceiling": Share(printed),
    }
    if printed:
        counts[f"{kind} both of those printed"] = both
    if coded[0] != coded[1]:
        counts[f"{kind} both of ranges"] = both
    return counts


def _miss(item: Item, kind: str, coded: Range, given: Range | None, printed: bool) -> Miss:
    text = item.request["text"]
    if given is None:
        what = "missing"
    else:
        what = "min" if given[1] == coded[1] else "max" if given[0] == coded[0] else "both ends"
    cause = f"{kind}: {what}{'' if printed else ', not printed'}"
    shown = " ".join(text.split())[:1500]
    wanted, told = f"{coded[0]:g} to {coded[1]:g}", "nothing"
    if given:
        told = f"{given[0]:g} to {given[1]:g}"
    return Miss(cause=cause, start=0, end=len(text), wanted=wanted, given=told, context=shown)


def _told(questions: Sequence[Json], kind: str) -> Range | None:
    """What the most answered question of a kind leaves possible; the earliest of equals."""
    found = []
    for question in questions:
        bounds = [_bounds(each) for each in question["positions"] if _stands(each)]
        known = [each for each in bounds if each is not None]
        if known and _asks(question, kind):
            starts = [c["start"] for each in question["positions"] for c in each["evidence"]]
            least, most = min(low for low, _ in known), max(high for _, high in known)
            found.append((-len(known), min(starts, default=0), least, most))
    return min(found)[2:] if found else None


def _stands(position: Json) -> bool:
    return position.get("stance") not in ("denies", "doubts")


def _asks(question: Json, kind: str) -> bool:
    """Whether a question asks for a kind, and does not name it beside another one's measure."""
    other = KINDS[1 - KINDS.index(kind)]
    measure = str(question.get("measure") or "")
    whole = " ".join(str(question.get(key) or "") for key in ("measure", "text", "counted"))
    if not _ASKS[kind].search(whole):
        return False
    return bool(_ASKS[kind].search(measure)) or not _ASKS[other].search(whole)


def _bounds(position: Json) -> Range | None:
    """The bounds of a position; one that is open lies where the other does."""
    value = position.get("value")
    low, high = (value if position.get(key) is None else position[key] for key in ("low", "high"))
    known = [each for each in (low, high) if each is not None]
    return (known[0], known[-1]) if known else None


def _numbers(text: str) -> set[float]:
    """The whole numbers that a text prints of people, in digits or in words."""
    counted = _DOZEN.sub("12", _NO_COUNT.sub(" ", text))
    in_digits = alpha2digit(counted.replace("-", " "), "en", threshold=0)
    printed = (*_NUMERAL.findall(counted), *_NUMERAL.findall(in_digits))
    return {float(each.replace(",", "")) for each in printed}


def _item(name: str, page: str) -> Item:
    narrative = _NARRATIVE.search(page)
    body = _NO_WORDS.sub("", narrative[1]) if narrative else ""
    paragraphs = [_plain(each) for each in _PARAGRAPH.findall(body)]
    text = "\n".join(each for each in paragraphs if each and not each.startswith(_NOTICE))
    coded: dict[str, Range] = {}
    for kind, words in _CODED.findall(page):
        range_ = _RANGE.fullmatch(_plain(words))
        if range_:
            coded.setdefault(kind, (int(range_[1]), int(range_[2] or range_[1])))
    request = {"id": name, "text": text, "outlet": "Airwars", "published": _day(page)}
    return Item(id=name, unit=name, request=request, gold=coded)


def _plain(markup: str) -> str:
    return " ".join(html.unescape(_TAG.sub("", markup)).split())


def _day(page: str) -> str | None:
    """The day of the incident, the first of several; None where it is not told."""
    found = _DATE.search(page)
    first = re.split(r"\s+[–-]\s+", found[1].strip())[0] if found else ""
    for form in ("%B %d, %Y", "%d %B %Y"):
        try:
            return datetime.strptime(first, form).date().isoformat()
        except ValueError:
            continue
    return None
