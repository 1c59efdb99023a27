"""Files beside the pages, found by themselves: every module here with `files(render)` makes some.

In: a renderer with the model and the comparisons. Out: bytes by path. Not here: pages.
"""

from importlib import import_module
from pkgutil import iter_modules

from atlas.site.page import Renderer


def all_files(render: Renderer) -> dict[str, bytes]:
    """Every file, by its path in the site."""
    made: dict[str, bytes] = {}
    for entry in iter_modules(__path__):
        module = import_module(f"{__name__}.{entry.name}")
        made |= module.files(render) if hasattr(module, "files") else {}
    return made
