# Verbs for readers, editors and developers: `make` lists them. What they do stands in hooks/cli.py.

PYTHON ?= python3
export PYTHON

# Texts are UTF-8 whatever the reader's locale says.
export PYTHONUTF8 := 1
# Material's banner on the end of MkDocs 1.x is nothing that an editor can act on.
export NO_MKDOCS_2_WARNING := 1

# `python -m` and not .venv/bin/mkdocs: those scripts carry the folder's address and break when it is moved.
RUN := .venv/bin/python

# After an upgrade of Python the packages of the old one are not found: forget that they were installed.
$(shell [ ! -e .venv ] || $(RUN) -c 'import mkdocs' 2>/dev/null || rm -f .venv/*.ok)

.PHONY: help site serve check lix import schema test bench bench-search lighthouse a11y first-view audit links reproducible versions lock clean
.DELETE_ON_ERROR:

help:
	@sed -n 's/^\([a-z0-9-]*\):.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 19

site: .venv/site.ok ## Granska avtalen och bygg webbplatsen i mappen site
	@$(RUN) hooks/cli.py build

serve: .venv/site.ok ## Visa webbplatsen på den egna datorn medan du skriver (avsluta med Ctrl+C)
	@$(RUN) -m mkdocs serve --dirty --no-strict

check: .venv/site.ok ## Granska avtalen utan att bygga
	@$(RUN) hooks/cli.py check $(ARGS)

lix: .venv/site.ok ## Visa hur lättlästa webbplatsens egna sidor är, sida för sida
	@$(RUN) hooks/cli.py lix

import: .venv/import.ok ## Gör text.md av ett avtal i Word, PDF, webbsida, odt eller txt (FILE=avtal.docx FOLDER=exempel/lan-2026)
	@$(if $(FILE),$(RUN) hooks/cli.py import "$(FILE)" $(if $(FOLDER),"$(FOLDER)"),\
		echo "Ange filen så här: make import FILE=avtal.docx FOLDER=exempel/lan-2026" >&2; exit 2)

schema: .venv/site.ok ## Skriv scheman och mallar för redigeringsprogram, efter ändrade former eller ordlistor
	@$(RUN) hooks/cli.py schema

test: .venv/node-pages.ok ## Pröva koden, för utvecklare (ARGS="-k citat" prövar en del)
	@tests/ensure-chromium >/dev/null
	@$(RUN) -m ruff check --quiet hooks tests
	@$(RUN) -m ruff format --check hooks tests
	@$(RUN) -m mypy
	@CHROMIUM="$$(tests/ensure-chromium)" $(RUN) -m pytest -n auto --maxprocesses=4 --dist loadfile $(ARGS)

bench-search: .venv/node-pages.ok ## Mät sökningen, fråga för fråga (ARGS=PYTHON jämför med Material och Pagefind: en Python som har pagefind[bin])
	@CHROMIUM="$$(tests/ensure-chromium)" $(RUN) tests/search/compare.py $(ARGS)

bench: .venv/test.ok ## Mät bygget vid 5, 60, 350 och 1000 påhittade avtal (ARGS="5 60 --runs 1" mäter mindre)
	@$(RUN) tests/bench/bench.py $(ARGS)

lighthouse: .venv/node-lighthouse.ok ## Mät hur sidorna kommer fram på en telefon, med Lighthouse, för utvecklare
	@CHROMIUM="$$(tests/ensure-chromium)" $(RUN) -m tests.lighthouse

a11y: .venv/node-pages.ok ## Pröva tillgängligheten på varje slags sida i alla lägen, och visa vad proven finner
	@CHROMIUM="$$(tests/ensure-chromium)" $(RUN) tests/browser/a11y.py

first-view: .venv/node-pages.ok ## Visa vad första visningen av varje slags sida väger
	@CHROMIUM="$$(tests/ensure-chromium)" $(RUN) tests/browser/first_view.py

audit: .venv/audit.ok ## Pröva paketen mot kända säkerhetsfel, och visa deras licenser, för utvecklare
	@$(RUN) tests/audit.py

links: .venv/test.ok ## Visa webbplatsens länkar till andra, och de som inte leder någonstans (efter make site)
	@$(RUN) tests/links.py

reproducible: .venv/site.ok ## Bygg två gånger på olika platser, tidszoner och språk, och jämför byte för byte
	@$(RUN) tests/reproducible.py

versions: .venv/test.ok ## Bygg med de versioner av Python och Material som går att få här, och jämför
	@$(RUN) tests/versions.py

lock: .venv/lock.ok ## Lås paketens versioner efter requirements/*.in (UPGRADE=1 tar de senaste)
	@$(LOCK) requirements/site.in -o requirements/site.txt
	@$(LOCK) requirements/import.in -o requirements/import.txt -c requirements/site.txt
	@$(LOCK) requirements/test.in -o requirements/test.txt -c requirements/site.txt
	@$(LOCK) requirements/lock.in -o requirements/lock.txt
	@$(LOCK) requirements/audit.in -o requirements/audit.txt -c requirements/test.txt
	@tests/node/lock
	@echo "Låsfilerna är skrivna. Se vad som ändrades: git diff requirements tests/node"

clean: ## Ta bort allt som har byggts och hämtats
	@rm -rf site .cache .venv .hypothesis
	@find hooks tests -name __pycache__ -prune -exec rm -rf {} +

# Hashes for every platform and no addresses: the same file holds on every machine, behind every mirror.
LOCK = $(RUN) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header --no-emit-index-url --no-emit-find-links $(if $(UPGRADE),--upgrade)

# One after the other even with make -j: two pips in one folder would trip over each other.
.venv/import.ok: .venv/site.ok
.venv/test.ok: .venv/import.ok
.venv/lock.ok: .venv/test.ok
.venv/audit.ok: .venv/lock.ok
.venv/node-%.ok: tests/node/%/package-lock.json tests/node/install .venv/test.ok
	@tests/node/install $*
	@touch $@
.venv/%.ok: requirements/%.txt requirements/install
	@requirements/install $*
	@touch $@
