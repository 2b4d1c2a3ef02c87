# Two commands do everything: `make ask Q="..."` and `make test`. Each sets up what it needs, once.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
Q ?= who chaired the 2021 conference
PORT ?= 8765

.PHONY: setup ask index demo picture test lint types gate check clean

setup: $(READY)

# Installed anew only when the versions change.
$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; name it with: make PYTHON=python3.12 ..." >&2; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing into $(VENV) (once, a minute or two) ..." >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[dev]" >&2
	@touch $(READY)

index: $(READY)
	@$(BIN)/hoidap index

ask: $(READY)
	@$(BIN)/hoidap index --quiet
	@$(BIN)/hoidap ask "$$QUESTION" || test $$? -eq 1  # 1 is an honest refusal, not a fault
ask: export QUESTION := $(Q)

# The bot in a browser, without a token: prints the address, Ctrl-C ends it. PORT=0 takes any free port.
demo: $(READY)
	@$(BIN)/python -m tests.support.demo --port "$$DEMO_PORT"
demo: export DEMO_PORT := $(PORT)

# The screenshot in the README, made anew from a demonstration in headless Chromium.
picture: $(READY)
	@$(BIN)/python -m tests.support.demo.picture docs/demo.png

test: $(READY)
	@$(BIN)/python -m pytest

lint: $(READY)
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .

types: $(READY)
	@$(BIN)/mypy

# The quality of the answers on seeds/ must not fall under the pinned floors.
gate: $(READY)
	@$(BIN)/python -m benchmarks.gate

check: lint types gate test

clean:
	rm -rf $(VENV) data .mypy_cache .ruff_cache .pytest_cache .hypothesis *.egg-info
