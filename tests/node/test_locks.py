"""What Node's packages are pinned to: a version and a hash for each, and no address, as for Python's."""

import json
from pathlib import Path

import pytest

LOCKS = sorted(Path(__file__).parent.glob("*/package-lock.json"))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.parent.name)
def test_packages_are_pinned_with_hashes_and_without_addresses(lock: Path) -> None:
    packages = json.loads(lock.read_text(encoding="utf-8"))["packages"]
    wanted = json.loads(lock.with_name("package.json").read_text(encoding="utf-8"))["dependencies"]
    assert packages.pop("")["dependencies"] == wanted
    assert packages
    assert [name for name, each in packages.items() if not each["integrity"].startswith("sha512-")] == []
    assert [name for name, each in packages.items() if "resolved" in each] == []
    assert [name for name, version in wanted.items() if not version[0].isdigit()] == []
