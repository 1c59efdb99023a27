"""Introduktion av ny personal: how new staff are brought in."""

from atlas.topics.common import joined
from atlas.topics.shape import Field, Flag, Words
from atlas.topics.topic import Topic, Values


def brief(values: Values) -> str:
    """Whether there is a plan, and who sees to it."""
    return joined(
        ("med plan" if values["plan"] else "utan plan") if "plan" in values else "",
        values.get("by", ""),
    )


TOPIC = Topic(
    id="induction",
    group="content",
    place=22,
    name="Introduktion av ny personal",
    border="Hur nya medarbetare introduceras i familjecentralens arbete. Fortbildning för personalen hör till "
    "Personalens kompetens.",
    brief=brief,
    fields={
        "plan": Field(Flag(), "true när det ska finnas en plan för introduktionen.", example="true"),
        "by": Field(Words(as_written=True), "Vem som ansvarar, med avtalets ord.", example="Huvudmännen"),
    },
)
