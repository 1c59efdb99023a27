"""Uppsägning: how long before, counted from what, and in which form."""

from atlas.topics.common import joined
from atlas.topics.shape import Choice, Field, Flag, Number
from atlas.topics.topic import Topic, Values

BEFORE = Choice(
    {
        "any_time": "när som helst",
        "end_of_term": "före avtalstidens slut",
        "other": "före en annan tidpunkt",
    }
)


def brief(values: Values) -> str:
    """The time of notice in words."""
    months = values.get("months")
    return joined(
        f"{months} månader" if months else "",
        BEFORE.options.get(values.get("before", ""), ""),
        "skriftligt" if values.get("in_writing") else "",
    )


TOPIC = Topic(
    id="notice",
    group="agreement",
    place=3,
    name="Uppsägning",
    border="Hur och hur långt i förväg avtalet sägs upp. Hur länge det annars gäller hör till Avtalstid.",
    brief=brief,
    fields={
        "months": Field(Number(1, 120, "months"), "Uppsägningstiden i månader.", example="12"),
        "before": Field(BEFORE, "Vad tiden räknas från.", example="end_of_term"),
        "in_writing": Field(Flag(), "Om uppsägningen ska vara skriftlig.", example="true"),
    },
)
