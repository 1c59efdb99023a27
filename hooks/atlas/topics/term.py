"""Avtalstid: from when, until when, and whether it renews itself."""

from atlas.topics.common import joined, when
from atlas.topics.shape import Day, Field, Flag, Number
from atlas.topics.topic import Topic, Values


def brief(values: Values) -> str:
    """The period in words."""
    start, end, renews = values.get("from"), values.get("to"), values.get("renews_months")
    return joined(
        f"{when(start)} – {when(end)}" if start and end else "",
        f"från {when(start)}" if start and not end else "",
        f"till {when(end)}" if end and not start else "",
        f"förlängs {renews} månader i taget" if renews else "",
        "tills vidare" if values.get("until_further_notice") else "",
    )


TOPIC = Topic(
    id="term",
    group="agreement",
    place=2,
    name="Avtalstid",
    border="När avtalet gäller och om det förlängs. Hur det sägs upp hör till Uppsägning.",
    brief=brief,
    fields={
        "from": Field(Day(partial=True), "Första dagen som avtalet gäller.", example="2018-09-21"),
        "to": Field(Day(partial=True), "Sista dagen som avtalet gäller.", example="2010-12-31"),
        "renews_months": Field(Number(1, 240, "months"), "Hur många månader det förlängs i taget.", example="12"),
        "until_further_notice": Field(Flag(), "Om avtalet gäller tills vidare.", example="true"),
    },
)
