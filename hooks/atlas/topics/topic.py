"""What a topic is: one thing that agreements regulate, with its name, its border and the values that compare it.

In: shapes. Out: `Topic`, `STATUSES`, `GROUPS`. Not here: any single topic (one file each) and how pages look.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from atlas.topics.shape import Field

Values = Mapping[str, Any]

GROUPS = {
    "agreement": "Avtalet",
    "people": "Målgrupp och mål",
    "content": "Innehåll och ansvar",
    "steering": "Styrning",
    "money": "Pengar och lokaler",
    "access": "Tillgänglighet",
    "privacy": "Sekretess och anmälan",
    "follow_up": "Uppföljning",
}


@dataclass(frozen=True, slots=True)
class Status:
    """One of the six answers. `mark` is the sign that shows it where colour does not."""

    id: str
    label: str
    mark: str
    means: str


STATUSES = {
    status.id: status
    for status in (
        Status("stated", "Anges", "●", "Avtalstexten svarar."),
        Status("ambiguous", "Tvetydigt", "◆", "Texten kan läsas på mer än ett sätt, eller säger emot sig själv."),
        Status(
            "placeholder", "Ifylls", "▢", "Texten har en lucka: mallen ska fyllas i, eller så blev den aldrig ifylld."
        ),
        Status("delegated", "Hänvisas", "➜", "Texten lämnar frågan till ett annat dokument."),
        Status("silent", "Anges inte", "○", "Hela texten är läst för den här frågan, och den svarar inte."),
        Status("unread", "Ej granskad", "◌", "Ingen har ännu läst texten för den här frågan."),
    )
}
# A topic's status is the first of these that one of its facts has (Fixed).
PRECEDENCE = ("ambiguous", "placeholder", "stated", "delegated")


def no_brief(values: Values) -> str:
    """The brief answer of a topic that has none: its sentences speak for themselves."""
    return ""


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic.

    `place` is its order among all topics, from 1. `border` is one sentence that says what it is and where it ends.
    `fields` are its own typed values. `brief` makes a fact's values into a few words for a cell («12 månader»).
    """

    id: str
    group: str
    place: int
    name: str
    border: str
    fields: Mapping[str, Field] = field(default_factory=dict)
    brief: Callable[[Values], str] = no_brief
