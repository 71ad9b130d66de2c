"""What one speaker says in two sentences of a brief, told in one."""

from rashomon.account import Sentence
from rashomon.report import Report, Span
from rashomon.tell.brief.fusing import Said, fused

TEXT = "The board said the quay was shut. The board warned that the crane might fall."
REPORT = Report(id="r", text=TEXT)
SPANS = REPORT.span(0, 33), REPORT.span(34, len(TEXT))


def said(text: str, span: Span, teller: str | None = "the board", section: int = 1) -> Said:
    """A sentence of a brief, said by the board."""
    return Said(Sentence(text=text, citations=(span,)), teller, section)


def test_two_sentences_of_one_speaker_become_one() -> None:
    """The second follows on "and", and the joined sentence cites both."""
    first = said("The board said the quay was shut.", SPANS[0])
    second = said("The board warned the crane might fall.", SPANS[1])
    (one,) = fused([first, second])
    assert one.text == "The board said the quay was shut and warned that the crane might fall."
    assert one.citations == SPANS


def test_the_same_verb_is_not_repeated() -> None:
    """Of two things said, the second is led in by "that" alone."""
    first = said("The board said the quay was shut.", SPANS[0])
    (one,) = fused([first, said("The board said a crane had fallen.", SPANS[1])])
    assert one.text == "The board said the quay was shut and that a crane had fallen."


def test_what_has_its_own_parts_is_left_alone() -> None:
    """No second half hangs on a first one with an "and", another speaker or another section."""
    told = [
        said("The board said the quay and the pier were shut.", SPANS[0]),
        said("The board warned the crane might fall.", SPANS[1], section=2),
        said("Mara Quist said the crane was old.", SPANS[1], teller="Mara Quist"),
    ]
    assert [each.text for each in fused(told)] == [each.sentence.text for each in told]
