"""Sentences: the sentence around a passage, as evidence that can be read by itself."""

from rashomon.report import Report, Span
from rashomon.weigh.setting import block_of
from rashomon.words.sentences import sentence_ends

#: A sentence longer than this (characters) is cut: evidence is to be checked at a glance.
_LONGEST = 300


def sentence_around(report: Report, span: Span) -> Span:
    """The sentence that holds `span`, from its start; a line end ends one, too."""
    start, end = block_of(report, span.start)
    start = max(start, report.text.rfind("\n", start, span.start) + 1)
    stop = report.text.find("\n", span.end, end)
    end = stop if stop != -1 else max(end, span.end)
    for at in sentence_ends(report.text, start, end):
        if at <= span.start:
            start = at
        elif at >= span.end:
            end = at
            break
    start += len(report.text[start : span.start]) - len(report.text[start : span.start].lstrip())
    whole = report.text[start:end].rstrip()
    return report.span(start, start + max(span.end - start, min(len(whole), _LONGEST)))


def sentence_behind(report: Report, sentence: Span) -> Span | None:
    """The sentence right behind one, in its block or the next; None behind the last."""
    text = report.text
    start = sentence.end + len(text[sentence.end :]) - len(text[sentence.end :].lstrip())
    if start >= len(text):
        return None
    return sentence_around(report, report.span(start, start + 1))
