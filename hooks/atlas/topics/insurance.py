"""Försäkringar: who sees to it that there is insurance."""

from atlas.topics.shape import Choice, Field, Words
from atlas.topics.topic import Topic

RESPONSIBLE = Choice(
    {
        "each": "var och en för sin del",
        "joint": "parterna gemensamt",
        "municipality": "kommunen",
        "region": "regionen",
    }
)

TOPIC = Topic(
    id="insurance",
    group="money",
    place=30,
    name="Försäkringar",
    border="Vem som ansvarar för att det finns försäkringar. Annat ansvar för lokalerna hör till Lokaler.",
    brief=lambda values: RESPONSIBLE.options.get(values.get("responsible", ""), ""),
    fields={
        "responsible": Field(RESPONSIBLE, "Vem som ansvarar.", example="each"),
        "by": Field(Words(as_written=True), "Vem det är, med avtalets ord.", example="Respektive förvaltning"),
        "kind": Field(Words(as_written=True), "Vilka försäkringar.", example="relevanta försäkringar"),
    },
)
