"""The rules of the house that a machine can hold: who imports whom, who touches what, and how large things are."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
HOOKS = ROOT / "hooks"
MODULES = sorted(path for path in HOOKS.rglob("*.py"))

# Imports point left only. A room may import itself and the rooms before it.
ROOMS = ("source", "topics", "load", "check", "model", "edit", "views", "diff", "site")
MAY_IMPORT = {room: set(ROOMS[: number + 1]) for number, room in enumerate(ROOMS)} | {
    "convert": {"source", "load", "check", "convert"},
    "report": {"source", "load", "diff", "report"},
    "tooling": {"source", "topics", "load", "check", "tooling"},
    "pipeline": {*ROOMS, "report"},
}
# What a pure core never needs: the machine, its clock, its programs and its network.
IMPURE = {
    "os",
    "io",
    "shutil",
    "subprocess",
    "socket",
    "time",
    "datetime",
    "tempfile",
    "urllib",
    "random",
    "mkdocs",
    "edge",
}


def name_of(path: Path) -> str:
    return path.relative_to(HOOKS).as_posix()


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)}: a relative import fails inside a hook"
            yield node.module or ""


def room(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


@pytest.mark.parametrize("path", [path for path in MODULES if path.is_relative_to(HOOKS / "atlas")], ids=name_of)
def test_imports_point_left(path: Path) -> None:
    here = path.relative_to(HOOKS / "atlas").parts[0].removesuffix(".py")
    if here == "__init__":
        return
    wrong = [name for name in imported(path) if name.startswith("atlas.") and room(name) not in MAY_IMPORT[here]]
    assert wrong == []


@pytest.mark.parametrize("path", [path for path in MODULES if path.is_relative_to(HOOKS / "atlas")], ids=name_of)
def test_the_core_is_pure(path: Path) -> None:
    # Addresses are text: `urllib.parse` asks nobody.
    wrong = {name.split(".")[0] for name in imported(path) if name != "urllib.parse"} & IMPURE
    # The shapes ask the calendar whether a day exists, and the dates count in it; nobody asks what day it is.
    wrong -= {"datetime"} if name_of(path) in ("atlas/topics/shape.py", "atlas/views/dates.py") else set()
    # Office formats are written into a stream, which is memory, and want the clock's date as a value.
    wrong -= {"datetime", "io"} if name_of(path) == "atlas/site/office.py" else set()
    called = [node.func for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    calls = {function.id for function in called if isinstance(function, ast.Name)}
    asked = {function.attr for function in called if isinstance(function, ast.Attribute)}
    asked &= {"today", "now", "utcnow", "fromtimestamp"}
    assert wrong | asked | (calls & {"open", "print", "input", "eval", "exec"}) == set()


def test_only_the_adapter_imports_mkdocs() -> None:
    found = [name_of(path) for path in MODULES if any(name.split(".")[0] == "mkdocs" for name in imported(path))]
    assert found == ["mkdocs_adapter.py"]


def test_only_the_site_escapes() -> None:
    found = [
        name_of(path)
        for path in MODULES
        # Reading a page that somebody sent is no escaping.
        if {"markupsafe", "jinja2", "html"} & {n.split(".")[0] for n in imported(path) if n != "html.parser"}
    ]
    assert found and all(name.startswith("atlas/site/") for name in found)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_modules_and_functions_are_small_and_say_what_they_are(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    assert len(text.splitlines()) <= 350
    assert ast.get_docstring(tree)
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    assert [node.name for node in functions if (node.end_lineno or 0) - node.lineno >= 40] == []
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_")]
    public = [*tree.body, *(each for owner in classes for each in owner.body)]
    silent = [
        node.name
        for node in public
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]
    assert silent == []


def test_no_module_hides_one_of_python() -> None:
    assert [path.stem for path in HOOKS.glob("*") if path.stem in sys.stdlib_module_names] == []


def test_the_readme_has_one_picture_that_is_there() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    pictures = [target for part in readme.split("](")[1:] if (target := part.partition(")")[0]).endswith(".png")]
    assert len(pictures) == 1 and (ROOT / pictures[0]).is_file()


def test_every_command_is_in_the_help_of_make_or_cli() -> None:
    sys.path.insert(0, str(HOOKS))
    import cli

    assert [verb for verb, command in cli.VERBS.items() if not (command.__doc__ or "").startswith(verb)] == []
