"""Every id that points into the vocabulary exists, and every local word resolves to the term it stands for."""

from collections.abc import Iterator

from atlas.load.fold import fold
from atlas.load.read import Folder, Tree
from atlas.load.tree import Mapping, Node, Scalar, Sequence
from atlas.source import Finding, Rule, allowed, did_you_mean
from atlas.topics import TOPICS
from atlas.topics.agreement_file import AGREEMENT, fact_record
from atlas.topics.shape import Field, Many, Record, Shape, Term
from atlas.topics.vocabulary_file import VOCABULARIES

UNKNOWN_TERM = Rule(
    "A402",
    "Ordet finns inte i ordlistan.",
    "Verksamheter, professioner, grupper, kommuner och lagar har samma id i alla avtal, så att de går att jämföra. "
    "Välj ett id som finns, eller lägg till ett nytt i ordlistans fil.",
    "actor: barnhalsovard",
)
UNKNOWN_FORM = Rule(
    "A403",
    "Avtalets ord finns inte bland termens former.",
    "Ordlistan vet vilka ord avtalen använder för samma sak. Lägg till ordet under forms i ordlistans fil, eller välj "
    "en annan term.",
    "forms:\n  - BVC\n  - barnavårdscentral",
)


def check(tree: Tree) -> Iterator[Finding]:
    """Findings of all words that point into the vocabulary."""
    for folder in tree.folders:
        for topic, fact in folder.facts():
            if topic in TOPICS:
                yield from _terms(tree, folder, fact, fact_record(TOPICS[topic]))
                yield from _named_as(tree, fact)
        if folder.root and folder.root.get("municipalities"):
            yield from _municipalities(tree, folder)
    for name, vocabulary in tree.vocabularies.items():
        for _, record in vocabulary.root.entries if vocabulary.root and name in VOCABULARIES else ():
            yield from _terms(tree, None, record, VOCABULARIES[name])


def _terms(tree: Tree, folder: Folder | None, node: Node, shape: Shape) -> Iterator[Finding]:
    if isinstance(shape, Record) and isinstance(node, Mapping):
        for key, value in node.entries:
            if key.text in shape.fields:
                yield from _terms(tree, folder, value, shape.fields[key.text].shape)
    elif isinstance(shape, Many):
        for item in node.items if isinstance(node, Sequence) else (node,):
            yield from _terms(tree, folder, item, shape.item)
    elif isinstance(shape, Term) and isinstance(node, Scalar) and node.text:
        known = known_ids(tree, folder, shape)
        if node.text not in known:
            files = " och ".join(f"{name}.yml" for name in shape.vocabularies if name != "parties")
            message = f"«{node.text}» finns inte i {files or 'filens parter'}."
            yield UNKNOWN_TERM.at(node.span, message, did_you_mean(node.text, known), allowed(known))


def known_ids(tree: Tree, folder: Folder | None, term: Term) -> list[str]:
    """The ids that a term may be: of its vocabularies, and of this file's parties where it may be one."""
    known = [id for name in term.vocabularies for id in tree.ids(name)]
    return known + list(parties(folder)) if folder and "parties" in term.vocabularies else known


def parties(folder: Folder) -> dict[str, Mapping]:
    """The parties of a file: id → the fact that names it."""
    return {fact.text("party"): fact for topic, fact in folder.facts() if topic == "parties" and fact.text("party")}


def _municipalities(tree: Tree, folder: Folder) -> Iterator[Finding]:
    assert folder.root
    node = folder.root.get("municipalities")
    field: Field = AGREEMENT.fields["municipalities"]
    if node and not (isinstance(node, Scalar) and node.text == "all"):
        yield from _terms(tree, folder, node, field.shape)


def _named_as(tree: Tree, fact: Mapping) -> Iterator[Finding]:
    node, service = fact.get("named_as"), fact.text("service")
    vocabulary = tree.vocabularies.get("services")
    if not isinstance(node, Scalar) or not vocabulary or service not in vocabulary.ids:
        return
    forms = vocabulary.forms(service)
    if fold(node.text).casefold() not in forms:
        near = did_you_mean(fold(node.text).casefold(), forms)
        yield UNKNOWN_FORM.at(node.span, f"«{node.text}» står inte under forms för {service} i services.yml.", near)
