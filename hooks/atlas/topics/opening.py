"""Öppettider och tillgänglighet: when the place is open, and how easy it is to reach."""

from atlas.topics.common import joined
from atlas.topics.shape import Choice, Field, Flag, Words
from atlas.topics.topic import Topic, Values

ABOUT = Choice(
    {
        "year": "öppet under året",
        "summer": "sommaren",
        "hours": "öppettider",
        "easy_to_reach": "lätt att nå",
    }
)


def brief(values: Values) -> str:
    """When it is open; what else it says where that is not said."""
    found = joined(
        ("öppet året om" if values["all_year"] else "inte öppet året om") if "all_year" in values else "",
        "så långt det går" if values.get("as_far_as_possible") else "",
        "kan minska på sommaren" if values.get("less_in_summer") else "",
    )
    return found or ABOUT.options.get(values.get("about", ""), "")


TOPIC = Topic(
    id="opening",
    group="access",
    place=32,
    name="Öppettider och tillgänglighet",
    border="När familjecentralen är öppen och hur lätt den är att nå. Att lokalerna fungerar vid "
    "funktionsnedsättning hör till Lokaler.",
    brief=brief,
    fields={
        "about": Field(ABOUT, "Vad faktumet handlar om.", example="year"),
        "all_year": Field(Flag(), "Om den ska vara öppen året om.", example="true"),
        "as_far_as_possible": Field(Flag(), "true när det gäller så långt det går.", example="true"),
        "less_in_summer": Field(Flag(), "Om verksamheten kan minska på sommaren.", example="true"),
        "planned_by": Field(Words(as_written=True), "Vilka som planerar minskningen.", example="huvudmännen"),
    },
)
