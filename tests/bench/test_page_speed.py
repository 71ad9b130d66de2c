"""Pages a second are measured for both readers."""

from bench.page_speed import measure_pages
from bench.ruler import Item

PAGE = "<html><body><article><p>The harbour office shut the port.</p></article></body></html>"


def test_both_readers_are_timed():
    """Each has a rate, and the ratio is ours to the other's."""
    items = [Item(id="a", unit="a", request={"html": PAGE}, gold=None)] * 3
    told = measure_pages(items, 1)
    rates = told["pages a second"]
    assert set(rates) == {"rashomon", "trafilatura"}
    assert all(rate > 0 for rate in rates.values())
    assert told["cases"] == 3
