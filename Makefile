# Every command sets itself up: the environment is made anew when the lock or the project changes.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: setup test lint run demo screenshots package bench torture lock clean

setup: $(READY)

$(READY): packaging/requirements.lock pyproject.toml $(wildcard resources/i18n/fa/*.ts)
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Kooch needs Python 3.11 or newer: make PYTHON=/path/to/python3.11"; exit 2; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || \
	  { echo "Python's venv module is missing: on Debian, apt install python3-venv"; exit 2; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r packaging/requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/python -m ui.translations compile
	touch $(READY)

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: lint
	$(BIN)/python -m pytest

run: setup
	$(BIN)/kooch gui

demo: setup
	$(BIN)/kooch demo --dir demo

# A display of its own where there is none.
XVFB := $(if $(DISPLAY)$(WAYLAND_DISPLAY),,xvfb-run -a -s "-screen 0 1920x1080x24")

screenshots: setup
	$(XVFB) $(BIN)/python packaging/screenshots.py

# Freeze for the system that this runs on, try the result as a user would, compile the installer.
package: setup
	$(BIN)/python packaging/build.py
	$(XVFB) $(BIN)/python packaging/smoke.py dist/kooch
	$(BIN)/python packaging/windows/installer.py dist/kooch

bench: setup
	$(BIN)/python -m tests.bench
	$(BIN)/python -m tests.bench.stalls

torture: setup
	KOOCH_KILLS=200 KOOCH_CUTS=100 $(BIN)/python -m pytest tests/e2e/test_kill.py \
	  tests/e2e/test_fault_connection.py tests/e2e/test_fault_rivals.py \
	  tests/e2e/test_fault_every_call.py
	KOOCH_PLANTED=1000000 $(BIN)/python -m pytest tests/unit/stages/test_reconcile_planted.py
	KOOCH_CORRUPTIONS=1000 $(BIN)/python -m pytest tests/unit/targets/test_corruptions.py
	KOOCH_CLICKS=5000 $(BIN)/python -m pytest tests/ui/test_random_clicks.py

# Needs uv (any recent one): the lock holds versions and hashes, never an address.
lock:
	uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 \
	  --generate-hashes --no-header --no-annotate --no-emit-index-url \
	  -o packaging/requirements.lock

clean:
	rm -rf $(VENV) demo build dist resources/i18n/*.qm .mypy_cache .ruff_cache .hypothesis .import_linter_cache
