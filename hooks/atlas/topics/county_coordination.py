"""Samordning i länet: what holds the places of a county together."""

from atlas.topics.common import joined
from atlas.topics.shape import Choice, Field, Term, Words
from atlas.topics.topic import Topic, Values

ABOUT = Choice(
    {
        "role": "roll eller grupp",
        "equality": "likvärdighet i länet",
        "quality": "fortbildning och kvalitet",
        "learning": "lärande och erfarenhetsutbyte",
        "new_centres": "nya familjecentraler",
    }
)


def brief(values: Values) -> str:
    """What it is about, or the task."""
    return joined(values.get("by", ""), values.get("task", "") or ABOUT.options.get(values.get("about", ""), ""))


TOPIC = Topic(
    id="county_coordination",
    group="steering",
    place=25,
    name="Samordning i länet",
    border="Det som samordnar länets familjecentraler: länssamordnare, arbetsgrupper, nätverk och stöd till nya. "
    "Beslutande grupper hör till Ledning och styrning.",
    brief=brief,
    fields={
        "about": Field(ABOUT, "Vad faktumet handlar om.", example="equality"),
        "by": Field(Words(as_written=True), "Vem som samordnar, med avtalets ord.", example="Länssamordnare"),
        "function": Field(
            Term(("bodies",)), "Rollens eller gruppens funktion ur bodies.yml.", example="roll_lanssamordnare"
        ),
        "task": Field(Words(), "En uppgift, i korta ord; en per faktum.", example="ansvara för fortbildning"),
        "reports_to": Field(Words(as_written=True), "Vem den rapporterar till.", example="strategigrupp barn och unga"),
    },
)
