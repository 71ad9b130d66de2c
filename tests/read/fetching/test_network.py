"""Addresses: which are spoken to, and that nothing talks the program into another."""

import socket

import pytest

from rashomon.errors import UnreadableInput
from rashomon.read.fetching.addresses import host_named
from rashomon.read.fetching.network import is_public, look_up
from tests.read.fetching.servers import answer

NOT_PUBLIC = [
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "127.0.0.1",
    "169.254.169.254",
    "172.16.0.1",
    "192.0.2.1",
    "192.168.1.1",
    "198.18.0.1",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "64:ff9b::7f00:1",
    "64:ff9b::a00:1",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:db8::1",
    "2002:7f00:1::1",
    "2002:c0a8:101::1",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "localhost",
    "127.1",
    "",
]


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_an_address_that_is_not_public(address):
    """Nothing is private by one of its spellings and public by another."""
    assert not is_public(address)


@pytest.mark.parametrize(
    "address",
    ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "64:ff9b::808:808", "2002:808:808::1"],
)
def test_an_address_that_is_public(address):
    """The open Internet is, and what a translator carries to it."""
    assert is_public(address)


@pytest.mark.parametrize(
    "addresses", [["10.0.0.7"], ["8.8.8.8", "127.0.0.1"], ["::1"], ["::ffff:169.254.169.254"]]
)
def test_a_name_that_leads_inside_is_refused(fetcher, addresses):
    """A public name with one address that is not public is not connected to at all."""
    fetching = fetcher(resolver=lambda host, port: addresses)
    with pytest.raises(UnreadableInput, match="no public address") as refused:
        fetching.fetch("http://news.example/a")
    assert refused.value.kind == "address_not_allowed"


def test_a_name_is_looked_up_once_for_a_connection(server, fetcher, monkeypatch):
    """What was checked is what is connected to: a second look-up that differs is never made."""
    given = [["127.0.0.1"], ["10.0.0.7"]]
    monkeypatch.setattr(
        "rashomon.read.fetching.network.is_public", lambda address: address == "127.0.0.1"
    )
    server.paths |= {"/robots.txt": answer(b""), "/a": answer()}
    fetching = fetcher(hosts=(), resolver=lambda host, port: given.pop(0))
    with pytest.raises(UnreadableInput, match=r"10\.0\.0\.7"):
        fetching.fetch(server.url("/a", "news.example"))
    assert server.asked == ["/robots.txt"]  # by the first look-up; the second was refused
    assert f"Host: news.example:{server.port}" in server.heads[0]


def test_a_name_that_is_allowed_may_stand_anywhere(server, fetcher):
    """A host named by a person is fetched from, by that name and no other."""
    server.paths["/a"] = answer()
    inside = {"hosts": ("wiki.example",), "resolver": lambda host, port: ["127.0.0.1"]}
    assert fetcher(**inside).fetch(server.url("/a", "wiki.example")).how == "fetched"
    with pytest.raises(UnreadableInput, match="no public address"):
        fetcher(**inside).fetch(server.url("/a", "mail.example"))


def test_a_stranger_cannot_lead_to_a_host_that_is_allowed(server, fetcher, monkeypatch):
    """A page of the open Internet that redirects to an allowed host leads nowhere."""
    monkeypatch.setattr("rashomon.read.fetching.network.is_public", lambda address: True)
    inside = server.url("/secret", "wiki.example")
    server.paths["/a"] = answer(b"", "302 Found", location=inside)
    fetching = fetcher(hosts=("wiki.example",), resolver=lambda host, port: ["127.0.0.1"])
    with pytest.raises(UnreadableInput, match="allowed to a person"):
        fetching.fetch(server.url("/a", "news.example"))
    assert "/secret" not in server.asked


def test_a_name_in_another_script_is_no_way_in(server, fetcher, monkeypatch):
    """An allowed host is the same host however a stranger spells it."""
    monkeypatch.setattr("rashomon.read.fetching.network.is_public", lambda address: True)
    host = host_named("münchen.example")
    for spelled in ("münchen.example", "xn--mnchen-3ya.example", "MÜNCHEN.example"):
        inside = f"http://{spelled}:{server.port}/secret".encode().decode("latin-1")
        server.paths["/a"] = answer(b"", "302 Found", location=inside)
        fetching = fetcher(hosts=(host,), resolver=lambda host, port: ["127.0.0.1"])
        with pytest.raises(UnreadableInput):
            fetching.fetch(server.url("/a", "news.example"))
    assert "/secret" not in server.asked


def test_a_host_that_is_no_word_in_any_script(fetcher):
    """A name that no script can show is a problem like any other."""
    fetching = fetcher(resolver=lambda host, port: [])
    with pytest.raises(UnreadableInput, match="xn--"):
        fetching.fetch("http://xn--/")


def test_the_next_address_of_a_name_is_tried(server, fetcher):
    """Where one machine of a name is down, another may answer."""
    server.paths["/a"] = answer()
    both = fetcher(hosts=("news.example",), resolver=lambda host, port: ["127.0.0.2", "127.0.0.1"])
    assert both.fetch(server.url("/a", "news.example")).how == "fetched"


@pytest.mark.parametrize("error", [socket.gaierror(-2, "unknown"), UnicodeError("label too long")])
def test_a_name_that_is_unknown_is_told(monkeypatch, error):
    """A name without an address is a problem with the name in it."""

    def unknown(*_, **__):
        raise error

    monkeypatch.setattr("socket.getaddrinfo", unknown)
    with pytest.raises(UnreadableInput, match=r"nowhere\.example") as told:
        look_up("nowhere.example", 80)
    assert told.value.kind == "host_not_found"


def test_the_addresses_of_a_name_come_once_each(monkeypatch):
    """What the system's resolver repeats is one address."""
    found = [(2, 1, 6, "", ("192.0.2.1", 80)), (2, 1, 6, "", ("192.0.2.1", 80))]
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: found)
    assert look_up("news.example", 80) == ["192.0.2.1"]


def test_a_server_must_prove_its_name(server, fetcher):
    """TLS is begun with the name, whatever the address; who does not speak it is not read."""
    fetching = fetcher(hosts=("news.example",), resolver=lambda host, port: ["127.0.0.1"])
    with pytest.raises(UnreadableInput, match="cannot prove") as refused:
        fetching.fetch(server.url("/a", "news.example").replace("http:", "https:"))
    assert refused.value.kind == "tls"
    assert "news.example" in server.heads[0]  # in the clear, as the first greeting of TLS has it
