"""Hosts: several are asked at the same time, the pages of each one after the other."""

import queue
import threading
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from rashomon.errors import UnreadableInput
from rashomon.read.fetching.addresses import host_of
from rashomon.read.fetching.fetcher import Fetched

#: So many hosts are asked at the same time.
AT_ONCE = 8

#: What came of an address: a page, or why there is none.
Came = Fetched | UnreadableInput


def fetch_all(
    addresses: Iterable[str], fetch: Callable[[str], Fetched], at_once: int = AT_ONCE
) -> Iterator[tuple[str, Came]]:
    """Each canonical address with what came of it, in the order in which they come.

    At most `at_once` hosts are asked at the same time. Any other error than UnreadableInput ends
    all. Its threads never keep the program from ending.
    """
    of_host: defaultdict[str, list[str]] = defaultdict(list)
    for address in dict.fromkeys(addresses):
        of_host[host_of(address)].append(address)
    waiting: queue.SimpleQueue[list[str]] = queue.SimpleQueue()
    for queued in of_host.values():
        waiting.put(queued)
    came: queue.SimpleQueue[tuple[str, Came | BaseException]] = queue.SimpleQueue()
    for _ in range(min(at_once, len(of_host))):
        threading.Thread(target=_work, args=(waiting, came, fetch), daemon=True).start()
    for _ in range(sum(map(len, of_host.values()))):
        address, what = came.get()
        if not isinstance(what, Fetched | UnreadableInput):
            raise what
        yield address, what


def _work(
    waiting: "queue.SimpleQueue[list[str]]",
    came: "queue.SimpleQueue[tuple[str, Came | BaseException]]",
    fetch: Callable[[str], Fetched],
) -> None:
    while True:
        try:
            addresses = waiting.get_nowait()
        except queue.Empty:
            return
        for address in addresses:
            came.put((address, _came(address, fetch)))


def _came(address: str, fetch: Callable[[str], Fetched]) -> Came | BaseException:
    try:
        return fetch(address)
    except UnreadableInput as error:
        return error
    except Exception as mistake:  # noqa: BLE001  # raised again where the pages are waited for
        return mistake
