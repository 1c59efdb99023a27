"""Omförhandling: when a party may ask for new terms, and how the agreement is changed."""

from atlas.topics.common import joined
from atlas.topics.shape import Choice, Field, Words
from atlas.topics.topic import Topic, Values

ABOUT = Choice({"right": "rätt att begära förhandling", "change": "ändring utan uppsägning"})
WHEN = Choice(
    {
        "political_decision": "vid politiska beslut",
        "changed_terms": "när villkoren ändras",
        "agreed": "när parterna är överens",
    }
)


def brief(values: Values) -> str:
    """What may be done, and when."""
    return joined(ABOUT.options.get(values.get("about", ""), ""), WHEN.options.get(values.get("when", ""), ""))


TOPIC = Topic(
    id="renegotiation",
    group="agreement",
    place=5,
    name="Omförhandling",
    border="När en part kan begära nya villkor och hur avtalet ändras medan det gäller. Återkommande översyn hör "
    "till Revidering.",
    brief=brief,
    fields={
        "about": Field(ABOUT, "Vad faktumet handlar om.", example="right"),
        "when": Field(WHEN, "Vad som krävs för att det ska gälla.", example="political_decision"),
        "by": Field(Words(as_written=True), "Vem som har rätten, med avtalets ord.", example="Respektive part"),
    },
)
