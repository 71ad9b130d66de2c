"""Addresses: one spelling each, and refusals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.errors import UnreadableInput, WrongCall
from rashomon.read.fetching.addresses import archived, canonical, host_named, host_of, page_name


@pytest.mark.parametrize(
    ("address", "spelling"),
    [
        ("HTTPS://News.Example:443/A/./b/../c#top", "https://news.example/A/c"),
        ("https://news.example", "https://news.example/"),
        ("https://news.example/?", "https://news.example/"),
        ("https://news.example?id=2", "https://news.example/?id=2"),
        ("https://news.example/a?UTM_Source=x&id=2&fbclid=y", "https://news.example/a?id=2"),
        ("https://news.example/a?id=2&b=%41", "https://news.example/a?id=2&b=%41"),
        ("http://münchen.example/straße", "http://xn--mnchen-3ya.example/stra%C3%9Fe"),
        (" http://news.example/a b ", "http://news.example/a%20b"),
        ("http://[2606:4700::1111]:8080/", "http://[2606:4700::1111]:8080/"),
    ],
)
def test_an_address_has_one_spelling(address, spelling):
    """Case, default ports, fragments and tracking parameters make no other page."""
    assert canonical(address) == spelling
    assert canonical(spelling) == spelling


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("ftp://files.example/a", "address_not_supported"),
        ("file:///etc/passwd", "address_not_supported"),
        ("gopher://old.example/", "address_not_supported"),
        ("news.example/a", "address_not_supported"),
        ("https://reader:secret@news.example/", "address_not_allowed"),
        ("http://news.example\\@evil.example/", "address_not_allowed"),
        ("http://mail.example:25/", "address_not_allowed"),
        ("http://files.example:22/", "address_not_allowed"),
        ("http://news.example:99999/", "bad_address"),
        ("http://", "bad_address"),
        ("http:///a", "bad_address"),
        ("http://news..example/", "bad_address"),
        ("http://news.example%00.evil.example/", "bad_address"),
        ("http://news.example/\r\nHost: evil.example", "bad_address"),
        ("http://\uff11\uff12\uff17.0.0.1/", "bad_address"),
        ("http://[fe80::1%25eth0]/", "bad_address"),
        ("http://news.example/" + "a" * 5000, "bad_address"),
    ],
)
def test_what_is_no_page_of_the_web_is_refused(address, kind):
    """Each refusal has its kind."""
    with pytest.raises(UnreadableInput) as refused:
        canonical(address)
    assert refused.value.kind == kind


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_refused(text):
    """No text after http:// is a mistake of the program."""
    try:
        spelling = canonical("http://" + text)
    except UnreadableInput:
        return
    assert canonical(spelling) == spelling


@pytest.mark.parametrize(
    ("address", "original"),
    [
        ("https://web.archive.org/web/20310304/https://news.example/a", "https://news.example/a"),
        ("https://web.archive.org/web/2031id_/http:/news.example/", "http://news.example/"),
        ("http://web.archive.org/web/20310304050607/news.example", "http://news.example/"),
        ("https://web.archive.org/web/20310304/ftp://news.example/", None),
        ("https://web.archive.org/about", None),
        ("https://news.example/web/20310304/http://other.example/", None),
    ],
)
def test_a_copy_in_the_archive_names_its_original(address, original):
    """The Wayback Machine's addresses hold the address that was copied."""
    assert archived(address) == original


@pytest.mark.parametrize(
    ("name", "host"),
    [
        ("Wiki.Example", "wiki.example"),
        ("wiki.example:8080", "wiki.example"),
        ("http://wiki.example/start", "wiki.example"),
        ("::1", "::1"),
        ("[::1]", "::1"),
        ("münchen.example", "xn--mnchen-3ya.example"),
    ],
)
def test_a_host_is_named_in_one_spelling(name, host):
    """A host that a person names is the host of its addresses, whatever the script."""
    assert host_named(name) == host
    assert host_of(f"http://[{host}]/" if ":" in host else f"http://{host}/") == host


@pytest.mark.parametrize("name", ["", "a b", "ftp://files.example"])
def test_what_is_no_host_is_a_wrong_call(name):
    """The name is told."""
    with pytest.raises(WrongCall, match="no name of a host"):
        host_named(name)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://news.example/2031/cranes-fall.html?id=1", "cranes-fall"),
        ("https://news.example/2031/cranes-fall/", "cranes-fall"),
        ("https://news.example/", "news.example"),
        ("https://news.example/" + "a" * 500, "a" * 60),
        ("http://xn--/", "xn--"),
    ],
)
def test_an_address_names_its_page(address, name):
    """The last part of the path, else the host, within bounds."""
    assert page_name(address) == name
