"""Where pages of one kind stand: at the kind's own address while there is one, and in folders of their own when many.

In: documents. Out: addresses, and the page that lists several. Not here: what the pages say.
"""

from collections.abc import Iterator, Sequence

from atlas.model.agreement import Document
from atlas.site.page import Page, Renderer

COORDINATOR = ("Ny", "För samordnare")


def address(root: str, document: Document, alone: bool) -> str:
    """The address of a document's page: the root's own, as long as there is no other."""
    return f"{root}/index.html" if alone else f"{root}/{document.id}/index.html"


def branch(render: Renderer, title: str, document: Document, alone: bool) -> tuple[str, ...]:
    """Where the page stands in the navigation."""
    own = () if alone else (render.atlas.name("counties", document.county), document.title)
    return (*COORDINATOR, title, *own)


def list_page(render: Renderer, root: str, title: str, lead: str, documents: Sequence[Document]) -> Iterator[Page]:
    """The page that leads to the others; none while there is only one of them."""
    if len(documents) < 2:
        return
    listed = [
        (document, address(root, document, alone=False), render.atlas.name("counties", document.county))
        for document in documents
    ]
    nav = (*COORDINATOR, title, "Alla")
    values = {"lead": lead, "listed": listed}
    yield render.page("several.md.j2", f"{root}/index.md", title, lead, lambda: values, nav=nav)
