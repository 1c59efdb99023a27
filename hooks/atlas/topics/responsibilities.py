"""Ansvar: the duties of each service and profession."""

from atlas.topics.shape import Field, Term
from atlas.topics.topic import Topic

TOPIC = Topic(
    id="responsibilities",
    group="content",
    place=18,
    name="Ansvar per profession och verksamhet",
    border="Vad en verksamhet eller profession ska göra. En parts åtaganden, allas gemensamma åtaganden och en grupps "
    "uppgifter har egna ämnen.",
    fields={
        "actor": Field(
            Term(("professions", "services", "bodies", "parties"), named_in_quote=True),
            "Vem som har ansvaret: id ur professions.yml, services.yml eller bodies.yml, eller en part i samma fil.",
            example="barnhalsovard",
        ),
        "service": Field(
            Term(("services",), named_in_quote=True),
            "Verksamheten som uppgiften gäller, när ansvaret ligger på en part.",
            example="oppen_forskola",
        ),
    },
)
