"""Why: for the questions asked about, how each answer got there and each verdict came about."""

from collections.abc import Iterator

from rashomon.account import Account, Position, Question
from rashomon.errors import WrongCall
from rashomon.tell.sections import RELATION_WORDS, naming, report_names
from rashomon.tell.sheet import Sheet
from rashomon.tell.shown import count_words

#: How a part of two answers fits, in words.
_HOW = {
    "same": "the same",
    "near": "other words for one thing",
    "open": "left open by one side",
    "apart": "apart, so the number alone speaks for one question",
}

#: How many questions are named where none is meant.
_SHOWN = 5

#: How many passages and relations of a question are shown.
_MOST = 30


def why_text(account: Account, asked: str, width: int = 100, *, color: bool = False) -> str:
    """The questions with this id, or with these words in their text, explained.

    Raises WrongCall where there is no such question, with the first few that there are.
    """
    found = [each for each in account.questions if _is_asked(each, asked)]
    if not found:
        known = "; ".join(f"{each.id}: {each.text}" for each in account.questions[:_SHOWN])
        count = len(account.questions)
        every = f" All {count} stand in the account as `--format json`." if count > _SHOWN else ""
        raise WrongCall(f"No question is {asked!r}. The first ones are: {known}{every}")
    sheet = Sheet(width, color)
    for question in found:
        _explain(account, question, sheet)
    return sheet.text()


def _is_asked(question: Question, asked: str) -> bool:
    words = asked.casefold().split()
    text = question.text.casefold()
    return question.id == asked or all(word in text for word in words)


def _explain(account: Account, question: Question, sheet: Sheet) -> None:
    sheet.title(f"{question.text} ({question.id})")
    behind = [
        count_words(question.outlets, "outlet"),
        count_words(question.independent_origins, "independent origin"),
        f"for {question.independent_parties} independent "
        f"{'body' if question.independent_parties == 1 else 'bodies'}",
    ]
    sheet.paragraph(f"{RELATION_WORDS[question.relation]} · {' · '.join(behind)}", indent=0)
    sheet.heading("Answers")
    for number, position in enumerate(question.positions, start=1):
        for words in _answer(account, position):
            sheet.item(words, mark=f"{number}.")
    if question.grounds:
        sheet.heading("Why this is one question")
        sheet.columns((each.part, _HOW[each.how], each.text) for each in question.grounds[:_MOST])
        sheet.more(len(question.grounds) - _MOST)
    if question.relations:
        sheet.heading("How the answers stand to each other")
        _verdicts(question, sheet)


def _answer(account: Account, position: Position) -> Iterator[str]:
    origins = {origin.id: origin for origin in account.origins}
    names = report_names(account)
    origin = origins[position.origin]
    where = ", ".join(f"{names[each.report]} {each.start}-{each.end}" for each in position.evidence)
    yield f"{position.answer} · {naming(origin)} · {where}"


def _verdicts(question: Question, sheet: Sheet) -> None:
    number = {position.id: at for at, position in enumerate(question.positions, start=1)}
    for relation in question.relations[:_MOST]:
        told = "; ".join(f"{reason.kind}: {reason.text}" for reason in relation.reasons)
        words = RELATION_WORDS[relation.relation]
        mark = f"{number[relation.a]} and {number[relation.b]}:"
        sheet.item(f"{words}{f' ({told})' if told else ''}", mark=mark)
    sheet.more(len(question.relations) - _MOST)
