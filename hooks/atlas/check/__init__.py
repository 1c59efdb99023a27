"""Located tree to findings: one rule, or one family of rules that share their work, per file.

A file here that has a function `check(tree)` is found by itself; to add a rule is to add a file and its case.
"""

from collections.abc import Callable, Iterable
from importlib import import_module
from pkgutil import iter_modules

from atlas.load.read import Tree
from atlas.source import Finding

Check = Callable[[Tree], Iterable[Finding]]


def checks() -> dict[str, Check]:
    """Every check of this folder, by the name of its file."""
    modules = ((entry.name, import_module(f"{__name__}.{entry.name}")) for entry in iter_modules(__path__))
    return {name: module.check for name, module in modules if hasattr(module, "check")}


def run_checks(tree: Tree) -> tuple[Finding, ...]:
    """All findings of a tree, what the reading found included, each once, in the order of the files."""
    found = {*tree.findings}
    for check in checks().values():
        found.update(check(tree))
    return tuple(sorted(found, key=lambda finding: finding.order))
