"""An account as W3C Web Annotations (Web Annotation Data Model, 23 February 2017), in JSON-LD.

Every position, figure, statement and correction is an annotation on the words it rests on. Its
targets are the stored text, named by its SHA-256 (RFC 6920, `ni`), with a TextPositionSelector, and
the page at the report's address with a TextQuoteSelector. Positions are code points, as section
4.2.5 has it.
"""

import base64
from collections.abc import Iterator

from rashomon.account import Account
from rashomon.figure import Figure
from rashomon.report import Report, Span
from rashomon.statement import Statement
from rashomon.tell.amendments import amendments
from rashomon.tell.json import json_bytes
from rashomon.tell.rows import figure_words
from rashomon.tell.sections import RELATION_WORDS, naming
from rashomon.tell.texts import WITHHELD

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"

#: So much of the text on each side of a quotation tells it apart from its like (characters).
_AROUND = 32


#: What is said of a span: id, motivation of the vocabulary, words, and the span.
_Said = tuple[str, str, str, Span]


def account_annotations(account: Account) -> bytes:
    """An AnnotationCollection with one page that holds all annotations, in the account's order."""
    reports = {report.id: report for report in account.reports}
    found = (_positions, _figures, _statements, _corrections)
    said = [each for kind in found for each in kind(account)]
    items = [
        {
            "id": f"urn:rashomon:{account.story.id}:{id}",
            "type": "Annotation",
            "motivation": motivation,
            "body": {
                "type": "TextualBody",
                "value": words,
                "format": "text/plain",
                "language": "en",
            },
            "target": _targets(reports[span.report], span),
        }
        for id, motivation, words, span in said
    ]
    name = f"urn:rashomon:{account.story.id}"
    collection = {
        "@context": _CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": account.story.title,
        "generator": {"type": "Software", "name": f"rashomon {account.made_by.version}"},
        "total": len(items),
        "first": {"id": f"{name}:1", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    return json_bytes(collection)


def _positions(account: Account) -> Iterator[_Said]:
    origins = {origin.id: origin for origin in account.origins}
    for question in account.questions:
        for position in question.positions:
            who = naming(origins[position.origin])
            told = f"{question.text} {position.answer} ({who}): {RELATION_WORDS[question.relation]}"
            for count, span in enumerate(position.evidence, start=1):
                yield f"{position.id}:{count}", "assessing", told, span


def _figures(account: Account) -> Iterator[_Said]:
    for figure in account.figures:
        yield figure.id, "describing", _figure_words(figure), figure.span


def _statements(account: Account) -> Iterator[_Said]:
    for statement in account.statements:
        yield statement.id, "identifying", _statement_words(statement), statement.span


def _corrections(account: Account) -> Iterator[_Said]:
    for count, amendment in enumerate(amendments(account), start=1):
        for span in amendment.spans[:1]:
            yield f"k{count}", "editing", f"{amendment.words} ({amendment.state})", span


def _figure_words(figure: Figure) -> str:
    said = f", said by {figure.speaker}" if figure.speaker else ""
    return f"{figure_words(figure)} ({figure.unit}): {figure.measure or figure.counted or ''}{said}"


def _statement_words(statement: Statement) -> str:
    speaker = statement.speaker
    known = [each for each in (speaker.name or "nobody named", speaker.role, speaker.for_) if each]
    return f"{', '.join(known)} {statement.stance}"


def _targets(report: Report, span: Span) -> list[dict[str, object]]:
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    stored = {"id": text_name(report), "type": "Text", "format": "text/plain"}
    if WITHHELD in span.exact:
        return [{"source": stored, "selector": [position]}]
    quote = _quote(report, span)
    targets: list[dict[str, object]] = [{"source": stored, "selector": [position, quote]}]
    if report.url:
        targets.append({"source": report.url, "selector": quote})
    return targets


def text_name(report: Report) -> str:
    """The name of a report's text by its SHA-256 over UTF-8 (RFC 6920, the `ni` scheme)."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(report.sha256)).rstrip(b"=")
    return f"ni:///sha-256;{digest.decode('ascii')}"


def _quote(report: Report, span: Span) -> dict[str, str]:
    """The words with those beside them, as far as they are carried."""
    before = report.text[max(0, span.start - _AROUND) : span.start].rpartition(WITHHELD)[2]
    after = report.text[span.end : span.end + _AROUND].partition(WITHHELD)[0]
    beside = {side: words for side, words in (("prefix", before), ("suffix", after)) if words}
    return {"type": "TextQuoteSelector", "exact": span.exact, **beside}
