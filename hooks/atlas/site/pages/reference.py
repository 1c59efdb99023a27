"""Pages to look things up in: words, the six answers, the rules of the check."""

from collections.abc import Iterator, Mapping

from atlas.check.catalog import rules
from atlas.load.fold import swedish_order
from atlas.model.agreement import Term
from atlas.site.page import Page, Renderer
from atlas.topics.topic import PRECEDENCE, STATUSES

PLACE = 50


_LISTS = {"services": "Verksamheter", "professions": "Professioner", "bodies": "Grupper och roller"}


def pages(render: Renderer) -> Iterator[Page]:
    """All of them."""
    yield _glossary(render)
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


def _glossary(render: Renderer) -> Page:
    vocabulary = render.atlas.vocabulary
    return render.page(
        "glossary.md.j2",
        "ord/index.md",
        "Ord och förkortningar",
        "Förkortningar och ord i avtalen om familjecentraler.",
        nav=("Ny", "Ord och förkortningar"),
        edit="agreements/vocabulary/abbreviations.yml",
        abbreviations=_in_order(vocabulary.get("abbreviations", {})),
        lists=[{"id": id, "name": name, "terms": _in_order(vocabulary.get(id, {}))} for id, name in _LISTS.items()],
    )


def _in_order(terms: Mapping[str, Term]) -> list[Term]:
    return sorted(terms.values(), key=lambda term: swedish_order(term.name))
