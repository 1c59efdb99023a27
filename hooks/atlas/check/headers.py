"""The head of every agreement and document has its keys, and each is of its shape."""

from collections.abc import Iterator

from atlas.check.walk import WRONG_KIND, misfits
from atlas.load.read import Folder, Tree
from atlas.load.tree import Mapping, Node, Scalar
from atlas.source import Finding
from atlas.topics.agreement_file import AGREEMENT
from atlas.topics.document_file import DOCUMENT


def check(tree: Tree) -> Iterator[Finding]:
    """Findings of all heads."""
    for folder in tree.folders:
        if folder.root:
            yield from _head(folder, folder.root)


def _head(folder: Folder, root: Mapping) -> Iterator[Finding]:
    record = AGREEMENT if folder.kind == "agreement" else DOCUMENT
    bare = Mapping(root.span, tuple((key, _without_topics(key, value)) for key, value in root.entries))
    yield from misfits(bare, record, "filen")
    topics = root.get("topics")
    if folder.kind == "agreement" and topics is not None and not isinstance(topics, Mapping):
        yield WRONG_KIND.at(topics.span, "Under «topics» väntades ämnen med svar.", "Så här: notice: silent")


def _without_topics(key: Scalar, value: Node) -> Node:
    """The topics are checked answer by answer elsewhere; here they count only as present."""
    return Mapping(value.span, ()) if key.text == "topics" else value
