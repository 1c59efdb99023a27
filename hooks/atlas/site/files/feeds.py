"""Atom feeds (RFC 4287) of what has changed: one for the whole country, and one for each county.

In: a renderer with the changes. Out: bytes by path, the same in every build of one history. Not here: what changed.

An entry is one agreement at one moment. Nobody's name is in it: changes are the editors', not a person's.
"""

import re
from collections.abc import Iterable
from functools import partial
from itertools import islice
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from atlas.diff.changes import AROUND
from atlas.site.changes import ALL, URL, Entry, entries, feed_counties, feed_path
from atlas.site.made import Make
from atlas.site.page import Renderer

_ATOM, _XHTML = "http://www.w3.org/2005/Atom", "http://www.w3.org/1999/xhtml"
# Ids stay when the site moves to another address.
_TAG = "tag:avtalsatlas,2026:"
# How many sentences an entry holds; the page has the rest.
_MOST = 20
# How many entries a feed holds: whoever follows it has seen the older ones.
_ENTRIES = 200
_NOT_IN_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def files(render: Renderer) -> dict[str, Make]:
    """The feeds, by path."""
    counties: dict[str, Make] = {feed_path(id): partial(_of_county, render, id) for id in feed_counties(render)}
    return {ALL: lambda: feed(render, ALL, "Avtalsatlas: ändringar", entries(render)), **counties}


def _of_county(render: Renderer, county: str) -> bytes:
    name = f"Avtalsatlas: ändringar i {render.atlas.name('counties', county)}"
    return feed(render, feed_path(county), name, (each for each in entries(render) if each.told.county == county))


def feed(render: Renderer, path: str, title: str, every: Iterable[Entry]) -> bytes:
    """One feed."""
    listed, site = list(islice(every, _ENTRIES)), render.whole("")
    # Until somebody knows where the site lives, addresses count from the feed's own folder.
    root = Element("feed", {"xmlns": _ATOM, "xml:lang": "sv", "xml:base": site or "../"})
    _add(root, "id", _TAG + path)
    _add(root, "title", title)
    _add(root, "subtitle", _about(render))
    _add(root, "updated", listed[0].at if listed else f"{render.clock}T00:00:00Z")
    _add(SubElement(root, "author"), "name", "Avtalsatlas")
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": URL})
    if site:
        SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": path})
    for entry in listed:
        _entry(SubElement(root, "entry"), entry)
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'.encode()


def _about(render: Renderer) -> str:
    if render.changes is None:
        return "Webbplatsen är byggd utan historik, så flödet är tomt. Det betyder inte att inget har ändrats."
    return "Vad som har ändrats i uppgifterna om avtalen om familjecentraler."


def _entry(parent: Element, entry: Entry) -> None:
    _add(parent, "id", _TAG + entry.anchor)
    _add(parent, "title", _title(entry))
    _add(parent, "updated", entry.at)
    SubElement(parent, "link", {"rel": "alternate", "type": "text/html", "href": f"{URL}#{entry.anchor}"})
    content = SubElement(parent, "content", {"type": "xhtml"})
    listed = SubElement(SubElement(content, "div", {"xmlns": _XHTML}), "ul")
    for line in entry.lines[:_MOST]:
        item = SubElement(listed, "li")
        words = f"{line.sentence.subject}: {line.sentence.told}"
        if line.url:
            item = SubElement(item, "a", {"href": line.url})
        _say(item, words)
    if len(entry.lines) > _MOST:
        _add(listed, "li", f"Och {len(entry.lines) - _MOST} till på webbplatsen.")


def _title(entry: Entry) -> str:
    if len(entry.lines) == 1:
        return f"{entry.told.name}: {entry.lines[0].sentence.subject.lower()}"
    count = sum(line.sentence.kind != AROUND for line in entry.lines)
    return f"{entry.told.name}: {count} {'ändring' if count == 1 else 'ändringar'}"


def _add(parent: Element, name: str, words: str) -> Element:
    child = SubElement(parent, name)
    _say(child, words)
    return child


def _say(element: Element, words: str) -> None:
    element.text = _NOT_IN_XML.sub("\ufffd", words)
