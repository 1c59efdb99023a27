"""Personalens kompetens: what staff must know, and how they go on learning."""

from atlas.topics.common import joined
from atlas.topics.shape import Choice, Field
from atlas.topics.topic import Topic, Values

ABOUT = Choice(
    {
        "requirement": "krav på kompetens",
        "access": "tillgång till kompetens",
        "training": "fortbildning",
        "joint_training": "gemensam fortbildning",
        "team_support": "stöd i teamsamverkan",
        "supervision": "handledning",
    }
)
RESPONSIBLE = Choice(
    {
        "each": "varje huvudman för sin personal",
        "joint": "gemensamt",
        "management": "ledningsgruppen",
        "county": "länssamordnaren",
    }
)


def brief(values: Values) -> str:
    """What it is about, and who sees to it."""
    responsible = RESPONSIBLE.options.get(values.get("responsible", ""), "")
    return joined(ABOUT.options.get(values.get("about", ""), ""), responsible)


TOPIC = Topic(
    id="staff_competence",
    group="content",
    place=21,
    name="Personalens kompetens",
    border="Vilken kompetens personalen ska ha och hur den utvecklas. Vad det kostar hör till Personalkostnader.",
    brief=brief,
    fields={
        "about": Field(ABOUT, "Vad faktumet handlar om.", example="training"),
        "responsible": Field(RESPONSIBLE, "Vem som ansvarar.", example="each"),
    },
)
