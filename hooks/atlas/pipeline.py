"""The whole flow on one page, top to bottom: files in, findings or a site out.

    entries → read → located tree → findings, or
                                    build → atlas → build_site → pages and data files

Folder by folder, as far as the atlas: a tree takes ten times the room of what is built from it, and is then let go.

In: entries, templates and the clock, which the edge reads. Out: `Outcome`. Not here: the disk, and any generator.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from atlas.check import ordered
from atlas.check.against import check_against
from atlas.check.apart import Clean, Kept, fingerprints, judge, still_clean, verdict
from atlas.diff.past import History, changes
from atlas.load.read import SHARED, Entry, by_folder, known_ids, read
from atlas.model.agreement import Atlas, Document
from atlas.model.build import assemble, build_folder
from atlas.report.text import to_text
from atlas.site.build import Site, build_site
from atlas.site.repository import UNKNOWN, Repository
from atlas.source import File, Finding


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the files: an atlas when there are no findings, else none.

    `files` are those that findings are in. `keep` is what spares the next run the checks, by fingerprint.
    """

    findings: tuple[Finding, ...]
    files: Mapping[str, File]
    atlas: Atlas | None
    keep: Mapping[str, Clean] = field(default_factory=dict)

    @property
    def report(self) -> str:
        """The findings as text for an editor; empty when there are none."""
        return to_text(self.findings, self.files)


def load(
    entries: Iterable[Entry], base: Iterable[Entry] | None = None, kept: Kept | None = None, code: str = ""
) -> Outcome:
    """Read and check, also against an earlier state of the same files when there is a `base`. A finding of any kind
    stops the way to the model: there is no half site.

    `kept` is what an earlier run kept of folders that need no check again, and `code` stands for the code that judged.
    """
    entries = list(entries)
    folders = by_folder(entries)
    known, keys = known_ids(entries), fingerprints(folders, code)
    clean = still_clean(keys, kept or {}, known)
    shared = read(folders[SHARED])
    findings: set[Finding] = set()
    built: list[Document] = []
    for id, here in folders.items():
        tree = shared if id == SHARED else read(here, known=known).beside(shared)
        if id not in clean:
            told = judge(tree, whole=id == SHARED)
            findings |= told
            clean |= {} if told else {id: verdict(tree)}
        if not findings:
            built += [build_folder(folder) for folder in tree.folders]
    keep = {key: clean[id] for id, key in keys.items() if id in clean}
    if base is not None:
        findings |= {*check_against(read(base), read(entries))}
    paths = {finding.span.path for finding in findings}
    files = read(entry for entry in entries if entry.path in paths).files
    return Outcome(ordered(findings), files, None if findings else assemble(built, shared), keep)


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
