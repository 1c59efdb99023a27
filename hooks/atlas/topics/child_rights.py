"""Barnets rättigheter: how the convention on the rights of the child shapes the work."""

from atlas.topics.common import joined
from atlas.topics.shape import Choice, Field, Number
from atlas.topics.topic import Topic, Values

ABOUT = Choice(
    {
        "convention": "barnkonventionen i arbetet",
        "perspective": "barnperspektiv eller barnrättsperspektiv",
        "equal_worth": "alla barns lika värde",
        "best_interests": "barnets bästa",
        "development": "barnets utveckling",
        "views": "barnets åsikter",
        "parents": "föräldrarnas ansvar eller kunskap",
        "plan": "handlingsplan, handbok eller bokslut",
    }
)


def brief(values: Values) -> str:
    """What it is about, and which article."""
    return joined(
        ABOUT.options.get(values.get("about", ""), ""),
        f"artikel {values['article']}" if "article" in values else "",
    )


TOPIC = Topic(
    id="child_rights",
    group="people",
    place=14,
    name="Barnets rättigheter",
    border="Hur barnkonventionen och barnets rättigheter ska prägla arbetet. Att barn är delaktiga i "
    "familjecentralens arbete hör till Delaktighet.",
    brief=brief,
    fields={
        "about": Field(ABOUT, "Vad faktumet handlar om.", example="best_interests"),
        "article": Field(Number(1, 54), "Artikeln i barnkonventionen; en per faktum.", example="3"),
    },
)
