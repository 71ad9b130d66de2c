"""The public face: few names, and a start that is light."""

import subprocess
import sys

import rashomon

PUBLIC = {
    "__version__",
    "Account",
    "RashomonError",
    "Report",
    "Settings",
    "find_notes",
    "group_stories",
    "make_account",
    "read_reports",
}
HEAVY = {"jinja2", "lxml", "numpy", "onnxruntime", "spacy", "tokenizers", "trafilatura"}


def test_the_public_names_are_few_and_known():
    """`rashomon` offers these names and no others."""
    assert set(rashomon.__all__) == PUBLIC


def test_each_public_name_is_there():
    """What `__all__` promises can be had."""
    assert [name for name in rashomon.__all__ if getattr(rashomon, name, None) is None] == []


def _started(*arguments: str) -> set[str]:
    """The top-level modules that Python imports for a command."""
    command = [sys.executable, "-X", "importtime", "-m", "rashomon", *arguments]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    lines = [line for line in run.stderr.splitlines() if line.startswith("import time:")]
    return {line.rpartition("|")[2].strip().partition(".")[0] for line in lines}


def test_help_is_light():
    """`rashomon --help` starts none of the heavy libraries."""
    modules = _started("--help")
    assert "typer" in modules
    assert modules.isdisjoint(HEAVY)


def test_importing_the_package_is_light():
    """`import rashomon` starts none of the heavy libraries: names load when asked for."""
    code = "import sys, rashomon; print(*{name.partition('.')[0] for name in sys.modules})"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert HEAVY.isdisjoint(run.stdout.split())


def test_checking_starts_no_model():
    """`rashomon check` reads what was found before: nothing is parsed, nothing fetched."""
    code = "import sys, rashomon.run.checks; print(*{n.partition('.')[0] for n in sys.modules})"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert {"spacy", "numpy", "onnxruntime", "httpx", "docx"}.isdisjoint(run.stdout.split())


def test_reading_a_file_starts_no_network(tmp_path):
    """What asks servers is loaded with the first address: a plain file needs none of it."""
    file = tmp_path / "a.txt"
    file.write_text("Two ferries collided off the northern pier on Sunday.")
    code = (
        "import sys, rashomon.read.inputs as i; assert i.read_paths(sys.argv[1:])[0]; "
        "print(*{n.partition('.')[0] for n in sys.modules})"
    )
    command = [sys.executable, "-c", code, str(file)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    assert {"httpx", "httpcore", "ssl", "certifi"}.isdisjoint(run.stdout.split())
