"""Tvist: who decides when the parties disagree."""

from atlas.topics.shape import Choice, Field, Words
from atlas.topics.topic import Topic, Values

ORDER = Choice({"first": "i första hand", "then": "därefter"})


def brief(values: Values) -> str:
    """Who decides, and in which order."""
    return " ".join(
        part for part in (ORDER.options.get(values.get("order", ""), ""), values.get("decided_by", "")) if part
    )


TOPIC = Topic(
    id="dispute",
    group="agreement",
    place=7,
    name="Tvist",
    border="Vem som avgör när parterna inte är överens om avtalet. Att begära nya villkor hör till Omförhandling.",
    brief=brief,
    fields={
        "decided_by": Field(Words(as_written=True, is_name=True), "Vem som avgör.", example="svensk domstol"),
        "order": Field(ORDER, "I vilken ordning.", example="first"),
    },
)
