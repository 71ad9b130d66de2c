"""Peers: existing tools that are asked the same things, in an environment of their own.

`bench/peers/peers.toml` lists them. A peer is a script beside that file which reads JSON Lines of
requests on standard input and prints a line of answer for each, in the form that the set's
`product` gives. `make peers` installs them from `bench/peers/requirements.txt` into
`bench/peers/.venv`; nothing of them is a part of the product. A library that the product itself is
built on (`built_on`) is asked where the product runs, so that both use the same version of it.
"""

import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.ruler import Absent, Json

HOME = Path(__file__).parent / "peers"
_PYTHON = HOME / ".venv" / "bin" / "python"


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """A tool that answers what a set asks: `script` and its `options`, `package` as installed.

    A plain rule and answers that others have published have no package.
    """

    name: str
    set: str
    script: str
    package: str = ""
    options: tuple[str, ...] = ()
    built_on: bool = False

    def version(self) -> str:
        """Name and version of the installed package. Raises Absent where it is not installed."""
        if not self.package:
            return "no package"
        code = f"from importlib.metadata import version; print(version({self.package!r}))"
        return f"{self.package} {self._run(['-c', code], b'').decode().strip()}"

    def answers(self, requests: Sequence[Json]) -> Iterator[Json]:
        """One answer a request. Raises Absent where the peer is not installed or fails."""
        lines = "".join(json.dumps(each) + "\n" for each in requests)
        printed = self._run([str(HOME / self.script), *self.options], lines.encode())
        for line in printed.decode().splitlines():
            yield json.loads(line)

    def _run(self, arguments: list[str], given: bytes) -> bytes:
        python = Path(sys.executable) if self.built_on else _PYTHON
        if not python.exists():
            raise Absent("the peers are not installed: make peers")
        done = subprocess.run(
            [str(python), *arguments], input=given, capture_output=True, check=False
        )
        if done.returncode:
            raise Absent(f"{self.name}: {done.stderr.decode()[-400:]}")
        return done.stdout


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A figure that somebody else measured: `value` of `figure` in `set`, and where it stands.

    `data` says on what it was measured, since it is seldom our part of the data.
    """

    set: str
    figure: str
    name: str
    value: float
    data: str
    source: str


def peers(name: str) -> list[Peer]:
    """The peers of a set."""
    listed = _table()["peer"]
    return [
        Peer(**{**each, "options": tuple(each.get("options", ()))})
        for each in listed
        if each["set"] == name
    ]


def published(name: str) -> list[Published]:
    """What others have published on a set."""
    return [Published(**each) for each in _table()["published"] if each["set"] == name]


def _table() -> Json:
    return tomllib.loads((HOME / "peers.toml").read_text(encoding="utf-8"))
