import re
import shutil
import subprocess

import pytest
from sample import sample_account

from rashomon.tell.page import account_page

BROWSER = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)

pytestmark = pytest.mark.skipif(BROWSER is None, reason="no chromium on this machine")

QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)


@pytest.fixture
def browse(tmp_path):
    """Opens the sample's page at a fragment with one more option; gives what is printed."""
    page = tmp_path / "page.html"
    page.write_text(account_page(sample_account()), encoding="utf-8")

    def run(option, fragment=""):
        address = f"{page.as_uri()}{fragment}"
        profile = f"--user-data-dir={tmp_path / 'profile'}"
        command = [BROWSER, *QUIET, profile, "--window-size=1280,900", option, address]
        done = subprocess.run(command, capture_output=True, timeout=120, check=True)
        return done.stdout.decode("utf-8")

    return run


def test_a_browser_reads_the_page_as_it_was_meant(browse):
    """Marks and lists are where they were put: the browser mended nothing."""
    printed = browse("--dump-dom")
    assert re.search(r'<mark class="[^"]*" id="c1">the dam had given way at', printed)
    assert printed.count("<mark") == account_page(sample_account()).count("<mark")


def test_a_citation_lights_up_its_words(browse, tmp_path):
    """Opened at a citation, the page looks otherwise than at its head."""
    plain, lit = tmp_path / "plain.png", tmp_path / "lit.png"
    browse(f"--screenshot={plain}")
    browse(f"--screenshot={lit}", "#c1")
    assert plain.read_bytes() != lit.read_bytes()
    assert plain.stat().st_size > 40_000


def test_the_page_prints(browse, tmp_path):
    """On paper it is a few pages of A4."""
    paper = tmp_path / "page.pdf"
    browse(f"--print-to-pdf={paper}")
    assert paper.read_bytes().startswith(b"%PDF")
    assert (
        b"/MediaBox [0 0 595" in paper.read_bytes() or b"/MediaBox [0 0 594" in paper.read_bytes()
    )
