"""Two builds of the same files on two paths, in two time zones, locales and orders of hashing: `make reproducible`.

In: the project. Out: which files of the two sites differ, if any. Not here: what is built.
"""

import sys
import tempfile
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1])]

from tests.project import build, copy_project  # noqa: E402

# The same moment is another day in the two zones, and commas and months are written in other ways.
MACHINES = {
    "en mapp": {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "1"},
    "en annan mapp å": {
        "TZ": "Pacific/Pago_Pago",
        "LC_ALL": "sv_SE.UTF-8",
        "LANG": "sv_SE.UTF-8",
        "PYTHONHASHSEED": "7",
    },
}


def files_of(site: Path) -> dict[str, bytes]:
    """Every file of a site."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}


def differences(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The files that only one has, or that are not the same in both."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def main() -> int:
    """Build twice and compare."""
    with tempfile.TemporaryDirectory() as folder:
        one, other = (
            files_of(build(copy_project(Path(folder) / name), SOURCE_DATE_EPOCH="1767225600", **machine))
            for name, machine in MACHINES.items()
        )
    differing = differences(one, other)
    if differing:
        print(
            f"{len(differing)} av {len(one)} filer skiljer sig mellan två byggen av samma sak:", *differing, sep="\n  "
        )
        return 1
    size = sum(map(len, one.values())) / 1_000_000
    print(f"Två byggen på två platser, i två tidszoner och språk: {len(one)} filer, {size:.1f} MB, lika byte för byte.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
