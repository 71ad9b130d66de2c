"""Fusing: what one speaker says in two sentences of a brief, told in one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon.account import Sentence
from rashomon.tell.brief.plain import retelling
from rashomon.tell.brief.standing import asserts

#: A fused sentence has at most so many words.
_LONGEST = 36


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence with the words for who says it, where it begins with them, and its section."""

    sentence: Sentence
    teller: str | None
    section: int


def fused(told: Sequence[Said]) -> list[Sentence]:
    """The sentences in order; those of one speaker side by side in a section, joined in pairs.

    "The harbour office said A" and "The harbour office warned that B" become "The harbour office
    said A and warned that B"; the joined sentence cites what both cited.
    """
    left, done = list(told), []
    while left:
        first = left.pop(0)
        for other in left:
            if other.section == first.section and (joined := _joined(first, other)) is not None:
                left.remove(other)
                first = Said(joined, None, first.section)
                break
        done.append(first.sentence)
    return done


def _joined(one: Said, two: Said) -> Sentence | None:
    """Both as one sentence, or None where they do not go together."""
    rests = [_rest(one), _rest(two)]
    first, second = one.sentence.text, rests[1]
    if one.teller != two.teller or rests[0] is None or second is None:
        return None
    if not first.endswith(".") or not _is_plain(rests[0]) or ":" in second or ";" in second:
        return None
    if second.split(maxsplit=1)[0] == rests[0].split(maxsplit=1)[0]:
        second = second.split(maxsplit=1)[1]
    told = f"{first[:-1]} and {second}"
    if len(told.split()) > _LONGEST:
        return None
    citations = tuple(dict.fromkeys((*one.sentence.citations, *two.sentence.citations)))
    questions = tuple(dict.fromkeys((*one.sentence.questions, *two.sentence.questions)))
    return replace(one.sentence, text=told, citations=citations, questions=questions)


def _is_plain(rest: str) -> bool:
    """Whether more may follow on "and": no list, no second sentence, no other "and" before it."""
    return not any(mark in f"{rest} " for mark in (",", ";", ":", " and ", " or ", " but ", "?"))


def _rest(said: Said) -> str | None:
    """What stands behind the speaker, with "that" behind a verb that takes it."""
    text, teller = said.sentence.text, said.teller
    if teller is None or not text.lower().startswith(f"{teller.lower()} "):
        return None
    rest = text[len(teller) + 1 :]
    cue = rest.split(maxsplit=1)[0]
    if cue not in retelling().words.clausal:
        return None
    body = rest[len(cue) + 1 :].removeprefix("that ")
    # "Announced the death" has no clause to lead in to.
    return f"{cue} that {body}" if asserts(f"_ {body}") else None
