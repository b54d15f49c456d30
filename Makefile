# Each target works on a machine with nothing but Python 3.11 or newer: .venv is made when it is missing.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
READY := .venv/ready

.PHONY: booklet test check accept bench profile
.DEFAULT_GOAL := booklet

booklet: $(READY)  ## out/booklet.pdf from content/
	$(BIN)/booklet make $(OPTIONS)

test: $(READY)  ## all tests
	$(BIN)/pytest -n auto $(OPTIONS)

check: $(READY)  ## style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

accept: $(READY)  ## take what the program gives now as the expected results, and show what changed
	$(BIN)/pytest --accept $(OPTIONS)
	git --no-pager diff -- tests

bench: $(READY)  ## measurements, all of them, before a broken budget fails
	@failed=0; for file in bench/*.py; do echo "$$file"; $(BIN)/python "$$file" || failed=1; done; exit $$failed

profile: $(READY)  ## where the CPU time of a large booklet goes, by stage: make profile TALKS=300
	$(BIN)/python bench/against_typst.py --profile --rounds 1 --talks $(or $(TALKS),1000)

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[dev]"
	touch $(READY)
