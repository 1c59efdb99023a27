"""Föräldraenkät: how parents are asked what they think."""

from atlas.topics.common import joined, often
from atlas.topics.shape import Choice, Field, Words
from atlas.topics.topic import Topic, Values

ABOUT = Choice(
    {
        "experience": "föräldrars upplevelse",
        "goals": "om målen är uppfyllda",
        "conduct": "hur enkäten görs",
        "use": "hur svaren används",
    }
)


def brief(values: Values) -> str:
    """What is asked, and how often."""
    return joined(ABOUT.options.get(values.get("about", ""), ""), often(values.get("every", {})))


TOPIC = Topic(
    id="parent_survey",
    group="follow_up",
    place=37,
    name="Föräldraenkät",
    border="Hur föräldrar får svara på vad de tycker om verksamheten. Annan mätning hör till Uppföljning.",
    brief=brief,
    fields={
        "about": Field(ABOUT, "Vad faktumet handlar om.", example="experience"),
        "by": Field(
            Words(as_written=True), "Vem som gör enkäten eller sammanställer svaren.", example="vårdadministratör"
        ),
    },
)
