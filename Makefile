# Needs python3 (3.11 or later) and make; everything else goes into .venv.

PYTHON ?= python3
VENV ?= .venv
WORKERS ?= 2

bin := $(VENV)/bin
pip := $(bin)/python -m pip --disable-pip-version-check -q
runtime := $(VENV)/.installed-runtime
dev := $(VENV)/.installed-dev
docs := $(VENV)/.installed-docs

DEMO_PAGES ?= fixtures/hangzhou
DEMO_PAGE ?= $(DEMO_PAGES)/2013-money

.PHONY: help demo test lint format pages docs bench bench-check accuracy deep clean
.DEFAULT_GOAL := help

help:
	@echo "make demo         parse the pages of $(DEMO_PAGES) and show one article"
	@echo "make test         lint, types, layers, tests"
	@echo "make lint         ruff, mypy and the import rules alone"
	@echo "make format       let ruff lay out the code"
	@echo "make pages        write the generated pages of the documentation: fields, sites, vocabulary"
	@echo "make docs         build the documentation into docs/_build"
	@echo "make bench        measure the speed; bench-check compares it with the pinned floors"
	@echo "make accuracy     score the saved pages, where they are at hand"
	@echo "make deep         the property tests, 2000 examples each"
	@echo "make clean        remove everything that was built"

$(bin)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "newsparse needs Python 3.11 or later, this is " + sys.version.split()[0])'
	$(PYTHON) -m venv $(VENV)

# The walks are compiled where there is a C compiler, and run in Python where there is none.
$(runtime): pyproject.toml $(wildcard newsparse/*/native/*) | $(bin)/python
	$(pip) install -e .
	@touch $@

$(dev): pyproject.toml $(wildcard newsparse/*/native/*) | $(bin)/python
	$(pip) install -e '.[dev]'
	@touch $@ $(runtime)

$(docs): pyproject.toml $(dev)
	$(pip) install -e '.[docs]'
	@touch $@

# The url of every page stands beside it; batch takes them from a manifest.
manifest = import json, pathlib, sys; root = pathlib.Path(sys.argv[1]); \
	[print(json.dumps({"file": f"{p.parent.relative_to(root).as_posix()}/page.html", "url": json.loads(p.read_text()).get("url")})) \
	for p in sorted(root.rglob("response.json"))]

# Some of the pages are no articles (a 404, a list): batch writes that down and ends with 1.
demo: $(runtime)
	@$(bin)/python -c '$(manifest)' $(DEMO_PAGES) > .demo-manifest.jsonl
	$(bin)/newsparse batch $(DEMO_PAGES) --manifest .demo-manifest.jsonl -o articles.jsonl || test $$? -eq 1
	@wc -l articles.jsonl
	$(bin)/newsparse parse $(DEMO_PAGE)/page.html --format text \
		--url "$$(sed -n 's/.*"url": *"\([^"]*\)".*/\1/p' $(DEMO_PAGE)/response.json)"

lint: $(dev)
	$(bin)/ruff check .
	$(bin)/mypy
	$(bin)/lint-imports

format: $(dev)
	$(bin)/ruff format .
	$(bin)/ruff check --fix .

test: lint
	$(bin)/pytest -n $(WORKERS)

deep: $(dev)
	NEWSPARSE_HYPOTHESIS=deep $(bin)/pytest -n $(WORKERS)

pages: $(runtime)
	@$(bin)/python -c 'from pathlib import Path; from newsparse.reports.pages import refresh; print(*refresh(Path("docs")))'

docs: $(docs)
	$(bin)/sphinx-build -q -W --keep-going -b html docs docs/_build/html
	@echo "docs/_build/html/index.html"

bench: $(dev)
	mkdir -p docs/figures
	$(bin)/python -m benchmarks.throughput --json docs/figures/throughput.json
	$(bin)/python -m benchmarks.plots docs/figures/throughput.json docs/figures

bench-check: $(dev)
	$(bin)/python -m benchmarks.check

accuracy: $(dev)
	$(bin)/python -m benchmarks.accuracy

clean:
	rm -rf .venv .hypothesis .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .benchmarks
	rm -rf build dist docs/_build htmlcov .coverage articles.jsonl .demo-manifest.jsonl
	rm -rf newsparse.egg-info newsparse/document/*.so newsparse/document/*.pyd
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
