"""The commands: `python hooks/cli.py VERB …`. Exit codes: 0 clean, 1 findings, 2 could not run.

In: words from a command line. Out: text and an exit code. Not here: work of any kind, which atlas and edge do.
"""

import os
import sys
import time
from collections.abc import Callable
from inspect import signature
from pathlib import Path

from atlas.check.catalog import rules
from atlas.pipeline import make
from atlas.report.lix import table
from atlas.report.text import explain as explain_rule
from atlas.report.words import compare_words, differences
from edge.address import public
from edge.build import build_site
from edge.clock import set_clock
from edge.disk import load_root, read_templates, read_text, write_files
from edge.readability import measure_pages

ROOT = Path(__file__).resolve().parents[1]
CLEAN, FINDINGS, COULD_NOT_RUN = 0, 1, 2


class Usage(Exception):
    """The words of a command do not fit it; the message says why."""


def check() -> int:
    """check                      Granska avtalen utan att bygga."""
    outcome = load_root(ROOT)
    if outcome.atlas is None:
        print(outcome.report, end="")
        return FINDINGS
    facts = sum(len(agreement.facts) for agreement in outcome.atlas.agreements)
    print(f"Inga fel: {len(outcome.atlas.agreements)} avtal, {facts} fakta. Varje citat står i sin text.")
    return CLEAN


def build() -> int:
    """build                      Granska, och bygg webbplatsen i mappen site."""
    if check() != CLEAN:
        print("Webbplatsen byggdes inte. Mappen site är som den var.")
        return FINDINGS
    start = time.monotonic()
    well, told = build_site(ROOT)
    if not well:
        print(f"{told}\nWebbplatsen byggdes inte. Mappen site är som den var.", file=sys.stderr)
        return COULD_NOT_RUN
    print(f"Webbplatsen ligger i mappen site ({time.monotonic() - start:.1f} s).")
    print("Titta på den: öppna site/index.html i webbläsaren, eller kör make serve och gå till http://127.0.0.1:8000/")
    return CLEAN


def export(folder: str) -> int:
    """export MAPP                Skriv sidor och data som filer, för en annan webbplatsgenerator."""
    outcome = load_root(ROOT)
    if outcome.findings:
        print(outcome.report, end="")
        return FINDINGS
    clock = set_clock(os.environ, ROOT, outcome)
    site = make(outcome, read_templates(), clock, public(os.environ.get("SITE_URL", "")))
    pages = {page.path: page.source.encode() for page in site.pages}
    write_files(Path(folder), {**pages, **site.files})
    print(f"{len(pages)} sidor och {len(site.files)} datafiler ligger i {folder}.")
    return CLEAN


def explain(code: str) -> int:
    """explain KOD                Berätta om en regel, till exempel A204."""
    rule = rules().get(code.upper())
    if not rule:
        raise Usage(f"Regeln {code} finns inte. Reglerna är: {', '.join(rules())}")
    print(explain_rule(rule), end="")
    return CLEAN


def compare_source(file: str, id: str, *more: str) -> int:
    """compare-source FIL ID …    Visa varje ord som skiljer en källfil från avtalets text, eller från flera i följd."""
    outcome = load_root(ROOT)
    paths = [f"agreements/{each}/text.md" for each in (id, *more)]
    if missing := [path for path in paths if path not in outcome.files]:
        raise Usage(f"Texten {missing[0]} finns inte.")
    found = list(compare_words(read_text(Path(file)), *(outcome.files[path] for path in paths)))
    print(differences(found, file, ", ".join(paths)), end="")
    return FINDINGS if found else CLEAN


def fingerprint(id: str) -> int:
    """fingerprint ID             Visa textens fingeravtryck, som reviewed.text ska ha när fakta är granskade."""
    atlas = load_root(ROOT).atlas
    document = atlas.by_id(id) if atlas else None
    if document is None:
        raise Usage(f"{id} finns inte, eller så har avtalen fel. Kör check först.")
    print(document.text.fingerprint)
    return CLEAN


def lix() -> int:
    """lix                        Visa hur lättlästa våra egna sidor är (citat, tabeller och ordlistor räknas inte)."""
    outcome = load_root(ROOT)
    if outcome.findings:
        print(outcome.report, end="")
        return FINDINGS
    print(table(measure_pages(ROOT, outcome)), end="")
    return CLEAN


VERBS: dict[str, Callable[..., int]] = {
    "check": check,
    "build": build,
    "export": export,
    "explain": explain,
    "compare-source": compare_source,
    "fingerprint": fingerprint,
    "lix": lix,
}


def _fits(command: Callable[..., int], words: list[str]) -> bool:
    try:
        signature(command).bind(*words)
    except TypeError:
        return False
    return True


def main(words: list[str]) -> int:
    """Run one command."""
    verb, *rest = words or [""]
    command = VERBS.get(verb)
    try:
        if command is None or not _fits(command, rest):
            raise Usage(f"Kommandot «{' '.join(words)}» går inte att förstå." if words else "Ange ett kommando.")
        return command(*rest)
    except (Usage, OSError) as error:
        listed = "\n".join(f"  {each.__doc__}" for each in VERBS.values())
        print(f"{error}\n\nKommandon: python hooks/cli.py …\n{listed}", file=sys.stderr)
        return COULD_NOT_RUN


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
