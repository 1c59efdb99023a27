"""Model to tables: one comparison per file, found by itself.

A file here that has `TOPIC` (a topic's id) and `tables(atlas)` is that topic's own comparison; every other topic gets
the plain one.
"""

from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules

from atlas.model.agreement import Atlas
from atlas.views.table import Table

Tables = Callable[[Atlas], tuple[Table, ...]]


def own_views() -> dict[str, Tables]:
    """The topics that have a comparison of their own, and the function that makes it."""
    modules = (import_module(f"{__name__}.{entry.name}") for entry in iter_modules(__path__))
    return {module.TOPIC: module.tables for module in modules if hasattr(module, "TOPIC")}
