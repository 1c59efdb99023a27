"""The prose of a whole project, measured: generated pages and hand-written ones.

In: the project's root. Out: figures by page. Not here: what counts as prose, and how it is counted.
"""

from collections.abc import Mapping
from pathlib import Path

from markdown import markdown

from atlas.pipeline import Outcome, make
from atlas.report.lix import Lix, Vocabulary, measure
from atlas.site.prose import is_ours, passages
from atlas.views.words import all_words
from edge.disk import read_templates

# Those of mkdocs.yml that decide what is a list of terms, a heading or code.
_EXTENSIONS = ["admonition", "attr_list", "def_list", "fenced_code"]


def measure_pages(root: Path, outcome: Outcome) -> Mapping[str, Lix]:
    """The figures of every page that we wrote, by its path."""
    assert outcome.atlas
    # The clock stands in no prose.
    site = make(outcome, read_templates(), "2026-01-01")
    pages = {**_hand_written(root / "docs"), **{page.path: page.markdown for page in site.pages}}
    vocabulary = Vocabulary(all_words(outcome.atlas))
    return {
        path: measure(passages(markdown(text, extensions=_EXTENSIONS)), vocabulary)
        for path, text in pages.items()
        if is_ours(path)
    }


def _hand_written(docs: Path) -> dict[str, str]:
    """The published pages of `docs`, without their heads."""
    paths = sorted(path for path in docs.rglob("*.md") if "decisions" not in path.relative_to(docs).parts)
    texts = {path.relative_to(docs).as_posix(): path.read_text(encoding="utf-8") for path in paths}
    return {path: text.split("\n---\n", 1)[-1] for path, text in texts.items()}
