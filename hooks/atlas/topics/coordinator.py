"""Samordnare: the coordinator of a place."""

from atlas.topics.common import joined
from atlas.topics.shape import Choice, Field, Flag, Many, Number, Record, Share, Term, Words
from atlas.topics.topic import Topic, Values

PER = Choice({"centre": "familjecentral", "municipality": "kommun", "district": "stadsdel"})


def brief(values: Values) -> str:
    """What the fact says of the coordinator, in a few words."""
    return joined(
        f"en per {PER.options[values['per']]}" if "per" in values else "",
        f"högst {values['max_percent']} % av heltid" if "max_percent" in values else "",
        f"{values['term_years']} år" if "term_years" in values else "",
        *(f"{payer.get('party', 'parterna')}: {payer['share']}" for payer in values.get("paid_by", ())),
        values.get("task", ""),
    )


TOPIC = Topic(
    id="coordinator",
    group="steering",
    place=24,
    name="Samordnare",
    border="Den som samordnar en familjecentral: uppdrag, omfattning, tid och lön. Länssamordnaren hör till "
    "Samordning i länet.",
    brief=brief,
    fields={
        "per": Field(PER, "Vad det ska finnas en samordnare för.", example="centre"),
        "max_percent": Field(Number(1, 100, "percent"), "Högsta omfattning i procent av heltid.", example="20"),
        "term_years": Field(Number(1, 20, "years"), "Hur många år uppdraget gäller.", example="3"),
        "paid_by": Field(
            Many(
                Record(
                    {
                        "party": Field(
                            Term(("parties",)),
                            "Parten, som id i samma fil; utelämnas när ingen nämns.",
                            example="regionen",
                        ),
                        "share": Field(Share(), "Andelen av kostnaden.", required=True, example="1/4"),
                    }
                )
            ),
            "Vem som betalar, och hur stor del.",
            example="[{share: 1/4}]",
        ),
        "appointed_by": Field(Words(as_written=True), "Vem som utser samordnaren.", example="styrgruppen"),
        "recruited_from": Field(Words(as_written=True), "Vilka samordnaren väljs bland.", example="personalen"),
        "in_writing": Field(Flag(), "Om uppdraget ska regleras skriftligt.", example="true"),
        "task": Field(Words(), "En uppgift, i korta ord; en per faktum.", example="leda det gemensamma arbetet"),
        "reports_to": Field(Words(as_written=True), "Vem samordnaren rapporterar till.", example="styrgruppen"),
    },
)
