"""The work list of each new version: what became of the older one's quotes, on a page of its own per agreement."""

from collections.abc import Iterator

from atlas.model.agreement import Agreement
from atlas.site.page import Page, Renderer
from atlas.views.names import short_name
from atlas.views.renewals import renewals, renewed, url_of

PLACE = 58


def pages(render: Renderer) -> Iterator[Page]:
    """A page for every agreement that replaces others here."""
    yield from (_page(render, agreement) for agreement in renewed(render.atlas))


def _page(render: Renderer, agreement: Agreement) -> Page:
    name = short_name(render.atlas, agreement)
    return render.page(
        "renewal.md.j2",
        url_of(agreement).removesuffix(".html") + ".md",
        f"Ny version: {name}",
        f"Vad som blev av varje citat ur den äldre versionen av {agreement.title}.",
        lambda: {"renewals": renewals(render.atlas, agreement)},
        nav=("Om", "Nya versioner", name),
        edit=agreement.path,
    )
