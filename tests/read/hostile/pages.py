"""Web pages that try something."""

from tests.read.hostile.making import LAUGHS, LONG, OUTSIDE, PAGE, TEXT, case

CASES = (
    case("a page cut off", "a.html", PAGE[: len(PAGE) - 60], "", 0),
    case("a page of scripts", "a.html", "<html><script>evil()</script></html>", "no_article", 1),
    case(
        "a page of tags in tags",
        "a.html",
        lambda: (b"<div>" * 200_000) + TEXT.encode(),
        "no_article",
        1,
    ),
    case(
        "a page of attributes",
        "a.html",
        lambda: b"<html><p " + b"a=1 " * 1_000_000 + b">",
        "no_article",
        1,
    ),
    case("a page of entities", "a.html", f"<!DOCTYPE html {LAUGHS[11:]}<p>&l9;{LONG}</p>", "", 0),
    case(
        "a page with an outside entity",
        "a.html",
        f"{OUTSIDE}<html><p>&out; {LONG}</p></html>",
        "no_article",
        1,
    ),
    case("a page beyond the limit", "a.html", lambda: PAGE.encode() * 80_000, "too_large", 1),
    case("a page with zero bytes", "a.html", PAGE.replace("off", "o\0ff"), "not_text", 1),
)
