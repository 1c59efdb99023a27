"""The whole flow on one page, top to bottom: files in, findings or a site out.

    entries → read → located tree → run_checks → findings, or
                                    build → atlas → build_site → pages and data files

In: entries, templates and the clock, which the edge reads. Out: `Outcome`. Not here: the disk, and any generator.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from atlas.check import run_checks
from atlas.check.against import check_against
from atlas.diff.past import History, changes
from atlas.load.read import Entry, read
from atlas.model.agreement import Atlas
from atlas.model.build import build
from atlas.report.text import to_text
from atlas.site.build import Site, build_site
from atlas.site.repository import UNKNOWN, Repository
from atlas.source import File, Finding


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the files: an atlas when there are no findings, else none."""

    findings: tuple[Finding, ...]
    files: Mapping[str, File]
    atlas: Atlas | None

    @property
    def report(self) -> str:
        """The findings as text for an editor; empty when there are none."""
        return to_text(self.findings, self.files)


def load(entries: Iterable[Entry], base: Iterable[Entry] | None = None) -> Outcome:
    """Read and check, also against an earlier state of the same files when there is a `base`. A finding of any kind
    stops the way to the model: there is no half site.
    """
    tree = read(entries)
    findings = run_checks(tree)
    if base is not None:
        found = {*findings, *check_against(read(base), tree)}
        findings = tuple(sorted(found, key=lambda finding: finding.order))
    return Outcome(findings, tree.files, None if findings else build(tree))


def make(
    outcome: Outcome,
    templates: Mapping[str, str],
    clock: str,
    base: str = "",
    repository: Repository = UNKNOWN,
    history: History | None = None,
) -> Site:
    """The site of an outcome without findings. `clock` is the ISO date of the data, `base` the site's address,
    `repository` where its files are changed, and `history` what is known of earlier states.
    """
    assert outcome.atlas
    return build_site(outcome.atlas, templates, clock, base, repository, changes(history) if history else None)
