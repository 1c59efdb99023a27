"""Anmälningsplikt: the duty to report concern for a child."""

from atlas.topics.shape import Choice, Field, Words
from atlas.topics.topic import Topic

ABOUT = Choice({"duty": "anmälningsplikt", "disclosure": "uppgiftsskyldighet", "lifted": "sekretessen bryts"})

TOPIC = Topic(
    id="duty_to_report",
    group="privacy",
    place=34,
    name="Anmälningsplikt",
    border="Vad avtalet säger om att anmäla oro för ett barn. Lagens plikt gäller även när avtalet inte säger något.",
    brief=lambda values: ABOUT.options.get(values.get("about", ""), ""),
    fields={
        "about": Field(ABOUT, "Vad faktumet handlar om.", example="duty"),
        "applies_to": Field(Words(as_written=True), "Vem det gäller, med avtalets ord.", example="All personal"),
        "recipient": Field(Words(as_written=True), "Vem anmälan går till.", example="Socialtjänsten"),
    },
)
