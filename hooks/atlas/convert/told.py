"""What an import did, for the person at the keyboard: what became of the file, and what to look at by eye.

In: `Converted`. Out: Swedish text, and whether a human is needed. Not here: a word of what may be personal.
"""

from collections.abc import Iterable, Sequence

from atlas.check.personal import found
from atlas.convert.draft import Note
from atlas.convert.text import Converted

_NAMES = {
    "heading": ("rubrik", "rubriker"),
    "paragraph": ("stycke", "stycken"),
    "item": ("listpunkt", "listpunkter"),
    "table": ("tabell", "tabeller"),
}
_MOST_PLACES = 10
_UNSEEN = (
    "Alla namn känns inte igen: inte ett namn först i en mening, ett ensamt förnamn eller efternamn, eller ett namn i "
    "en rubrik. Läs texten en gång bara för namnens skull."
)
_INSTEAD = "Skriv funktionen i stället, till exempel"


def incomplete(done: Converted) -> bool:
    """Whether something could not be read."""
    return any(note.lost for note in done.notes)


def tell(done: Converted, source: str, target: str) -> str:
    """The whole report."""
    made = [f"{count} {_NAMES[kind][count > 1]}" for kind, count in done.counts]
    lost = _grouped(note for note in done.notes if note.lost)
    changed = _grouped(note for note in done.notes if not note.lost)
    persons = [_line(f"rad {each.line}", f"{each.what}. {_INSTEAD} {each.instead}") for each in done.people]
    return "\n".join(
        [
            f"{source} blev {target}: {', '.join(made)}.",
            *_part("Gick inte att läsa. Se efter i originalet:", lost),
            *_part("Ändrat:", changed),
            *_part("Kan vara uppgifter om en person (visas inte här):", persons),
            "",
            _UNSEEN,
            f"Läs igenom {target} mot originalet. Granska sedan orden: python hooks/cli.py check",
            "",
        ]
    )


def nothing(done: Converted, source: str) -> str:
    """Why there was nothing to write."""
    why = _grouped(note for note in done.notes if note.lost)
    return "\n".join([f"{source} innehåller ingen text som går att läsa. Ingenting skrevs.", *why, ""])


def _part(title: str, lines: Iterable[str]) -> list[str]:
    listed = list(lines)
    return ["", title, *listed] if listed else []


def _grouped(notes: Iterable[Note]) -> list[str]:
    """One line for each thing, with all places where it happened: «sidan 2, 3, 7»."""
    places: dict[str, dict[str, list[str]]] = {}
    for note in notes:
        kind, _, number = note.place.rpartition(" ")
        places.setdefault(note.words, {}).setdefault(kind, []).append(number)
    lines = []
    for words, kinds in places.items():
        where = [f"{kind} {_listed(numbers)}".strip() for kind, numbers in kinds.items()]
        lines.append(_line("; ".join(where), words))
    return lines


def _listed(numbers: Sequence[str]) -> str:
    more = f" och {len(numbers) - _MOST_PLACES} till" if len(numbers) > _MOST_PLACES else ""
    return ", ".join(numbers[:_MOST_PLACES]) + more


def _line(place: str, words: str) -> str:
    # A running head may hold a telephone number; what belongs to a person is never repeated.
    for _, start, end in sorted(found(words), key=lambda each: -each[1]):
        words = f"{words[:start]}…{words[end:]}"
    return f"  {place}: {words}" if place else f"  {words}"
