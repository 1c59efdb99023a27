"""The site's own style sheets, scripts and fonts, and what the theme brings of them, read from the disk and joined.

In: the folder of hand-written pages, the folders of the theme, and the settings of mkdocs.yml. Out: `Bundles`, and
where the theme's script lies. Not here: how they are joined.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from atlas.site.bundles import Bundles, Kind, bundle
from edge.fonts import web_fonts


def read_bundles(
    docs: Path, themes: Iterable[str], styles: Iterable[object], scripts: Iterable[object], extra: Mapping[str, Any]
) -> Bundles:
    """Join what mkdocs.yml names: `extra.start`, and for some pages `extra.scripts`. Raises ValueError in Swedish.

    The theme's style sheets come first in ours: a page waits for one file before it is drawn, and not for three.
    """
    css, js = [str(name) for name in styles], [str(name) for name in scripts]
    kinds = [
        Kind(name, tuple(each["where"]), tuple(each["files"]), tuple(each.get("needs", ())))
        for name, each in extra["scripts"].items()
    ]
    names = {*css, *js, extra["start"], *(name for kind in kinds for name in kind.files)}
    missing = sorted(name for name in names if not (docs / name).is_file())
    if missing:
        raise ValueError(f"mkdocs.yml nämner filer som inte finns i mappen {docs.name}: {', '.join(missing)}")
    folders = [Path(theme) for theme in themes]
    theme = {f"theme/{each}": _of_theme(folders, each) for each in extra["theme"]["styles"]}
    read = {name: path.read_bytes() for name, path in ({name: docs / name for name in sorted(names)} | theme).items()}
    return bundle([*theme, *css], extra["start"], js, kinds, {**read, **web_fonts()})


def theme_script(themes: Iterable[str], extra: Mapping[str, Any]) -> str:
    """The path in the site of the theme's own script. Raises ValueError in Swedish."""
    pattern = str(extra["theme"]["script"])
    return str(Path(pattern).parent / _of_theme([Path(theme) for theme in themes], pattern).name)


def _of_theme(folders: Iterable[Path], pattern: str) -> Path:
    """The one file of the theme that a pattern means: its name has a fingerprint that changes with the version."""
    found = [path for folder in folders for path in sorted(folder.glob(pattern))]
    if len(found) != 1:
        raise ValueError(
            f"mkdocs.yml: extra.theme anger {pattern}, men temat har {len(found)} sådana filer. Det ska ha en."
        )
    return found[0]
