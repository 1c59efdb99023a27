"""Self-reflections: the areas and statements, the scale that they are answered on, and the steps to take.

In: the model. Out: `Reflection`. Not here: anybody's answers, which never leave the reader's browser.
"""

from dataclasses import dataclass

from atlas.model.agreement import Agreement, Atlas, Document
from atlas.model.document import Area, Scale, Step

# Ours, for a text that names no ends. Pages say so.
PROPOSED_ENDS = ("Stämmer", "Stämmer inte")
# How many steps people may choose between where the text does not say, and what we propose.
CHOICES, PROPOSED = (2, 3, 4, 5, 6, 7), 5


@dataclass(frozen=True, slots=True)
class Reflection:
    """One self-reflection: the document with the statements, its scale, and the steps with the document they are in.

    `guide` is the document of the steps, None when no text has any. `belongs_to` is the agreement behind it all.
    """

    document: Document
    scale: Scale | None
    steps: tuple[Step, ...]
    guide: Document | None
    belongs_to: Agreement | None

    @property
    def areas(self) -> tuple[Area, ...]:
        """The areas with their statements."""
        return self.document.areas

    @property
    def statements(self) -> int:
        """How many statements there are."""
        return sum(len(area.statements) for area in self.areas)

    @property
    def ends(self) -> tuple[str, str]:
        """The words at the two ends of the scale, in the order of the text."""
        if not self.scale:
            return PROPOSED_ENDS
        return self.scale.ends[0].quote, self.scale.ends[-1].quote

    @property
    def choices(self) -> tuple[int, ...]:
        """The numbers of steps that people may choose between: one, when the text says how many."""
        return (self.scale.steps,) if self.scale and self.scale.steps else CHOICES

    @property
    def proposed(self) -> int:
        """The number that is chosen until people choose."""
        return PROPOSED if PROPOSED in self.choices else self.choices[0]


def reflections(atlas: Atlas) -> tuple[Reflection, ...]:
    """Every document with statements, in the order of documents."""
    return tuple(_reflection(atlas, document) for document in atlas.documents if document.areas)


def of_document(atlas: Atlas, document: Document) -> Reflection | None:
    """The self-reflection in a document, or in one that it goes with."""
    found = next((each for each in (document, *tied(atlas, document)) if each.areas), None)
    return _reflection(atlas, found) if found else None


def tied(atlas: Atlas, document: Document) -> tuple[Document, ...]:
    """The documents that belong to this one, or that it belongs to."""
    above = {each.to for each in document.relations if each.kind == "belongs_to"}
    return tuple(
        other
        for other in atlas.documents
        if other.id in above or any(each.kind == "belongs_to" and each.to == document.id for each in other.relations)
    )


def agreement_of(atlas: Atlas, document: Document) -> Agreement | None:
    """The agreement that a document belongs to, straight or through another document."""
    for each in document.relations:
        target = atlas.by_id(each.to) if each.kind == "belongs_to" else None
        found = target if isinstance(target, Agreement) else agreement_of(atlas, target) if target else None
        if found:
            return found
    return None


def _reflection(atlas: Atlas, document: Document) -> Reflection:
    guide = next((each for each in (document, *tied(atlas, document)) if each.steps), None)
    return Reflection(
        document=document,
        scale=document.scales[0] if document.scales else None,
        steps=guide.steps if guide else (),
        guide=guide,
        belongs_to=agreement_of(atlas, document),
    )
