"""Texts that are none, or more than they seem."""

from tests.read.hostile.making import TEXT, case

CASES = (
    case("nothing", "a.txt", b"", "empty", 1),
    case("blanks", "a.txt", b" \n\t\r\n" * 1000, "empty", 1),
    case("a byte-order mark alone", "a.txt", b"\xef\xbb\xbf", "empty", 1),
    case("zero bytes", "a.txt", TEXT.encode() + b"\0" * 10, "not_text", 1),
    case("noise", "a.txt", bytes(range(256)) * 40, "not_text", 1),
    case(
        "bytes that are not UTF-8", "a.txt", TEXT.encode() + b" caf\xe9 \xff", "encoding_guessed", 0
    ),
    case("half a UTF-16 sign", "a.txt", TEXT.encode("utf-16") + b"\x00", "not_text", 1),
    case("a mark that is wrong", "a.txt", b"\xef\xbb\xbf caf\xe9" + TEXT.encode(), "not_text", 1),
    case("control characters", "a.txt", ("\x01\x02\x03" * 500) + TEXT, "not_text", 1),
    case("turned direction", "a.txt", f"\u202e{TEXT}\u202c \u2066{TEXT}", "", 0),
    case("control sequences", "a.txt", f"\x1b[2J\x1b]0;owned\x07{TEXT} \x1b[31m", "", 0),
    case("a lone surrogate", "a.txt", b"\xed\xa0\x80 " + TEXT.encode(), "encoding_guessed", 0),
    case("a line of 20 MB", "a.txt", lambda: (TEXT + " ").encode() * 220_000, "", 0),
    case("only line ends", "a.txt", lambda: b"\n" * 5_000_000 + TEXT.encode(), "", 0),
    case("more than is read", "a.txt", lambda: b"a " * 26_000_000, "too_large", 1),
)
