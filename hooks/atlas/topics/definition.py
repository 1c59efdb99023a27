"""Definition: what the agreement means by a familjecentral."""

from atlas.topics.common import joined
from atlas.topics.shape import Choice, Field, Flag, Many
from atlas.topics.topic import Topic, Values

CHARACTER = Choice(
    {
        "health_promoting": "hälsofrämjande",
        "general": "generell",
        "preventive": "förebyggande",
        "supportive": "stödjande",
        "meeting_place": "mötesplats",
        "cooperation": "samverkan mellan yrken",
    }
)
_SIMILAR = {True: "även familjecentralsliknande verksamhet", False: "inte familjecentralsliknande verksamhet"}


def brief(values: Values) -> str:
    """What marks the place, and how far the word reaches."""
    return joined(
        *(CHARACTER.options[mark] for mark in values.get("character", ())),
        _SIMILAR[values["includes_similar"]] if "includes_similar" in values else "",
    )


TOPIC = Topic(
    id="definition",
    group="content",
    place=15,
    name="Definition",
    border="Vad avtalet menar med en familjecentral och vad som kännetecknar den. Vilka verksamheter som ingår hör "
    "till Verksamheter.",
    brief=brief,
    fields={
        "character": Field(Many(CHARACTER), "Vad som kännetecknar den.", example="[general, supportive]"),
        "includes_similar": Field(
            Flag(), "Om ordet också omfattar familjecentralsliknande verksamhet.", example="true"
        ),
    },
)
