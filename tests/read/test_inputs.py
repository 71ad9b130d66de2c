"""Inputs become reports, and each thing that cannot be used is named."""

import io
import os
from pathlib import Path

import pytest

from rashomon.errors import WrongCall
from rashomon.read.inputs import read_paths

TEXT = "Two ferries collided off the northern pier on Sunday, and the harbour office shut the port."


def kinds(folder: Path) -> list[str]:
    """The kinds of the problems of a folder."""
    return [problem.kind for problem in read_paths([str(folder)])[1]]


@pytest.mark.parametrize(
    "text",
    [
        f"{TEXT}\r\n\r\nIt is open.\r\n",
        f"{TEXT}\rIt is open.",
        f"{TEXT}\fIt is open.\v",
        f"{TEXT} 😀👩‍🚒 closed.",
        f"{TEXT} Cafe\u0301 and Zu\u0308rich.",
        f"{TEXT} \u202b\u0627\u0644\u0645\u064a\u0646\u0627\u0621\u202c.",
        f"{TEXT}\x1b[1m bold\x1b[0m",
    ],
)
def test_text_is_kept_as_it_is(tmp_path: Path, text: str) -> None:
    """Line ends, emoji, combining and directional marks stay, and spans hold."""
    (tmp_path / "port.txt").write_bytes(text.encode())
    (report,), problems = read_paths([str(tmp_path)])
    assert (report.text, problems) == (text, [])
    for block in report.blocks:
        assert report.span(block.start, block.end).exact == text[block.start : block.end]


def test_a_text_file_tells_only_what_it_holds(tmp_path: Path) -> None:
    """The id is the name, the title the first heading; outlet and date stay unknown."""
    (tmp_path / "port.txt").write_text(f"Ferries collide off Port Elsa\n{TEXT}")
    (report,), _ = read_paths([str(tmp_path / "port.txt")])
    assert (report.id, report.path, report.media_type) == ("port", "port.txt", "text/plain")
    assert report.title == "Ferries collide off Port Elsa"
    assert (report.outlet, report.published, report.language) == (None, None, "en")


def test_a_text_that_begins_with_a_paragraph_has_no_title(tmp_path: Path) -> None:
    """No title is made from a sentence."""
    (tmp_path / "port.txt").write_text(TEXT)
    assert read_paths([str(tmp_path)])[0][0].title is None


def test_the_given_date_fills_in_where_there_is_none() -> None:
    """A report's own date goes before that of the call."""
    rows = io.BytesIO(b'{"text": "A.", "published": "2021-03"}\n{"text": "B."}')
    reports, _ = read_paths(["-"], published="2021-03-04", stdin=rows)
    assert [(report.published, report.published_precision) for report in reports] == [
        ("2021-03", "month"),
        ("2021-03-04", "day"),
    ]


def test_a_date_that_is_none_is_a_wrong_call() -> None:
    """The message says how to give a date."""
    with pytest.raises(WrongCall, match="YYYY-MM-DD"):
        read_paths([], published="tomorrow")


def test_a_second_report_of_one_id_is_left_out() -> None:
    """Nothing is overwritten."""
    rows = io.BytesIO(b'{"id": "a", "text": "A."}\n{"id": "a", "text": "B."}')
    reports, problems = read_paths(["-"], stdin=rows)
    assert [report.text for report in reports] == ["A."]
    assert [(problem.kind, problem.report) for problem in problems] == [("duplicate_id", "a")]


def test_the_problem_of_a_row_tells_the_file_and_the_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is told of a row, a reader finds it: file as named, line in the file."""
    (tmp_path / "a").mkdir()
    rows = ['{"id": "x", "text": "A."}', "", "{", '{"id": "x", "text": "B."}',
            '{"id": "y", "text": "Ja.", "language": "de"}', '{"text": "C.", "published": "soon"}',
            '{"text": "D.", "title": 5}']  # fmt: skip
    (tmp_path / "a/rows.jsonl").write_text("\n".join(rows))
    monkeypatch.chdir(tmp_path)
    problems = read_paths(["a/rows.jsonl"])[1]
    assert {problem.path for problem in problems} == {"a/rows.jsonl"}
    assert [(problem.kind, problem.detail[:8]) for problem in problems] == [
        ("broken_json", "Line 3: "),
        ("duplicate_id", "Line 4: "),
        ("not_english", "Line 5: "),
        ("bad_date", "Line 6: "),
        ("wrong_type", "Line 7: "),
    ]


def test_bad_files_are_named_and_the_others_read(tmp_path: Path) -> None:
    """Empty, binary, foreign and unknown files cost no other file."""
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_bytes(b"\x00\x01\x02")
    (tmp_path / "c.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "d.txt").mkdir()
    (tmp_path / "e.txt").write_text(TEXT)
    (tmp_path / "f.json").write_text("{")
    reports, problems = read_paths([str(tmp_path)])
    assert [report.id for report in reports] == ["e"]
    assert [(problem.path, problem.kind) for problem in problems] == [
        ("a.txt", "empty"),
        ("b.txt", "not_text"),
        ("c.pdf", "damaged"),
        ("f.json", "broken_json"),
    ]


@pytest.mark.parametrize("name", ["port.txt", "port.jsonl"])
def test_a_pipe_never_blocks(tmp_path: Path, name: str) -> None:
    """A named pipe is refused without opening it."""
    os.mkfifo(tmp_path / name)
    assert kinds(tmp_path) == ["not_a_file"]


def test_a_file_without_permission_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reason is the system's own."""
    (tmp_path / "port.txt").write_text(TEXT)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    (problem,) = read_paths([str(tmp_path)])[1]
    assert (problem.kind, problem.path) == ("unreadable", "port.txt")
    assert "Permission denied" in problem.detail


def test_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file or a line beyond the limit is named; the other lines are read."""
    for module in ("sources", "rows"):
        monkeypatch.setattr(f"rashomon.read.{module}.LARGEST", 100)
    (tmp_path / "a.txt").write_text(TEXT + TEXT)
    (tmp_path / "b.jsonl").write_text(f'{{"text": "{TEXT * 5}"}}\n{{"text": "It is open."}}\n')
    reports, problems = read_paths([str(tmp_path)])
    assert [report.text for report in reports] == ["It is open."]
    assert [problem.kind for problem in problems] == ["too_large", "too_large"]


def test_a_report_in_another_language_is_kept_and_told() -> None:
    """Only English is read well, and the reader is told."""
    text = (
        "Zwei Fähren stießen am Sonntag vor dem Hafen zusammen, sagte ein Sprecher der Stadt " * 2
    )
    rows = io.BytesIO(b'{"text": "%s"}\n{"text": "Ja.", "language": "de"}' % text.encode())
    reports, problems = read_paths(["-"], stdin=rows)
    assert [report.language for report in reports] == ["de", "de"]
    assert [problem.kind for problem in problems] == ["not_english", "not_english"]


def test_a_short_text_has_no_language() -> None:
    """Too few letters leave the language open, and that is no problem."""
    reports, problems = read_paths(["-"], stdin=io.BytesIO(b'{"text": "Rain in Bergen"}'))
    assert (reports[0].language, problems) == (None, [])
