"""The site's pages, found by themselves: every module here with `pages(render)` makes some.

In: a renderer with the model and the comparisons. Out: pages. Not here: markup, which templates have.
"""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from atlas.site.page import Page, Renderer


def all_pages(render: Renderer) -> Iterator[Page]:
    """Every generated page, in the order of the navigation: `PLACE` says where a module's pages stand."""
    modules = [import_module(f"{__name__}.{entry.name}") for entry in iter_modules(__path__)]
    for module in sorted((each for each in modules if hasattr(each, "pages")), key=lambda each: each.PLACE):
        yield from module.pages(render)
