"""Ledning: the bodies that steer, who sits in them, how often they meet and what they do."""

from atlas.topics.common import EVERY, LEVEL, joined, often
from atlas.topics.shape import Field, Flag, Many, Record, Term, Words
from atlas.topics.topic import Topic, Values


def brief(values: Values) -> str:
    """What the fact says of its body, in a few words."""
    return joined(
        values.get("task", ""),
        often(values.get("meets", {})),
        f"sammankallande: {values['convener']}" if "convener" in values else "",
    )


TOPIC = Topic(
    id="governance",
    group="steering",
    place=23,
    name="Ledning och styrning",
    border="Grupper och roller som styr: vilka som ingår, vem som kallar, hur ofta de möts, vad de gör. Samordnaren "
    "och länets samordning har egna ämnen.",
    brief=brief,
    fields={
        "body": Field(Words(as_written=True), "Gruppens namn, som avtalet skriver det.", example="Styrgrupp"),
        "function": Field(Term(("bodies",)), "Gruppens funktion, som id ur bodies.yml.", example="gov_styr"),
        "body_level": Field(LEVEL, "På vilken nivå gruppen finns.", example="municipality"),
        "members": Field(
            Many(Words(as_written=True)), "Vilka som ingår, med avtalets ord.", example="[chefstjänstemän]"
        ),
        "convener": Field(Words(as_written=True), "Vem som sammankallar.", example="förvaltningschef"),
        "meets": Field(
            Record({**EVERY.fields, "at_least": Field(Flag(), "true när det är minst så ofta.", example="true")}),
            "Hur ofta gruppen möts.",
            example="{times: 1, per: year, at_least: true}",
        ),
        "task": Field(Words(), "En uppgift, i korta ord; en per faktum.", example="följa upp verksamheten"),
        "reports_to": Field(Words(as_written=True), "Vem gruppen rapporterar till.", example="länsgruppen"),
        "appointed_by": Field(Words(as_written=True), "Vem som utser gruppen eller rollen.", example="nämnden"),
    },
)
