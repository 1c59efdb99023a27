"""Samlokalisering: how near each other the services are."""

from atlas.topics.common import joined
from atlas.topics.shape import Choice, Field, Many, Term, Words
from atlas.topics.topic import Topic, Values

# Each as agreements word it. The first two stay apart: definitions differ on what «samlokaliserad» asks for.
DEGREE = Choice(
    {
        "co_located": "samlokaliserade",
        "same_roof": "under samma tak",
        "integrated": "integrerade lokaler",
        "shared_rooms": "gemensam användning av lokaler",
        "near": "nära varandra",
    }
)


def brief(values: Values) -> str:
    """How near, and on which condition."""
    return joined(DEGREE.options.get(values.get("degree", ""), ""), values.get("condition", ""))


TOPIC = Topic(
    id="co_location",
    group="content",
    place=17,
    name="Samlokalisering",
    border="Om verksamheterna ska finnas på samma plats. Hur lokalerna ska vara, och vem som ansvarar för dem, hör "
    "till Lokaler.",
    brief=brief,
    fields={
        "degree": Field(DEGREE, "Hur nära varandra verksamheterna är.", example="same_roof"),
        "services": Field(
            Many(Term(("services",), named_in_quote=True)),
            "Vilka verksamheter det gäller, som id ur services.yml; utelämnas när det gäller alla.",
            example="[barnhalsovard]",
        ),
        "condition": Field(Words(as_written=True), "Villkoret.", example="där detta är möjligt"),
    },
)
