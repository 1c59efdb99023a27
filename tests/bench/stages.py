"""How long each stage takes as agreements grow in number, in time of the processor, and the largest pages.

    python tests/bench/stages.py [N …]

In: numbers of agreements; 5 and 60 unless told. Out: a table, in milliseconds, and per agreement. Not here: the
agreements (generate.py), and what a generator such as MkDocs adds.
"""

import gc
import resource
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType
from typing import TypeVar

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT)]

from atlas.check import run_checks  # noqa: E402
from atlas.load.read import Entry, read  # noqa: E402
from atlas.model.build import build  # noqa: E402
from atlas.site import files, pages  # noqa: E402
from atlas.site.made import Make  # noqa: E402
from atlas.site.page import Page, Renderer  # noqa: E402
from atlas.views.comparison import comparisons  # noqa: E402
from edge.disk import read_templates  # noqa: E402
from tests.bench.generate import generate  # noqa: E402

CLOCK = "2026-11-21"
# Made for people to take along, and no part of what every build must be quick at.
APART = ("files.spreadsheets", "files.briefs")
Done = TypeVar("Done")


class Watch:
    """Times what it is given, by name, in milliseconds, and prints as it goes. The processor's time, not the clock's:
    what else the machine does then matters less.
    """

    def __init__(self, number: int) -> None:
        self.number = number
        self.took: dict[str, float] = {}

    def time(self, name: str, work: Callable[[], Done]) -> Done:
        """What `work` gives."""
        gc.collect()
        start = time.process_time()
        done = work()
        self.took[name] = (time.process_time() - start) * 1000
        self.tell(name, self.took[name])
        return done

    def tell(self, name: str, took: float) -> None:
        """One line of the table."""
        print(f"{self.number:6} {name:28} {took:10.0f} {took / self.number:10.2f}", flush=True)


def main(numbers: list[int]) -> None:
    """Print a table for each number of agreements."""
    print(f"{'N':>6} {'stage':28} {'ms':>10} {'ms each':>10}")
    for number in numbers:
        made = _stages(Watch(number), number)
        _largest(made)
        print(f"       peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB\n")


def _stages(watch: Watch, number: int) -> dict[str, int]:
    """Run every stage. Returns the bytes of every page and file by path."""
    entries = [Entry(path, data) for path, data in generate(number).items()]
    tree = watch.time("load", lambda: read(entries))
    findings = watch.time("check", lambda: run_checks(tree))
    assert not findings, findings[0]
    atlas = watch.time("model", lambda: build(tree))
    compared = watch.time("comparisons", lambda: comparisons(atlas))
    render = watch.time("renderer", lambda: Renderer(read_templates(), atlas, compared, CLOCK))
    sizes: dict[str, int] = {}
    for name, module in _modules(pages, "pages"):
        sizes |= watch.time(name, lambda module=module: _sizes_of_pages(module.pages(render)))  # type: ignore[misc]
    for name, module in _modules(files, "files"):
        sizes |= watch.time(name, lambda module=module: _sizes_of_files(module.files(render)))  # type: ignore[misc]
    watch.tell("core", sum(took for name, took in watch.took.items() if name not in APART))
    return sizes


def _sizes_of_pages(made: Iterable[Page]) -> dict[str, int]:
    return {page.path: len(page.source.encode()) for page in made}


def _sizes_of_files(made: Mapping[str, Make]) -> dict[str, int]:
    return {path: len(make()) for path, make in made.items()}


def _modules(package: ModuleType, function: str) -> Iterator[tuple[str, ModuleType]]:
    for entry in iter_modules(package.__path__):
        module = import_module(f"{package.__name__}.{entry.name}")
        if hasattr(module, function):
            yield f"{function}.{entry.name}", module


def _largest(sizes: dict[str, int]) -> None:
    print(f"       {len(sizes)} pages and files, {sum(sizes.values()) / 1e6:.1f} MB; the largest:")
    for path in sorted(sizes, key=lambda path: -sizes[path])[:12]:
        print(f"       {sizes[path] / 1000:10.0f} kB {path}")


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [5, 60])
