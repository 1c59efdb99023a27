"""Ids of facts and entries are of one form, unique in their file, and leave the page's own addresses alone."""

from collections.abc import Iterator

from atlas.check.walk import ID_LONGEST, LIKE_THIS, is_id
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
# The form in the browser says the same.
IS_RESERVED = "«{id}» börjar med ord som sidan själv använder i adresser."
TOO_LONG = "«{id}» är längre än 60 tecken."
ODD_FORM = "«{id}» har annat än små bokstäver a–z, siffror och bindestreck, eller börjar inte med en bokstav."
TAKEN = "Id «{id}» används redan på rad {line}."


def _form(id: str) -> tuple[str, str]:
    """What is wrong with an id, and one that would do."""
    if id.startswith(RESERVED):
        return IS_RESERVED.format(id=id), ""
    if len(id) > ID_LONGEST and is_id(id[:ID_LONGEST].rstrip("-")):
        return TOO_LONG.format(id=id), ""
    near = slug(id)
    hint = LIKE_THIS.format(key="id", example=near) if is_id(near) and not near.startswith(RESERVED) else ""
    return ODD_FORM.format(id=id), hint


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
                yield ID_TWICE.at(node.span, TAKEN.format(id=node.text, line=seen[node.text].line))
            seen.setdefault(node.text, node.span)
