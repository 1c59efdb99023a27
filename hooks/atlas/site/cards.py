"""Agreements in short and relations with both ends named, as several pages show them.

In: the model. Out: values for templates. Not here: pages.
"""

from dataclasses import dataclass

from atlas.model.agreement import Agreement, Atlas, Document, Relation
from atlas.topics.agreement_file import RELATION
from atlas.views.key_values import KeyValue, key_values
from atlas.views.names import short_name
from atlas.views.renewals import url_of


@dataclass(frozen=True, slots=True)
class Card:
    """An agreement in short: its names, where it holds and its key values."""

    agreement: Agreement
    name: str
    county: str
    where: str
    keys: tuple[KeyValue, ...]


@dataclass(frozen=True, slots=True)
class RelationLine:
    """A relation with both its ends named."""

    relation: Relation
    words: str
    from_: Document
    from_name: str
    target: Document | None
    target_name: str

    @property
    def work_list(self) -> str:
        """The address of what became of each quote, when one agreement here replaces another."""
        if not (isinstance(self.from_, Agreement) and isinstance(self.target, Agreement)):
            return ""
        return url_of(self.from_) if self.relation.kind == "replaces" else ""


def card(atlas: Atlas, agreement: Agreement) -> Card:
    """An agreement in short."""
    county = atlas.name("counties", agreement.county)
    return Card(agreement, short_name(atlas, agreement), county, where(atlas, agreement), key_values(agreement))


def where(atlas: Atlas, agreement: Agreement) -> str:
    """Where an agreement holds, in words."""
    if agreement.municipalities is None:
        return "Gäller hela länet"
    names = [atlas.name("municipalities", id) for id in agreement.municipalities]
    return f"Gäller i {', '.join(names)}" if names else "Nämner ingen kommun"


def relation_lines(atlas: Atlas, document: Document) -> list[RelationLine]:
    """The relations of a document, each with both ends named."""
    lines = []
    for relation in document.relations:
        target = atlas.by_id(relation.to) if relation.to else None
        name = short_name(atlas, target) if target else relation.words
        words = RELATION.options[relation.kind]
        lines.append(RelationLine(relation, words, document, short_name(atlas, document), target, name))
    return lines
