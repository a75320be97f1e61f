# Every target sets up what it needs in .venv by itself, once; `make help` lists them.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run demo-reset test lint audit format types contracts suite access bench accuracy requirements clean

BIN := .venv/bin
HOST ?= 127.0.0.1
PORT ?= 8000
# Which tests or figures to run: make suite TESTS=tests/cli, make bench ONLY=name
TESTS ?=
ONLY ?=

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: .venv/run.stamp ## start the site on http://127.0.0.1:8000 (HOST, PORT), at first as a demo
	@$(BIN)/yangguang serve --demo --host $(HOST) --port $(PORT)

demo-reset: .venv/run.stamp ## build the demonstration anew, for today (YES=--yes: do not ask)
	@$(BIN)/yangguang demo reset $(YES)

test: lint types contracts suite ## prove everything: lint, types, import contracts, suite

AUDITOR := $(BIN)/uvx --from pip-audit==2.10.1 pip-audit
lint: .venv/dev.stamp ## check style and formatting, and look every pin up among the known holes
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/python scripts/audit.py $(AUDITOR)

# `lint` goes on where nobody answers, loudly; this proves it or fails.
audit: .venv/dev.stamp ## look every pin up among the known holes, and fail where nobody answers
	AUDIT=required $(BIN)/python scripts/audit.py $(AUDITOR)

format: .venv/dev.stamp ## format and mend what can be mended by machine
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: .venv/dev.stamp ## check types, strictly in law/ and annual_report/
	$(BIN)/mypy

contracts: .venv/dev.stamp ## check that imports run downwards only
	$(BIN)/lint-imports

suite: .venv/dev.stamp ## run the tests, in the browser and on PostgreSQL too (TESTS=path)
	@scripts/install-browser
	@scripts/install-postgresql
	$(BIN)/pytest -n auto --dist worksteal --durations 20 $(TESTS)
	$(if $(TESTS),,scripts/suite-on-postgresql)

access: .venv/dev.stamp ## write docs/access.md anew, by opening every page as everyone
	WRITE_ACCESS_TABLE=1 $(BIN)/pytest -q -n 0 tests/workspace/test_access_is_as_the_table_says.py

bench: .venv/dev.stamp ## measure, and write bench/results.json (ONLY=name)
	$(BIN)/python -m bench $(ONLY)

accuracy: .venv/dev.stamp ## measure the reader and write docs/accuracy.md
	$(BIN)/python -m bench.accuracy

# Pins with hashes and without any registry's address (docs/decisions/0002).
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --no-emit-index-url --no-emit-find-links
EXTRAS := --extra server --extra postgresql --extra pdf --extra corpus
requirements: .venv/dev.stamp ## compile requirements/*.txt anew (UPGRADE=--upgrade)
	$(COMPILE) $(UPGRADE) pyproject.toml requirements/build.in $(EXTRAS) \
		--output-file requirements/run.txt
	$(COMPILE) $(UPGRADE) pyproject.toml requirements/build.in $(EXTRAS) --extra dev \
		--constraint requirements/run.txt --output-file requirements/dev.txt

clean: ## remove what the other targets made, .venv included
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis \
		.import_linter_cache src/*.egg-info bench/results.json
	find src tests bench -name __pycache__ -type d -prune -exec rm -rf {} +

# dev.txt holds all that run.txt holds, so a developer's .venv runs the site as well.
.venv/run.stamp: requirements/run.txt pyproject.toml
	@test .venv/dev.stamp -nt requirements/run.txt -a .venv/dev.stamp -nt pyproject.toml \
		|| scripts/set-up-venv requirements/run.txt
	@touch $@

.venv/dev.stamp: requirements/dev.txt pyproject.toml
	@scripts/set-up-venv requirements/dev.txt
	@touch $@
