"""YAML as an editor would write it: values, quotes and comments, line by line.

In: words. Out: lines of text. Not here: which lines a file needs (skeleton.py, look_up.py, renewed.py).
"""

from textwrap import wrap

from atlas.edit.passage import Passage
from atlas.load.tree import Mapping, Scalar, parse
from atlas.source import File

WIDTH = 120


def scalar(words: str) -> str:
    """Words as a value on one line: as they are where YAML reads them so, else between quotation marks."""
    node, findings = parse(File("", f"key: {words}"))
    value = node.get("key") if isinstance(node, Mapping) and not findings and len(node.entries) == 1 else None
    if isinstance(value, Scalar) and value.style == "" and value.text == words and words:
        return words
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def comment(words: str, indent: int = 0, hanging: int = 0) -> list[str]:
    """Words as comment lines, none wider than a page; `hanging` indents all but the first."""
    room = max(40, WIDTH - indent - 2)
    lines = wrap(words, room, subsequent_indent=" " * hanging, break_long_words=False, break_on_hyphens=False)
    return [f"{' ' * indent}# {line}".rstrip() for line in lines or [""]]


def commented(lines: list[str]) -> list[str]:
    """Lines as a comment at the place where they would stand."""
    indent = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    return [f"{' ' * indent}# {line[indent:]}".rstrip() for line in lines]


def quoted(passage: Passage, indent: int) -> list[str]:
    """The keys that cite a passage: the words, and which place is meant when they stand in several."""
    room = " " * indent
    lines = [f"{room}quote: >-", f"{room}  {passage.words}"]
    lines += [f"{room}under: {scalar(passage.under)}"] if passage.under else []
    return lines + ([f"{room}nth: {passage.nth}"] if passage.nth else [])
