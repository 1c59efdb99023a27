"""A checked tree to the model.

In: a `Tree` without findings. Out: `Atlas`. Not here: any check. What is wrong has been told before, so that this file
may take every value for what its shape says.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from atlas.check.walk import value_of
from atlas.load.fold import swedish_order
from atlas.load.quotes import Match
from atlas.load.read import Folder, Tree, Vocabulary
from atlas.load.tree import Mapping, Node, Scalar, Sequence
from atlas.model.agreement import Agreement, Answer, Atlas, Document, Fact, LeftOut, Note, Relation, Review, Term
from atlas.model.build_document import build_parts
from atlas.model.nodes import items, match_of, one_line
from atlas.topics import TOPICS
from atlas.topics.agreement_file import AGREEMENT
from atlas.topics.common import ANY_TOPIC
from atlas.topics.document_file import DOCUMENT
from atlas.topics.shape import Record
from atlas.topics.topic import PRECEDENCE, Topic
from atlas.topics.vocabulary_file import LAW_SECTION, VOCABULARIES


def build(tree: Tree) -> Atlas:
    """The model of a tree that has no findings."""
    return assemble([build_folder(folder) for folder in tree.folders], tree)


def build_folder(folder: Folder) -> Document:
    """The agreement or the document of a folder that has no findings."""
    return _agreement(folder) if folder.kind == "agreement" else _document(folder)


def assemble(built: Iterable[Document], words: Tree) -> Atlas:
    """The model of what was built folder by folder, with the vocabulary of a tree."""
    vocabulary = {name: _vocabulary(words.vocabularies[name]) for name in VOCABULARIES if name in words.vocabularies}
    counties = vocabulary.get("counties", {})
    every = sorted(built, key=lambda each: (swedish_order(counties[each.county].name), each.id))
    agreements = tuple(each for each in every if isinstance(each, Agreement))
    return Atlas(agreements, tuple(each for each in every if not isinstance(each, Agreement)), vocabulary)


def _vocabulary(vocabulary: Vocabulary) -> dict[str, Term]:
    terms: dict[str, Term] = {}
    for key, node in vocabulary.root.entries if vocabulary.root else ():
        values = value_of(node, VOCABULARIES[vocabulary.name])
        sections = node.get("sections") if isinstance(node, Mapping) else None
        if isinstance(sections, Mapping):
            values["sections"] = {name.text: value_of(section, LAW_SECTION) for name, section in sections.entries}
        terms[key.text] = Term(key.text, values.get("name", key.text), values)
    return terms


def _agreement(folder: Folder) -> Agreement:
    root, head = _head(folder, AGREEMENT)
    all_of_it = isinstance(node := root.get("municipalities"), Scalar) and node.text == "all"
    return Agreement(
        **_shared(folder, head),
        level=head["level"],
        municipalities=None if all_of_it else tuple(head["municipalities"]),
        decided=tuple(head.get("decided", ())),
        in_force=head["in_force"],
        answers={topic.id: _answer(folder, topic) for topic in TOPICS.values()},
        left_out=tuple(_left_out(folder)),
    )


def _left_out(folder: Folder) -> Iterator[LeftOut]:
    for node in items(folder.root, "left_out"):
        yield LeftOut(one_line(node, "quote"), node.text("reason"), match_of(folder, node))


def _document(folder: Folder) -> Document:
    return Document(**_shared(folder, _head(folder, DOCUMENT)[1]))


def _head(folder: Folder, record: Record) -> tuple[Mapping, dict[str, Any]]:
    assert folder.root
    return folder.root, value_of(folder.root, record)


def _shared(folder: Folder, head: dict[str, Any]) -> dict[str, Any]:
    assert folder.text
    return {
        "id": folder.id,
        "title": head["title"],
        "kind": head["kind"],
        "relations": tuple(_relations(folder)),
        "source": head["source"],
        "review": _review(head["reviewed"], folder.text.fingerprint),
        "notes": tuple(Note(one_line(node, "note"), match_of(folder, node)) for node in items(folder.root, "notes")),
        "text": folder.text,
        "path": folder.file.path,
        "parts": build_parts(folder),
    }


def _review(values: dict[str, Any], fingerprint: str) -> Review:
    planned = {key: values[key] for key in ("found", "every_months", "owner") if key in values}
    return Review(values["on"], values["by"], values["text"] == fingerprint, **planned)


def _relations(folder: Folder) -> Iterator[Relation]:
    for node in items(folder.root, "relates"):
        yield Relation(
            kind=node.text("as"),
            to=node.text("to"),
            words=one_line(node, "words"),
            quote=one_line(node, "quote"),
            because=one_line(node, "because"),
            match=match_of(folder, node),
        )


def _answer(folder: Folder, topic: Topic) -> Answer:
    node: Node | None = folder.topics.get(topic.id) if folder.topics else None
    if not isinstance(node, Sequence):
        return Answer(topic, node.text if isinstance(node, Scalar) else "unread", (), ())
    facts = tuple(_fact(folder, topic, item) for item in node.items if isinstance(item, Mapping))
    statuses = [status for status in PRECEDENCE if any(fact.status == status for fact in facts)]
    return Answer(topic, statuses[0], tuple(statuses[1:]), facts)


@cache
def _values_record(topic: str) -> Record:
    return Record({**ANY_TOPIC, **TOPICS[topic].fields})


def _fact(folder: Folder, topic: Topic, node: Mapping) -> Fact:
    match = folder.match(node)
    assert isinstance(match, Match) and folder.text
    status = node.text("status") or "stated"
    record = _values_record(topic.id)
    values = {
        key.text: value_of(value, record.fields[key.text].shape)
        for key, value in node.entries
        if key.text in record.fields and not (key.text == "to" and status == "delegated")
    }
    return Fact(
        id=node.text("id"),
        agreement=folder.id,
        topic=topic.id,
        status=status,
        says=one_line(node, "says"),
        quote=one_line(node, "quote"),
        clause=folder.text.clauses[match.clause].path,
        match=match,
        text=folder.text,
        values=values,
        to=node.text("to") if status == "delegated" else "",
        note=one_line(node, "note"),
        because=one_line(node, "because"),
        place=node.span,
    )
