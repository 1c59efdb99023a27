"""The site's own style sheets, scripts and fonts, read from the disk and joined.

In: the folder of hand-written pages and the settings of mkdocs.yml. Out: `Bundles`. Not here: how they are joined.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from atlas.site.bundles import Bundles, Kind, bundle
from edge.fonts import web_fonts


def read_bundles(docs: Path, styles: Iterable[object], scripts: Iterable[object], extra: Mapping[str, Any]) -> Bundles:
    """Join what mkdocs.yml names: `extra.start`, and for some pages `extra.scripts`. Raises ValueError in Swedish."""
    css, js = [str(name) for name in styles], [str(name) for name in scripts]
    kinds = [
        Kind(name, tuple(each["where"]), tuple(each["files"]), tuple(each.get("needs", ())))
        for name, each in extra["scripts"].items()
    ]
    names = {*css, *js, extra["start"], *(name for kind in kinds for name in kind.files)}
    missing = sorted(name for name in names if not (docs / name).is_file())
    if missing:
        raise ValueError(f"mkdocs.yml nämner filer som inte finns i mappen {docs.name}: {', '.join(missing)}")
    sources = {name: (docs / name).read_bytes() for name in sorted(names)}
    return bundle(css, extra["start"], js, kinds, {**sources, **web_fonts()})
