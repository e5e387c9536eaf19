# Everything a newcomer needs: `make demo`, `make test`. The set-up is done on the way.
SHELL := /bin/bash
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: demo test check bench crash docs format setup clean

setup: $(STAMP)

$(STAMP): pyproject.toml constraints.txt scripts/setup.sh
	bash scripts/setup.sh $(VENV)
	touch $(STAMP)

demo: $(STAMP)
	$(BIN)/navette demo

test: $(STAMP)
	$(BIN)/python -m pytest -n 2

check: $(STAMP)
	$(BIN)/ruff format --check src tests bench
	$(BIN)/ruff check src tests bench
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(STAMP)
	$(BIN)/ruff format src tests bench
	$(BIN)/ruff check --fix src tests bench

docs: $(STAMP)
	$(BIN)/python -m navette.cli.reference

bench: $(STAMP)
	$(BIN)/python -m bench

crash: $(STAMP)
	$(BIN)/python -m pytest -n 2 tests/e2e/test_crash.py --kills 500

clean:
	rm -rf $(VENV) var
