"""What axe-core says of a page in a window and in colours.

In: a page that is loaded. Out: violations. Not here: which pages and windows (kinds.py, windows below), and assertions.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from playwright.sync_api import Page

from tests.project import ROOT

PACKAGES = ROOT / ".venv" / "node" / "pages" / "node_modules"

# Every rule of axe-core, best practice included, but what it calls experimental and AAA.
_RUN = """(options) => axe.run(document, { resultTypes: ["violations"], ...options }).then((result) =>
    result.violations.flatMap((each) => each.nodes.map((node) => ({
        rule: each.id, where: node.target.flat().join(" "), html: node.html, why: node.failureSummary }))))"""
# What may change with the colours alone.
_COLOURS = ("color-contrast", "link-in-text-block")
# New in WCAG 2.2, and axe leaves it out unless it is asked for.
_RULES = {"target-size": {"enabled": True}}
# Forced colours are the reader's own choice, and axe reads there what the page asked for.
_FORCED = {**_RULES, "color-contrast": {"enabled": False}}


@dataclass(frozen=True, slots=True)
class Window:
    """A width in CSS pixels and a set of colours: «light», «dark» or «forced», which is Windows' high contrast."""

    width: int
    colours: str

    def __str__(self) -> str:
        return f"{self.width} {self.colours}"


@dataclass(frozen=True, slots=True)
class Violation:
    """A rule, the place where it is broken, and why axe says so."""

    rule: str
    where: str
    html: str
    why: str


WIDE = (Window(1440, "light"), Window(1440, "dark"))
NARROW = (Window(390, "light"), Window(390, "forced"), Window(320, "light"), Window(320, "dark"))
ALL = tuple(Window(width, colours) for width in (1440, 390, 320) for colours in ("light", "dark", "forced"))


@cache
def _source() -> str:
    return (PACKAGES / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def look(page: Page, window: Window) -> None:
    """Show a page in a window and in colours, as a reader who has chosen them sees it."""
    page.set_viewport_size({"width": window.width, "height": 900})
    scheme: Any = "dark" if window.colours == "dark" else "light"
    page.emulate_media(color_scheme=scheme, forced_colors="active" if window.colours == "forced" else "none")
    theme = "slate" if window.colours == "dark" else "default"
    page.evaluate("theme => document.body.setAttribute('data-md-color-scheme', theme)", theme)


def violations(page: Page, window: Window, every_rule: bool = True) -> tuple[Violation, ...]:
    """What axe finds on a page as it stands. In the dark, unless `every_rule` is asked for, only rules on colours: all
    others find there what they find in the light.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(_source())
    options: dict[str, object] = {"rules": _FORCED if window.colours == "forced" else _RULES}
    if window.colours == "dark" and not every_rule:
        options = {"runOnly": _COLOURS}
    return tuple(Violation(**found) for found in page.evaluate(_RUN, options))


def settle(page: Page) -> None:
    """Let what moves come to rest: axe would measure a colour on its way."""
    page.evaluate("""() => Promise.all(document.getAnimations().map((each) => each.finished.catch(() => {})))""")


def open_all(page: Page) -> None:
    """Unfold everything that can be unfolded."""
    page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")


def audit(
    page: Page, address: str, paths: tuple[str, ...], windows: tuple[Window, ...], every_rule: bool = False
) -> Iterator[tuple[str, Window, tuple[Violation, ...]]]:
    """Pages in windows, and what is broken there: folded as they come where they are wide, unfolded where narrow."""
    for path in paths:
        page.goto(address + path)
        for window in windows:
            look(page, window)
            if window.width < 1440:
                open_all(page)
            settle(page)
            yield path, window, violations(page, window, every_rule)


def told(where: str, window: Window, found: tuple[Violation, ...]) -> list[str]:
    """Violations as lines to read."""
    return [f"{where} [{window}] {each.rule}: {each.where}\n    {each.html[:200]}\n    {each.why}" for each in found]
