"""Shared passages are found wherever they stand."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.gather.passages import candidates, shared, words_of

RUN = "the harbour office shut the port while divers searched the cold bay for a lost sailor"


def test_words_know_where_they_stand() -> None:
    """Places are offsets into the text, and typographic apostrophes are equal to straight ones."""
    words = words_of("The port’s quay – shut!")
    assert words.words == ("the", "port's", "quay", "shut")
    assert words.places[1] == (4, 10)


def test_quoted_words_names_and_numbers_are_not_the_writers_own() -> None:
    """What is given to a writer is told from what the writer chose."""
    words = words_of("He said “it was loud” to Ada Quill about 40 boats")
    own = [word for word, is_own in zip(words.words, words.own, strict=True) if is_own]
    assert own == ["said", "to", "about", "boats"]


def test_an_open_quotation_ends_with_its_paragraph() -> None:
    """Speech that goes on in the next paragraph is opened again there."""
    words = words_of("“it was loud\nbut short")
    assert words.own == (False, False, False, True, True)


def test_a_post_is_its_writers() -> None:
    """A post with a handle after it is quoted speech without marks."""
    words = words_of("the quay is shut again — ada quill (@adaquill)\nso it was")
    assert words.own == (False,) * 8 + (True,) * 3


def test_a_shared_run_is_found_whole() -> None:
    """A passage is as long as the words are equal, punctuation aside."""
    a, b = words_of(f"On Sunday {RUN}, she said."), words_of(f"One by one, {RUN}. Then not.")
    (passage,) = shared(a, b)
    assert a.words[passage.a : passage.a + passage.length] == tuple(RUN.split())
    assert (passage.b, passage.length) == (3, len(RUN.split()))


def test_texts_without_a_common_run_are_no_candidates() -> None:
    """Only pairs that share words in a row are compared."""
    texts = [words_of(RUN), words_of("Nothing of the kind. " + RUN), words_of("Another story.")]
    assert candidates(texts) == [(0, 1)]


@given(st.lists(st.sampled_from("abcdef"), max_size=60), st.integers(0, 40), st.integers(0, 40))
def test_no_run_of_eleven_words_is_missed(words: list[str], before: int, after: int) -> None:
    """Winnowing keeps a fingerprint of each run that is long enough."""
    run = [f"w{number}" for number in range(11)]
    a = words_of(" ".join([*words[:before], *run, *words[after:]]))
    b = words_of(" ".join(["x", *run, "y"]))
    assert candidates([a, b]) == [(0, 1)]
    assert any(passage.length >= 11 for passage in shared(a, b))
