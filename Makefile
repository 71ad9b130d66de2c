# `make demo` shows what rashomon does, `make test` checks it; both first make what they need in .venv.
# Needed beforehand: Python 3.11, 3.12 or 3.13, make, and a way to the Python package index.

PYTHON ?= $(firstword $(foreach name,python3.11 python3.12 python3.13 python3,$(shell command -v $(name))))
EVENT ?= $(firstword $(sort $(wildcard examples/*/reports)))
BIN := .venv/bin
UV = $(firstword $(shell command -v uv) .venv/uv/bin/uv)

.PHONY: demo test lint docs bench peers peers-lock lock clean

demo: .venv/ready
	$(BIN)/rashomon prepare
	$(BIN)/rashomon account $(EVENT)

test: lint
	$(BIN)/rashomon prepare
	$(BIN)/pytest -n auto --dist loadfile

lint: .venv/ready
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

# The pages that are made from the code, the lock, what the program prints and what was measured.
docs: .venv/ready
	$(BIN)/python tools/json_page.py
	$(BIN)/python tools/licences.py
	$(BIN)/python tools/readme_page.py
	$(BIN)/python -m bench page

# Measure all sets whose data are there, or those of NAMES="times lgl"; beside the peers with --peers.
bench: .venv/ready
	$(BIN)/python -m bench $(NAMES)

# What is measured beside us, in an environment of its own: not all of it runs on a later Python.
# The project's settings for uv do not hold there: some of its parts come as source alone.
peers: .venv/ready
	$(UV) venv --no-config --allow-existing --quiet --python 3.11 bench/peers/.venv
	$(UV) pip sync --no-config --require-hashes --python bench/peers/.venv bench/peers/requirements.txt

peers-lock: .venv/ready
	$(UV) pip compile --no-config --quiet --upgrade --python-version 3.11 --generate-hashes --no-annotate --no-header \
		bench/peers/requirements.in --output-file bench/peers/requirements.txt

# Choose the versions anew: the lock, and the same versions with their hashes for plain pip.
lock: .venv/ready
	$(UV) lock --upgrade
	$(UV) export --quiet --frozen --no-emit-project --no-annotate --no-header --output-file requirements.txt

clean:
	rm -rf .venv dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

.venv/ready: pyproject.toml uv.lock requirements.txt tools/environment.sh
	sh tools/environment.sh "$(PYTHON)"
	touch $@
