"""A week of an invented outlet: what its feed and its pages show at each hour."""

from dataclasses import dataclass, field

from tests.read.fetching.servers import Server, Time, answer

HOUR = 3600.0

_FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Courier</title>
<link>/</link><description>News</description>{}</channel></rss>"""

_ITEM = "<item><title>{title}</title><link>{link}?utm_source=rss</link><guid>{link}</guid></item>"

_PAGE = """<html><head><title>{title}</title></head><body><article><h1>{title}</h1>
<p>{words} The harbour office gave the number on the quay and said that it would be counted
again before the evening, when the tide allows boats to come near.</p>
<p>Nobody was asked to leave the houses along the eastern mole on that day.</p></article>
<footer>{noise}</footer></body></html>"""


@dataclass
class Week:
    """Ten stories; some are corrected, one is taken down, all leave the feed after two days."""

    server: Server
    time: Time
    began: float = 0.0
    served: int = 0
    #: Hours at which a story begins, and those at which its text changes.
    stories: dict[int, list[float]] = field(
        default_factory=lambda: {n: [n * 12.0] + [n * 12.0 + 5] * (n % 3 == 0) for n in range(10)}
    )

    def __post_init__(self) -> None:
        self.began = self.time.seconds
        self.server.paths["/feed"] = lambda connection: connection.sendall(self._feed())
        for number in self.stories:
            self.server.paths[f"/story-{number}"] = lambda connection, number=number: (
                connection.sendall(self._story(number))
            )

    @property
    def hour(self) -> float:
        """Hours since the week began."""
        return (self.time.seconds - self.began) / HOUR

    def _feed(self) -> bytes:
        shown = [n for n, hours in self.stories.items() if hours[0] <= self.hour < hours[0] + 48]
        items = [_ITEM.format(title=f"Story {n}", link=f"/story-{n}") for n in reversed(shown)]
        return answer(_FEED.format("".join(items)).encode(), content_type="application/rss+xml")

    def _story(self, number: int) -> bytes:
        if number == 7 and self.hour > self.stories[7][0] + 3:
            return answer(b"", "410 Gone")
        version = sum(self.hour >= hour for hour in self.stories[number])
        self.served += 1
        words = f"{40 + 10 * number + version} boats were counted in the harbour on this morning."
        page = _PAGE.format(title=f"Story {number}", words=words, noise=f"Served {self.served}")
        return answer(page.encode())

    @property
    def versions(self) -> int:
        """How many versions of all stories there are in the week."""
        return sum(len(hours) for hours in self.stories.values())
