"""Pages to look things up in: words, the six answers, the rules of the check."""

from collections.abc import Iterator

from atlas.check.catalog import rules
from atlas.site.page import Page, Renderer
from atlas.topics.topic import PRECEDENCE, STATUSES
from atlas.views.words import word_list

PLACE = 50


_LISTS = {
    "services": ("Verksamheter", "Det som finns på en familjecentral, eller samarbetar med den."),
    "professions": ("Professioner", "Under yrket står verksamheten som det hör till."),
    "bodies": ("Grupper och roller", "Under namnet står nivån: länet, kommunen eller familjecentralen."),
}


def pages(render: Renderer) -> Iterator[Page]:
    """All of them."""
    yield _glossary(render)
    yield render.page(
        "answers.md.j2",
        "om/svaren/index.md",
        "Så läser du svaren",
        "De sex sätt som ett avtal kan svara på, och hur de visas.",
        lambda: {"precedence": [STATUSES[id].label.lower() for id in PRECEDENCE]},
        nav=("Om", "Så läser du svaren"),
    )
    yield render.page(
        "rules.md.j2",
        "redigera/regler/index.md",
        "Kontrollens regler",
        "Alla fel som kontrollen kan hitta, och hur de rättas.",
        lambda: {"rules": rules().values()},
        nav=("Redigera", "Kontrollens regler"),
    )


def _glossary(render: Renderer) -> Page:
    return render.page(
        "glossary.md.j2",
        "ord/index.md",
        "Ord och förkortningar",
        "Förkortningar och ord i avtalen om familjecentraler.",
        lambda: {
            "abbreviations": word_list(render.atlas, "abbreviations"),
            "lists": [
                {"id": id, "name": name, "about": about, "words": word_list(render.atlas, id)}
                for id, (name, about) in _LISTS.items()
            ],
        },
        nav=("Ny", "Ord och förkortningar"),
        edit="agreements/vocabulary/abbreviations.yml",
    )
