"""Lokaler: where the place is, what its rooms are like, and who answers for them."""

from atlas.topics.common import joined
from atlas.topics.shape import Choice, Field, Many, Term
from atlas.topics.topic import Topic, Values

ABOUT = Choice(
    {
        "location": "läge",
        "suited": "anpassade till målgruppen",
        "accessible": "tillgängliga vid funktionsnedsättning",
        "shared_use": "gemensam användning",
        "rent": "hyra",
        "cleaning": "städning",
        "upkeep": "drift och underhåll",
        "responsibility": "ansvar för lokalerna",
    }
)
RESPONSIBLE = Choice({"each": "var och en för sin del", "municipality": "kommunen", "region": "regionen"})


def brief(values: Values) -> str:
    """What it is about, and who answers for it."""
    responsible = RESPONSIBLE.options.get(values.get("responsible", ""), "")
    return joined(ABOUT.options.get(values.get("about", ""), ""), responsible)


TOPIC = Topic(
    id="premises",
    group="money",
    place=28,
    name="Lokaler",
    border="Lokalernas läge, utformning, användning, ansvar och kostnad. Om verksamheterna finns på samma plats hör "
    "till Samlokalisering.",
    brief=brief,
    fields={
        "about": Field(ABOUT, "Vad faktumet handlar om.", example="suited"),
        "responsible": Field(RESPONSIBLE, "Vem som ansvarar.", example="each"),
        "services": Field(
            Many(Term(("services",), named_in_quote=True)),
            "Vems lokaler, som id ur services.yml.",
            example="[oppen_forskola]",
        ),
    },
)
