"""The values of a document's entries stand in their quotes, or in the text beside them: on the row, before the words.

In a table, the month is the nearest filled cell above in its column, and who is responsible is named on the row itself.
"""

from collections.abc import Iterator
from collections.abc import Mapping as Fields

from atlas.check.proof import Unproven, forms_hint, not_in_quote, or_because, unproven
from atlas.load.fold import fold
from atlas.load.markdown import Clause
from atlas.load.quotes import Match
from atlas.load.read import Folder, Tree
from atlas.load.tree import Mapping, Sequence
from atlas.source import Finding, Rule
from atlas.topics.common import MONTHS
from atlas.topics.document_file import NESTED, PARTS
from atlas.topics.shape import Field

NOT_BESIDE = Rule(
    "A211",
    "Ett värde står inte intill sitt citat.",
    "I ett dokument står en del bredvid orden och inte i dem: månaden i närmaste ifyllda ruta ovanför, den ansvariga "
    "på samma rad, ett påståendes namn före påståendet och statistiken i anvisningarna. Rätta värdet, välj rätt "
    "ställe med nth:, eller förklara med because: varför det ändå stämmer.",
    "quote: Gå igenom årshjulet\nmonth: 1\nresponsible: gov_ledning",
)
# Fields that are proven beside the quote, and where that is. All other fields are proven in it.
_PLACES = {
    "month": "i närmaste ifyllda månad",
    "responsible": "på samma rad",
    "name": "före påståendet",
    "statistics": "i anvisningarna",
}
# What says where the quote stands, and entries within entries, which are proven on their own.
_NO_VALUES = ("nth", *NESTED)
_BESIDE = {"year": ("month", "responsible"), "statements": ("name",), "sections": ("statistics",)}


def check(tree: Tree) -> Iterator[Finding]:
    """Findings of all values in documents that the text does not prove."""
    for folder in tree.folders:
        for part, entry in folder.entries():
            match = folder.match(entry)
            if isinstance(match, Match):  # a quote that stands nowhere has its own finding
                yield from _entry(tree, folder, part, entry, match)


def _entry(tree: Tree, folder: Folder, part: str, entry: Mapping, match: Match) -> Iterator[Finding]:
    fields = (PARTS | NESTED)[part].fields
    quote = fold(entry.text("quote").replace("[…]", " "))
    beside: Fields[str, Field] = {name: fields[name] for name in _BESIDE.get(part, ())}
    within = {name: field for name, field in fields.items() if name not in (*beside, *_NO_VALUES)}
    found = [not_in_quote(tree, folder, entry, each) for each in unproven(tree, folder, entry, within, quote)]
    for name, field in beside.items():
        words = _words(folder, name, entry, match)
        lacking = unproven(tree, folder, entry, {name: field}, words)
        found += [_not_beside(tree, folder, each, words) for each in lacking]
    yield from or_because(tree, folder, entry, {**within, **beside}, found)


def _not_beside(tree: Tree, folder: Folder, each: Unproven, words: str) -> Finding:
    message = f"«{each.value.text}» under «{each.key}» står inte {_PLACES[each.key]}."
    shown = f"Där står: «{words if len(words) < 160 else words[:159] + '…'}»" if words else "Där står ingenting."
    return NOT_BESIDE.at(each.value.span, message, shown, forms_hint(tree, folder, each))


def _words(folder: Folder, name: str, entry: Mapping, match: Match) -> str:
    """The words of the text that prove a field, where it is not the quote that does."""
    assert folder.text
    clause, first = folder.text.clauses[match.clause], match.stretches[0]
    words = clause.blocks[first.block].words.folded
    if name == "name":
        return words[: first.start]
    if name == "statistics":
        asks = entry.get("asks")
        listed = asks.items if isinstance(asks, Sequence) else ()
        return " ".join(fold(each.text("quote")) for each in listed if isinstance(each, Mapping))
    if clause.blocks[first.block].kind == "cell":
        return _month_cell(clause, first.block) if name == "month" else _row(clause, first.block)
    # Outside a table the month may be a heading, with what is done in a list below it.
    return " ".join([*clause.path, words]) if name == "month" else words


def _row(clause: Clause, block: int) -> str:
    table, row, _ = clause.blocks[block].cell
    cells = (each for each in clause.blocks if each.kind == "cell" and each.cell[:2] == (table, row))
    return " ".join(each.words.folded for each in cells if each.words.folded)


def _month_cell(clause: Clause, block: int) -> str:
    """The nearest filled cell at or above the row, in any column where that cell names months and nothing else."""
    table, row, _ = clause.blocks[block].cell
    above = [each for each in clause.blocks if each.kind == "cell" and each.cell[0] == table and each.cell[1] <= row]
    nearest = {each.cell[2]: each.words.folded for each in above if each.words.folded and not each.header}
    return next((words for words in nearest.values() if _names_months(words)), "")


def _names_months(words: str) -> bool:
    return all(word.strip(".,:").casefold() in MONTHS for word in words.replace("-", " ").split())
