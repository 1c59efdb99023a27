"""All rules of the house, found in the rooms that find mistakes: for `explain`, the rule reference and the tests."""

from importlib import import_module
from pkgutil import walk_packages

import atlas
from atlas.source import Rule


def rules() -> dict[str, Rule]:
    """Every rule by its code, in order. Raises ValueError when two rules share a code."""
    found: dict[str, Rule] = {}
    for package in ("load", "check"):
        path = [f"{base}/{package}" for base in atlas.__path__]
        for entry in walk_packages(path, f"atlas.{package}."):
            for value in vars(import_module(entry.name)).values():
                if isinstance(value, Rule) and found.setdefault(value.code, value) is not value:
                    raise ValueError(f"two rules have the code {value.code}")
    return dict(sorted(found.items()))
