"""Avgift för besökare: whether a visit costs anything."""

from atlas.topics.shape import Field, Flag, Term
from atlas.topics.topic import Topic, Values


def brief(values: Values) -> str:
    """Free or not; the sum when one is given."""
    if "amount" in values:
        return f"{values['amount']['sek']} kr"
    if "free" not in values:
        return ""
    return "kostnadsfritt" if values["free"] else "avgift"


TOPIC = Topic(
    id="visitor_fee",
    group="money",
    place=31,
    name="Avgift för besökare",
    border="Om det kostar något att besöka familjecentralen. Vad parterna betalar hör till de andra ämnena om pengar "
    "och lokaler.",
    brief=brief,
    fields={
        "free": Field(Flag(), "true när besöket är kostnadsfritt, false när det kostar något.", example="true"),
        "service": Field(
            Term(("services",), named_in_quote=True),
            "Verksamheten, när det bara gäller den.",
            example="oppen_forskola",
        ),
    },
)
