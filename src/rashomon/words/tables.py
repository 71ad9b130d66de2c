"""Word tables: the package's rules as data, each read once and checked against a type."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import TypeVar

import msgspec

T = TypeVar("T")


@cache
def _raw(name: str) -> bytes:
    return files("rashomon.data").joinpath(f"{name}.toml").read_bytes()


@cache
def _checked(name: str, kind: type[object]) -> object:
    return msgspec.convert(tomllib.loads(_raw(name).decode("utf-8")), kind)


def table(name: str, kind: type[T]) -> T:
    """The table `data/NAME.toml` as `kind`, a dataclass that says what it holds.

    Raises msgspec.ValidationError where the file and the type disagree: a mistake of ours,
    found by the tests, never of a user.
    """
    loaded = _checked(name, kind)  # type: ignore[arg-type]  # a class is hashable; mypy doubts it
    assert isinstance(loaded, kind)
    return loaded
