"""The site under every Python and Material that this machine can get: `make versions`.

In: interpreters on the path, and the package index. Out: a table of what was tried, what was the same and what was not
to be had. Not here: which versions are pinned. Pythons must make the same bytes; versions of the theme the same words
in the pages' own part, for its frame is the theme's own matter.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1])]

from lxml import etree  # noqa: E402

from tests.project import ROOT, copy_project  # noqa: E402
from tests.reproducible import differences, files_of  # noqa: E402

PYTHONS = ("3.11", "3.12", "3.13")
# The previous minor version of the theme; the one that is pinned stands in requirements/site.in.
PREVIOUS = "mkdocs-material>=9.7,<9.8"
_EPOCH = "1767225600"


def python_of(version: str) -> str:
    """An interpreter of this version that starts; empty when there is none."""
    found = [shutil.which(f"python{version}"), *map(str, Path.home().glob(f".pyenv/versions/{version}.*/bin/python"))]
    for path in filter(None, found):
        asked = subprocess.run([path, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"], capture_output=True)
        if asked.stdout.decode().strip() == version:
            return path
    return ""


_ASK = "import platform, importlib.metadata as m; print(platform.python_version(), m.version('mkdocs-material'))"


def versions_in(folder: Path) -> tuple[str, str]:
    """The versions of Python and of the theme that built a site: `("3.12.1", "9.8.1")`."""
    asked = subprocess.run([folder / "venv/bin/python", "-c", _ASK], capture_output=True, text=True, check=True)
    python, theme = asked.stdout.split()
    return python, theme


def row(*cells: str) -> None:
    """One line of the table."""
    print("".join(f"{cell:{width}}" for cell, width in zip(cells, (28, 10, 10, 7, 30, 0), strict=True)), flush=True)


def site_under(folder: Path, python: str, more: str = "") -> dict[str, bytes] | str:
    """The site as built by an interpreter with the locked packages, and others in their place; or why there is none."""
    here = folder / "venv" / "bin" / "python"
    lock = ["--require-hashes", "-r", str(ROOT / "requirements" / "site.txt")]
    steps = [[python, "-m", "venv", str(folder / "venv")], [str(here), "-m", "pip", "install", "-q", *lock]]
    steps += [[str(here), "-m", "pip", "install", "-q", "--no-deps", more]] if more else []
    project = copy_project(folder / "project")
    steps.append([str(here), "hooks/cli.py", "build"])
    environment = {"PATH": "/usr/bin:/bin", "SOURCE_DATE_EPOCH": _EPOCH, "PYTHONUTF8": "1", "HOME": str(Path.home())}
    for step in steps:
        done = subprocess.run(step, cwd=project, env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            return (done.stderr or done.stdout).strip().splitlines()[-1][:160]
    return files_of(project / "site")


def words(html: bytes) -> str:
    """What a page itself says: the words of its article, without white space."""
    article = etree.HTML(html, etree.HTMLParser(encoding="utf-8")).find(".//article")
    return re.sub(r"\s+", " ", " ".join(article.itertext())) if article is not None else ""


def pages(files: dict[str, bytes]) -> dict[str, bytes]:
    """Each page's own words, as bytes to compare."""
    return {path: words(data).encode() for path, data in files.items() if path.endswith(".html")}


def main() -> int:
    """Build under each, and compare with the first."""
    first: dict[str, bytes] | None = None
    worst = 0
    row("prövat", "Python", "Material", "filer", "jämfört", "utfall")
    for name, version, more in [*((f"Python {each}", each, "") for each in PYTHONS), (PREVIOUS, PYTHONS[0], PREVIOUS)]:
        python = python_of(version)
        with tempfile.TemporaryDirectory() as folder:
            made = site_under(Path(folder), python, more) if python else "finns inte på den här datorn"
            built = ("–", "–") if isinstance(made, str) else versions_in(Path(folder))
        if isinstance(made, str):
            row(name, *built, "–", "–", f"kunde inte prövas: {made}")
            worst = max(worst, 1 if python else 0)
            continue
        first = first or made
        differing = differences(pages(first), pages(made)) if more else differences(first, made)
        what = "sidornas egna ord" if more else "alla filer, byte för byte"
        row(name, *built, str(len(made)), what, ", ".join(differing[:10]) or "lika")
        worst = max(worst, 1 if differing else 0)
    return worst


if __name__ == "__main__":
    sys.exit(main())
