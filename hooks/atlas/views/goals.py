"""Mål: which themes the goals of each agreement belong to, as a matrix of marks.

In: the model. Out: one table, themes down and agreements across. Not here: the themes, which are vocabulary.
"""

from atlas.model.agreement import Agreement, Atlas, Fact
from atlas.views.names import heads
from atlas.views.table import Head, Row, Table, cell_of

TOPIC = "goals"


def tables(atlas: Atlas) -> tuple[Table, ...]:
    """One table: the themes that some agreement has a goal on, and the goals without a theme last."""
    used = {fact.values.get("theme", "") for agreement in atlas.agreements for fact in agreement.answers[TOPIC].facts}
    themes = [(term.id, term.name) for term in atlas.vocabulary.get("goal_themes", {}).values() if term.id in used]
    themes += [("", "Utan tema")] if "" in used else []
    return (
        Table(
            "teman",
            "Målens teman",
            "Vilka teman avtalens mål hör till. Öppna ett svar för att läsa målet. Temana är redaktionens sortering.",
            "Tema",
            heads(atlas),
            tuple(_row(atlas, theme, name) for theme, name in themes),
            marks=True,
        ),
    )


def _row(atlas: Atlas, theme: str, name: str) -> Row:
    cells = tuple(cell_of(agreement.answers[TOPIC], _facts(agreement, theme)) for agreement in atlas.agreements)
    return Row(Head(name), cells, id=f"tema-{theme.replace('_', '-') or 'annat'}")


def _facts(agreement: Agreement, theme: str) -> tuple[Fact, ...]:
    return tuple(fact for fact in agreement.answers[TOPIC].facts if fact.values.get("theme", "") == theme)
