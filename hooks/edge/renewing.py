"""Starting the next version of an agreement: reads the older folder and the newer text, writes the new file.

In: the project's root and the words of a command. Out: a new agreement.yml, and what to say. Not here: what is in it.
"""

from pathlib import Path

from atlas.check import run_checks
from atlas.edit.renewed import renew
from atlas.edit.work_told import told
from atlas.load.markdown import parse_text
from atlas.load.read import Folder, Tree, read
from atlas.report.text import to_text
from atlas.source import File, allowed, did_you_mean
from edge.disk import read_agreements
from edge.editing import check_id
from edge.writing import write_new
from options import Usage


def start_next(root: Path, old: str, new: str, text: str) -> str:
    """Write the file of the next version, and say what is left to do. `text` is a file, when the folder has none."""
    tree = read(read_agreements(root))
    older = _older(tree, _id(old))
    id = _id(new)
    check_id(tree, id)
    folder = root / "agreements" / id
    for name in ("agreement.yml", "document.yml", *(["text.md"] if text else [])):
        if (folder / name).exists():
            raise Usage(f"agreements/{id}/{name} finns redan och skrivs inte över. Ingenting är skrivet.")
    source = Path(text) if text else folder / "text.md"
    if not source.is_file():
        raise Usage(
            f"{text or f'agreements/{id}/text.md'} finns inte. Lägg den nya texten i agreements/{id}/text.md, eller "
            f"ange en textfil: --text FIL. Ur Word eller PDF: python hooks/cli.py import FIL {id}"
        )
    file = File(f"agreements/{id}/text.md", _words(source))
    newer, findings = parse_text(file)
    if findings:
        raise Usage(to_text(findings, {file.path: file}).rstrip())
    made = renew(tree, older, id, newer)
    files = {"agreement.yml": made.text.encode()} | ({"text.md": file.text.encode()} if text else {})
    write_new(folder, files)
    return f"""\
{told(made.work)}
Skrivet: {" och ".join(f"agreements/{id}/{name}" for name in files)}
Det som står kvar är fört dit. Resten står där som en arbetslista: sök efter ATT GÖRA.
Kör python hooks/cli.py check när du har gått igenom den.
"""


def _id(words: str) -> str:
    """The id of an agreement from its id, its folder or one of its files."""
    return words.strip("/").removeprefix("agreements/").removesuffix("/text.md").removesuffix("/agreement.yml")


def _older(tree: Tree, id: str) -> Folder:
    folders = {folder.id: folder for folder in tree.folders if folder.kind == "agreement"}
    if any(folder.id == id and folder.kind == "document" for folder in tree.folders):
        raise Usage(
            f"{id} är ett dokument (document.yml). renew förnyar bara avtal: kopiera mappen till ett nytt namn, byt "
            "text.md, och rätta det som python hooks/cli.py check pekar på."
        )
    if id not in folders:
        hints = (did_you_mean(id, folders), allowed(folders, what="Avtal"))
        raise Usage("\n".join([f"Avtalet {id} finns inte.", *(each for each in hints if each)]))
    folder = folders[id]
    path = folder.file.path.rpartition("/")[0]
    wrong = [finding for finding in run_checks(tree) if finding.span.path.startswith(f"{path}/")]
    if wrong or not folder.text or not folder.root:
        raise Usage(f"{to_text(wrong, tree.files)}\nRätta {id} först: det som är fel där skulle följa med.")
    return folder


def _words(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Usage(
            f"{path} är ingen textfil i UTF-8. Ur Word eller PDF: python hooks/cli.py import {path} LÄN/NAMN"
        ) from None
