"""Writes src/rashomon/data/coasts/land.txt from the package world-atlas (npm) of version 2.0.2.

    npm pack world-atlas@2.0.2 && python tools/coasts.py world-atlas-2.0.2.tgz

The package holds the land of Natural Earth 1:110m as TopoJSON (a public format of quantised arcs,
https://github.com/topojson/topojson-specification). One ring a line: longitude and latitude of its
first point and then the steps to the next, all in hundredths of a degree, of land and of lakes
that are cut out of it alike.
"""

import hashlib
import json
import sys
import tarfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parents[1] / "src" / "rashomon" / "data" / "coasts" / "land.txt"
#: SHA-256 of land-110m.json in the package.
SOURCE = "ead5f68119c49a9250902e7da303bcb209341bbb8fefe7369a439b48b704658a"

#: Half the way round the earth, in hundredths of a degree.
_HALF = 18000

#: A point as it is kept: longitude and latitude in hundredths of a degree.
Point = tuple[int, int]


def rings(topology: dict[str, Any]) -> Iterator[list[Point]]:
    """Every ring of the land, holes among them."""
    arcs = [list(_points(arc, topology["transform"])) for arc in topology["arcs"]]
    for shape in topology["objects"]["land"]["geometries"]:
        for polygon in shape["arcs"]:
            for ring in polygon:
                parts = [arcs[at] if at >= 0 else arcs[~at][::-1] for at in ring]
                yield _thinned(_closed([point for part in parts for point in part]))


def _points(arc: list[list[int]], transform: dict[str, list[float]]) -> Iterator[Point]:
    """An arc's points: its steps added up, and put back on the scale of degrees."""
    x = y = 0
    (wide, tall), (west, south) = transform["scale"], transform["translate"]
    for dx, dy in arc:
        x, y = x + dx, y + dy
        yield round((x * wide + west) * 100), round((y * tall + south) * 100)


def _closed(ring: list[Point]) -> list[Point]:
    """The ring without leaps at the date line; one that runs round the earth encloses its pole."""
    run = ring[:1]
    for x, y in ring[1:]:
        step = (x - run[-1][0] + _HALF) % (2 * _HALF) - _HALF
        run.append((run[-1][0] + step, y))
    if run[-1][0] != run[0][0]:
        pole = 9000 if run[0][1] > 0 else -9000
        run += [(run[-1][0], pole), (run[0][0], pole)]
    return run


def _thinned(ring: list[Point]) -> list[Point]:
    """The ring without points that stand twice, and without its first point as its last."""
    kept = [point for at, point in enumerate(ring) if at == 0 or point != ring[at - 1]]
    return kept[:-1] if kept[0] == kept[-1] else kept


def line(ring: list[Point]) -> str:
    """A ring as its first point and the steps from there."""
    steps = [ring[0], *((x - a, y - b) for (a, b), (x, y) in pairwise(ring))]
    return " ".join(f"{x} {y}" for x, y in steps)


def main(package: str) -> None:
    """Reads the package, makes sure that it is the one, and writes the file."""
    with tarfile.open(package) as archive:
        found = archive.extractfile("package/land-110m.json")
        data = found.read() if found is not None else b""
    if hashlib.sha256(data).hexdigest() != SOURCE:
        sys.exit(f"{package} does not hold the land-110m.json that was read for this file")
    text = "".join(f"{line(ring)}\n" for ring in rings(json.loads(data)))
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(text, encoding="ascii")
    print(f"{TARGET.name}: {len(text)} bytes, {hashlib.sha256(text.encode()).hexdigest()}")


if __name__ == "__main__":
    main(*sys.argv[1:])
