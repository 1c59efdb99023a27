"""Which pages stand for all: one of every kind, found in the site itself so that a new kind cannot be forgotten.

In: a built site. Out: the kind of each page, and a page for every kind. Not here: what is asked of them.

A kind is a template, or a page that is written by hand. Its largest page stands for it, and wherever a page has an
element or a class that none of those has, it comes along too.
"""

import re
from pathlib import Path
from typing import Any

import pytest

from atlas.pipeline import make
from atlas.site.page import Page, Renderer
from edge.disk import read_templates
from edge.loading import load_root
from tests.project import ROOT


def kinds(site: Path) -> dict[str, str]:
    """The kind of every page of a site that was built of the real agreements: its template, or its own address."""
    templates: dict[str, str] = {}
    original = Renderer.page

    def page(self: Renderer, template: str, *words: Any, **values: Any) -> Page:
        made = original(self, template, *words, **values)
        templates[made.url] = template
        return made

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Renderer, "page", page)
        make(load_root(ROOT), read_templates(), "2026-01-01")
    built = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    assert set(templates) <= set(built)
    return {path: templates.get(path, path) for path in built}


def one_of_each(site: Path) -> tuple[str, ...]:
    """The pages that stand for all."""
    found = kinds(site)
    size = {path: (site / path).stat().st_size for path in found}
    looks = {path: _looks((site / path).read_text(encoding="utf-8")) for path in found}
    largest: dict[str, str] = {}
    for path, kind in found.items():
        if kind not in largest or size[path] > size[largest[kind]]:
            largest[kind] = path
    chosen = list(largest.values())
    left = set[str]().union(*looks.values()) - set[str]().union(*(looks[path] for path in chosen))
    while left:
        best = max(found, key=lambda path: (len(looks[path] & left), -size[path]))
        chosen.append(best)
        left -= looks[best]
    return tuple(chosen)


def _looks(html: str) -> set[str]:
    """Its elements and classes. Numbers in a class tell one from another, not one kind from another."""
    classes = {each for names in re.findall(r'class="([^"]*)"', html) for each in names.split()}
    return {re.sub(r"\d+", "0", each) for each in classes} | set(re.findall(r"<([a-z][a-z0-9]*)", html))
