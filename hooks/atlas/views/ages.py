"""Målgrupp: the ages of every agreement on one axis, and who else the place is for.

In: the model. Out: the table, and `age_bars`, which a page draws. Not here: drawing.
"""

from dataclasses import dataclass

from atlas.model.agreement import Agreement, Atlas, Fact
from atlas.topics.target_group import ages_in_words
from atlas.views.names import agreement_head, row_id, short_name
from atlas.views.table import Head, Row, Table, cell_of

TOPIC = "target_group"
AXIS = (0, 18)


@dataclass(frozen=True, slots=True)
class Bar:
    """One age range. `end` is one past the last year included; `open` when the text sets no age there.

    `service` names the one service that it holds for, else it is empty. `words` is the whole bar told in words.
    """

    fact: Fact
    start: int
    end: int
    open: bool
    service: str
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Lane:
    """The bars of one agreement; none when it states no age."""

    agreement: Agreement
    name: str
    bars: tuple[Bar, ...]


def age_lanes(atlas: Atlas) -> tuple[Lane, ...]:
    """A lane for every agreement, in the usual order."""
    return tuple(_lane(atlas, agreement) for agreement in atlas.agreements)


def _lane(atlas: Atlas, agreement: Agreement) -> Lane:
    facts = [fact for fact in agreement.answers[TOPIC].facts if "ages" in fact.values]
    return Lane(agreement, short_name(atlas, agreement), tuple(_bar(atlas, fact) for fact in facts))


def _bar(atlas: Atlas, fact: Fact) -> Bar:
    ages = fact.values["ages"]
    start, last = ages.get("from", AXIS[0]), ages.get("to")
    service = atlas.name("services", fact.values["service"]) if "service" in fact.values else ""
    # An event is no age: the bar fades out somewhere past the start instead of claiming one.
    end = last + 1 if last is not None else (start + 6 if "until" in ages else AXIS[1] + 1)
    label = ages_in_words(ages)
    words = f"{label}, bara {service.lower()}" if service else label
    return Bar(fact, start, min(end, AXIS[1] + 1), last is None, service, label, words)


def tables(atlas: Atlas) -> tuple[Table, ...]:
    """One table: the ages, and the other statements on whom the place is for."""
    return (
        Table(
            "malgrupp",
            "Åldrar och målgrupp",
            "Barnens ålder och vilka familjecentralen är till för, avtal för avtal.",
            "Avtal",
            (Head("Ålder"), Head("För vilka")),
            tuple(_row(atlas, agreement) for agreement in atlas.agreements),
        ),
    )


def _row(atlas: Atlas, agreement: Agreement) -> Row:
    answer = agreement.answers[TOPIC]
    ages = tuple(fact for fact in answer.facts if "ages" in fact.values)
    others = tuple(fact for fact in answer.facts if "ages" not in fact.values)
    return Row(agreement_head(atlas, agreement), (cell_of(answer, ages), cell_of(answer, others)), id=row_id(agreement))
