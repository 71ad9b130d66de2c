"""Timelines of long events against those of newsrooms: Timeline17 (Tran et al. 2013)."""

import json
import re
import string
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from bench.case import Case, Miss
from bench.counts import Share
from bench.rouge import f1, stem, stop_words
from bench.ruler import Absent, Item, Json, there
from bench.told import accounts

#: The sentences of each day.
Timeline = Mapping[date, Sequence[str]]

#: So many articles of a topic are asked, spread over its time.
_ARTICLES = 120
_MARKS = frozenset({".", ",", ";", ":", "``", "''", "-", '"'})
_PRECISE = ("day", "hour", "minute", "instant")


class Timelines:
    """The days that a timeline names, and what it says of them."""

    name = "timelines"
    data = ("timeline17",)
    headline = "align+ m:1 ROUGE-1"
    one_in = 6
    counting = (
        "A topic is one story: 120 articles spread over its time, dated. Of a timeline the days "
        "within the reference's first and last are taken, at most as many as the reference has, "
        "the most cited first, each cut at the reference's mean of sentences a day. F1 of days; "
        "of ROUGE-1 of all text (concat); and of ROUGE-1 by day, each aligned with the likest, "
        "weighted by nearness in time (align+ m:1, Martschat and Markert 2017), with Porter "
        "stems, without stop words. Averaged over the reference timelines."
    )

    def load(self, data: Path) -> list[Item]:
        """The reference timelines, each with the articles of its topic."""
        folders = sorted(each.parent for each in there(data, *self.data).glob("*/timelines.jsonl"))
        if not folders:
            raise Absent(f"no timelines in {data / self.data[0]}")
        items = []
        for folder in folders:
            reports = _articles(folder / "articles.jsonl")
            for number, days in enumerate(_rows(folder / "timelines.jsonl")):
                id = f"{folder.name}/{number}"
                request = {"topic": folder.name, "reports": reports}
                items.append(Item(id=id, unit=folder.name, request=request, gold=_reference(days)))
        return items

    def product(self, requests: Sequence[Json]) -> Iterator[Json]:
        """The entries with a day: the day, how many spans it rests on, and its tokenised text."""
        told: dict[str, Json] = {}
        for request in requests:
            topic = request["topic"]
            if topic not in told:
                account = next(accounts([request["reports"]]))
                told[topic] = [_entry(each) for each in account["timeline"]] if account else []
            yield [each for each in told[topic] if each]

    def cases(self, items: Sequence[Item], answers: Sequence[Json]) -> Iterator[Case]:
        """The marks of each reference timeline."""
        for item, answer in zip(items, answers, strict=True):
            reference: Timeline = item.gold
            given = _chosen(answer, reference)
            both = len(given.keys() & reference.keys())
            counts = {
                "align+ m:1 ROUGE-1": Share(_aligned(given, reference)),
                "concat ROUGE-1": Share(_concatenated(given, reference)),
                "date F1": Share(f1(both, len(given), len(reference))),
            }
            misses = tuple(_misses(given, reference))
            yield Case(id=item.id, unit=item.unit, counts=counts, misses=misses)


def _entry(told: Json) -> Json:
    """An entry of an account's timeline; None where it names no single day."""
    first, last = _day(told["from"]), _day(told["to"])
    if first is None or not (last in (None, first) or told["precision"].startswith(_PRECISE)):
        return None
    text = _tokenised(told["text"])
    return {"day": first.isoformat(), "weight": len(told["citations"]), "text": text}


def _chosen(entries: Sequence[Json], reference: Timeline) -> Timeline:
    """As many days as the reference has, between its ends, and as many sentences a day."""
    days: dict[date, list[Json]] = defaultdict(list)
    for entry in entries:
        day = date.fromisoformat(entry["day"])
        if min(reference) <= day <= max(reference):
            days[day].append(entry)
    weight = {day: sum(each["weight"] for each in some) for day, some in days.items()}
    ranked = sorted(days, key=lambda day: (-weight[day], day))[: len(reference)]
    sentences = max(1, round(sum(map(len, reference.values())) / len(reference)))
    return {day: [each["text"] for each in days[day][:sentences]] for day in ranked}


def _concatenated(given: Timeline, reference: Timeline) -> float:
    words, asked = (
        _words(sentence for day in sorted(each) for sentence in each[day])
        for each in (given, reference)
    )
    return f1((words & asked).total(), words.total(), asked.total())


def _aligned(given: Timeline, reference: Timeline) -> float:
    """F1 where each day is held against the likest of the other timeline."""
    if not given:
        return 0.0
    cost = {(day, to): _cost(given, day, reference, to) for day in given for to in reference}
    right = asked = got = wanted = 0.0
    for day in sorted(given):
        to = min(sorted(reference), key=lambda other: cost[day, other])
        words = _words(given[day])
        right += _near(day, to) * (words & _words(reference[to])).total()
        asked += words.total()
    for to in sorted(reference):
        day = min(sorted(given), key=lambda other: cost[other, to])
        words = _words(reference[to])
        got += _near(day, to) * (words & _words(given[day])).total()
        wanted += words.total()
    precision, recall = right / asked if asked else 0.0, got / wanted if wanted else 0.0
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _near(day: date, other: date) -> float:
    return 1 / (abs((day - other).days) + 1)


def _cost(given: Timeline, day: date, reference: Timeline, to: date) -> float:
    """Of two days: far apart and unlike is dear; likeness is F1 of the words as they stand."""
    words, asked = (
        Counter(word for text in texts for word in text.split() if word not in string.punctuation)
        for texts in (given[day], reference[to])
    )
    likeness = f1((words & asked).total(), words.total(), asked.total())
    return (1 - _near(day, to)) * (1 - likeness)


def _words(sentences: Sequence[str] | Iterator[str]) -> Counter[str]:
    return Counter(
        stem(word.lower())
        for sentence in sentences
        for word in sentence.split()
        if word.lower() not in stop_words() and word.lower() not in _MARKS
    )


def _misses(given: Timeline, reference: Timeline) -> Iterator[Miss]:
    for day in sorted(reference.keys() - given.keys()):
        yield _miss("day missing", day, " ".join(reference[day]), "nothing")
    for day in sorted(given.keys() - reference.keys()):
        yield _miss("other day", day, "nothing", " ".join(given[day]))


def _miss(cause: str, day: date, wanted: str, given: str) -> Miss:
    shown = day.isoformat()
    return Miss(cause=cause, start=0, end=0, wanted=wanted, given=given, context=shown)


def _tokenised(text: str) -> str:
    """A sentence with blanks around marks, as the references are printed."""
    apart = re.sub(r"([.,;:!?()\[\]{}\"“”‘’«»])", r" \1 ", text)
    apart = re.sub(r"(\w)('s|n't|'re|'ve|'ll|'d|'m)\b", r"\1 \2", apart)
    return " ".join(re.sub(r"(\d) ([.,]) (\d)", r"\1\2\3", apart).split())


def _articles(path: Path) -> list[Json]:
    """The dated articles of a topic in time, thinned evenly to the number asked."""
    usable = [each for each in _rows(path) if _day(each.get("time")) and each.get("text")]
    ordered = sorted(usable, key=lambda each: (each["time"], str(each["id"])))
    if len(ordered) > _ARTICLES:
        ordered = [ordered[at * len(ordered) // _ARTICLES] for at in range(_ARTICLES)]
    reports = []
    for each in ordered:
        report = {"id": str(each["id"]), "published": each["time"][:10], "text": each["text"]}
        reports.append(report | ({"title": each["title"]} if each.get("title") else {}))
    return reports


def _reference(days: Json) -> Timeline:
    reference: dict[date, list[str]] = defaultdict(list)
    for written, sentences in days:
        day = _day(written)
        if day:
            reference[day] += [sentence.strip() for sentence in sentences]
    return dict(reference)


def _rows(path: Path) -> list[Json]:
    lines = path.read_text(encoding="utf-8").split("\n")
    return [json.loads(line) for line in lines if line.strip()]


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(str(written)[:10])
    except ValueError:
        return None
