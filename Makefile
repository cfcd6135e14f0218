# `make help` lists the commands. Each one sets up what it needs: Python 3.11 and make are enough.
.DEFAULT_GOAL := help
PYTHON ?= $(shell command -v python3.11 || command -v python3 || echo python3.11)
VENV := .venv
BIN := $(VENV)/bin

.PHONY: help
help:  ## List the commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-8s  %s\n", $$1, $$2}'

# The lock files carry hashes: what was tested is what gets installed, down to what builds need.
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
BUILT := --use-pep517 --no-build-isolation
$(VENV)/run.stamp: requirements-build.lock requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "qa_bot needs Python 3.11 or newer; this is " + sys.version.split()[0])'
	@echo "Setting up in $(VENV): once, about a minute." >&2
	@$(PYTHON) -m venv $(VENV)
	@$(INSTALL) --require-hashes -r requirements-build.lock
	@$(INSTALL) --require-hashes $(BUILT) -r requirements.lock
	@$(INSTALL) --no-deps $(BUILT) --editable .
	@touch $@

$(VENV)/dev.stamp: requirements-dev.lock $(VENV)/run.stamp
	@echo "Setting up tests and checks in $(VENV): once, about a minute." >&2
	@$(INSTALL) --require-hashes $(BUILT) -r requirements-dev.lock
	@touch $@

.PHONY: run
run: $(VENV)/run.stamp  ## Start the Telegram bot; without a token, the chat in the terminal
	@$(BIN)/qa-bot run

.PHONY: test
test: $(VENV)/dev.stamp  ## Run all tests, offline
	@$(BIN)/pytest

.PHONY: check
check: $(VENV)/dev.stamp  ## Look for faults without running: ruff, mypy
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy

.PHONY: format
format: $(VENV)/dev.stamp  ## Lay the code out
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

.PHONY: index
index: $(VENV)/run.stamp  ## Build the index from corpus/
	@$(BIN)/qa-bot index

# As an environment variable: no quote, dollar or backtick in a question is read by the shell.
ask: export QUESTION = $(value Q)
Q ?= متى كانت معركة أجنادين؟
.PHONY: ask
ask: $(VENV)/run.stamp  ## Ask a question: make ask Q="متى كانت معركة اليرموك؟"
	@$(BIN)/qa-bot ask -- "$$QUESTION"

.PHONY: docs
docs: $(VENV)/dev.stamp  ## Write the pages that are made from the code
	@$(BIN)/qa-bot reference

.PHONY: bench
bench: $(VENV)/run.stamp  ## Measure how long answers take, over other texts with CORPUS=folder
	@$(BIN)/qa-bot bench $(if $(CORPUS),--corpus "$(CORPUS)")

MEASURE ?= dialogues
.PHONY: evaluate
evaluate: $(VENV)/dev.stamp  ## Measure how often answers are right: make evaluate MEASURE="sets folder ..."
	@$(BIN)/qa-bot evaluate $(MEASURE)

.PHONY: pictures
pictures: $(VENV)/dev.stamp  ## Draw the pictures of Telegram in docs/ anew (needs Chromium)
	@$(BIN)/python tests/pictures.py

KILLS ?= 200
.PHONY: chaos
chaos: $(VENV)/dev.stamp  ## Kill the bot again and again and count what is lost: make chaos KILLS=20
	@$(BIN)/python tests/chaos.py --kills $(KILLS)

LOCK = uv pip compile -q -U --generate-hashes --no-emit-index-url --python-version 3.11 --no-header
.PHONY: lock
lock: $(VENV)/dev.stamp  ## Renew the lock files (needs uv)
	$(LOCK) --group pyproject.toml:build -o requirements-build.lock
	$(LOCK) pyproject.toml -o requirements.lock
	$(LOCK) pyproject.toml --group dev -o requirements-dev.lock
