# The archive from an empty folder: `make run`. Every target says what it does.
# All paths are relative, so that the folder may have any name.

PYTHON := # the first that is new enough, unless named: make run PYTHON=python3.13
PYTHONS := python3 python3.14 python3.13 python3.12 python3.11

VENV := .venv/bin/python
# No when Python was upgraded or removed: it took the packages along.
IS_SOUND := $(shell $(VENV) -c 'import pip' 2>/dev/null && echo yes)

TEMPLATES := find templates articles -name '*.html' -exec .venv/bin/djade
COMPILE := uv pip compile --quiet --upgrade --universal --generate-hashes --no-header \
	--python-version 3.11

# What `check --deploy` is about; the key keeps nothing secret.
PRODUCTION := env DATABASE_URL=postgres://localhost/newsarchive HSTS_PRELOAD=yes \
	SITE_URL=https://archive.example.org \
	SECRET_KEY=only-for-the-checks-of-this-file-where-it-keeps-nothing-secret

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help
help: ## list what can be made
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1	\2/p' Makefile | expand -t 20

# --- The archive -----------------------------------------------------------------------
.PHONY: run password empty
run: .venv/base.stamp ## start the archive (HOST=127.0.0.1 PORT=8000 SAMPLE=yes)
	@exec $(VENV) -m newsarchive.run $(if $(filter no,$(SAMPLE)),--no-sample)

password: .venv/base.stamp ## give the administrator a new password
	@exec $(VENV) -m newsarchive.run password

empty: .venv/base.stamp ## remove the archive and all that belongs to it, after a question
	@exec $(VENV) -m newsarchive.run empty

# --- Its code --------------------------------------------------------------------------
.PHONY: test nightly browser-test screenshots check format lock bench
test: .venv/dev.stamp ## run all tests but those that need a browser (or TESTS=tests/…)
	$(VENV) -m pytest -m "not browser and not nightly" $(TESTS)

nightly: .venv/dev.stamp ## run the tests that take minutes
	$(VENV) -m pytest -m nightly

browser-test: .venv/dev.stamp static ## run the tests that need a browser (CHROMIUM=…)
	@$(VENV) -m tests.browser.chromium
	$(VENV) -m pytest -m browser $(or $(TESTS),tests/browser)

screenshots: .venv/dev.stamp static ## take pictures of all pages (PAGES=article CHROMIUM=…)
	@$(VENV) -m tests.browser.chromium
	$(VENV) -m pytest tests/browser/screenshots.py -k "$(PAGES)"
	@echo "The pictures are in var/screenshots/."

check: .venv/dev.stamp ## run every check that is not a test
	$(VENV) -m ruff check .
	$(VENV) -m ruff format --check .
	$(VENV) -m mypy
	.venv/bin/lint-imports --no-logo
	$(TEMPLATES) --check {} +
	$(PRODUCTION) $(VENV) manage.py check --deploy --fail-level WARNING
	$(VENV) manage.py makemigrations --check --dry-run

format: .venv/dev.stamp ## format code and templates, and mend what can be mended
	$(VENV) -m ruff check --fix .
	$(VENV) -m ruff format .
	$(TEMPLATES) {} +

lock: ## pin the newest dependencies that pyproject.toml allows (needs uv)
	@command -v uv >/dev/null || { echo "Install uv first: it writes the lists." >&2; exit 1; }
	$(COMPILE) --output-file requirements/base.txt pyproject.toml
	$(COMPILE) --output-file requirements/dev.txt --group dev pyproject.toml

bench: .venv/base.stamp static ## time search and pages (N=10000 AGAINST=…)
	@$(VENV) -m bench.search table $(or $(N),10000) $(if $(AGAINST),--against $(AGAINST))
	@$(VENV) -m bench.browsing $(or $(N),10000) $(if $(AGAINST),--against $(AGAINST))

# --- Its parts, which the Dockerfile puts together ---------------------------------------
.PHONY: install static clean venv
install: .venv/base.stamp ## install what the archive needs, and nothing else

static: .venv/base.stamp ## collect and compress the static files
	$(VENV) manage.py collectstatic --no-input

clean: ## remove what can be made again: .venv and caches, never the archive
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find newsarchive articles tests -name __pycache__ -prune -exec rm -rf {} +

.venv/%.stamp: requirements/%.txt $(if $(IS_SOUND),,venv)
	@echo "Installing the packages of $<."
	@$(VENV) -m pip install --disable-pip-version-check --require-hashes -r $< || { \
	    echo "Installing failed, and the reason stands above. It is mostly the network or" \
	    "a full disk: mend that, then try again." >&2; exit 1; }
	@touch $@

venv:
	@for python in $(if $(PYTHON),"$(PYTHON)",$(PYTHONS)) none; do \
	    "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && break; \
	done; \
	if [ "$$python" = none ]; then \
	    echo "There is no Python 3.11 or newer here: install one, or say where it is, as" \
	    "in \`make run PYTHON=/opt/python/bin/python3\`." >&2; exit 1; fi; \
	"$$python" -c 'import ensurepip, venv' 2>/dev/null || { \
	    echo "$$python has no venv module: install it (on Debian and Ubuntu:" \
	    "apt-get install python3-venv), then try again." >&2; exit 1; }; \
	echo "Making .venv with $$python."; \
	rm -rf .venv && "$$python" -m venv .venv || { \
	    echo ".venv could not be made, and the reason stands above: mend that, then try" \
	    "again." >&2; exit 1; }
