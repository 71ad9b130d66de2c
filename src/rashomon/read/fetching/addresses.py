"""Addresses: one spelling for each page, and none that names more than a page."""

import re
from dataclasses import dataclass

import httpx

from rashomon.errors import UnreadableInput, WrongCall
from rashomon.words.tables import table

#: Below 1024 stand the ports of mail, printers, files and the like, to which a page of the web
#: must not make anybody talk.
_LOWEST_FREE_PORT = 1024
_WEB_PORTS = (80, 443)

_LONGEST, _LONGEST_NAME = 4096, 60
_HIGHEST_PORT = 65535

#: A host as it is sent: letters, digits, dots and hyphens (RFC 1123), or an IPv6 address.
_HOST = re.compile(rb"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?|[0-9a-f:.]+")

_ARCHIVED = re.compile(r"https?://web\.archive\.org/web/\d{4,14}(?:[a-z]{2}_)?/(?P<original>.+)")


@dataclass(frozen=True, slots=True)
class Carried:
    """The table `data/addresses.toml`."""

    tracking: tuple[str, ...]
    tracking_starts: tuple[str, ...]


def checked(address: str) -> httpx.URL:
    """`address` as it may be asked for, without its fragment.

    Raises UnreadableInput: `bad_address` where it is none; `address_not_supported` where it is not
    of the web; `address_not_allowed` where it carries a password or a port of other services.
    """
    try:
        url = httpx.URL(address.strip()).copy_with(fragment=None)
    except (httpx.InvalidURL, ValueError, UnicodeError) as error:
        raise UnreadableInput("bad_address", f"It is no address: {error}.") from error
    if url.scheme not in ("http", "https"):
        said = f"Only http and https are fetched, not {url.scheme or 'bare names'}."
        raise UnreadableInput("address_not_supported", said)
    port = url.port or _WEB_PORTS[0]
    if not _HOST.fullmatch(url.raw_host) or len(str(url)) > _LONGEST or port > _HIGHEST_PORT:
        said = "It is no address: it names no host or no port, or is too long."
        raise UnreadableInput("bad_address", said)
    if url.userinfo:
        said = "It carries a name or password, which would be kept and shown: leave it out."
        raise UnreadableInput("address_not_allowed", said)
    if port < _LOWEST_FREE_PORT and port not in _WEB_PORTS:
        said = f"Port {port} belongs to another service than the web."
        raise UnreadableInput("address_not_allowed", said)
    return url


def canonical(address: str) -> str:
    """The one spelling of an address: host in lower case, no fragment, no tracking parameters.

    Raises UnreadableInput as `checked` does.
    """
    url = checked(address)
    kept = [part for part in url.query.decode("ascii").split("&") if part and not _tracks(part)]
    path = url.raw_path.partition(b"?")[0] or b"/"
    return str(url.copy_with(raw_path=b"?".join((path, *filter(None, ["&".join(kept).encode()])))))


def _tracks(parameter: str) -> bool:
    carried = table("addresses", Carried)
    name = parameter.partition("=")[0].lower()
    return name in carried.tracking or name.startswith(carried.tracking_starts)


def archived(address: str) -> str | None:
    """The original address of a copy in the Wayback Machine; None for any other address."""
    copy = _ARCHIVED.fullmatch(address)
    if copy is None:
        return None
    # Within the archive's own address a second slash is often lost.
    original = re.sub(r"^(https?):/+", r"\1://", copy["original"])
    try:
        return canonical(original if "://" in original else f"http://{original}")
    except UnreadableInput:
        return None


def host_of(address: str | httpx.URL) -> str:
    """The host of an address as it is sent: in ASCII, an IPv6 address without its brackets."""
    return httpx.URL(address).raw_host.decode("ascii")


def host_named(name: str) -> str:
    """The host that a person names, by its name or in an address, in the same spelling.

    Raises WrongCall where it is none.
    """
    bare = name.strip()
    if "://" not in bare:
        bare = f"http://[{bare.strip('[]')}]/" if bare.count(":") > 1 else f"http://{bare}/"
    try:
        return host_of(checked(bare))
    except UnreadableInput as error:
        raise WrongCall(f"{name!r} is no name of a host: give it as in an address.") from error


def page_name(address: str) -> str:
    """What an address calls its page, without an ending; its host where it names none."""
    url = httpx.URL(address)
    return url.path.rstrip("/").rpartition("/")[2].partition(".")[0][:_LONGEST_NAME] or host_of(url)


def joined(address: str, link: str) -> str | None:
    """The page to which a link leads from an address; None where it leads to none of the web."""
    try:
        return canonical(str(httpx.URL(address).join(link)))
    except (UnreadableInput, httpx.InvalidURL, ValueError):
        return None


def own_address(claimed: str | None, fetched: str) -> str:
    """The address of a page: the one it claims, where that is on the host it was fetched from.

    A page could call itself by another's address, and the address of a whole site is no page's.
    """
    own = joined(fetched, claimed) if claimed else None
    if own is None or host_of(own) != host_of(fetched) or httpx.URL(own).raw_path == b"/":
        return fetched
    return own
