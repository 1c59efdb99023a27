"""Keys in the order of their shape: what a fact is called and says first, then its values, then comments on it.

In: a folder. Out: edits. Not here: the order of topics and of values among themselves, which has no one right answer.
"""

from collections.abc import Container, Iterator
from itertools import pairwise

from atlas.edit.change import Edit, offsets
from atlas.edit.pieces import is_block, pieces
from atlas.load.read import Folder
from atlas.load.tree import Mapping, Sequence
from atlas.source import File
from atlas.topics import TOPICS
from atlas.topics.agreement_file import AGREEMENT, FACT, fact_record
from atlas.topics.document_file import DOCUMENT, NESTED, PARTS
from atlas.topics.shape import Many, Record

FIRST = list(FACT)[: list(FACT).index("note")]
LAST = ("note", "because")


def order_edits(folder: Folder) -> Iterator[Edit]:
    """The edits that put every mapping in order which is not; none of them overlap."""
    if not folder.root or folder.kind not in ("agreement", "document"):
        return
    found = [edit for node, order in _ordered(folder) if (edit := _edit(folder.file, node, order))]
    inner: list[Edit] = []
    # The smaller first: when an outer block moves too, it does so the next time round.
    for edit in sorted(found, key=lambda edit: edit.end - edit.start):
        if not any(edit.start < other.end and other.start < edit.end for other in inner):
            inner.append(edit)
    yield from inner


def _ordered(folder: Folder) -> Iterator[tuple[Mapping, list[str]]]:
    assert folder.root
    head = AGREEMENT if folder.kind == "agreement" else DOCUMENT
    yield folder.root, [key for key in head.fields if key not in PARTS] + _as_written(folder.root, PARTS)
    for topic, fact in folder.facts():
        known = fact_record(TOPICS[topic]).fields if topic in TOPICS else {}
        # Where a question is left to is told beside the status; as a value of the topic, `to` is one among values.
        is_value = fact.text("status") != "delegated" and topic in TOPICS and "to" in TOPICS[topic].fields
        yield fact, _with_values(fact, [key for key in FIRST if key != "to" or not is_value], known)
    for part, entry in folder.entries():
        yield entry, _with_values(entry, ["id"], (PARTS | NESTED)[part].fields)
    for key, field in head.fields.items():
        node = folder.root.get(key)
        record = field.shape.item if isinstance(field.shape, Many) else field.shape
        if isinstance(record, Record) and key != "topics" and key not in PARTS:
            listed = node.items if isinstance(node, Sequence) else (node,)
            yield from ((each, list(record.fields)) for each in listed if isinstance(each, Mapping))


def _with_values(node: Mapping, first: list[str], known: Container[str]) -> list[str]:
    """The order of a fact's keys: its own, then its values as the editor has them, then what is said about it."""
    values = [key for key in _as_written(node, known) if key not in (*first, *LAST)]
    return [*first, *values, *LAST]


def _as_written(node: Mapping, keys: Container[str]) -> list[str]:
    return [key.text for key, _ in node.entries if key.text in keys]


def _edit(file: File, node: Mapping, order: list[str]) -> Edit | None:
    keys = [key.text for key, _ in node.entries]
    wanted = sorted(keys, key=lambda key: order.index(key) if key in order else len(order))
    # What is no key here has its own finding first.
    if keys == wanted or not set(keys) <= set(order):
        return None
    return _block_edit(file, node, wanted) if is_block(file, node) else _line_edit(file, node, wanted)


def _block_edit(file: File, node: Mapping, wanted: list[str]) -> Edit | None:
    start, end, found = pieces(file, node)
    by_key = {piece.key: piece for piece in found}
    if by_key[wanted[0]].is_commented:
        return None  # a comment would come between the dash and its key
    end_of_line = "\r\n" if "\r\n" in file.text else "\n"
    lines = [piece.text if piece.text.endswith("\n") else piece.text + end_of_line for piece in found]
    whole = dict(zip(by_key, lines, strict=True))
    text = "".join(whole[key] for key in wanted)[node.entries[0][0].span.column - 1 :]
    return Edit(start, end, text if file.text.endswith("\n", 0, end) else text.removesuffix(end_of_line))


def _line_edit(file: File, node: Mapping, wanted: list[str]) -> Edit | None:
    """A mapping between braces on one line: the entries change places, what stands between them does not."""
    if node.span.line != node.span.end_line:
        return None
    places = [(offsets(file, key.span)[0], offsets(file, value.span)[1]) for key, value in node.entries]
    words = {key.text: file.text[a:b] for (key, _), (a, b) in zip(node.entries, places, strict=True)}
    between = [file.text[a:b] for (_, a), (b, _) in pairwise(places)]
    text = "".join(part for key, gap in zip(wanted, [*between, ""], strict=True) for part in (words[key], gap))
    return Edit(places[0][0], places[-1][1], text)
