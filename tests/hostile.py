"""The invented corpus with what nobody should be able to do to a reader, in every field that takes words.

In: the corpus, and the shapes, which know every field there is. Out: a corpus that checks clean with hostile words in
all fields where they are let in, and the fields where they are not. Not here: what becomes of them on the site.
"""

import json
from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any

import yaml

from atlas.load.read import Entry
from atlas.load.tree import Mapping as Keys
from atlas.load.tree import Node, Sequence, parse
from atlas.pipeline import load
from atlas.source import File, Span
from atlas.topics import TOPICS
from atlas.topics.agreement_file import AGREEMENT, fact_record
from atlas.topics.document_file import DOCUMENT
from atlas.topics.shape import Many, Record, Shape, Words
from atlas.topics.vocabulary_file import LAW_SECTION, VOCABULARIES

MARK = "pwned"
# Each comes first in some field: what matters is often what a value begins with.
PIECES = (
    "<script>window.pwned=1</script>",
    "<img src=x onerror=window.pwned=1>",
    "\"><svg/onload=window.pwned=1>'",
    "\" onmouseover=\"window.pwned=1\" ' onfocus='window.pwned=1' autofocus",
    "[pwned](javascript:window.pwned=1)",
    "<javascript:window.pwned=1>",
    "![pwned](data:text/html,<script>window.pwned=1</script>)",
    "[pwned]: javascript:window.pwned=1",
    "{{ 7 * 7 }} {% include 'pwned' %} {# pwned #} {{ config }}",
    "{: onclick=window.pwned=1 .pwned }",
    "| pwned | a |",
    "``` pwned",
    "# pwned",
    "- pwned",
    '=HYPERLINK("javascript:pwned";"pwned")',
    "+pwned|' /C calc'!A0",
    "@SUM(pwned)",
    "</textarea></title></style></script><script>window.pwned=1</script>",
    "&lt;script&gt;pwned&#60;/script&#x3e; &amp;",
    "<!-- pwned --> ]]> <![CDATA[ pwned",
    "<div markdown=1>**pwned**</div>",
    "!!! note pwned",
    "*pwned* **pwned** _pwned_ `pwned` ~pwned~ ^pwned^ \\<b>pwned\\</b>",
    "BEGIN:VEVENT pwned;,\\nEND:VCALENDAR",
    "pwned\u200b\ufeff\u00ad zero",
    "pwned" + "ÅÄÖ" * 100,
    "../../../pwned C:\\pwned ~/pwned",
)
# Words of the corpus that stand in texts, quotes, names and the vocabulary alike: what replaces one replaces all.
EVERYWHERE = {
    "Exempels kommun": "Exempels<img/src=x/onerror=window.pwned=1>kommun",
    "strategigruppen": "strategi<svg/onload=window.pwned=1>\"'gruppen",
}
# What the check holds against the text or an address: any other words there are findings, which tests/check tries.
HELD = ("quote", "under", "nth", "id", "topic")
Path = tuple[str | int, ...]


def pieces() -> Iterator[str]:
    """All pieces as one value, each time with another one first."""
    for turn in count():
        at = turn % len(PIECES)
        yield " ".join(PIECES[at:] + PIECES[:at])


def fields() -> set[str]:
    """Every field of words that an editor can fill in, by the name of its record and its own."""
    found: set[str] = set()
    for name, record in _roots().items():
        _collect(record, name, found)
    return found


def _roots() -> dict[str, Record]:
    roots = {"agreement": AGREEMENT, "document": DOCUMENT, "laws.sections": LAW_SECTION}
    roots |= {f"topics.{id}": fact_record(topic, delegated=True) for id, topic in TOPICS.items()}
    return roots | VOCABULARIES


def _collect(shape: Shape, name: str, found: set[str]) -> None:
    if isinstance(shape, Record):
        for key, field in shape.fields.items():
            _collect(field.shape, f"{name}.{key}", found)
    elif isinstance(shape, Many):
        _collect(shape.item, name, found)
    elif _is_free(name, shape):
        found.add(name)


def _is_free(name: str, shape: Shape) -> bool:
    return isinstance(shape, Words) and not shape.as_written and name.rpartition(".")[2] not in HELD


class Filling:
    """One file while its fields are filled: what was put where, and what stood there before."""

    def __init__(self, path: str, data: bytes) -> None:
        self.path = path
        self.value: Any = yaml.load(data, yaml.BaseLoader)
        self.before: dict[Path, Any] = {}
        self.names: dict[Path, str] = {}

    def fill(self, words: Iterator[str]) -> None:
        """Put hostile words into every field of words that the file's records have."""
        parts = self.path.split("/")
        if parts[1] == "vocabulary":
            name = parts[2].removesuffix(".yml")
            for id, record in self.value.items():
                self._fill(record, VOCABULARIES[name], (id,), name, words)
                for section, told in record.get("sections", {}).items() if name == "laws" else ():
                    self._fill(told, LAW_SECTION, (id, "sections", section), "laws.sections", words)
            return
        kind = parts[-1].removesuffix(".yml")
        if kind == "agreement":
            self._answer_every_topic()
        self._fill(self.value, AGREEMENT if kind == "agreement" else DOCUMENT, (), kind, words)
        for topic, facts in self.value.get("topics", {}).items():
            for number, fact in enumerate(facts if isinstance(facts, list) else ()):
                shape = fact_record(TOPICS[topic], delegated=fact.get("status") == "delegated")
                self._fill(fact, shape, ("topics", topic, number), f"topics.{topic}", words)

    def _answer_every_topic(self) -> None:
        """A fact on each topic that has none, so that each topic's own fields are there to be filled."""
        topics = self.value["topics"]
        quote = next(fact["quote"] for facts in topics.values() if isinstance(facts, list) for fact in facts)
        bare = [topic for topic in TOPICS if not isinstance(topics.get(topic), list)]
        # One is left unread, another in each file: then no sentence has to be quoted.
        unread = bare[len(self.path) % len(bare)]
        topics.pop(unread, None)
        for number, topic in enumerate(bare):
            if topic != unread:
                topics[topic] = [{"id": f"nytt-{number}", "says": "Ett faktum.", "quote": quote}]

    def _fill(self, value: Any, shape: Shape, path: Path, name: str, words: Iterator[str]) -> None:
        if isinstance(shape, Record) and isinstance(value, dict):
            for key, field in shape.fields.items():
                here, inner = (*path, key), field.shape
                if _is_free(key, inner):
                    self._put(value, key, next(words), here, f"{name}.{key}")
                elif isinstance(inner, Many) and _is_free(key, inner.item):
                    self._put(value, key, [*value.get(key, []), next(words)], here, f"{name}.{key}")
                elif isinstance(inner, Record) and inner.fields and key not in value:
                    filled: dict[str, Any] = {}
                    self._fill(filled, inner, here, f"{name}.{key}", words)
                    for each in [each for each in self.before if each[: len(here)] == here]:
                        del self.before[each]
                    self._put(value, key, filled, here, f"{name}.{key}")
                else:
                    self._fill(value.get(key), inner, here, f"{name}.{key}", words)
        elif isinstance(shape, Many) and isinstance(value, list):
            for number, item in enumerate(value):
                self._fill(item, shape.item, (*path, number), name, words)

    def _put(self, record: dict[str, Any], key: str, value: Any, path: Path, name: str) -> None:
        self.before[path] = record.get(key)
        self.names[path] = name
        record[key] = value

    @property
    def data(self) -> bytes:
        """The file as YAML: JSON is YAML."""
        return json.dumps(self.value, ensure_ascii=False, indent=1).encode()

    def take_back(self, span: Span) -> bool:
        """Put back what stood in the field that a finding points to. False when nothing was put there."""
        node, _ = parse(File(self.path, self.data.decode()))
        at = _path_to(node, span) if node else ()
        above = [path for path in self.before if at[: len(path)] == path]
        # A finding may point to a value that its neighbours do not fit: then they go back, all of the record.
        below: list[Path] = []
        while at and not above and not below:
            below = [path for path in self.before if path[: len(at)] == at]
            at = at[:-1]
        for each in [max(above, key=len)] if above else below:
            record = self.value
            for step in each[:-1]:
                record = record[step]
            old = self.before.pop(each)
            if old is None:
                record.pop(each[-1], None)
            else:
                record[each[-1]] = old
        return bool(above or below)


def _path_to(node: Node, span: Span) -> Path:
    """The keys that lead to the innermost value that a place lies in."""
    at = (span.line, span.column)
    if isinstance(node, Keys):
        for key, value in node.entries:
            if (key.span.line, key.span.column) <= at < (value.span.end_line, value.span.end_column):
                return (key.text, *_path_to(value, span))
    elif isinstance(node, Sequence):
        for number, item in enumerate(node.items):
            if (item.span.line, item.span.column) <= at < (item.span.end_line, item.span.end_column):
                return (number, *_path_to(item, span))
    return ()


def hostile(corpus: Mapping[str, bytes]) -> tuple[dict[str, bytes], set[str], set[str]]:
    """A corpus that checks clean, the fields that have hostile words in it, and the fields that were refused them."""
    files = dict(corpus)
    for path, data in files.items():
        for words, wrong in EVERYWHERE.items():
            data = data.replace(words.encode(), wrong.encode())
        files[path] = data
    every_piece = pieces()
    filling = {path: Filling(path, data) for path, data in files.items() if path.endswith(".yml")}
    for each in filling.values():
        each.fill(every_piece)
    every = {name for each in filling.values() for name in each.names.values()}
    for _ in range(40):
        files |= {path: each.data for path, each in filling.items()}
        outcome = load(Entry(path, data) for path, data in files.items())
        if not outcome.findings:
            break
        # From below, so that what is taken back moves nothing that is still to be found.
        places = sorted({(f.span.path, f.span.line, f.span.column): f.span for f in outcome.findings}.items())
        taken = [filling[span.path].take_back(span) for _, span in reversed(places) if span.path in filling]
        assert any(taken), outcome.report[:4000]
    assert not outcome.findings, outcome.report[:4000]
    within = {each.names[path] for each in filling.values() for path in each.before}
    return files, within, every - within
