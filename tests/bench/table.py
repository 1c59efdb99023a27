"""The figures as a table: a row for each thing that is measured, a column for each number of agreements.

In: figures by row and number. Out: text. Not here: what they must be (requirements.py).
"""

from collections.abc import Iterable, Mapping
from statistics import median

from tests.bench.requirements import A_WARM, BYTES, E_WARM, FILES, LARGEST, MEMORY, SEARCH, A, B, C, D, E, Figures

ROWS: Mapping[str, str] = {
    A: "(a) make site, utan cache, s",
    A_WARM: "    med cache, s",
    B: "(b) bara MkDocs och Material, s",
    C: "(c) bara kärnan, ms",
    D: "(d) efter en ändring i make serve, s",
    E: "(e) check utan cache, s",
    E_WARM: "    med cache, s",
    MEMORY: "minne som mest i (a), MB",
    BYTES: "webbplatsen, MB",
    LARGEST: "största sidan, MB",
    SEARCH: "sökindex, MB",
    FILES: "sidor",
}
# The same rows in time of the processor, which says more when others use the machine too.
CPU = " cpu"


def table(figures: Figures, numbers: Iterable[int]) -> str:
    """All rows that have figures; for those that take time also the time of the processor, in brackets."""
    columns = list(numbers)
    lines = [f"{'avtal':40}" + "".join(f"{number:>20}" for number in columns)]
    for row, label in ROWS.items():
        if row in figures:
            cells = (_cell(figures, row, number) for number in columns)
            lines.append(f"{label:40}" + "".join(f"{cell:>20}" for cell in cells))
    return "\n".join(lines)


def medians(runs: Mapping[str, Mapping[int, list[float]]]) -> dict[str, dict[int, float]]:
    """The middle of the runs of every row."""
    return {row: {number: median(found) for number, found in each.items() if found} for row, each in runs.items()}


def _cell(figures: Figures, row: str, number: int) -> str:
    found, cpu = figures[row].get(number), figures.get(row + CPU, {}).get(number)
    if found is None:
        return "–"
    return f"{found:.2f}" + (f" ({cpu:.2f})" if cpu is not None else "")
