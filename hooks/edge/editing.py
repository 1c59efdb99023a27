"""The verbs that help an editor write: what they read and write, and what they say.

In: the project's root and the words of a command. Out: text to print, and whether all went well.
Not here: what is written (atlas/edit), and the command line (cli.py).
"""

from collections.abc import Iterable
from pathlib import Path

from atlas.check.catalog import rules
from atlas.check.walk import is_id
from atlas.edit.look_up import look_up
from atlas.edit.look_up import told as found_told
from atlas.edit.mend import mend
from atlas.edit.skeleton import skeleton
from atlas.load.markdown import slug
from atlas.load.read import Tree, read
from atlas.load.tree import Mapping
from atlas.report.text import explain
from atlas.source import Rule, allowed, did_you_mean
from edge.cases import read_case
from edge.disk import read_agreements
from edge.writing import replace, write_new
from options import Usage

_BOM = "\ufeff".encode()


def new(root: Path, county: str, name: str) -> str:
    """Make the folder of a new agreement, with its two files."""
    tree = read(read_agreements(root))
    check_id(tree, f"{county}/{name}")
    id = f"{county}/{name}"
    folder = root / "agreements" / id
    if there := [each for each in ("agreement.yml", "document.yml") if (folder / each).exists()]:
        raise Usage(f"agreements/{id}/{there[0]} finns redan. Ingenting är skrivet.")
    ids = {each: vocabulary.ids for each, vocabulary in tree.vocabularies.items()}
    ids["municipalities"] = tuple(_municipalities(tree, county))
    files = {"agreement.yml": skeleton(id, ids).encode()}
    # A text that was imported first stays.
    files |= {} if (folder / "text.md").exists() else {"text.md": b""}
    write_new(folder, files)
    return f"""\
Nytt i agreements/{id}: {" och ".join(files)}

Gör så här:
1. Lägg avtalets text, ord för ord, i text.md. Rubriker börjar med #. Namn på personer ersätts med funktionen.
   Har du texten i Word eller PDF: kör python hooks/cli.py import FIL {id}
2. Fyll i det som är tomt överst i agreement.yml: titel, slag, nivå och kommuner. Skriv bara det du vet.
3. Läs texten för ett ämne i taget. python hooks/cli.py quote "ord ur texten" {id} ger ett faktum att klistra in,
   och python hooks/cli.py check säger vad som saknas. Sist fyller du i reviewed: vem som har läst vilken text, och när.
"""


def check_id(tree: Tree, id: str) -> None:
    """Raise Usage unless an agreement may have this id."""
    county, _, name = id.partition("/")
    counties = tree.ids("counties")
    if county not in counties:
        hints = (did_you_mean(county, counties) or did_you_mean(slug(county), counties), allowed(counties, what="Län"))
        raise Usage("\n".join([f"Länet «{county}» finns inte i counties.yml.", *(each for each in hints if each)]))
    if not is_id(name):
        near = f" Så här: {slug(name)}" if is_id(slug(name)) else ""
        raise Usage(
            f"Namnet «{name}» går inte att använda i en adress. Det består av små bokstäver a–z, siffror och "
            f"bindestreck, och börjar med en bokstav.{near}"
        )


def _municipalities(tree: Tree, county: str) -> list[str]:
    vocabulary = tree.vocabularies.get("municipalities")
    entries = vocabulary.root.entries if vocabulary and vocabulary.root else ()
    return [key.text for key, record in entries if isinstance(record, Mapping) and record.text("county") == county]


def quote(root: Path, words: str, id: str) -> tuple[bool, str]:
    """Look words up. Whether they stand somewhere just so, and what to say."""
    tree = read(read_agreements(root))
    known = [folder.id for folder in tree.folders if folder.text]
    if id and id not in known:
        raise _no_text(id, known)
    if not words.replace("[…]", "").strip():
        raise Usage("Skriv orden som du letar efter inom citattecken.")
    exact, near = look_up(tree, words, id)
    return bool(exact), found_told(words, exact, near)


def fix(root: Path, only_show: bool) -> tuple[int, str]:
    """Mend what has one right answer. How many files were, or would be, mended, and what to say."""
    mended = mend(read_agreements(root))
    if not mended:
        return 0, "Det finns inget som går att rätta av sig självt.\n"
    for each in mended if not only_show else ():
        path = root / each.path
        before = path.read_bytes()
        replace(path, (_BOM if before.startswith(_BOM) else b"") + each.after.encode())
    files = "1 fil" if len(mended) == 1 else f"{len(mended)} filer"
    last = f"{files} kan rättas så. Ingenting är skrivet." if only_show else f"{files} är rättade så."
    last = last.replace("1 fil är rättade", "1 fil är rättad")
    return len(mended), "\n".join([*(each.told for each in mended), last, ""])


def tell_rule(root: Path, code: str) -> str:
    """The whole story of a rule, with a mistake that the tests make."""
    rule: Rule | None = rules().get(code.upper())
    if not rule:
        near = did_you_mean(code.upper(), rules())
        raise Usage(" ".join(filter(None, [f"Regeln {code} finns inte.", near, f"Reglerna är: {', '.join(rules())}"])))
    return explain(rule, read_case(root, rule))


def fingerprint(root: Path, id: str) -> str:
    """The fingerprint of a text, whether or not the rest of its folder is right yet."""
    tree = read(read_agreements(root))
    found = {folder.id: folder.text.fingerprint for folder in tree.folders if folder.text}
    if id not in found:
        raise _no_text(id, found)
    return found[id]


def _no_text(id: str, known: Iterable[str]) -> Usage:
    hints = (did_you_mean(id, known), allowed(known, what="Avtal och dokument"))
    return Usage("\n".join([f"{id} finns inte, eller saknar text.", *(each for each in hints if each)]))
