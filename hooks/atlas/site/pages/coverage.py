"""How each text has been read: one page with the counts of all, and one per agreement, sentence by sentence."""

from collections.abc import Iterator

from atlas.model.agreement import Agreement
from atlas.site.page import Page, Renderer
from atlas.views.coverage import coverage, coverage_url
from atlas.views.names import short_name

PLACE = 55


def pages(render: Renderer) -> Iterator[Page]:
    """The overview, then the agreements."""
    atlas = render.atlas
    yield render.page(
        "coverages.md.j2",
        "tackning/index.md",
        "Täckning",
        "Vad i avtalstexterna som är läst till uppgifter, vad som är utelämnat och varför.",
        # One at a time: what is said of every text together is more than the texts.
        lambda: {"read": ((coverage(each), short_name(atlas, each)) for each in atlas.agreements)},
        nav=("Om", "Täckning", "Alla texter"),
    )
    yield from (_page(render, agreement) for agreement in atlas.agreements)


def _page(render: Renderer, agreement: Agreement) -> Page:
    name = short_name(render.atlas, agreement)
    return render.page(
        "coverage.md.j2",
        coverage_url(agreement).removesuffix(".html") + ".md",
        f"Täckning: {name}",
        f"Varje mening i {agreement.title}, och vad den blev på webbplatsen.",
        lambda: {"coverage": coverage(agreement), "name": name},
        nav=("Om", "Täckning", name),
        edit=agreement.path,
    )
