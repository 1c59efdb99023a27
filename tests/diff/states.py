"""States of the invented corpus: the corpus with some words put in the place of others.

In: the corpus and edits. Out: what the pipeline makes of it, and the difference. Not here: assertions.
"""

from collections.abc import Mapping, Sequence

from atlas.diff.compare import compare
from atlas.diff.told import Told, told
from atlas.load.read import Entry
from atlas.model.agreement import Atlas
from atlas.pipeline import load

CLOCK = "2026-01-01"
TOWN, COUNTY, REPORT = "exempel/kommun-2014", "exempel/lan-2022", "exempel/rapport-2020"
Edit = tuple[str, str, str]


def yml(id: str) -> str:
    return f"agreements/{id}/{'document' if 'rapport' in id else 'agreement'}.yml"


def text(id: str) -> str:
    return f"agreements/{id}/text.md"


def edited(corpus: Mapping[str, bytes], edits: Sequence[Edit]) -> dict[str, bytes]:
    """The corpus after edits: in which file, which words, and what stands there instead. The words must be there."""
    files = dict(corpus)
    for path, old, new in edits:
        words = files[path].decode()
        assert old in words, f"{path}: {old}"
        files[path] = words.replace(old, new).encode()
    return files


def moved(files: Mapping[str, bytes], old: str, new: str) -> dict[str, bytes]:
    """The files after a folder was given another name, everywhere."""
    return {path.replace(old, new): data.replace(old.encode(), new.encode()) for path, data in files.items()}


def without(files: Mapping[str, bytes], id: str) -> dict[str, bytes]:
    return {path: data for path, data in files.items() if not path.startswith(f"agreements/{id}/")}


def atlas_of(files: Mapping[str, bytes]) -> Atlas:
    """The model of files that check clean."""
    outcome = load(Entry(path, data) for path, data in files.items())
    assert outcome.atlas, outcome.report
    return outcome.atlas


def sentences(atlas: Atlas, files: Mapping[str, bytes]) -> list[str]:
    """All that changed from an atlas to files, each as «name: subject: words»."""
    return [f"{each.name}: {one.subject}: {one.told}" for each in changed(atlas, files) for one in each.sentences]


def changed(atlas: Atlas, files: Mapping[str, bytes]) -> tuple[Told, ...]:
    return told(compare(atlas, atlas_of(files), CLOCK))
