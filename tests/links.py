"""Where a built site leads: `python tests/links.py` lists the links to other hosts; the tests ask for the broken ones.

In: the folder of a built site. Out: links that lead nowhere, and hosts with their addresses and where they stand.
Not here: whether another host answers. Nothing is ever fetched.
"""

import csv
import json
import re
import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml import etree

_LEADS = ("href", "src", "action", "poster", "data", "{http://www.w3.org/1999/xlink}href", "xlink:href")
_ELSEWHERE = ("mailto", "data", "tel", "blob")
# What scripts and programs read has addresses in many places: under names, in rows, in attributes for scripts. All are
# told by how they look: from the root, or from a page with dots before.
_PLACE = re.compile(r"(?:\.\.?/)*[\w./-]+\.(?:html|js|json|csv|xlsx|docx|ics|atom)(?:#\S+)?")
_CSS = re.compile(r"url\(\s*['\"]?([^'\")]+)")
_ADDRESS = re.compile(r"https?://[^\s\"'<>\\)\]]+")
# Names of formats, which look like addresses and are asked of nobody.
_NAMES = (
    "http://www.w3.org/",
    "http://schemas.",
    "http://purl.org/",
    "http://json-schema.org",
    "https://json-schema.org",
)


def links(site: Path) -> Iterator[tuple[Path, str]]:
    """Every link of every file: the file, and the address as it stands there."""
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        match path.suffix:
            case ".html":
                yield from ((path, link) for link in _page(path)[1])
            case ".css":
                yield from ((path, link) for link in _CSS.findall(path.read_text("utf-8")))
            case ".json":
                yield from ((path, link) for link in _urls(json.loads(path.read_text("utf-8"))))
            case ".js" if path.parts[len(site.parts)] == "data":
                # One value, given a name for the scripts of the pages.
                value = path.read_text("utf-8").rpartition("; window")[2].partition(" = ")[2]
                yield from ((path, link) for link in _urls(json.loads(value.rstrip().removesuffix(";"))))
            case ".csv":
                rows = csv.reader(path.read_text("utf-8-sig").splitlines(), delimiter=";")
                yield from ((path, cell) for row in rows for cell in row if _PLACE.fullmatch(cell))
            case ".atom" | ".ics":
                told = path.read_bytes().replace(b"\r\n ", b"").decode()
                yield from ((path, link) for link in _ADDRESS.findall(told.replace("\\n", " ")))
                if path.suffix == ".atom":
                    leads = etree.fromstring(path.read_bytes()).iter("{*}link")
                    yield from ((path, link.get("href", "")) for link in leads)
            case ".docx" | ".xlsx":
                yield from ((path, link) for link in _package(path))


@lru_cache(maxsize=2000)
def _page(path: Path) -> tuple[frozenset[str], tuple[str, ...]]:
    """The addresses that a page has, and those that it links to."""
    ids, found = set[str](), list[str]()
    for element in etree.HTML(path.read_bytes(), etree.HTMLParser(encoding="utf-8")).iter(etree.Element):
        ids |= {element.get(key) for key in ("id", "name") if element.get(key)}
        found += [value for key in _LEADS if (value := element.get(key)) is not None]
        found += [part.split()[0] for part in (element.get("srcset") or "").split(",") if part.strip()]
        found += _CSS.findall(element.get("style") or "")
        told = [value for key, value in element.items() if key.startswith("data-") and _PLACE.fullmatch(value)]
        # What a script loads is counted from the root: the page may have changed under it.
        found += [value if value.startswith(".") or not value.endswith(".js") else f"/{value}" for value in told]
    return frozenset(ids), tuple(found)


def _urls(told: Any) -> Iterator[str]:
    """Addresses in data: what stands under `url`, and all that looks like a place of the site."""
    if isinstance(told, str) and _PLACE.fullmatch(told):
        yield told
    elif isinstance(told, dict):
        for key, value in told.items():
            yield from [value] if key == "url" and isinstance(value, str) and value else _urls(value)
    elif isinstance(told, list):
        for value in told:
            yield from _urls(value)


def _package(path: Path) -> Iterator[str]:
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                root = etree.fromstring(package.read(name))
                outer = (each for each in root.iter("{*}Relationship") if each.get("TargetMode") == "External")
                yield from (each.get("Target", "") for each in outer)
                yield from _ADDRESS.findall(" ".join(root.itertext()))


def broken(site: Path, address: str = "http://127.0.0.1:8000/") -> list[str]:
    """The links to this site that lead nowhere: to no file, or to a place that the page does not have."""
    wrong = set()
    for path, link in links(site):
        here = link.removeprefix(address) if link.startswith(address) else link
        parts = urlsplit(here)
        if parts.scheme in ("http", "https", *_ELSEWHERE):
            continue
        # Data and feeds count from the root, and so does the page for addresses that do not exist.
        rooted = here is not link or link.startswith("/") or path.suffix not in (".html", ".css")
        page = None if rooted else path.relative_to(site).as_posix()
        if is_lost(site, here, page):
            wrong.add(f"{path.relative_to(site)} → {link}")
    return sorted(wrong)


def is_lost(site: Path, link: str, page: str | None = None) -> bool:
    """Whether an address within the site leads nowhere. It counts from the root, or from a page."""
    parts = urlsplit(link)
    target = ((site / page).parent if page else site) / unquote(parts.path).lstrip("/")
    target = site / page if page and not parts.path else target.resolve()
    target = target / "index.html" if target.is_dir() else target
    anchored = parts.fragment and target.suffix == ".html" and target.is_file()
    return not target.is_file() or bool(anchored and unquote(parts.fragment) not in _page(target)[0])


def external(site: Path) -> dict[str, dict[str, list[str]]]:
    """The links to other hosts: host → address → the files that it stands in."""
    found: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for path, link in links(site):
        parts = urlsplit(link)
        if parts.scheme in ("http", "https") and parts.hostname != "127.0.0.1" and not link.startswith(_NAMES):
            found[parts.hostname or ""][link].append(path.relative_to(site).as_posix())
    return {host: {link: sorted(set(at)) for link, at in sorted(told.items())} for host, told in sorted(found.items())}


def main() -> int:
    """List the links to other hosts, and fail when a link within the site leads nowhere."""
    site = Path(__file__).resolve().parents[1] / "site"
    if not site.is_dir():
        print("Webbplatsen är inte byggd. Kör make site först.", file=sys.stderr)
        return 2
    told = external(site)
    for host, addresses in told.items():
        print(f"{host} ({len(addresses)} adresser)")
        for link, files in addresses.items():
            print(f"  {link}\n    {len(files)} filer: {', '.join(files[:3])}{' …' if len(files) > 3 else ''}")
    wrong = broken(site)
    print(f"{len(told)} andra värdar. Ingen av dem har frågats. {len(wrong)} länkar inom webbplatsen leder ingenstans.")
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
