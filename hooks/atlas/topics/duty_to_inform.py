"""Informationsskyldighet: what the parties must tell each other before they act."""

from atlas.topics.shape import Choice, Field, Words
from atlas.topics.topic import Topic

ABOUT = Choice({"inform": "informera om planerade åtgärder", "risk": "göra riskanalys"})

TOPIC = Topic(
    id="duty_to_inform",
    group="agreement",
    place=6,
    name="Informationsskyldighet",
    border="Vad parterna ska berätta för varandra om planer som kan påverka familjecentralen. Uppgifter om enskilda "
    "personer hör till Sekretess och samtycke.",
    brief=lambda values: ABOUT.options.get(values.get("about", ""), ""),
    fields={
        "about": Field(ABOUT, "Vad faktumet handlar om.", example="inform"),
        "by": Field(Words(as_written=True), "Vem som har skyldigheten, med avtalets ord.", example="Parterna"),
        "recipient": Field(Words(as_written=True), "Vem som ska få veta.", example="varandra"),
    },
)
