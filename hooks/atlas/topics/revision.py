"""Revidering: how often the agreement is gone through, and by whom."""

from atlas.topics.common import joined
from atlas.topics.shape import Field, Number, Words
from atlas.topics.topic import Topic, Values

_OFTEN = {1: "varje år", 2: "vartannat år"}


def brief(values: Values) -> str:
    """How often, and by whom."""
    years = values.get("every_years")
    return joined(
        _OFTEN.get(years, f"vart {years}:e år") if years else "",
        f"av {values['by']}" if "by" in values else "",
    )


TOPIC = Topic(
    id="revision",
    group="agreement",
    place=4,
    name="Revidering",
    border="Hur ofta avtalet ska ses över och vem som gör det. En parts rätt att begära nya villkor hör till "
    "Omförhandling.",
    brief=brief,
    fields={
        "every_years": Field(Number(1, 20, "years"), "Hur många år det går mellan gångerna.", example="4"),
        "by": Field(Words(as_written=True), "Vem som ser över avtalet.", example="länssamordnaren"),
    },
)
