"""How each text has been read: one page with the counts of all, and one per agreement, sentence by sentence."""

from collections.abc import Iterator

from atlas.site.page import Page, Renderer
from atlas.views.coverage import coverages
from atlas.views.names import short_name

PLACE = 55


def pages(render: Renderer) -> Iterator[Page]:
    """The overview, then the agreements."""
    atlas = render.atlas
    read = [(each, short_name(atlas, each.agreement)) for each in coverages(atlas)]
    yield render.page(
        "coverages.md.j2",
        "tackning/index.md",
        "Täckning",
        "Vad i avtalstexterna som är läst till uppgifter, vad som är utelämnat och varför.",
        nav=("Om", "Täckning", "Alla texter"),
        read=read,
    )
    for coverage, name in read:
        yield render.page(
            "coverage.md.j2",
            coverage.url.removesuffix(".html") + ".md",
            f"Täckning: {name}",
            f"Varje mening i {coverage.agreement.title}, och vad den blev på webbplatsen.",
            nav=("Om", "Täckning", name),
            edit=coverage.agreement.path,
            coverage=coverage,
            name=name,
        )
