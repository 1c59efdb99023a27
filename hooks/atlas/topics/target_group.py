"""Målgrupp: who the place is for, and the ages of the children."""

from atlas.topics.shape import Field, Many, Number, Record, Term, Words
from atlas.topics.topic import Topic, Values


def ages_in_words(ages: Values) -> str:
    """An age range in words: «0–6 år», «från 7 år», «0 år tills barnet börjar förskoleklass»."""
    start, end, until = ages.get("from"), ages.get("to"), ages.get("until")
    if end is not None:
        return f"{start}–{end} år" if start is not None else f"till och med {end} år"
    if until:
        return f"{start} år tills {until}" if start is not None else f"tills {until}"
    return f"från {start} år" if start is not None else ""


def brief(values: Values) -> str:
    """The ages, and the service when they hold for one only."""
    return ages_in_words(values["ages"]) if "ages" in values else ""


TOPIC = Topic(
    id="target_group",
    group="people",
    place=9,
    name="Målgrupp och åldrar",
    border="Vilka familjecentralen är till för och barnens ålder. Var de bor hör till Upptagningsområde.",
    brief=brief,
    fields={
        "who": Field(
            Many(Term(("who",), named_in_quote=True)), "Vilka som nämns, som id ur who.yml.", example="[familjer]"
        ),
        "ages": Field(
            Record(
                {
                    "from": Field(Number(0, 25, "age"), "Från och med vilken ålder, i hela år.", example="0"),
                    "to": Field(
                        Number(0, 25, "age"), "Till och med vilken ålder. Utelämnas när övre gräns saknas.", example="6"
                    ),
                    "until": Field(
                        Words(as_written=True), "Händelsen som är övre gräns, med avtalets ord.", example="skolstart"
                    ),
                }
            ),
            "Barnens ålder.",
            example="{from: 0, to: 6}",
        ),
        "service": Field(
            Term(("services",), named_in_quote=True),
            "Verksamheten, när åldern bara gäller den.",
            example="barnhalsovard",
        ),
    },
)
