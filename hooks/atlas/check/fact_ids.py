"""Ids of facts and entries are of one form, unique in their file, and leave the page's own addresses alone."""

from collections.abc import Iterator

from atlas.check.walk import is_id
from atlas.load.markdown import slug
from atlas.load.read import Tree
from atlas.load.tree import Scalar
from atlas.source import Finding, Rule, Span

ID_FORM = Rule(
    "A310",
    "Ett id har fel form.",
    "Id blir en del av en länkadress. Det består av små bokstäver a–z, siffror och bindestreck, börjar med en bokstav "
    "och är högst 60 tecken. Det får inte börja med avsnitt- eller aa-, som sidan själv använder.",
    "id: uppsagning-tid",
)
ID_TWICE = Rule(
    "A309",
    "Två poster i samma fil har samma id.",
    "Länkar, kalendrar och jämförelser pekar på ett faktum eller en post i ett dokument genom dess id. Ge den nya "
    "posten ett eget.",
    "id: uppsagning-skriftligt",
)
RESERVED = ("avsnitt-", "aa-")


def _form(id: str) -> tuple[str, str]:
    """What is wrong with an id, and one that would do."""
    if id.startswith(RESERVED):
        return f"«{id}» börjar med ord som sidan själv använder i adresser.", ""
    if is_id(id[:60].rstrip("-")):
        return f"«{id}» är längre än 60 tecken.", ""
    near = slug(id)
    hint = f"Så här: id: {near}" if is_id(near) and not near.startswith(RESERVED) else ""
    return f"«{id}» har annat än små bokstäver a–z, siffror och bindestreck, eller börjar inte med en bokstav.", hint


def check(tree: Tree) -> Iterator[Finding]:
    """Findings of all ids. A missing id is found where the shape is checked."""
    for folder in tree.folders:
        seen: dict[str, Span] = {}
        for _, entry in (*folder.facts(), *folder.entries()):
            node = entry.get("id")
            if not isinstance(node, Scalar) or not node.text:
                continue
            if not is_id(node.text) or node.text.startswith(RESERVED):
                yield ID_FORM.at(node.span, *_form(node.text))
            elif node.text in seen:
                yield ID_TWICE.at(node.span, f"Id «{node.text}» används redan på rad {seen[node.text].line}.")
            seen.setdefault(node.text, node.span)
