"""The few values that an agreement is known by: ages, term, notice, services, coordinator, dispute.

In: an agreement. Out: labelled cells, for the head of its page and its card. Not here: all it says.
"""

from dataclasses import dataclass

from atlas.model.agreement import Agreement, Fact
from atlas.topics import TOPICS
from atlas.views.table import Cell, cell_of

# Label, topic, the values that answer it, and whether the label asks for the whole topic. «Åldrar» asks for less: an
# agreement that names its target group but no age does not answer it.
_KEYS = (
    ("Åldrar", "target_group", ("ages",), False),
    ("Avtalstid", "term", ("from", "until_further_notice", "renews_months"), True),
    ("Uppsägning", "notice", ("months",), True),
    ("Samordnare", "coordinator", ("max_percent", "per"), True),
    ("Tvist", "dispute", ("decided_by",), True),
)


@dataclass(frozen=True, slots=True)
class KeyValue:
    """A label, and the cell with the facts behind the value."""

    label: str
    topic: str
    cell: Cell


def key_values(agreement: Agreement) -> tuple[KeyValue, ...]:
    """The key values of an agreement; where it does not answer, the cell says how."""
    return tuple(KeyValue(label, topic, _cell(agreement, topic, keys, whole)) for label, topic, keys, whole in _KEYS)


def _cell(agreement: Agreement, topic: str, keys: tuple[str, ...], whole: bool) -> Cell:
    answer = agreement.answers[topic]
    facts = tuple(fact for fact in answer.facts if any(key in fact.values for key in keys) and _brief(fact))
    if facts or not whole:
        return cell_of(answer, facts)
    return Cell(answer.status, also=answer.also)


def _brief(fact: Fact) -> str:
    return TOPICS[fact.topic].brief(fact.values)
