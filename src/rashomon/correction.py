"""A correction: what a person says the program got wrong, anchored to words and never to an id."""

from dataclasses import dataclass

from rashomon.report import Span

#: What can be corrected, and what each kind says beside its anchor.
KINDS = {
    "speaker": "value",
    "place": "value",
    "period": "from",
    "hide": None,
    "split": None,
    "join": "other",
    "merge": "other",
    "note": "value",
    "grade": "value",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A stretch of the text with this SHA-256: code points, end-exclusive."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One correction.

    `kind` is speaker, place, period, hide, split (the figure or claim leaves its question, or the
    one that `other` answers), join (it answers the question that `other` answers), merge (both
    questions are one), note, or grade: the reliability of a source, A to F, and the credibility of
    what it says, 1 to 6 (NATO AJP-2.1, the Admiralty code). `value` is the speaker, the place, the
    note or the grade; `from_` and `to` are the first and last day of a period (ISO 8601). A grade
    may be of a whole text and then has no `anchor` but `text`, its SHA-256. `by` and `reason` say
    whose it is and why. `state` is applied, or to_be_looked_at where what it was anchored to is not
    there any more; `span` and `span_of_other` are the words found at its anchors.
    """

    kind: str
    text: str
    anchor: Anchor | None = None
    other: Anchor | None = None
    value: str | None = None
    from_: str | None = None
    to: str | None = None
    by: str | None = None
    reason: str | None = None
    state: str = "to_be_looked_at"
    span: Span | None = None
    span_of_other: Span | None = None
