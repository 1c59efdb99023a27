"""The invented corpus, what the pipeline makes of it, and golden files. Each room's tests take what they need."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

from atlas.load.read import Entry
from atlas.model.agreement import Atlas
from atlas.pipeline import Outcome, load, make
from atlas.site.build import Site
from edge.disk import read_agreements, read_templates

CORPUS = Path(__file__).parent / "corpus"
Golden = Callable[[str, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write what tests expect anew, from what they see")


@pytest.fixture(scope="session")
def update_golden(pytestconfig: pytest.Config) -> bool:
    """Whether this run writes golden files instead of holding itself against them."""
    return bool(pytestconfig.getoption("--update-golden"))


@pytest.fixture(scope="session")
def corpus() -> Mapping[str, bytes]:
    """The invented corpus: path from the root (`agreements/…`) → bytes. Copy it to change it."""
    return MappingProxyType({entry.path: entry.data for entry in read_agreements(CORPUS)})


@pytest.fixture(scope="session")
def outcome(corpus: Mapping[str, bytes]) -> Outcome:
    """What the check says of the corpus: nothing."""
    return load(Entry(path, data) for path, data in corpus.items())


@pytest.fixture(scope="session")
def atlas(outcome: Outcome) -> Atlas:
    """The model of the corpus."""
    assert outcome.atlas, outcome.report
    return outcome.atlas


@pytest.fixture(scope="session")
def site(outcome: Outcome) -> Site:
    """The pages and data files of the corpus."""
    assert outcome.atlas, outcome.report
    return make(outcome, read_templates(), "2026-01-01")


@pytest.fixture
def golden(request: pytest.FixtureRequest, update_golden: bool) -> Golden:
    """`golden(path, text)`: the text is what stands in `golden/<path>` beside the test."""

    def compare(path: str, text: str) -> None:
        file = request.path.parent / "golden" / path
        if update_golden:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        assert file.exists(), f"{file} saknas: kör pytest --update-golden och läs det som skrevs"
        assert text == file.read_text(encoding="utf-8")

    return compare
