"""Verksamheter: which services the place holds."""

from atlas.topics.shape import Field, Flag, Term, Words
from atlas.topics.topic import Topic, Values


def brief(values: Values) -> str:
    """Whether the service must be there."""
    if "required" not in values:
        return ""
    return "ska finnas" if values["required"] else "kan finnas"


TOPIC = Topic(
    id="services",
    group="content",
    place=16,
    name="Verksamheter",
    border="Vilka verksamheter som ska eller kan finnas på familjecentralen. Vad de ska göra hör till Ansvar.",
    brief=brief,
    fields={
        "service": Field(
            Term(("services",), named_in_quote=True), "Verksamheten, som id ur services.yml.", example="barnhalsovard"
        ),
        "required": Field(Flag(), "true när den ska finnas, false när den kan finnas.", example="true"),
        "named_as": Field(Words(as_written=True), "Vad avtalet kallar den.", example="BVC"),
    },
)
