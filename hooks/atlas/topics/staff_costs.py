"""Personalkostnader: who pays for the staff."""

from atlas.topics.common import joined
from atlas.topics.shape import Choice, Field, Many, Words
from atlas.topics.topic import Topic, Values

PAID_BY = Choice({"each": "var och en för sin del", "joint": "parterna gemensamt"})
COVERS = Choice(
    {
        "staff": "personal",
        "salary": "lön",
        "training": "kompetensutveckling",
        "supervision": "handledning",
        "other": "övriga kostnader",
    }
)


def brief(values: Values) -> str:
    """Who pays, and for what."""
    covers = joined(*(COVERS.options[cost] for cost in values.get("covers", ())))
    return ": ".join(part for part in (PAID_BY.options.get(values.get("paid_by", ""), ""), covers) if part)


TOPIC = Topic(
    id="staff_costs",
    group="money",
    place=26,
    name="Personalkostnader",
    border="Vem som betalar för personalen, deras utbildning och handledning. Samordnarens lön hör till Samordnare.",
    brief=brief,
    fields={
        "paid_by": Field(PAID_BY, "Vem som betalar.", example="each"),
        "payer": Field(Words(as_written=True), "Den som betalar, med avtalets ord.", example="Respektive huvudman"),
        "covers": Field(Many(COVERS), "Vad kostnaden gäller.", example="[staff, training]"),
    },
)
