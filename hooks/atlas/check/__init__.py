"""Located tree to findings: one rule, or one family of rules that share their work, per file.

A file here that has a function `check(tree)`, of folders and files, or `check_vocabulary(tree)`, of the vocabulary, is
found by itself; to add a rule is to add a file and its case. Folders are checked one by one (apart.py): what a rule of
folders may know of other folders is `tree.known`, and nothing else.
"""

from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module
from itertools import chain
from pkgutil import iter_modules

from atlas.load.read import Tree
from atlas.source import Finding

Check = Callable[[Tree], Iterable[Finding]]
_OF_FOLDERS, _OF_VOCABULARY = "check", "check_vocabulary"


def checks() -> dict[str, Check]:
    """Every check of this folder, by the name of its file."""
    found: dict[str, list[Check]] = {}
    for kind in (_OF_FOLDERS, _OF_VOCABULARY):
        for name, check in _checks(kind).items():
            found.setdefault(name, []).append(check)
    return {name: _all(each) for name, each in sorted(found.items())}


def _all(parts: list[Check]) -> Check:
    return lambda tree: chain.from_iterable(part(tree) for part in parts)


@cache
def _checks(kind: str) -> dict[str, Check]:
    modules = ((entry.name, import_module(f"{__name__}.{entry.name}")) for entry in iter_modules(__path__))
    return {name: getattr(module, kind) for name, module in modules if hasattr(module, kind)}


def run_checks(tree: Tree) -> tuple[Finding, ...]:
    """All findings of a tree, what the reading found included, each once, in the order of the files."""
    return ordered(findings_of_folders(tree) | findings_of_vocabulary(tree))


def findings_of_folders(tree: Tree) -> set[Finding]:
    """The findings of a tree's folders and files, and of their reading. The vocabulary is taken as it is."""
    return {*tree.findings, *chain.from_iterable(check(tree) for check in _checks(_OF_FOLDERS).values())}


def findings_of_vocabulary(tree: Tree) -> set[Finding]:
    """The findings of a tree's vocabulary."""
    return set(chain.from_iterable(check(tree) for check in _checks(_OF_VOCABULARY).values()))


def ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings in the order of the files."""
    return tuple(sorted(findings, key=lambda finding: finding.order))
