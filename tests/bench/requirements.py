"""What is promised of the figures, and whether it holds.

In: figures by row and number of agreements. Out: a line for each requirement. Not here: how anything is measured.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

# Row → number of agreements → figure. A row without a figure was not measured.
Figures = Mapping[str, Mapping[int, float]]
A, A_WARM, B, C, D = "a", "a varm", "b", "c", "d"
E, E_WARM = "e", "e varm"
MEMORY, BYTES, LARGEST, SEARCH, FILES = "minne", "webbplats", "största sidan", "sökindex", "sidor"
_GROWTH = 1.2


@dataclass(frozen=True, slots=True)
class Requirement:
    """One promise: in words, what it may be at most, and its figure, None when that was not measured."""

    words: str
    most: float
    figure: Callable[[Figures], float | None]


def verdicts(figures: Figures) -> Iterator[str]:
    """A line for each: what was promised, what came out, and whether that holds."""
    for each in REQUIREMENTS:
        found = each.figure(figures)
        verdict = "mättes inte" if found is None else "håller" if found <= each.most else "HÅLLER INTE"
        shown = "" if found is None else f"{found:.2f}"
        yield f"{each.words:58} högst {each.most:7.2f}   {shown:>9}   {verdict}"


def _ratio(row: str, other: str, number: int) -> Callable[[Figures], float | None]:
    def figure(figures: Figures) -> float | None:
        first, second = figures.get(row, {}).get(number), figures.get(other, {}).get(number)
        return first / second if first is not None and second else None

    return figure


def _growth(row: str) -> Callable[[Figures], float | None]:
    """How much more than linear it grows between 350 and 1000."""

    def figure(figures: Figures) -> float | None:
        small, large = figures.get(row, {}).get(350), figures.get(row, {}).get(1000)
        return (large / 1000) / (small / 350) if small and large is not None else None

    return figure


def _largest(row: str, number: int | None = None, each: bool = False) -> Callable[[Figures], float | None]:
    """The figure at one number of agreements, or the largest of all; with `each`, of every agreement."""

    def figure(figures: Figures) -> float | None:
        found = {n: f / n if each else f for n, f in figures.get(row, {}).items() if number in (None, n)}
        return max(found.values(), default=None)

    return figure


REQUIREMENTS = (
    Requirement("a/b vid 350: bygget mot bara MkDocs och Material", 1.15, _ratio(A, B, 350)),
    Requirement("c per avtal vid 350, millisekunder", 4.0, _largest(C, 350, each=True)),
    Requirement("d/b vid 350: efter en ändring", 0.5, _ratio(D, B, 350)),
    Requirement("e vid 350 utan cache, sekunder", 1.5, _largest(E, 350)),
    Requirement("e vid 350 med cache, sekunder", 1.5, _largest(E_WARM, 350)),
    Requirement("a från 350 till 1000, gånger linjärt", _GROWTH, _growth(A)),
    Requirement("webbplatsens byte från 350 till 1000, gånger linjärt", _GROWTH, _growth(BYTES)),
    Requirement("minne vid 1000, MB", 400.0, _largest(MEMORY, 1000)),
    Requirement("största sidan, MB", 1.5, _largest(LARGEST)),
)
