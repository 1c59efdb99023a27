"""The commands: `python hooks/cli.py VERB …`. Exit codes: 0 clean, 1 findings, 2 could not run.

In: words from a command line. Out: text and an exit code. Not here: work of any kind, which atlas and edge do.
A command fetches what it alone needs when it is run: `check` answers before the rest could have been read.
"""

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from atlas.report.finding_formats import FORMATS as FINDING_FORMATS
from edge.checking import check_root
from edge.swap import restore_if_cut_off
from options import Command, Usage, arguments, help_of, listed, refused, unknown, usage_of

if TYPE_CHECKING:
    from atlas.pipeline import Outcome

ROOT = Path(__file__).resolve().parents[1]
CLEAN, FINDINGS, COULD_NOT_RUN = 0, 1, 2


class Failed(Exception):
    """A command could not do what it was asked; the message says why, and there is no more to say."""


def check(*, fix: bool = False, dry_run: bool = False, against: str = "", format: str = "text") -> int:
    """check                      Granska avtalen utan att bygga. --fix rättar det som bara kan rättas på ett sätt.

    --fix       Rätta det som har ett enda rätt svar, och visa vad som ändras: streck, citattecken och mellanslag i
                citat, datum som 2022-3-1, nycklarnas ordning, mellanslag sist på rader.
    --dry-run   Tillsammans med --fix: visa bara, skriv ingenting.
    --against   Granska också mot ett tidigare läge: en version i git (main, HEAD~1) eller en mapp med agreements i
                sig. Då märks ett granskningsdatum som har flyttats utan att någon har läst.
    --format    text (så som här), github eller gitlab: felen så att de visas vid sina rader i ett ändringsförslag.
    Exempel:
      python hooks/cli.py check
      python hooks/cli.py check --fix --dry-run
      python hooks/cli.py check --fix
      python hooks/cli.py check --against main
    """
    if format not in FINDING_FORMATS:
        raise Usage(f"Formatet «{format}» finns inte. Formaten är: {', '.join(FINDING_FORMATS)}")
    if dry_run and not fix:
        raise Usage("Valet --dry-run hör ihop med --fix: check --fix --dry-run.")
    if fix and format != "text":
        raise Usage("Valet --fix visar text, så det går inte ihop med --format.")
    if fix:
        from edge import editing

        count, told = editing.fix(ROOT, dry_run)
        print(told, end="")
        if dry_run:
            return FINDINGS if count else CLEAN
    checked = _against(against) if against else check_root(ROOT)
    if checked.findings or format == "gitlab":
        print(FINDING_FORMATS[format](checked.findings, checked.files), end="")
        return FINDINGS if checked.findings else CLEAN
    agreements = [each for each in checked.keep.values() if each.kind == "agreement"]
    facts = sum(each.facts for each in agreements)
    print(f"Inga fel: {len(agreements)} avtal, {facts} fakta. Varje citat står i sin text.")
    if _are_tools_behind():
        print("Redigeringsprogrammens scheman är äldre än ordlistan. Det stoppar inget: python hooks/cli.py schema.")
    return CLEAN


def _against(state: str) -> "Outcome":
    from edge.compare import Incomparable, entries_of
    from edge.loading import load_root

    try:
        return load_root(ROOT, entries_of(ROOT, state))
    except Incomparable as reason:
        raise Failed(str(reason)) from None


def _are_tools_behind() -> bool:
    from edge.tooling import is_behind

    return is_behind(ROOT)


def build() -> int:
    """build                      Granska, och bygg webbplatsen i mappen site."""
    from edge.build import build_site

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
    from atlas.pipeline import make
    from edge.address import public
    from edge.clock import set_clock
    from edge.disk import read_templates, write_files
    from edge.git import history
    from edge.loading import load_root
    from edge.settings import read_repository

    outcome = load_root(ROOT)
    if outcome.findings:
        print(outcome.report, end="")
        return FINDINGS
    try:
        repository = read_repository(ROOT)
    except ValueError as error:
        raise Usage(str(error)) from None
    clock = set_clock(os.environ, ROOT, outcome)
    base = public(os.environ.get("SITE_URL", ""))
    site = make(outcome, read_templates(), clock, base, repository, history(ROOT))
    write_files(Path(folder), ((page.path, page.source.encode()) for page in site.pages))
    write_files(Path(folder), site.files.items())
    print(f"{len(site.pages)} sidor och {len(site.files)} datafiler ligger i {folder}.")
    return CLEAN


def explain(code: str) -> int:
    """explain KOD                Berätta allt om en regel: varför den finns, ett fel, och hur det rättas.

    Exempel:
      python hooks/cli.py explain A204
    """
    from edge import editing

    print(editing.tell_rule(ROOT, code), end="")
    return CLEAN


def new(county: str, name: str) -> int:
    """new LÄN NAMN               Börja på ett nytt avtal: en mapp med två filer att fylla i.

    LÄN är länets id i agreements/vocabulary/counties.yml. NAMN säger vad det är och från vilket år.
    Det som finns skrivs aldrig över.
    Exempel:
      python hooks/cli.py new orebro lan-2026
    """
    from edge import editing

    print(editing.new(ROOT, county, name), end="")
    return CLEAN


def quote(words: str, id: str = "") -> int:
    """quote "ORD" [ID]           Leta upp ord i texterna, och få ett faktum med citatet att klistra in.

    Utan ID letas i alla texter. Står orden inte så någonstans visas det som är närmast, med skillnaden.
    Tecknen […] hoppar över ord, som i ett citat.
    Exempel:
      python hooks/cli.py quote "tolv månader"
      python hooks/cli.py quote "Uppsägningstiden för avtalet är" jonkoping/kommun-2014
    """
    from edge import editing

    exact, told = editing.quote(ROOT, words, id)
    print(told, end="")
    return CLEAN if exact else FINDINGS


def renew(old: str, new: str, *, text: str = "") -> int:
    """renew GAMMALT NYTT         Börja på nästa version av ett avtal, ur en ny text.

    GAMMALT och NYTT är avtalens id. Den nya texten ligger i mappen för NYTT, eller anges med --text.
    Fakta vars citat står kvar ord för ord förs över. Resten blir en arbetslista i den nya filen.
    Det som finns skrivs aldrig över.
    --text FIL  Den nya texten, en fil med rubriker som börjar med #.
    Exempel:
      python hooks/cli.py renew orebro/lan-2018 orebro/lan-2026 --text ny-text.md
      python hooks/cli.py renew jonkoping/lan-2022 jonkoping/lan-2026
    """
    from edge.renewing import start_next

    print(start_next(ROOT, old, new, text), end="")
    return CLEAN


def compare_source(file: str, id: str, *more: str) -> int:
    """compare-source FIL ID …    Visa varje ord som skiljer en källfil från avtalets text, eller från flera i följd."""
    from atlas.load.read import read
    from atlas.report.words import compare_words, differences
    from edge.disk import read_agreements, read_text

    files = read(read_agreements(ROOT)).files
    paths = [f"agreements/{each}/text.md" for each in (id, *more)]
    if missing := [path for path in paths if path not in files]:
        raise Usage(f"Texten {missing[0]} finns inte.")
    found = list(compare_words(read_text(Path(file)), *(files[path] for path in paths)))
    print(differences(found, file, ", ".join(paths)), end="")
    return FINDINGS if found else CLEAN


def fingerprint(id: str) -> int:
    """fingerprint ID             Visa textens fingeravtryck, som reviewed.text ska ha när fakta är granskade.

    Exempel:
      python hooks/cli.py fingerprint orebro/lan-2018
    """
    from edge import editing

    print(editing.fingerprint(ROOT, id))
    return CLEAN


def lix() -> int:
    """lix                        Visa hur lättlästa våra egna sidor är (citat, tabeller och ordlistor räknas inte)."""
    from atlas.report.lix import table
    from edge.loading import load_root
    from edge.readability import measure_pages

    outcome = load_root(ROOT)
    if outcome.findings:
        print(outcome.report, end="")
        return FINDINGS
    print(table(measure_pages(ROOT, outcome)), end="")
    return CLEAN


def import_text(file: str, folder: str = "") -> int:
    """import FIL [MAPP]          Gör text.md av ett avtal i Word, PDF, webbsida, odt eller txt.

    MAPP är avtalets mapp eller dess id. Utan den hamnar text.md bredvid filen. En text som finns skrivs aldrig över.
    Exempel: python hooks/cli.py import avtal.docx exempel/lan-2026
    """
    from edge.importers.refuse import Refused
    from edge.imports import import_file

    try:
        whole, told = import_file(ROOT, Path(file), Path(folder) if folder else Path(file).parent)
    except Refused as reason:
        raise Failed(str(reason)) from None
    print(told, end="")
    return CLEAN if whole else FINDINGS


def diff(base: str, head: str = "", *, format: str = "text", site: str = "") -> int:
    """diff FÖRE [EFTER]          Berätta vad som skiljer två lägen av avtalen, i meningar.

    FÖRE och EFTER är versioner i git (main, HEAD~1, en tagg) eller mappar som har mappen agreements i sig. Utan EFTER
    jämförs med filerna som de är nu. Inget checkas ut.
    Val: --format text, markdown (för en kommentar) eller json
         --site ADRESS  länka sidorna i markdown till en webbplats, till exempel en förhandsvisning
    Exempel: python hooks/cli.py diff main
    """
    from atlas.report.formats import FORMATS
    from edge.compare import Incomparable, compare_states

    if format not in FORMATS:
        raise Usage(f"Formatet «{format}» finns inte. Formaten är: {', '.join(FORMATS)}")
    try:
        report = compare_states(ROOT, base, head, site)
    except Incomparable as reason:
        raise Failed(str(reason)) from None
    print(FORMATS[format](report), end="")
    return CLEAN


def schema() -> int:
    """schema                     Skriv det som redigeringsprogram läser: scheman, inställningar och mallar."""
    from edge.loading import load_root
    from edge.tooling import write_for_editors

    written = write_for_editors(ROOT)
    if written is None:
        print(load_root(ROOT).report, end="")
        return FINDINGS
    print("\n".join(["Skrivet:", *written]) if written else "Allt är redan som det ska vara.")
    return CLEAN


VERBS: dict[str, Command] = {
    "check": check,
    "build": build,
    "export": export,
    "explain": explain,
    "new": new,
    "quote": quote,
    "renew": renew,
    "compare-source": compare_source,
    "fingerprint": fingerprint,
    "lix": lix,
    "import": import_text,
    "schema": schema,
    "diff": diff,
}


def main(words: list[str]) -> int:
    """Run one command. `VERB --help` tells all about one, `--help` which there are."""
    verb, *rest = words or [""]
    command = VERBS.get(verb)
    try:
        if words and verb in {"--help", "-h", "help"}:
            print(_how(verb, None))
            return CLEAN
        if command is None:
            raise Usage(unknown(words, VERBS) if words else "Ange ett kommando.")
        if {"--help", "-h"} & {*rest}:
            print(help_of(command))
            return CLEAN
        restore_if_cut_off(ROOT)
        plain, chosen = arguments(verb, command, rest)
        return command(*plain, **chosen)
    except Failed as reason:
        print(reason, file=sys.stderr)
        return COULD_NOT_RUN
    except (Usage, OSError) as error:
        told = refused(error) if isinstance(error, OSError) else error
        print(f"{told}\n\n{_how(verb, command)}", file=sys.stderr)
        return COULD_NOT_RUN


def _how(verb: str, command: Command | None) -> str:
    if command:
        return f"Så här: python hooks/cli.py {usage_of(command)}\nMer: python hooks/cli.py {verb} --help"
    rows = "\n".join(f"  {listed(each)}" for each in VERBS.values())
    return f"Kommandon: python hooks/cli.py …\n{rows}\nMer om ett kommando: python hooks/cli.py KOMMANDO --help"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
