"""Inventarier och material: who answers for furniture, equipment and material."""

from atlas.topics.common import joined
from atlas.topics.shape import Choice, Field, Words
from atlas.topics.topic import Topic, Values

KIND = Choice(
    {
        "basic": "basinventarier",
        "own": "egna inventarier",
        "joint": "gemensamma inventarier",
        "material": "gemensamt material",
    }
)
RESPONSIBLE = Choice(
    {
        "each": "var och en",
        "joint": "parterna gemensamt",
        "main_activity": "de som har sin huvudverksamhet där",
    }
)


def brief(values: Values) -> str:
    """What it is, and who answers for it."""
    responsible = RESPONSIBLE.options.get(values.get("responsible", ""), "")
    return joined(KIND.options.get(values.get("kind", ""), ""), responsible)


TOPIC = Topic(
    id="furnishings",
    group="money",
    place=29,
    name="Inventarier och material",
    border="Vem som ansvarar för, betalar eller får använda inventarier och gemensamt material. Förbrukningsmaterial "
    "hör till Gemensamma kostnader.",
    brief=brief,
    fields={
        "kind": Field(KIND, "Vad det gäller.", example="basic"),
        "responsible": Field(RESPONSIBLE, "Vem som ansvarar eller betalar.", example="each"),
        "by": Field(Words(as_written=True), "Vem det är, med avtalets ord.", example="Varje verksamhet"),
    },
)
