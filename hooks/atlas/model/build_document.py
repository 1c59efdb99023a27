"""The parts of a checked document.yml to the model.

In: a folder without findings. Out: `Parts`. Not here: what a document shares with an agreement (build.py).
"""

from typing import Any

from atlas.check.walk import value_of
from atlas.load.read import Folder
from atlas.load.tree import Mapping
from atlas.model.document import Area, Ask, Parts, Scale, Section, Statement, Step, Task, YearEntry
from atlas.model.nodes import items, match_of, one_line
from atlas.topics.document_file import SCALE, SECTION, STATEMENT, STEP, TASK, YEAR_ENTRY


def build_parts(folder: Folder) -> Parts:
    """All parts of a document; none of an agreement, which has topics instead."""
    if folder.kind != "document":
        return Parts()
    root = folder.root
    return Parts(
        sections=tuple(_section(folder, node) for node in items(root, "sections")),
        year=tuple(_year_entry(folder, node) for node in items(root, "year")),
        tasks=tuple(_task(folder, node) for node in items(root, "tasks")),
        areas=tuple(_area(folder, node) for node in items(root, "areas")),
        scales=tuple(_scale(folder, node) for node in items(root, "scales")),
        steps=tuple(_step(folder, node) for node in items(root, "steps")),
    )


def _entry(folder: Folder, node: Mapping, id: str = "") -> dict[str, Any]:
    """What every entry has."""
    match = match_of(folder, node)
    assert match and folder.text
    return {
        "id": id or node.text("id"),
        "document_id": folder.id,
        "quote": one_line(node, "quote"),
        "clause": folder.text.clauses[match.clause].path,
        "match": match,
        "spans": match.spans(folder.text),
        "note": one_line(node, "note"),
        "because": one_line(node, "because"),
        "place": node.span,
    }


def _asks(folder: Folder, owner: Mapping, name: str = "asks") -> tuple[Ask, ...]:
    # An id of its own may not have two hyphens in a row, so these never meet one.
    numbered = enumerate(items(owner, name), start=1)
    return tuple(Ask(**_entry(folder, node, f"{owner.text('id')}--{number}")) for number, node in numbered)


def _section(folder: Folder, node: Mapping) -> Section:
    values, entry = value_of(node, SECTION), _entry(folder, node)
    assert folder.text
    return Section(
        **entry,
        asks=_asks(folder, node),
        fill=values["fill"],
        statistics=tuple(values.get("statistics", ())),
        # What stands before the first clause is the title itself.
        level=folder.text.clauses[entry["match"].clause].level or 1,
    )


def _year_entry(folder: Folder, node: Mapping) -> YearEntry:
    values = value_of(node, YEAR_ENTRY)
    return YearEntry(
        **_entry(folder, node),
        month=values["month"],
        responsible=values.get("responsible", ""),
        deadline=values.get("deadline", ""),
        document=values.get("document", ""),
        weeks=tuple(values.get("weeks", ())),
        says=values.get("says", ""),
    )


def _task(folder: Folder, node: Mapping) -> Task:
    values = value_of(node, TASK)
    return Task(**_entry(folder, node), says=values["says"], rhythm=values["rhythm"], month=values.get("month"))


def _area(folder: Folder, node: Mapping) -> Area:
    listed = items(node, "statements")
    statements = tuple(Statement(**_entry(folder, each), name=value_of(each, STATEMENT)["name"]) for each in listed)
    return Area(**_entry(folder, node), statements=statements)


def _scale(folder: Folder, node: Mapping) -> Scale:
    steps = value_of(node, SCALE).get("steps")
    return Scale(**_entry(folder, node), ends=_asks(folder, node, "ends"), steps=steps)


def _step(folder: Folder, node: Mapping) -> Step:
    values = value_of(node, STEP)
    return Step(**_entry(folder, node), number=values["number"], name=values["name"], asks=_asks(folder, node))
