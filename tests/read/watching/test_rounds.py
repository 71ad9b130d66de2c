"""A week of watching, whole and in pieces."""

import json
from collections import Counter

import pytest

from rashomon.errors import NothingUsable, WrongCall
from rashomon.reach import Reach
from rashomon.read.inputs import read_paths
from rashomon.read.watching.folder import Visit, open_folder
from rashomon.read.watching.journal import Journal
from rashomon.read.watching.rounds import Rounds
from rashomon.run.watch import run_watch
from tests.read.fetching.servers import answer
from tests.read.watching.week import HOUR, Week

HERE = Reach(hosts=("127.0.0.1",))


@pytest.fixture
def week(server, time):
    """A week on a server, hour by hour."""
    return Week(server, time)


def _watch(week, folder, rounds, told=lambda line: None):
    return run_watch(
        [week.server.url("/feed")],
        folder,
        HERE,
        told,
        every=HOUR,
        rounds=rounds,
        clock=week.time.clock(),
    )


def _rows(folder):
    return [json.loads(line) for line in (folder / "reports.jsonl").read_bytes().splitlines()]


def _texts(folder):
    return Counter((row["url"], row["text"]) for row in _rows(folder))


def test_a_week_gives_each_version_once(week, tmp_path):
    """Every story, every correction, once each; pages that only look new are none."""
    told = []
    _watch(week, tmp_path, 168, told.append)
    rows = _rows(tmp_path)
    assert len(rows) == len({row["id"] for row in rows}) == week.versions == 14
    assert set(_texts(tmp_path).values()) == {1}
    assert sum(line.startswith("changed: ") for line in told) == 4
    assert [line for line in told if "410" in line] == [
        f"{week.server.url('/story-7')}: The server answers 410 Gone."
    ]


def test_a_week_is_polite(week, tmp_path):
    """A page is asked ever less often while nothing comes of it: some ten times in two days."""
    _watch(week, tmp_path, 72)
    asked = Counter(week.server.asked)
    assert max(asked[f"/story-{number}"] for number in range(10)) <= 10
    assert asked["/feed"] == 72
    assert asked["/robots.txt"] <= 4


def test_a_changed_page_is_a_version_with_its_time(week, tmp_path):
    """The second version of a page has its address, an id of its own, and when it was found."""
    _watch(week, tmp_path, 10)
    first, second = (row for row in _rows(tmp_path) if row["url"].endswith("/story-0"))
    assert second["id"] == f"{first['id']}.2"
    assert "updated" not in first
    assert second["updated"] == second["retrieved"] > first["retrieved"]
    assert first["raw_sha256"] != second["raw_sha256"]


def test_what_was_watched_can_be_read(week, tmp_path):
    """The folder is a PATH like any other: each version is a report."""
    _watch(week, tmp_path, 30)
    reports, problems = read_paths([str(tmp_path)])
    assert problems == []
    assert len(reports) == len(_rows(tmp_path))
    assert {report.url for report in reports} == {row["url"] for row in _rows(tmp_path)}
    assert [block.kind for block in reports[0].blocks] == ["heading", "paragraph", "paragraph"]


class Killed(BaseException):
    """The program ends here."""


@pytest.mark.parametrize("steps", [1, 2, 5])
def test_a_watch_that_is_killed_goes_on_where_it_was(week, tmp_path, monkeypatch, steps):
    """Ended in the middle of every so-many-th line it writes, it loses nothing and doubles none."""
    add, written = Journal.add, Counter()

    def add_and_die(journal, row):
        written["lines"] += 1
        if written["lines"] % steps == 0 and written["lines"] < 40:
            with journal._path.open("ab") as handle:
                handle.write(b'{"url": "half a li')
            raise Killed
        add(journal, row)

    monkeypatch.setattr(Journal, "add", add_and_die)
    while week.hour < 40:
        try:
            _watch(week, tmp_path, 1)
        except Killed:
            continue
        week.time.seconds += HOUR
    begun = [hour for hours in week.stories.values() for hour in hours if hour < 39]
    assert len(_rows(tmp_path)) == len(begun)
    assert set(_texts(tmp_path).values()) == {1}


def test_what_was_fetched_before_an_end_is_written_after_it(week, tmp_path, monkeypatch):
    """A version that was fetched and not yet written down is not lost, though it is gone since."""

    def die(*_):
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr("rashomon.read.watching.folder.Folder.add", die)
        with pytest.raises(Killed):
            _watch(week, tmp_path, 1)
    week.time.seconds += 6 * HOUR  # by now the page shows its second version
    _watch(week, tmp_path, 1)
    assert ["41 boats" in row["text"] for row in _rows(tmp_path)] == [True, False]


def test_a_page_of_two_feeds_is_one_page(week, tmp_path):
    """Feeds that tell of a page in different words do not make it new every time."""
    other = b'<rss version="2.0"><channel><item><title>Other words</title><link>/story-0</link>'
    week.server.paths["/other"] = answer(other + b"</item></channel></rss>")
    feeds = [week.server.url("/feed"), week.server.url("/other")]
    clock = week.time.clock()
    run_watch(feeds, tmp_path, HERE, lambda line: None, every=60.0, rounds=20, clock=clock)
    assert week.server.asked.count("/story-0") == 1


def test_a_week_in_pieces_is_the_week_in_one(week, tmp_path):
    """A watch begun anew every hour finds what one that runs through finds."""
    for _ in range(40):
        _watch(week, tmp_path, 1)
        week.time.seconds += HOUR
    begun = [hour for hours in week.stories.values() for hour in hours if hour < 39]
    assert len(_rows(tmp_path)) == len(begun)


def test_a_page_served_in_two_shapes_is_two_versions(week, tmp_path):
    """A page that turns between two texts does not fill the folder."""
    shapes = [week._story(1), week._story(2)] * 30
    week.server.paths["/story-0"] = shapes
    _watch(week, tmp_path, 40)
    assert sum(row["url"].endswith("/story-0") for row in _rows(tmp_path)) == 2


def test_a_feed_is_asked_for_what_changed(week, tmp_path):
    """A feed that says that nothing changed still shows the pages it showed."""
    feed = b'<rss version="2.0"><channel><item><link>/story-0</link></item></channel></rss>'
    marked = answer(feed, etag='"v1"')
    week.server.paths["/feed"] = [marked, answer(b"", "304 Not Modified")]
    _watch(week, tmp_path, 8)
    assert len(_rows(tmp_path)) == 2  # the page was asked again, and had changed
    assert sum('"v1"' in head for head in week.server.heads) == 7


def test_old_visits_are_cleared_away(tmp_path):
    """Of thousands of visits to a page the last is enough."""
    with open_folder(tmp_path) as folder:
        for number in range(100):
            folder.visited(
                Visit(address="a", at=float(number), mark="m", calm=0, came="new", sha256=None)
            )
    for _ in range(2):
        with open_folder(tmp_path) as folder:
            assert folder.last("a").at == 99
    assert len((tmp_path / ".watch" / "visits.jsonl").read_bytes().splitlines()) == 1


def test_one_process_watches_at_a_time(week, tmp_path):
    """A second watch into the same folder is a wrong call."""
    with open_folder(tmp_path), pytest.raises(WrongCall, match="Another process"):
        _watch(week, tmp_path, 1)


def test_a_feed_that_fails_is_told_and_the_others_go_on(week, tmp_path, time):
    """One feed that is none does not keep another from being read."""
    told = []
    week.server.paths["/none"] = answer(b"just words")
    feeds = [week.server.url("/none"), week.server.url("/feed")]
    run = {"every": HOUR, "rounds": 2, "clock": time.clock()}
    assert not run_watch(feeds, tmp_path, HERE, told.append, **run)
    assert sum("neither RSS" in line for line in told) == 1
    assert len(_rows(tmp_path)) == 1
    with pytest.raises(NothingUsable):
        run_watch(feeds[:1], tmp_path, HERE, told.append, **run)


def test_a_stranger_s_feed_cannot_lead_to_a_host_that_is_allowed(
    week, tmp_path, fetcher, monkeypatch
):
    """A link to an allowed host counts only in the feed of such a host."""
    monkeypatch.setattr("rashomon.read.fetching.network.is_public", lambda address: True)
    inside = week.server.url("/story-1", "wiki.example")
    feed = f'<rss version="2.0"><channel><item><link>{inside}</link></item></channel></rss>'
    week.server.paths["/feed"] = answer(feed.encode())
    clock, hosts = week.time.clock(), ("wiki.example",)
    for host, found in (("news.example", 0), ("wiki.example", 1)):
        with open_folder(tmp_path) as folder:
            fetching = fetcher(folder.keep, hosts=hosts, resolver=lambda *_: ["127.0.0.1"])
            feeds = [week.server.url("/feed", host)]
            Rounds(feeds, folder, fetching, clock, lambda line: None).look()
        assert week.server.asked.count("/story-1") == found
