"""Pages to look things up in: words, the six answers, the rules of the check."""

from collections.abc import Iterator
from typing import Any

from atlas.check.catalog import rules
from atlas.load.fold import swedish_order
from atlas.site.page import Page, Renderer
from atlas.topics.topic import PRECEDENCE, STATUSES

PLACE = 50


def pages(render: Renderer) -> Iterator[Page]:
    """All of them."""
    vocabulary = render.atlas.vocabulary
    lists: list[dict[str, Any]] = [
        {
            "id": id,
            "name": name,
            "terms": sorted(vocabulary.get(id, {}).values(), key=lambda term: swedish_order(term.name)),
        }
        for id, name in (
            ("services", "Verksamheter"),
            ("professions", "Professioner"),
            ("bodies", "Grupper och roller"),
        )
    ]
    yield render.page(
        "glossary.md.j2",
        "ord/index.md",
        "Ord och förkortningar",
        "Förkortningar och ord i avtalen om familjecentraler.",
        nav=("Ny", "Ord och förkortningar"),
        edit="agreements/vocabulary/abbreviations.yml",
        abbreviations=sorted(vocabulary.get("abbreviations", {}).values(), key=lambda term: swedish_order(term.id)),
        lists=lists,
    )
    yield render.page(
        "answers.md.j2",
        "om/svaren/index.md",
        "Så läser du svaren",
        "De sex sätt som ett avtal kan svara på, och hur de visas.",
        nav=("Om", "Så läser du svaren"),
        precedence=[STATUSES[id].label.lower() for id in PRECEDENCE],
    )
    yield render.page(
        "rules.md.j2",
        "redigera/regler/index.md",
        "Kontrollens regler",
        "Alla fel som kontrollen kan hitta, och hur de rättas.",
        nav=("Redigera", "Kontrollens regler"),
        rules=rules().values(),
    )
