"""Projects to measure: the code of this one with generated agreements, and the same site for a bare MkDocs.

    python tests/bench/projects.py N FOLDER BARE-FOLDER

In: a number of agreements and an empty folder. Out: projects on disk. Not here: what is measured on them.
"""

import shutil
import sys
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT)]

from atlas.pipeline import make  # noqa: E402
from edge.disk import read_templates, write_files  # noqa: E402
from edge.loading import load_root  # noqa: E402
from tests.bench.generate import generate  # noqa: E402

CLOCK = "2026-11-21"
# The settings of mkdocs.yml that are MkDocs' and Material's own.
_KEPT = ("site_name", "site_url", "use_directory_urls", "plugins", "markdown_extensions", "exclude_docs")


def project(number: int, folder: Path) -> Path:
    """A project as somebody would clone it, with generated agreements. Returns its folder."""
    for name in ("hooks", "docs"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    write_files(folder, generate(number).items())
    return folder


def bare(made: Path, folder: Path) -> Path:
    """The final Markdown of a project with the same settings for MkDocs and Material, no hooks and no theme of ours."""
    outcome = load_root(made)
    assert outcome.atlas, outcome.report
    site = make(outcome, read_templates(), CLOCK)
    shutil.copytree(made / "docs", folder / "docs")
    write_files(folder / "docs", ((page.path, page.source.encode()) for page in site.pages))
    write_files(folder / "docs", site.files.items())
    (folder / "mkdocs.yml").write_text(_settings(made, site.nav), encoding="utf-8")
    return folder


def _settings(made: Path, nav: object) -> str:
    # Its tags (!ENV) are MkDocs' own: what they stand on is text here.
    ours = yaml.load((made / "mkdocs.yml").read_text(encoding="utf-8"), Loader=_Plain)
    theme = {key: value for key, value in ours["theme"].items() if key != "custom_dir"}
    kept = {key: ours[key] for key in _KEPT if key in ours}
    return yaml.safe_dump({**kept, "theme": theme, "nav": nav}, allow_unicode=True, sort_keys=False)


class _Plain(yaml.SafeLoader):
    """Reads mkdocs.yml; of a value from the environment it takes what stands there when nothing is set."""


def _default(loader: yaml.SafeLoader, node: yaml.Node) -> Any:
    assert isinstance(node, yaml.SequenceNode)
    return loader.construct_sequence(node)[-1]


_Plain.add_constructor("!ENV", _default)


if __name__ == "__main__":
    bare(project(int(sys.argv[1]), Path(sys.argv[2])), Path(sys.argv[3]))
