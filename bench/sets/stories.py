"""Grouping of reports into stories, against three collections whose stories are known."""

import ast
import csv
import hashlib
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.case import Case, Miss
from bench.counts import Tally
from bench.product import Broken, ask
from bench.ruler import Absent, Item, Json, there

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
#: A story and one report of it.
Told = tuple[str, Json]
#: So many reports are named in a miss.
_NAMED = 3


class Stories:
    """Which reports tell of one event: three collections, each grouped by itself."""

    name = "stories"
    data = ("stories", "allsides/stories_by_outlet.jsonl", "multinews/sample")
    headline = "events"
    one_in = 4
    counting = (
        "B-cubed over reports: of each report's group the share that is of its story (P), of its "
        "story the share that is in its group (R), averaged; F1 of the averages. Each collection "
        "is shuffled and grouped by itself. A text that stands word for word in two stories has "
        "no right answer and is left out. events: articles with title, outlet and day. allsides: "
        "short texts of left, centre and right with title and outlet, without the date, which is "
        "the story's own. multinews: the articles of all clusters, text only."
    )

    def load(self, data: Path) -> list[Item]:
        """The reports of all three collections, each shuffled the same way for ever."""
        events, allsides, multinews = (there(data, part) for part in self.data)
        found = {
            "events": _events(events),
            "allsides": _allsides(allsides),
            "multinews": _multinews(multinews),
        }
        return [item for name, told in found.items() for item in _items(name, list(told))]

    def product(self, requests: Sequence[Json]) -> Iterator[Json]:
        """The story of each report. Raises Broken where a report is in none or in two."""
        groups: dict[str, str] = {}
        for name in dict.fromkeys(request["set"] for request in requests):
            asked = [_plain(request) for request in requests if request["set"] == name]
            for story in ask("stories", asked):
                for report in story["reports"]:
                    if report in groups:
                        raise Broken(f"rashomon stories has {report} twice")
                    groups[report] = story["story"]
        for request in requests:
            if request["id"] not in groups:
                raise Broken(f"rashomon stories lost report {request['id']}")
            yield groups[request["id"]]

    def cases(self, items: Sequence[Item], answers: Sequence[Json]) -> Iterator[Case]:
        """What each report brings to the averages of its collection."""
        stories: dict[Json, list[Item]] = defaultdict(list)
        groups: dict[Json, list[Item]] = defaultdict(list)
        for item, answer in zip(items, answers, strict=True):
            stories[item.unit].append(item)
            groups[item.request["set"], answer].append(item)
        for item, answer in zip(items, answers, strict=True):
            yield _case(item, stories[item.unit], groups[item.request["set"], answer])


def _case(item: Item, story: list[Item], group: list[Item]) -> Case:
    both = sum(each.unit == item.unit for each in group)
    counts = {item.request["set"]: Tally(both / len(group), 1, 1, both / len(story))}
    grouped = {each.id for each in group}
    apart = [each for each in story if each.id not in grouped]
    beside = [each for each in group if each.unit != item.unit]
    misses = []
    if apart:
        misses.append(_miss("split", item, "together with " + _named(apart), _named(group)))
    if beside:
        misses.append(_miss("merged", item, "apart from " + _named(beside), _named(group)))
    return Case(id=item.id, unit=item.unit, counts=counts, misses=tuple(misses))


def _miss(cause: str, item: Item, wanted: str, given: str) -> Miss:
    shown = _shown(item)
    cause = f"{item.request['set']}: {cause}"
    return Miss(cause=cause, start=0, end=0, wanted=wanted, given=given, context=shown)


def _named(items: Sequence[Item]) -> str:
    more = f" and {len(items) - _NAMED} more" if len(items) > _NAMED else ""
    return " | ".join(_shown(item) for item in items[:_NAMED]) + more


def _shown(item: Item) -> str:
    words = " ".join((item.request.get("title") or item.request["text"]).split())
    return f"{item.id} {words[:90]}"


def _plain(request: Json) -> Json:
    return {key: value for key, value in request.items() if key != "set"}


def _items(name: str, told: list[Told]) -> Iterator[Item]:
    """The reports in an order, and under ids, that tell nothing of their stories."""
    standing: dict[str, set[str]] = defaultdict(set)
    for story, report in told:
        standing[report["text"].strip()].add(story)
    kept = [each for each in told if len(standing[each[1]["text"].strip()]) == 1]
    # The same report may stand twice in one story: the second is another one.
    seen: Counter[str] = Counter()
    keyed = []
    for story, report in kept:
        digest = hashlib.sha256(f"{story}\n{report['text']}".encode()).hexdigest()
        keyed.append((digest, seen[digest], story, report))
        seen[digest] += 1
    for number, (_, _, story, report) in enumerate(sorted(keyed, key=lambda each: each[:2])):
        id = f"{name}-{number:05d}"
        request = {"id": id, "set": name, "language": "en"} | report
        yield Item(id=id, unit=f"{name}/{story}", request=request, gold=story)


def _events(folder: Path) -> Iterator[Told]:
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise Absent(f"no articles in {folder}")
    for path in paths:
        article = json.loads(path.read_text(encoding="utf-8"))
        event = (article.get("newsCluster") or {}).get("Event")
        if event and (article.get("text") or "").strip():
            day = _DAY.match(article.get("date_publish") or "")
            yield (
                str(event),
                {
                    "text": article["text"],
                    "title": article.get("title"),
                    "outlet": article.get("source_domain"),
                    "published": day[0] if day else None,
                },
            )


def _allsides(path: Path) -> Iterator[Told]:
    for line in path.read_text(encoding="utf-8").strip().split("\n"):
        story = json.loads(line)
        for _, piece in sorted(story["news"].items()):
            text = _body(piece) or (piece.get("newsTitle") or "").strip()
            if text:
                title, outlet = piece.get("newsTitle"), piece.get("newsSource")
                yield str(story["id"]), {"text": text, "title": title, "outlet": outlet}


def _body(piece: Json) -> str:
    """The body of a piece, which may be a list of paragraphs, or the Python text of one."""
    body = piece.get("newBody") or piece.get("newsBody") or ""
    if isinstance(body, str) and body.startswith("["):
        try:
            body = ast.literal_eval(body)
        except (ValueError, SyntaxError):
            return body.strip()
    if isinstance(body, list):
        return "\n".join(map(str, body)).strip()
    return str(body).strip()


def _multinews(folder: Path) -> Iterator[Told]:
    for row in clusters(folder):
        for article in row["document"]:
            yield row["row_id"], {"text": article}


def clusters(folder: Path) -> Iterator[Json]:
    """The rows of the Multi-News sample, `document` as the list of its articles.

    Raises Absent where the folder holds no table.
    """
    paths = sorted(folder.glob("*.tsv"))
    if not paths:
        raise Absent(f"no table in {folder}")
    csv.field_size_limit(sys.maxsize)
    with paths[0].open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            articles = [each.strip() for each in row["document"].split("|||||")]
            yield row | {"document": [each for each in articles if each]}
