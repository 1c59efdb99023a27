"""Uppföljning: how the work, and the agreement, are measured."""

from atlas.topics.common import joined, often
from atlas.topics.shape import Choice, Field, Words
from atlas.topics.topic import Topic, Values

ABOUT = Choice(
    {
        "activity": "uppföljning av verksamheten",
        "agreement": "uppföljning av avtalet",
        "measures": "mått",
        "goals": "mål som går att följa upp",
        "model": "modell",
        "analysis": "sammanställning och analys",
        "development": "utveckling",
    }
)
MEASURES = Choice({"joint": "gemensamma", "national": "nationella"})


def brief(values: Values) -> str:
    """What is followed up, with what, and how often."""
    about = ABOUT.options.get(values.get("about", ""), "")
    kind = MEASURES.options.get(values.get("measures", ""), "")
    return joined(f"{kind} mått" if kind else about, often(values.get("every", {})))


TOPIC = Topic(
    id="follow_up",
    group="follow_up",
    place=36,
    name="Uppföljning",
    border="Hur verksamheten och avtalet följs upp och mäts. Redovisningar och enkäter till föräldrar har egna ämnen.",
    brief=brief,
    fields={
        "about": Field(ABOUT, "Vad faktumet handlar om.", example="measures"),
        "measures": Field(MEASURES, "Vilka mått som används.", example="national"),
        "by": Field(Words(as_written=True), "Vem som följer upp.", example="Den strategiska arbetsgruppen"),
    },
)
