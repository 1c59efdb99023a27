"""Choose and compare: the page on which a reader picks agreements. What it shows then is made in the browser.

In: a renderer. Out: the page with its way without a browser's script. Not here: the data (files/choose.py).
"""

from collections.abc import Iterator

from atlas.site.files.choose import INDEX
from atlas.site.page import Page, Renderer

PLACE = 32


def pages(render: Renderer) -> Iterator[Page]:
    """One page."""
    yield render.page(
        "choose.md.j2",
        "jamfor/valj/index.md",
        "Välj och jämför",
        "Välj två eller flera avtal om familjecentraler och se dem sida vid sida, ämne för ämne.",
        lambda: {"index": INDEX},
        nav=("Jämför", "Välj och jämför"),
        hide=("toc",),
    )
