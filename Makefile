# Everything starts here: `make run` for people who ask, `make test` for people who change the code.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN    := .venv/bin
LOCKED := pyproject.toml constraints.txt
PIP     = $(BIN)/python -m pip --quiet --disable-pip-version-check install --no-compile --constraint constraints.txt

.PHONY: run test eval install lint format lock clean

run: .venv/.runtime  ## install once, read the guides where they have changed, serve the page
	@$(BIN)/advisor serve

test: install  ## install once, then every check and every test, Chromium's included
	@.ci/chromium
	@$(MAKE) --no-print-directory lint
	$(BIN)/python -m pytest -q

eval: .venv/.runtime  ## ask the golden questions on corpus/ in a home of their own; OPTIONS=--failures says what is wrong
	@home=$$(mktemp -d) && trap 'rm -rf "$$home"' EXIT && \
	$(BIN)/advisor ingest corpus --home "$$home" >&2 && \
	$(BIN)/advisor eval tests/evals/golden.jsonl --home "$$home" $(OPTIONS)

install: .venv/.development  ## everything that running and testing need, in .venv

lint:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format:
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock:  ## renew constraints.txt from what pyproject.toml asks for
	.ci/lock $(PYTHON)

clean:  ## the environment and the caches; what people asked and what was ingested (var/) stays
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist *.egg-info
	find advisor ingest ui tests -name __pycache__ -type d -exec rm -rf {} +

# A stamp is younger than the files it depends on exactly when the environment is up to date.

.venv/.runtime: $(LOCKED)
	@$(NEW_ENVIRONMENT)
	@$(PIP) --editable .
	@touch $@

.venv/.development: $(LOCKED)
	@$(NEW_ENVIRONMENT)
	@$(PIP) --editable '.[dev]'
	@touch .venv/.runtime $@

define NEW_ENVIRONMENT
$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' \
	|| { echo "Python 3.11 is needed; name it: make PYTHON=/path/to/python3.11" >&2; exit 1; }; \
echo "Installing into .venv (some minutes, once) ..."; \
$(PYTHON) -m venv .venv
endef
