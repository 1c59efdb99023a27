"""Upptagningsområde: which area the place serves."""

from atlas.topics.common import joined
from atlas.topics.shape import Field, Flag, Words
from atlas.topics.topic import Topic, Values

_SHARED = {True: "gemensamt för parterna", False: "inte gemensamt för parterna"}


def brief(values: Values) -> str:
    """The area, what it follows, and whether the parties share it."""
    return joined(
        values.get("area", ""),
        f"enligt {values['based_on']}" if "based_on" in values else "",
        _SHARED[values["shared"]] if "shared" in values else "",
    )


TOPIC = Topic(
    id="catchment",
    group="people",
    place=10,
    name="Upptagningsområde",
    border="Vilket område familjecentralen betjänar och hur det bestäms. Vilka den är till för hör till Målgrupp, och "
    "läget hör till Lokaler.",
    brief=brief,
    fields={
        "area": Field(Words(as_written=True), "Området, med avtalets ord.", example="närområdet"),
        "based_on": Field(Words(as_written=True), "Vad området följer.", example="BHV:s och KHV:s områdesindelning"),
        "shared": Field(Flag(), "Om området är gemensamt för alla parter.", example="true"),
    },
)
