"""Sekretess: secrecy, consent and exchange of information."""

from atlas.topics.shape import Choice, Field, Words
from atlas.topics.topic import Topic

ABOUT = Choice(
    {
        "rule": "sekretess eller tystnadsplikt gäller",
        "consent": "samtycke",
        "exchange": "utbyte av information",
        "informed": "personalen ska känna till reglerna",
        "lifted": "sekretessen bryts",
    }
)

TOPIC = Topic(
    id="secrecy",
    group="privacy",
    place=33,
    name="Sekretess och samtycke",
    border="Vad avtalet säger om tystnadsplikt, samtycke och utbyte av uppgifter. Oro för ett barn hör till "
    "Anmälningsplikt.",
    brief=lambda values: ABOUT.options.get(values.get("about", ""), ""),
    fields={
        "about": Field(ABOUT, "Vad faktumet handlar om.", example="consent"),
        "applies_to": Field(Words(as_written=True), "Vem det gäller, med avtalets ord.", example="All personal"),
    },
)
