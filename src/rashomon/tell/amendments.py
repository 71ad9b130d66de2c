"""Amendments: a person's corrections in words, for every format."""

from collections.abc import Callable
from dataclasses import dataclass

from rashomon.account import Account
from rashomon.correction import Correction
from rashomon.report import Span
from rashomon.tell.sections import report_names
from rashomon.tell.shown import dates_words, short

#: How much of the corrected words is shown.
_SHOWN = 80

#: What each kind of correction does, in words.
_DONE: dict[str, Callable[[Correction], str]] = {
    "speaker": lambda told: f"said by {told.value}",
    "place": lambda told: f"the place is {told.value}",
    "period": lambda told: f"the time is {dates_words(told.from_, told.to)}",
    "hide": lambda told: "no figure, claim or event",
    "split": lambda told: "not an answer to that question",
    "join": lambda told: "answers the same question as",
    "merge": lambda told: "one question with that of",
    "note": lambda told: f"note: {told.value}",
    "grade": lambda told: f"graded {told.value}",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """A correction in words: what is corrected, by whom and why, whether it was applied."""

    words: str
    state: str
    spans: tuple[Span, ...]


def amendments(account: Account) -> tuple[Amendment, ...]:
    """The corrections of an account in words, in the order in which they were given."""
    names = report_names(account)
    by_text = {report.sha256: names[report.id] for report in account.reports}
    return tuple(_amendment(each, by_text.get(each.text)) for each in account.corrections)


def _amendment(told: Correction, report: str | None) -> Amendment:
    spans = tuple(span for span in (told.span, told.span_of_other) if span is not None)
    quoted = [f"“{short(span.exact, _SHOWN)}”" for span in spans]
    what = quoted[0] if quoted else report or f"the text {told.text[:12]}…"
    words = f"{what}: {_DONE[told.kind](told)}"
    if len(quoted) > 1:
        words += f" {quoted[1]}"
    if told.reason:
        words += f" ({told.reason})"
    if told.by:
        words += f", by {told.by}"
    return Amendment(words=words, state=told.state.replace("_", " "), spans=spans)
