"""«Nytt avtal»: a form that writes the two files of a new agreement. It is built in the browser from the form's data.

In: a renderer. Out: the page, with the way by hand for those without a script. Not here: the data (files/form.py).
"""

from collections.abc import Iterator

from atlas.site.files.form import DATA
from atlas.site.page import Page, Renderer

PLACE = 49


def pages(render: Renderer) -> Iterator[Page]:
    """One page."""
    yield render.page(
        "new_agreement.md.j2",
        "redigera/nytt-avtal/index.md",
        "Nytt avtal",
        "Fyll i ett formulär och få de två filer som ett nytt avtal behöver.",
        lambda: {"data": DATA},
        nav=("Redigera", "Nytt avtal"),
        hide=("toc",),
    )
