"""One topic compared: its tables and how many agreements answer it in which way.

In: the model. Out: `Comparison`. Not here: the tables' contents, which each view makes.
"""

from collections import Counter
from dataclasses import dataclass

from atlas.model.agreement import Agreement, Atlas
from atlas.topics import TOPICS
from atlas.topics.topic import STATUSES, Topic
from atlas.views import own_views
from atlas.views.plain import plain_table
from atlas.views.table import Table

# What a länssamordnare asks first; then the order of topics.
FIRST = ("target_group", "responsibilities", "governance")


@dataclass(frozen=True, slots=True)
class Comparison:
    """A topic, its tables, and `spread`: status → the agreements (not templates) that answer so."""

    topic: Topic
    tables: tuple[Table, ...]
    spread: dict[str, tuple[Agreement, ...]]


def comparisons(atlas: Atlas) -> tuple[Comparison, ...]:
    """The topics that somebody has read for in some agreement, the most wanted first."""
    own = own_views()
    order = [*FIRST, *(id for id in TOPICS if id not in FIRST)]
    found = []
    for id in order:
        if any(agreement.answers[id].status != "unread" for agreement in atlas.agreements):
            tables = own[id](atlas) if id in own else (plain_table(atlas, TOPICS[id]),)
            found.append(Comparison(TOPICS[id], tables, spread(atlas, id)))
    return tuple(found)


def spread(atlas: Atlas, topic: str) -> dict[str, tuple[Agreement, ...]]:
    """The agreements that bind, by how they answer a topic, in the order of the statuses."""
    binding = [agreement for agreement in atlas.agreements if agreement.binds]
    by_status = {status: tuple(each for each in binding if each.answers[topic].status == status) for status in STATUSES}
    return {status: agreements for status, agreements in by_status.items() if agreements}


def statuses_of(agreement: Agreement) -> Counter[str]:
    """How many topics an agreement answers in which way."""
    return Counter(answer.status for answer in agreement.answers.values())
