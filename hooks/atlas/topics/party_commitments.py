"""Parternas åtaganden: what one party, or each for itself, takes upon itself."""

from atlas.topics.shape import Choice, Field, Term, Words
from atlas.topics.topic import Topic

ABOUT = Choice(
    {
        "activity": "bedriva verksamhet",
        "staffing": "bemanning och kompetens",
        "supervision": "arbetsledning",
        "premises": "lokaler",
        "costs": "kostnader och försäkringar",
        "appoint": "utse chef eller kontaktperson",
        "develop": "stödja utveckling",
    }
)

TOPIC = Topic(
    id="party_commitments",
    group="content",
    place=19,
    name="Parternas åtaganden",
    border="Vad en part, eller var och en av parterna, åtar sig. Det som de ska göra tillsammans hör till Gemensamma "
    "åtaganden, och det som en verksamhet eller profession ska göra till Ansvar.",
    brief=lambda values: ABOUT.options.get(values.get("about", ""), ""),
    fields={
        "party": Field(
            Term(("parties",)), "Parten, som id i samma fil; utelämnas när ingen nämns.", example="kommunen"
        ),
        "by": Field(Words(as_written=True), "Vem det är, med avtalets ord.", example="Respektive huvudman"),
        "about": Field(ABOUT, "Vad åtagandet gäller.", example="staffing"),
    },
)
