"""What others have made of the site, with their licences: files to go with it.

In: the installed packages. Out: the licences' texts and a list of them, by path in the site. Not here: the fonts' own
texts, which lie beside the fonts (fonts.py), and what the site is built with but does not carry (tests/audit.py).
"""

from importlib.metadata import distribution
from pathlib import Path

FOLDER = "assets/licenser"
# What of a package is on the site, by package, with the licence and the end of the path of its text.
SHIPPED = {
    ("mkdocs-material", ".dist-info/licenses/LICENSE", "material"): (
        "Material for MkDocs: stilmallar och skript",
        "MIT",
    ),
    ("mkdocs-material", ".icons/material/LICENSE", "ikoner"): (
        "Material Design Icons: ikoner i sidorna",
        "Pictogrammers Free License, Apache 2.0",
    ),
    ("mkdocs", ".dist-info/licenses/LICENSE", "mkdocs"): ("MkDocs: sidmallar", "BSD-2-Clause"),
}


# The fonts, whose texts lie beside them: package, what of it is on the site, and the licence.
FONTS = {
    "font-source-sans-pro": ("Source Sans Pro: typsnitt", "SIL OFL 1.1"),
    "font-source-serif-pro": ("Source Serif Pro: typsnitt", "SIL OFL 1.1"),
}


def shipped() -> list[tuple[str, str, str]]:
    """All that others have made and that is on the site: what it is, its version and its licence."""
    made = [*FONTS.items(), *((package, told) for (package, _, _), told in SHIPPED.items())]
    return [(what, distribution(package).version, licence) for package, (what, licence) in made]


def licence_files() -> dict[str, bytes]:
    """The texts, word for word, and the list «innehall.txt»."""
    files: dict[str, bytes] = {}
    rows = [
        "Det här har andra gjort av det som finns på webbplatsen. Licensernas texter ligger bredvid.",
        "",
        "Source Sans Pro och Source Serif Pro: typsnitt. SIL OFL 1.1. ../fonts/",
    ]
    for (package, end, name), (what, licence) in SHIPPED.items():
        made = distribution(package)
        path = next(each for each in made.files or () if str(each).endswith(end))
        files[f"{FOLDER}/{name}.txt"] = Path(str(made.locate_file(path))).read_bytes()
        rows.append(f"{what} (version {made.version}). {licence}. {name}.txt")
    files[f"{FOLDER}/innehall.txt"] = ("\n".join(rows) + "\n").encode()
    return files
