"""Formalia: decisions, signatures, copies and reference numbers."""

from atlas.topics.common import joined, when
from atlas.topics.shape import Choice, Day, Field, Number, Words
from atlas.topics.topic import Topic, Values

ABOUT = Choice(
    {
        "decision": "beslut",
        "signature": "underskrift",
        "copies": "exemplar",
        "reference": "beteckning",
        "annex": "bilaga",
    }
)


def brief(values: Values) -> str:
    """What it is, and the date or number that goes with it."""
    return joined(
        f"{values['copies']} exemplar" if "copies" in values else ABOUT.options.get(values.get("about", ""), ""),
        when(values["date"]) if "date" in values else "",
        values.get("reference", ""),
    )


TOPIC = Topic(
    id="formalities",
    group="agreement",
    place=8,
    name="Formalia",
    border="Beslut, underskrifter, exemplar, bilagor och beteckningar. När avtalet gäller hör till Avtalstid, och de "
    "som har slutit det hör till Parter.",
    brief=brief,
    fields={
        "about": Field(ABOUT, "Vad faktumet handlar om.", example="copies"),
        "copies": Field(Number(1, 50), "Hur många exemplar som finns.", example="2"),
        "date": Field(Day(partial=True), "Dagen för beslutet eller underskriften.", example="2022-03-11"),
        "by": Field(Words(as_written=True), "Vem som beslutar.", example="Strategigrupp barn och unga"),
        "reference": Field(Words(as_written=True), "Diarienummer, version eller annat.", example="222162"),
    },
)
