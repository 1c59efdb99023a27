"""Ledning: the bodies that steer, by function and level, whatever each agreement calls them.

In: the model. Out: one table per function. Not here: the coordinator, who is a topic of its own.
"""

from dataclasses import replace

from atlas.model.agreement import Agreement, Atlas, Fact
from atlas.topics.common import LEVEL
from atlas.views.names import agreement_head
from atlas.views.table import Cell, Head, Row, Table, cell_of

TOPIC = "governance"
_COLUMNS = (
    ("Vilka som ingår", ("members", "appointed_by")),
    ("Sammankallande och möten", ("convener", "meets")),
    ("Uppgifter", ("task", "reports_to")),
)
_ORDER = tuple(LEVEL.options)


def tables(atlas: Atlas) -> tuple[Table, ...]:
    """A table for every function that some agreement has a body for, county first, and one for bodies without."""
    facts = [fact for agreement in atlas.agreements for fact in agreement.answers[TOPIC].facts]
    used = {fact.values.get("function", "") for fact in facts}
    functions = [term for term in atlas.vocabulary["bodies"].values() if term.id in used]
    functions.sort(key=lambda term: _ORDER.index(term.values["level"]))
    found = [_table(atlas, term.id, term.name, f"Nivå: {LEVEL.options[term.values['level']]}.") for term in functions]
    if "" in used:
        found.append(_table(atlas, "", "Annat om ledning", "Det som inte hör till en viss grupp eller roll."))
    return tuple(found)


def _table(atlas: Atlas, function: str, name: str, detail: str) -> Table:
    having = [agreement for agreement in atlas.agreements if _facts(agreement, function)]
    rows = tuple(Row(_head(atlas, agreement, function), _cells(agreement, function)) for agreement in having)
    columns = tuple(Head(label) for label, _ in _COLUMNS)
    anchor = "funktion-" + (function.replace("_", "-") or "annat")
    return Table(anchor, name, f"{name}. {detail}", "Avtal", columns, rows, _absent(atlas, having))


def _head(atlas: Atlas, agreement: Agreement, function: str) -> Head:
    """The agreement, and what it calls the body: one function may have several names in one text."""
    facts = _facts(agreement, function)
    names = dict.fromkeys(f"«{fact.values['body']}»" for fact in facts if "body" in fact.values)
    head = agreement_head(atlas, agreement)
    return replace(head, detail="kallas " + ", ".join(names)) if names else head


def _facts(agreement: Agreement, function: str) -> tuple[Fact, ...]:
    return tuple(fact for fact in agreement.answers[TOPIC].facts if fact.values.get("function", "") == function)


def _absent(atlas: Atlas, having: list[Agreement]) -> tuple[tuple[str, tuple[Head, ...]], ...]:
    others = [agreement for agreement in atlas.agreements if agreement not in having]
    statuses = {agreement.id: cell_of(agreement.answers[TOPIC], ()).status for agreement in others}
    return tuple(
        (status, tuple(agreement_head(atlas, agreement) for agreement in others if statuses[agreement.id] == status))
        for status in dict.fromkeys(statuses.values())
    )


def _cells(agreement: Agreement, function: str) -> tuple[Cell, ...]:
    facts = _facts(agreement, function)
    sorted_facts: list[list[Fact]] = [[] for _ in _COLUMNS]
    for fact in facts:
        fitting = (index for index, (_, keys) in enumerate(_COLUMNS) if any(key in fact.values for key in keys))
        sorted_facts[next(fitting, 0)].append(fact)
    who, meetings, tasks = (cell_of(agreement.answers[TOPIC], tuple(chosen)) for chosen in sorted_facts)
    # A task's few words would only say again what the sentence below them says.
    return replace(who, brief=()), meetings, replace(tasks, brief=())
