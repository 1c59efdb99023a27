"""Files beside the pages, found by themselves: every module here with `files(render)` makes some.

In: a renderer with the model and the comparisons. Out: bytes by path, made when they are asked for. Not here: pages.
"""

from importlib import import_module
from pkgutil import iter_modules

from atlas.site.made import Made, Make
from atlas.site.page import Renderer


def all_files(render: Renderer) -> Made:
    """Every file, by its path in the site."""
    makers: dict[str, Make] = {}
    for entry in iter_modules(__path__):
        module = import_module(f"{__name__}.{entry.name}")
        makers |= module.files(render) if hasattr(module, "files") else {}
    return Made(makers)
