"""The lock and its shadow for plain pip."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCK = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
PACKAGES = {package["name"]: package for package in LOCK["package"]}
REQUIREMENTS = (ROOT / "requirements.txt").read_text(encoding="utf-8")


def _hashes(package) -> set[str]:
    files = [*package.get("wheels", []), *([package["sdist"]] if "sdist" in package else [])]
    return {file["hash"] for file in files}


def test_every_package_comes_from_the_index():
    """The lock names no file, folder or address of one machine."""
    sources = [p["source"] for name, p in PACKAGES.items() if name != "rashomon"]
    assert {tuple(source.items()) for source in sources} == {
        (("registry", "https://pypi.org/simple"),)
    }


def test_requirements_agree_with_the_lock():
    """requirements.txt has each package of the lock, at its version, with its hashes."""
    listed = {}
    for entry in re.split(r"\n(?=\S)", REQUIREMENTS.strip()):
        name, version = re.match(r"([\w.-]+)==([\w.]+)", entry).groups()
        listed[name] = (version, set(re.findall(r"--hash=(\S+)", entry)))
    del (locked := dict(PACKAGES))["rashomon"]
    assert listed == {name: (p["version"], _hashes(p)) for name, p in locked.items()}


@pytest.mark.parametrize("name", sorted(PACKAGES.keys() - {"rashomon"}))
def test_every_package_has_wheels(name):
    """Nothing is compiled on a user's machine: a wheel for each Python, on Linux at least."""
    wheels = [wheel["url"].rpartition("/")[2] for wheel in PACKAGES[name].get("wheels", [])]
    usable = [w for w in wheels if "-any.whl" in w or ("linux" in w and "x86_64" in w)]
    for python in ("cp311", "cp312", "cp313"):
        assert any(re.search(rf"-(py3|py2\.py3|cp3\d+)-(none|abi3)-|-{python}-", w) for w in usable)
