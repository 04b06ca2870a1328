# luocdo: `make demo` shows what it does, `make test` proves it. Each sets up what it needs, in .venv.

VENV := .venv
BIN := $(VENV)/bin
# The first of these that is 3.11 or newer; or `make demo PYTHON=/path/to/python`.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $$p && break; done)
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input
# What a set-up depends on: a change here sets up again.
RECIPE := pyproject.toml constraints.txt
RUN := $(VENV)/.ready-to-run
DEV := $(VENV)/.ready-to-test

export PYTHONUTF8 = 1

.PHONY: help setup demo test lint check format notebook bench screenshots constraints clean distclean
.DELETE_ON_ERROR:

help:
	@echo 'make demo         the graph of the report in data/: graph.db, graph.html, graph.ttl'
	@echo 'make test         all checks and tests (installs Chromium and OCR from Debian where it may)'
	@echo 'make setup        the virtual environment .venv with all that developers need'
	@echo 'make lint         ruff and mypy'
	@echo 'make format       let ruff repair and format'
	@echo 'make notebook     run notebooks/tour.ipynb anew, with its outputs'
	@echo 'make bench        the figures that README states'
	@echo 'make screenshots  the pictures in docs/screenshots'
	@echo 'make constraints  constraints.txt anew, from what pip chooses today'
	@echo 'make clean        remove what make demo and the tools wrote; distclean: .venv too'

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo 'luocdo needs Python 3.11 or newer (make … PYTHON=/path/to/python)' >&2; exit 1; }
	@echo 'Setting up $(VENV) …'
	@# Debian splits venv from Python: where it is missing, pip (22.3 or newer) can fill an empty environment.
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 \
		|| { rm -rf $(VENV); $(PYTHON) -m venv --without-pip $(VENV) \
			&& $(PYTHON) -m pip --python $(BIN)/python install -qq pip; } \
		|| { rm -rf $(VENV); echo 'Could not set up $(VENV). On Debian: apt-get install python3-venv' >&2; exit 1; }

$(RUN): $(BIN)/python $(RECIPE)
	@echo 'Installing luocdo and its libraries …'
	@$(PIP) install -qq -c constraints.txt -e '.[formats]'
	@touch $@

$(DEV): $(RUN)
	@echo 'Installing what the tests need …'
	@$(PIP) install -qq -c constraints.txt -e '.[dev]'
	@touch $@

setup: $(DEV)

demo: $(RUN)
	@printf '\n%s\n\n' 'Reading data/ and building graph.db …'
	@$(BIN)/luocdo build data -o graph.db
	@printf '\n%s\n\n' 'Which plans implement Nghị quyết 18-NQ/TW?'
	@$(BIN)/luocdo query implements 18-NQ/TW --type 'Kế hoạch' -g graph.db
	@printf '\n%s\n\n' 'Writing the page and the linked data …'
	@$(BIN)/luocdo view -g graph.db -o graph.html
	@$(BIN)/luocdo export -g graph.db -f turtle -o graph.ttl
	@printf '\n%s\n%s\n' 'Done: graph.html opens in a browser, graph.ttl is the same as linked data.' 'Ask more:'
	@printf '  $(BIN)/luocdo %s\n' 'show 23-NQ/TW' 'query replaces' 'check' '--help'

test: $(DEV)
	@.ci/system-packages
	@status=0; \
	$(MAKE) --no-print-directory check || status=1; \
	$(BIN)/python -m pytest -n 2 --dist loadfile || status=1; \
	exit $$status

lint: $(DEV)
	@$(MAKE) --no-print-directory check

check:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(DEV)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

notebook: $(DEV)
	$(BIN)/python notebooks/execute.py notebooks/tour.ipynb

bench: $(DEV)
	$(BIN)/python benchmarks/extract.py --peers
	$(BIN)/python benchmarks/scores.py
	$(BIN)/python benchmarks/startup.py
	$(BIN)/python benchmarks/rdf.py
	$(BIN)/python benchmarks/formats.py

screenshots: $(DEV)
	$(BIN)/python benchmarks/explorer_screenshots.py
	$(BIN)/python benchmarks/serve_screenshots.py

constraints:
	@rm -rf build/constraints && $(PYTHON) -m venv build/constraints
	@build/constraints/bin/python -m pip install -qq -e '.[dev]'
	@{ sed -n '/^#/p' constraints.txt; build/constraints/bin/python -m pip --disable-pip-version-check freeze --exclude-editable; } \
		> build/constraints.txt && mv build/constraints.txt constraints.txt
	@rm -rf build/constraints

clean:
	rm -rf graph.db graph.db-wal graph.db-shm graph.html graph.ttl out build dist *.egg-info \
		.pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -path ./$(VENV) -prune -o -name __pycache__ -type d -exec rm -rf {} +

distclean: clean
	rm -rf $(VENV)
