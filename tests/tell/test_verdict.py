"""What of an account still stands."""

import json
from dataclasses import replace

import pytest
from sample import sample_account

from rashomon.tell.edited import Edited, edited_markdown
from rashomon.tell.json import to_json
from rashomon.tell.loading import load_account
from rashomon.tell.manuscript import MOST_NOTES
from rashomon.tell.markdown import account_markdown
from rashomon.tell.texts import with_texts
from rashomon.tell.verdict import verdict, verdict_json, verdict_text

ACCOUNT = sample_account()


def _loaded(account=ACCOUNT, alter=lambda told: None):
    told = json.loads(to_json(account))
    alter(told)
    return load_account(json.dumps(told).encode())


def test_an_account_as_it_was_made_stands() -> None:
    """All texts, spans and sentences are checked and hold."""
    found = verdict(_loaded())
    assert found.stands
    assert (found.texts, found.sentences) == (len(ACCOUNT.reports), len(ACCOUNT.brief))
    assert verdict_text(found).startswith("All stands: ")
    assert json.loads(verdict_json(found))["stands"] is True


def test_an_altered_text_falls() -> None:
    """A text that is no longer the one that was hashed is named."""

    def alter(told):
        told["reports"][0]["text"] += " "

    (fallen,) = verdict(_loaded(alter=alter)).fallen
    assert (fallen.kind, fallen.words) == ("text", ACCOUNT.reports[0].id)


def test_an_altered_span_falls() -> None:
    """A span whose words do not stand in their text is named."""

    def alter(told):
        told["figures"][0]["span"]["exact"] = "a million homes"

    fallen = verdict(_loaded(alter=alter)).fallen
    assert ("span", "a million homes") in [(each.kind, each.words) for each in fallen]


def test_an_altered_sentence_falls() -> None:
    """A number put into the brief is named with its sentence."""
    first = replace(ACCOUNT.brief[0], text="At least 977 people drowned.")
    (fallen,) = verdict(replace(ACCOUNT, brief=(first, *ACCOUNT.brief[1:]))).fallen[:1]
    assert (fallen.where, fallen.kind, fallen.words) == ("brief, sentence 1", "number", "977")
    assert fallen.sentence == first.text


@pytest.mark.parametrize("texts", ["cited", "none"])
def test_what_is_withheld_is_told_as_unchecked(texts: str) -> None:
    """Without the texts no hash is checked, and the reader is told so."""
    settings = (
        *(each for each in ACCOUNT.made_by.settings if each[0] != "texts"),
        ("texts", texts),
    )
    made = replace(ACCOUNT.made_by, settings=settings)
    found = verdict(replace(with_texts(ACCOUNT, texts), made_by=made))
    assert (found.stands, found.texts < 2, len(found.unchecked)) == (True, True, 1)
    assert verdict_text(found).startswith("What could be checked stands: ")
    assert "\nNot checked: " in verdict_text(found)


@pytest.mark.parametrize("texts", ["cited", "none", "some"])
def test_an_account_is_not_believed_about_its_texts(texts: str) -> None:
    """A text without a mark for what is withheld is hashed, whatever the settings say of it."""

    def alter(told):
        told["reports"][0]["text"] += " "
        told["made_by"]["settings"]["texts"] = texts

    found = verdict(_loaded(alter=alter))
    assert [(each.kind, each.words) for each in found.fallen] == [("text", ACCOUNT.reports[0].id)]
    assert (found.texts, found.unchecked) == (len(ACCOUNT.reports), ())


def test_an_edited_brief_is_held_to_its_citations() -> None:
    """What a person changed is named by line; a citation that was dropped, too."""
    edited = edited_markdown(account_markdown(ACCOUNT))
    assert verdict(ACCOUNT, edited).stands
    first = edited[0]
    dropped = Edited(line=9, text=first.text, notes=())
    unknown = Edited(line=10, text=first.text, notes=(*first.notes, 9999))
    found = verdict(ACCOUNT, [dropped, unknown]).fallen
    assert [(each.line, each.kind) for each in found] == [(9, "citation"), (10, "citation")]
    assert found[1].words == "[9999]"


@pytest.mark.parametrize(("kept", "lost"), [(0, "70"), (1, "40")])
def test_a_citation_taken_away_carries_nothing(kept: int, lost: str) -> None:
    """What only the dropped citation holds is named."""
    sentence = edited_markdown(account_markdown(ACCOUNT))[1]
    left = replace(sentence, notes=(sentence.notes[kept],))
    (fallen,) = verdict(ACCOUNT, [left]).fallen
    assert (fallen.kind, fallen.words) == ("number", lost)


def test_the_first_numbers_of_a_long_row_stand_for_all_of_it() -> None:
    """Papers print no more of them; who leaves these as they are has changed nothing."""
    report = ACCOUNT.reports[0]
    many = tuple(report.span(at, at + 2) for at in range(0, 4 * MOST_NOTES, 3))
    long = replace(ACCOUNT.brief[1], citations=(*many, *ACCOUNT.brief[1].citations))
    account = replace(ACCOUNT, brief=(long,))
    first = tuple(range(1, MOST_NOTES + 1))
    assert verdict(account, [Edited(line=1, text=long.text, notes=first)]).stands
    assert not verdict(account, [Edited(line=1, text=long.text, notes=first[:-1])]).stands


def test_a_sentence_that_quotes_two_stands_as_it_was_told() -> None:
    """A reader of lines parts it at the first stop; the account tells it as one."""
    first, rest = "He said: “It holds.", "We stay.”"
    whole = replace(ACCOUNT.brief[1], text=f"{first} {rest}")
    account = replace(ACCOUNT, brief=(whole,))
    notes = tuple(range(1, len(whole.citations) + 1))
    parted = [Edited(line=1, text=first, notes=()), Edited(line=1, text=rest, notes=notes)]
    together = [Edited(line=1, text=whole.text, notes=notes)]
    assert verdict(account, parted) == verdict(account, together)


def test_other_sentences_of_a_line_stay_apart() -> None:
    """What a person wrote before a sentence of ours is checked by itself."""
    known = ACCOUNT.brief[1]
    added = Edited(line=1, text="Nobody was hurt.", notes=())
    found = verdict(ACCOUNT, [added, Edited(line=1, text=known.text, notes=())])
    assert found.sentences == 2
