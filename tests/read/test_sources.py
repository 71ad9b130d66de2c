"""PATHs name files, each with an id of its own."""

from pathlib import Path

import pytest

from rashomon.problem import Problem
from rashomon.read.document import Source
from rashomon.read.sources import sources_of


def write(folder: Path, *names: str) -> None:
    """Files of these names, each with a sentence in it."""
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("A ferry sank.")


def ids(*paths: Path | str) -> list[str]:
    """Ids of sources and kinds of problems, in order."""
    return [
        item.id if isinstance(item, Source) else item.kind
        for item in sources_of([str(path) for path in paths])
    ]


def test_a_folder_is_read_in_the_order_of_names(tmp_path: Path) -> None:
    """Sub-folders are read too, hidden files are not, and paths are relative."""
    write(tmp_path, "b.txt", "a/d.txt", "a/c.txt", ".hidden.txt", ".git/e.txt")
    shown = [item.shown for item in sources_of([str(tmp_path)]) if isinstance(item, Source)]
    assert shown == ["a/c.txt", "a/d.txt", "b.txt"]


def test_alike_names_are_told_apart_by_their_folder(tmp_path: Path) -> None:
    """All files of one name take the folder's, in whatever order they are named."""
    write(tmp_path, "x/port.txt", "y/port.txt", "y/pier.txt")
    files = [tmp_path / "x/port.txt", tmp_path / "y/port.txt", tmp_path / "y/pier.txt"]
    assert ids(*files) == ["x/port", "y/port", "pier"]
    assert ids(*reversed(files)) == ["pier", "y/port", "x/port"]


def test_alike_names_in_one_folder_keep_their_ending(tmp_path: Path) -> None:
    """Two kinds of one name are told apart by the ending."""
    write(tmp_path, "x/port.txt", "x/port.html")
    assert ids(tmp_path) == ["x/port.html", "x/port.txt"]


def test_thousands_of_alike_names_are_told_apart() -> None:
    """As a mirror of a site has them; the work grows with their number and not with its square."""
    pages = [f"https://a.example/{number}/index" for number in range(5_000)]
    assert ids(*pages) == [f"{number}/index" for number in range(5_000)]


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    """A folder is read once, however often it is linked."""
    write(tmp_path, "a/port.txt")
    (tmp_path / "a/loop").symlink_to(tmp_path, target_is_directory=True)
    assert ids(tmp_path) == ["port"]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    """The second mention is told."""
    write(tmp_path, "port.txt")
    assert ids(tmp_path / "port.txt", tmp_path) == ["port", "duplicate_id"]


def test_a_list_names_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Names stand as in the call or beside the list; a list in it is a problem."""
    write(tmp_path, "lists/pier.txt", "port.txt")
    (tmp_path / "lists/links.txt").write_text("port.txt\n\npier.txt\n@x\nhttps://a.example/b\n")
    monkeypatch.chdir(tmp_path)
    assert ids("@lists/links.txt") == ["port", "pier", "list_in_list", "b"]


@pytest.mark.parametrize("path", ["gone.txt", "@gone.txt", "a\0b", "@a\0b", "x" * 5000])
def test_what_is_not_there_is_a_problem(path: str, tmp_path: Path) -> None:
    """A path that leads nowhere never raises."""
    (problem,) = sources_of([path])
    assert isinstance(problem, Problem)
    assert problem.kind in ("not_found", "unreadable")


def test_paths_of_reports_are_never_absolute(tmp_path: Path) -> None:
    """A file shows its name alone, however it was named."""
    write(tmp_path, "port.txt")
    (source,) = sources_of([str(tmp_path / "port.txt")])
    assert isinstance(source, Source)
    assert source.shown == "port.txt"


@pytest.mark.parametrize(
    ("path", "named", "kind"),
    [
        ("a/gone.txt", "a/gone.txt", "not_found"),
        ("a/port.txt/gone", "a/port.txt/gone", "not_found"),
        ("@a/gone.txt", "@a/gone.txt", "not_found"),
        ("@a/links.txt", "pier.txt", "not_found"),
        ("./a/none", "./a/none", "empty"),
        ("a/" + "x" * 300, "a/" + "x" * 300, "unreadable"),
    ],
)
def test_a_problem_names_the_path_as_it_was_given(
    path: str, named: str, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No folder above it, and no number or address of the system, is let out."""
    write(tmp_path, "a/port.txt")
    (tmp_path / "a/links.txt").write_text("pier.txt\n")
    (tmp_path / "a/none").mkdir()
    monkeypatch.chdir(tmp_path)
    (problem,) = sources_of([path])
    assert isinstance(problem, Problem)
    assert (problem.path, problem.kind) == (named, kind)
    assert "Errno" not in problem.detail
    assert str(tmp_path) not in problem.detail


def test_what_is_not_there_is_said_plainly(tmp_path: Path) -> None:
    """A path that was given absolute stays so, and is not said again in the reason."""
    (problem,) = sources_of([str(tmp_path / "gone.txt")])
    assert isinstance(problem, Problem)
    assert problem.path == str(tmp_path / "gone.txt")
    assert problem.detail == "There is no such file or folder."


def test_a_list_has_comments_and_blank_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A line that cannot be used is told with its number."""
    write(tmp_path, "port.txt")
    (tmp_path / "links.txt").write_text("# the port\n\n  port.txt\n@more\ngone.txt\n")
    monkeypatch.chdir(tmp_path)
    source, *problems = sources_of(["@links.txt"])
    assert source.id == "port" if isinstance(source, Source) else False
    assert [item.kind for item in problems if isinstance(item, Problem)] == [
        "list_in_list",
        "not_found",
    ]
    details = [item.detail for item in problems if isinstance(item, Problem)]
    assert [detail.split(" of ")[0].split(":")[0] for detail in details] == ["Line 4", "Line 5"]


def test_a_path_of_a_list_has_a_comment_behind_it(tmp_path: Path) -> None:
    """It is passed over, unless a file is called so; a fragment of an address is none."""
    write(tmp_path, "port.txt", "pier # 1.txt")
    lines = ["port.txt  # the port", "pier # 1.txt", "https://a.example/b#c # a page"]
    (tmp_path / "links.txt").write_text("\n".join(lines))
    assert ids(f"@{tmp_path / 'links.txt'}") == ["port", "pier # 1", "b"]


def test_a_list_of_nothing_is_a_problem(tmp_path: Path) -> None:
    """Comments alone name nothing."""
    (tmp_path / "links.txt").write_text("# nothing yet\n")
    assert ids(f"@{tmp_path / 'links.txt'}") == ["empty"]


@pytest.mark.parametrize("mark", ["_files", "-Dateien", "_fichiers"])
def test_what_a_browser_saves_beside_a_page_is_part_of_it(mark: str, tmp_path: Path) -> None:
    """Frames and scripts in its folder are no reports; another folder is read."""
    write(tmp_path, "port.html", f"port{mark}/frame.html", "pier_files/a.txt")
    assert ids(tmp_path) == ["a", "port"]


def test_addresses_have_ids_of_their_own() -> None:
    """The last part of the path names it, with the host where two are alike."""
    assert ids("https://a.example/n/port.html", "https://b.example/n/port") == [
        "a.example/n/port",
        "b.example/n/port",
    ]
    assert ids("https://a.example/", "https://a.example/q?id=1") == ["a.example", "q?id=1"]
