"""Verdict: what of an account, or of its brief as a person edited it, still holds."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import groupby

from rashomon.account import Account, Sentence
from rashomon.report import Report, Span
from rashomon.tell.checker import faults, labels_of
from rashomon.tell.citations import Citations
from rashomon.tell.edited import Edited
from rashomon.tell.loading import misplaced
from rashomon.tell.manuscript import MOST_NOTES
from rashomon.tell.shown import count_words, line, short
from rashomon.tell.texts import WITHHELD, carried_spans

#: How much of a sentence is shown under what is wrong with it.
_SHOWN = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Fallen:
    """Something that does not stand: where, of which kind, which words, and why.

    `kind` is text, span or file, or a kind of fault that the checker finds in a sentence. `line`
    counts the lines of the edited text, `sentence` is the sentence in question.
    """

    where: str
    kind: str
    words: str
    reason: str
    line: int | None = None
    sentence: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What was checked, what of it does not stand, and what could not be checked."""

    texts: int
    spans: int
    sentences: int
    fallen: tuple[Fallen, ...]
    unchecked: tuple[str, ...] = ()

    @property
    def stands(self) -> bool:
        """Whether nothing of what was checked has fallen."""
        return not self.fallen


def verdict(account: Account, edited: Sequence[Edited] | None = None) -> Verdict:
    """Whether texts, spans and brief of an account stand; of an `edited` brief its sentences."""
    carried = [report for report in account.reports if _is_whole(report)]
    withheld = len(account.reports) - len(carried)
    sentences = _sentences(account) if edited is None else _edited(account, edited)
    checked = list(sentences)
    fallen = [*_texts(carried), *_spans(account)]
    fallen += [each for _, found in checked for each in found]
    unchecked = (
        f"{count_words(withheld, 'text')} not carried in full: no hash was checked for it",
    )
    return Verdict(
        texts=len(carried),
        spans=len(set(carried_spans(account))),
        sentences=len(checked),
        fallen=tuple(fallen),
        unchecked=unchecked if withheld else (),
    )


def verdict_text(found: Verdict) -> str:
    """What stands and what does not, a line for each thing that has fallen."""
    sizes = (
        count_words(found.texts, "text"),
        count_words(found.spans, "span"),
        count_words(found.sentences, "sentence"),
    )
    lines = [f"{_headline(found)}: {', '.join(sizes)} checked."]
    for each in found.fallen:
        lines.append(
            f"{each.where}: {each.kind} “{short(each.words, _SHOWN)}”: {line(each.reason)}"
        )
        if each.sentence and each.sentence != each.words:
            lines.append(f"    {short(each.sentence, _SHOWN)}")
    lines += [f"Not checked: {each}." for each in found.unchecked]
    return "\n".join(lines) + "\n"


def _headline(found: Verdict) -> str:
    if found.stands:
        return "What could be checked stands" if found.unchecked else "All stands"
    count = len(found.fallen)
    return "1 thing does not stand" if count == 1 else f"{count} things do not stand"


def verdict_json(found: Verdict) -> bytes:
    """The same as JSON: `stands`, what was checked, `fallen` and `unchecked`."""
    told = {"stands": found.stands} | asdict(found)
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode(
        "utf-8", "backslashreplace"
    )


def _is_whole(report: Report) -> bool:
    """Whether a text can be hashed: nothing of it is withheld, by itself and not by what is said.

    The mark for what is withheld may stand in a report as well: a text that has its hash is whole.
    """
    if _hash(report.text) == report.sha256:
        return True
    return bool(report.text or not report.characters) and WITHHELD not in report.text


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _texts(reports: Sequence[Report]) -> Iterator[Fallen]:
    for report in reports:
        if _hash(report.text) != report.sha256:
            reason = f"its text is not the one with the SHA-256 {report.sha256}"
            yield Fallen(where=f"report {report.id}", kind="text", words=report.id, reason=reason)


def _spans(account: Account) -> Iterator[Fallen]:
    for span in misplaced(account):
        reason = f"these words do not stand at {span.start} to {span.end} of its text"
        yield Fallen(where=f"report {span.report}", kind="span", words=span.exact, reason=reason)


def _sentences(account: Account) -> Iterator[tuple[str, list[Fallen]]]:
    """The sentences of the brief, each with what of it does not stand."""
    for count, sentence in enumerate(account.brief, start=1):
        yield sentence.text, list(_fallen(account, sentence, f"brief, sentence {count}", None))


def _edited(account: Account, edited: Sequence[Edited]) -> Iterator[tuple[str, list[Fallen]]]:
    citations = Citations(account)
    by_number = {citation.number: citation.span for citation in citations}
    for each in _rejoined(account, edited):
        where = f"line {each.line}"
        unknown = [number for number in each.notes if number not in by_number]
        spans = [by_number[number] for number in each.notes if number in by_number]
        sentence = Sentence(text=each.text, citations=_whole(account, citations, spans))
        found = list(_fallen(account, sentence, where, each.line))
        found += [
            Fallen(
                where=where,
                kind="citation",
                words=f"[{number}]",
                reason="the account has no citation of this number",
                line=each.line,
                sentence=each.text,
            )
            for number in unknown
        ]
        yield each.text, found


def _rejoined(account: Account, edited: Sequence[Edited]) -> Iterator[Edited]:
    """The sentences, those put together again that the account tells as one.

    A sentence of the brief may quote two: "He said: “It is over. We leave.”"
    """
    told = {each.text for each in account.brief}
    for _, row in groupby(edited, key=lambda each: each.line):
        pieces: list[Edited] = []
        for each in row:
            pieces.append(each)
            ways = (at for at in range(len(pieces)) if _joined(pieces[at:]) in told)
            first = next(ways, None)
            if first is not None:
                yield from pieces[:first]
                yield replace(each, text=_joined(pieces[first:]))
                pieces = []
        yield from pieces


def _joined(pieces: Sequence[Edited]) -> str:
    """The pieces as one text; none where a citation stands between them."""
    inner = any(each.notes for each in pieces[:-1])
    return "" if inner else " ".join(each.text for each in pieces)


def _whole(account: Account, citations: Citations, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans, or all that stand behind the sentence of the account that prints just these.

    A passage within another has no number, and papers print only the first of a long row: who
    leaves the numbers as they are means them all. Who takes one away means the others alone.
    """
    for sentence in account.brief:
        printed = [each.span for each in citations.of(sentence.citations)]
        if set(spans) in ({*printed}, {*printed[:MOST_NOTES]}):
            return sentence.citations
    return tuple(spans)


def _fallen(account: Account, sentence: Sentence, where: str, at: int | None) -> Iterator[Fallen]:
    days = {report.id: report.published for report in account.reports}
    for fault in faults(sentence, labels_of(account), days):
        yield Fallen(
            where=where,
            kind=fault.kind,
            words=fault.words,
            reason=fault.reason,
            line=at,
            sentence=sentence.text,
        )
