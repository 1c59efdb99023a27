"""Gemensamma kostnader: what the parties pay for together."""

from atlas.topics.common import joined
from atlas.topics.shape import Choice, Field, Flag, Words
from atlas.topics.topic import Topic, Values

COVERS = Choice(
    {
        "operation": "gemensam drift",
        "activities": "gemensamma aktiviteter",
        "supplies": "förbrukningsmaterial",
        "any": "gemensamma kostnader",
    }
)
SPLIT = Choice({"agreed": "fördelas efter överenskommelse", "decided": "fördelas efter beslut"})
_BUDGET = {True: "gemensam budget", False: "ingen gemensam budget"}


def brief(values: Values) -> str:
    """The budget, what it covers, and how it is split."""
    return joined(
        _BUDGET[values["joint_budget"]] if "joint_budget" in values else "",
        COVERS.options.get(values.get("covers", ""), ""),
        SPLIT.options.get(values.get("split", ""), ""),
    )


TOPIC = Topic(
    id="joint_costs",
    group="money",
    place=27,
    name="Gemensamma kostnader",
    border="Gemensam budget och hur gemensamma kostnader fördelas. Personal, lokaler, inventarier och samordnarens "
    "lön har egna ämnen.",
    brief=brief,
    fields={
        "joint_budget": Field(Flag(), "Om det finns en gemensam budget.", example="true"),
        "covers": Field(COVERS, "Vad kostnaden gäller.", example="activities"),
        "split": Field(SPLIT, "Hur kostnaden fördelas.", example="agreed"),
        "decided_by": Field(Words(as_written=True), "Vem som beslutar.", example="ledningsgruppen"),
    },
)
