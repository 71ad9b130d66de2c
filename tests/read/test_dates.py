"""Publication dates keep the precision they are printed with."""

import pytest

from rashomon.read.dates import publication


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("2021-03-04", ("2021-03-04", "day")),
        (" 2021-03-04 ", ("2021-03-04", "day")),
        ("20210304", ("2021-03-04", "day")),
        ("2021-03", ("2021-03", "month")),
        ("2021-03-04 10:00:00", ("2021-03-04T10:00:00", "instant")),
        ("2021-03-04T10:00:00Z", ("2021-03-04T10:00:00+00:00", "instant")),
        ("2021-03-04T00:00:00", ("2021-03-04T00:00:00", "day")),
        ("2021-03-04T00:00:00+02:00", ("2021-03-04T00:00:00+02:00", "instant")),
        ("2021-02-30", None),
        ("2021-13", None),
        ("1000-01-01", ("1000-01-01", "day")),
        ("9000-12-31", ("9000-12-31", "day")),
        ("0999-12-31", None),
        ("0001-01-01T00:00:00Z", None),
        ("9001-01-01", None),
        ("9999-12", None),
        ("0000-01", None),
        ("yesterday", None),
        ("04/03/2021", None),
        ("", None),
    ],
)
def test_a_date_is_read_with_its_precision(printed: str, expected: tuple[str, str] | None) -> None:
    """ISO 8601 and its everyday variants are read; anything else is no date."""
    assert publication(printed) == expected
