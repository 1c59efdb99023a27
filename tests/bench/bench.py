"""All that is promised of speed and size, measured in one run and printed side by side.

    python tests/bench/bench.py [N …] [--runs R]

In: numbers of agreements (5, 60, 350 and 1000 unless told) and how often to run (3). Out: a table of medians, and
whether each promise holds. Not here: the agreements (generate.py), the stages of the core (stages.py), and what a
browser makes of the pages.

Each round runs everything once, so that what else the machine does falls on all of it alike. What is made for it lies
in a folder that goes afterwards.
"""

import argparse
import json
import shutil
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT)]

from tests.bench.requirements import (  # noqa: E402
    A_WARM,
    BYTES,
    E_WARM,
    FILES,
    LARGEST,
    MEMORY,
    SEARCH,
    A,
    B,
    C,
    D,
    E,
    verdicts,
)  # fmt: skip
from tests.bench.run import Cost, Failed, run  # noqa: E402
from tests.bench.table import CPU, medians, table  # noqa: E402

_HERE = "tests/bench"


class Bench:
    """Collects figures by row and number of agreements, and tells how far it has come."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.runs: dict[str, dict[int, list[float]]] = defaultdict(lambda: defaultdict(list))

    def measure(self, number: int, runs: int) -> None:
        """Everything at one number of agreements."""
        made, plain = self.folder / str(number), self.folder / f"{number}-bare"
        # In a process of its own: what a process holds counts as held by those that it starts, until they are loaded.
        run(ROOT, f"{_HERE}/projects.py", str(number), str(made), str(plain))
        for again in range(runs):
            self._tell(number, f"omgång {again + 1} av {runs}")
            self._round(number, made, plain)
        self._sizes(number, made / "site")
        shutil.rmtree(made)
        shutil.rmtree(plain)

    def _round(self, number: int, made: Path, plain: Path) -> None:
        for cold, warm, words in ((E, E_WARM, "check"), (A, A_WARM, "build")):
            shutil.rmtree(made / ".cache", ignore_errors=True)
            cost = self._add(cold, number, run(made, "hooks/cli.py", words))
            self._add(warm, number, run(made, "hooks/cli.py", words))
        self.runs[MEMORY][number].append(cost.memory)
        self._add(B, number, run(plain, "-m", "mkdocs", "build", "-q"))
        self._core(number)
        self._edit(number, made)

    def _core(self, number: int) -> None:
        told = run(ROOT, f"{_HERE}/stages.py", str(number)).said
        line = next(line.split() for line in told.splitlines() if " core " in line)
        self.runs[C][number].append(float(line[2]))
        self._tell(number, f"{C}: {line[2]} ms")

    def _edit(self, number: int, made: Path) -> None:
        """One word of one agreement, in the middle of the list."""
        files = sorted((made / "agreements").glob("*/*/agreement.yml"))
        path = files[len(files) // 2]
        text = path.read_text(encoding="utf-8")
        old = next(line for line in text.splitlines() if line.strip().startswith("says: ") and line.endswith("."))
        edits = self.folder / "edits.json"
        edits.write_text(json.dumps([[[path.relative_to(made).as_posix(), old, f"{old[:-1]}, ändrat."]]]), "utf-8")
        told = run(made, str(ROOT / _HERE / "rebuild.py"), str(made), str(self.folder / "served"), str(edits)).said
        again = json.loads([line for line in told.splitlines() if line.startswith("{")][-1])
        path.write_text(text, encoding="utf-8")
        shutil.rmtree(self.folder / "served")
        self.runs[D][number].append(again["seconds"])
        self.runs[D + CPU][number].append(again["cpu"])
        self._tell(number, f"{D}: {again['seconds']:.2f} s, {again['pages']} sidor skrivna")

    def _add(self, row: str, number: int, cost: Cost) -> Cost:
        self.runs[row][number].append(cost.seconds)
        self.runs[row + CPU][number].append(cost.cpu)
        self._tell(number, f"{row}: {cost.seconds:.2f} s, processorn {cost.cpu:.2f} s, {cost.memory:.0f} MB")
        return cost

    def _sizes(self, number: int, site: Path) -> None:
        sizes = {path.relative_to(site).as_posix(): path.stat().st_size for path in site.rglob("*") if path.is_file()}
        pages = {path: size for path, size in sizes.items() if path.endswith(".html")}
        self.runs[BYTES][number] = [sum(sizes.values()) / 1e6]
        self.runs[LARGEST][number] = [max(pages.values()) / 1e6]
        self.runs[SEARCH][number] = [
            sum(s for path, s in sizes.items() if path.startswith(("search/", "data/sok"))) / 1e6
        ]
        self.runs[FILES][number] = [len(pages)]
        largest = sorted(pages, key=lambda path: -pages[path])[:3]
        self._tell(number, "största sidorna: " + ", ".join(f"{path} {pages[path] / 1e6:.2f} MB" for path in largest))

    def _tell(self, number: int, words: str) -> None:
        print(f"  {number:>5} avtal: {words}", file=sys.stderr, flush=True)


def main(words: list[str]) -> int:
    """Measure and print. 0 when all was measured, whatever the figures; 2 when something could not be run."""
    asked = argparse.ArgumentParser(prog="bench.py", description="Mät bygget, sida vid sida.")
    asked.add_argument("numbers", nargs="*", type=int, metavar="N", help="antal avtal (5 60 350 1000)")
    asked.add_argument("--runs", type=int, default=3, help="hur många gånger allt körs (3)")
    chosen = asked.parse_args(words)
    numbers = chosen.numbers or [5, 60, 350, 1000]
    with tempfile.TemporaryDirectory(prefix="avtalsatlas-") as folder:
        bench = Bench(Path(folder))
        try:
            for number in numbers:
                bench.measure(number, chosen.runs)
        except Failed as failed:
            print(f"Mätningen avbröts. {failed}", file=sys.stderr)
            return 2
        except KeyboardInterrupt:
            print("Avbrutet.", file=sys.stderr)
            return 2
    figures = medians(bench.runs)
    print(f"Mitten av {chosen.runs} omgångar, tid efter klockan (processorns tid inom parentes)\n")
    print(table(figures, numbers), end="\n\n")
    print("\n".join(verdicts(figures)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
