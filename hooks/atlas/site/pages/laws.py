"""The page of laws: every rule that an agreement cites, as written, and what holds of it today."""

from collections.abc import Iterator
from typing import Any

from atlas.model.agreement import Atlas
from atlas.site.page import Page, Renderer
from atlas.topics import TOPICS
from atlas.views.laws import all_citations, citations, cited_laws, statutes
from atlas.views.names import short_name

PLACE = 35


def pages(render: Renderer) -> Iterator[Page]:
    """One page; none when no agreement cites anything."""
    if not any(citations(render.atlas, agreement) for agreement in render.atlas.agreements):
        return
    yield render.page(
        "laws.md.j2",
        "lag/index.md",
        "Lagar",
        "Varje lag som avtalen om familjecentraler hänvisar till, och vad som gäller i dag.",
        lambda: _values(render.atlas),
        nav=("Jämför", "Lagar"),
        edit="agreements/vocabulary/laws.yml",
    )


def _values(atlas: Atlas) -> dict[str, Any]:
    cited, laws = all_citations(atlas), cited_laws(atlas)
    figures = [
        {"label": "lagar och andra regler som avtal hänvisar till", "value": sum(bool(law.mentioned) for law in laws)},
        {"label": "uppgifter i avtalen som hänvisar", "value": sum(law.mentioned for law in laws)},
        {"label": "hänvisningar att se upp med", "value": sum(each.stands_out for each in cited)},
    ]
    return {
        "figures": figures,
        "outstanding": [each for each in cited if each.stands_out],
        "cited": [law for law in laws if law.mentioned],
        "others": [law for law in laws if not law.mentioned],
        "statutes": [each for topic in TOPICS for each in statutes(atlas, topic)],
        "names": {agreement.id: short_name(atlas, agreement) for agreement in atlas.agreements},
    }
