"""TLS: a server proves the name that was asked for, at whatever address it stands."""

import ssl
from pathlib import Path

import pytest

from rashomon.errors import UnreadableInput
from tests.read.fetching.servers import answer, serving

#: A key and a certificate for news.example, valid until 2120, signed by nobody but itself.
CERTIFICATE = Path(__file__).with_name("certificate.pem")


@pytest.fixture
def server():
    """A server that can prove that it is news.example to whoever trusts its certificate."""
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(CERTIFICATE)
    with serving(tls) as server:
        server.paths["/a"] = answer()
        yield server


@pytest.fixture
def fetch(server, fetcher):
    """Fetches a page of the server under a name."""

    def fetch(name):
        fetching = fetcher(hosts=(name,), resolver=lambda host, port: ["127.0.0.1"])
        return fetching.fetch(server.url("/a", name).replace("http:", "https:"))

    return fetch


@pytest.fixture
def trusted(monkeypatch):
    """The certificate is trusted as those of certifi are otherwise."""
    context = ssl.create_default_context(cafile=str(CERTIFICATE))
    monkeypatch.setattr("rashomon.read.fetching.asking._trust", lambda: context)


@pytest.mark.usefixtures("trusted")
def test_a_server_that_proves_its_name_is_read(server, fetch):
    """The connection goes to the checked address, the proof and the request to the name."""
    assert fetch("news.example").how == "fetched"
    assert f"Host: news.example:{server.port}" in server.heads[-1]


@pytest.mark.usefixtures("trusted")
def test_a_server_with_another_name_is_not_read(server, fetch):
    """Whoever answers for a name must be that name, not just anybody who is trusted."""
    with pytest.raises(UnreadableInput, match="cannot prove") as refused:
        fetch("coast.example")
    assert (refused.value.kind, server.asked) == ("tls", [])


def test_a_server_that_vouches_for_itself_is_not_read(server, fetch):
    """A certificate that nobody known has signed proves nothing."""
    with pytest.raises(UnreadableInput, match=r"self.signed") as refused:
        fetch("news.example")
    assert (refused.value.kind, server.asked) == ("tls", [])
