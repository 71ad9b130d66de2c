"""Average-link clustering joins the most alike first and stops at the bar."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.gather.clusters import average_link


def test_the_most_alike_join_first_and_a_weak_link_does_not() -> None:
    """A link to one member is not enough where the mean over all is low."""
    links = [(0, 1, 0.9), (1, 2, 0.5), (3, 4, 0.8)]
    assert average_link(5, links, 0.4) == [[0, 1], [2], [3, 4]]


def test_a_mean_that_reaches_the_bar_joins() -> None:
    """Both links of the third count."""
    assert average_link(3, [(0, 1, 0.9), (0, 2, 0.4), (1, 2, 0.4)], 0.4) == [[0, 1, 2]]


def test_what_belongs_together_is_never_parted() -> None:
    """Pairs that are joined from the start need no link."""
    assert average_link(4, [], 0.5, joined=[(0, 3), (3, 1)]) == [[0, 1, 3], [2]]


def test_nothing_has_no_clusters() -> None:
    """No numbers, no clusters."""
    assert average_link(0, [], 0.5) == []


@given(
    st.dictionaries(
        st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] < pair[1]),
        st.integers(1, 100),
    )
)
def test_each_number_is_in_exactly_one_cluster(links: dict[tuple[int, int], int]) -> None:
    """Nothing is lost and nothing is twice."""
    clusters = average_link(10, [(a, b, of / 100) for (a, b), of in links.items()], 0.3)
    assert sorted(number for cluster in clusters for number in cluster) == list(range(10))
