"""Syndicated: RSS and Atom as a library reads them, of any age and dialect."""

import io
from typing import Any

from rashomon.errors import UnreadableInput


def parsed_feed(data: bytes, address: str | None = None, *, cleaned: bool = True) -> Any:
    """The feed in `data`, links made whole from the `address` it came from.

    Its HTML is `cleaned` of what acts. Raises UnreadableInput where it is damaged or no feed.
    """
    # Loaded with the first feed: most inputs are none. It comes without types.
    import feedparser  # type: ignore[import-untyped]

    heads = {"content-location": address} if address else {}
    try:
        # As a stream: a text would be taken for an address, and fetched, or for a file's name.
        found = feedparser.parse(io.BytesIO(data), response_headers=heads, sanitize_html=cleaned)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise UnreadableInput("damaged", "It is damaged: no feed can be read.") from error
    if not found.get("version") and not found.entries:
        raise UnreadableInput("kind_not_supported", "It is no feed: neither RSS nor Atom.")
    return found
