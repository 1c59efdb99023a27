"""YAML text to a tree in which every node knows its place.

In: a `File`. Out: `Scalar`, `Sequence` and `Mapping` nodes, and findings for what is not YAML as we use it.
Not here: what the values mean. All scalars stay text, so that `no`, `010` and `1:30` are never guessed at.
"""

import re
from collections.abc import Iterator
from sys import intern
from typing import NamedTuple

import yaml

from atlas.load.unseen import told, unseen
from atlas.source import File, Finding, Rule, Span

NOT_YAML = Rule(
    "A105",
    "Filen går inte att läsa som YAML.",
    "Något tecken gör att filens uppbyggnad inte går att förstå. Vanliga orsaker: fel indrag, ett kolon mitt i en "
    "text som inte står i citatblock, eller ett citattecken som aldrig stängs. Felet kan börja på raden ovanför.",
    "quote: >-\n  Överenskommelsen gäller: från 2018",
)
TOO_BIG = Rule(
    "A102",
    "Filen är för stor.",
    "Ingen fil här behöver vara större än en miljon byte eller ha fler än 20 000 värden. Kanske har en bild eller ett "
    "helt dokument hamnat fel.",
    "agreements/exempel/lan-2024/text.md",
)
DOUBLE_KEY = Rule(
    "A106",
    "Samma nyckel står två gånger.",
    "Står en nyckel två gånger skulle den ena tyst försvinna. Slå ihop dem eller ta bort den ena.",
    "notice:\n  - id: uppsagning\n    …\n  - id: skriftligt\n    …",
)
ALIAS = Rule(
    "A107",
    "Filen använder YAML-alias (& och *).",
    "Alias gör att en liten fil kan växa till en jättestor, och de gör filen svår att läsa. Skriv ut värdet på varje "
    "plats. Ett värde som börjar med & eller * behöver citattecken.",
    'named_as: "*modell"',
)


class Scalar(NamedTuple):
    """A single value, as text. `style` is the YAML style: empty for plain, else one of `' " | >`."""

    span: Span
    text: str
    style: str


class Sequence(NamedTuple):
    """A list."""

    span: Span
    items: tuple["Node", ...]


class Mapping(NamedTuple):
    """Keys and values in the order of the file; a double key is a finding and its first value counts."""

    span: Span
    entries: tuple[tuple[Scalar, "Node"], ...]

    def get(self, key: str) -> "Node | None":
        """The value under `key`."""
        for name, value in self.entries:
            if name.text == key:
                return value
        return None

    def text(self, key: str) -> str:
        """The text under `key`; empty when it is missing or no scalar."""
        node = self.get(key)
        return node.text if isinstance(node, Scalar) else ""


Node = Scalar | Sequence | Mapping

_MOST_LEVELS = 50
# Keys, ids and choices come again and again, in every file: up to this length a value is one object wherever it stands.
_WORD = 24
# Several times what the longest file of ours has.
_MOST_VALUES = 20_000
_TOO_MANY = "Filen har fler än 20 000 värden."
_SEVERAL = "Filen får inte innehålla flera dokument (---)."


def parse(file: File) -> tuple[Node | None, list[Finding]]:
    """The tree of a YAML file, or None with the finding that says why there is none."""
    try:
        return _read(file)
    except yaml.MarkedYAMLError as error:
        return None, [_syntax_error(file, error)]


def _read(file: File) -> tuple[Node | None, list[Finding]]:
    """One pass over the file's events: no value is ever typed by YAML, so its own nodes would be made for nothing.

    A scalar stands for most of what a file has, so it is met first and with as little as will do.
    """
    findings: list[Finding] = []
    here: list[Node] = []
    around: list[tuple[yaml.Event, list[Node]]] = []
    documents = 0
    for number, event in enumerate(yaml.parse(file.text, Loader=yaml.CSafeLoader)):
        kind = type(event)
        if number > _MOST_VALUES:
            return None, [TOO_BIG.at(_span(file, event, event), _TOO_MANY)]
        if isinstance(event, yaml.ScalarEvent) and not event.anchor and not event.tag:
            # Only between these quotation marks can a character be written by its number.
            if event.style == '"' and (odd := unseen(event.value)):
                return None, [told(_span(file, event, event), "Här står", odd)]
            # A bare `~` or `null` is a word like any other here; an empty value is the empty text.
            words = intern(event.value) if len(event.value) <= _WORD else event.value
            here.append(Scalar(_span(file, event, event), words, event.style or ""))
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            opening, inside = around[-1][0], here
            here = around.pop()[1]
            here.append(_collection(_span(file, opening, event), kind, inside, findings))
        else:
            documents += kind is yaml.DocumentStartEvent
            if unwanted := _unwanted(file, event, len(around), documents):
                return None, [unwanted]
            if isinstance(event, yaml.CollectionStartEvent):
                around.append((event, here))
                here = []
    return (here[0] if here else None), findings


def _collection(span: Span, kind: type[yaml.Event], inside: list[Node], findings: list[Finding]) -> Node:
    """A list of its nodes, or a mapping of its keys and values, which stand by turns."""
    if kind is yaml.SequenceEndEvent:
        return Sequence(span, tuple(inside))
    return Mapping(span, tuple(_entries(inside, findings)))


def _entries(inside: list[Node], findings: list[Finding]) -> Iterator[tuple[Scalar, Node]]:
    seen: dict[str, Scalar] = {}
    for key, value in zip(inside[::2], inside[1::2], strict=True):
        if not isinstance(key, Scalar):
            findings.append(NOT_YAML.at(key.span, "En nyckel måste vara ett enkelt ord."))
        elif (first := seen.setdefault(key.text, key)) is not key:
            findings.append(DOUBLE_KEY.at(key.span, f"Nyckeln «{key.text}» står redan på rad {first.span.line}."))
        else:
            yield key, value


def _unwanted(file: File, event: yaml.Event, around: int, documents: int) -> Finding | None:
    """What YAML would take while words are lost, aliases, anchors and tags, or what is nested without end."""
    mark = event.start_mark
    if mark is None or not (isinstance(event, yaml.NodeEvent) or documents > 1):
        return None
    here = Span(file.path, mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)
    if documents > 1:
        return NOT_YAML.at(here, _SEVERAL)
    if isinstance(event, yaml.AliasEvent):
        return ALIAS.at(here, "Ett alias pekar på ett annat ställe i filen. Skriv ut värdet i stället.")
    if getattr(event, "anchor", None):
        return ALIAS.at(here, "Ett värde börjar med & och behöver citattecken.")
    if getattr(event, "tag", None):
        return NOT_YAML.at(here, "Ett värde börjar med ! och behöver citattecken.")
    if around >= _MOST_LEVELS:
        return NOT_YAML.at(here, f"Fler än {_MOST_LEVELS} nivåer i varandra.")
    return None


# The parser's English problems that editors meet most, in their own words.
_PROBLEMS = (
    (
        r"mapping values are not allowed",
        "Ett kolon står där det inte får stå. Sätt texten i ett block med >-, eller se om raden ovanför saknar kolon.",
    ),
    (r"could not find expected ':'", "Här saknas ett kolon efter nyckeln, eller så är indraget fel."),
    (r"found a tab character", "Raden är indragen med tabb. Använd mellanslag."),
    (
        r"found character that cannot start",
        "Här står ett tecken som inte får stå först, till exempel @, % eller tabb. Sätt värdet inom citattecken.",
    ),
    (
        r"did not find expected key",
        "Indraget stämmer inte: raden hör varken till listan ovanför eller till en ny nyckel.",
    ),
    (r"did not find expected '-'", "Indraget stämmer inte: här väntades nästa punkt i listan."),
    (r"unexpected end of stream", "Ett citattecken stängs aldrig."),
    (r"did not find expected ',' or", "En parentes [ eller { stängs aldrig."),
    (r"scanning an (alias|anchor)", "Ett värde börjar med & eller * och behöver citattecken."),
    (r"scanning a tag|tag handle", "Ett värde börjar med ! och behöver citattecken."),
    (r"block sequence entries are not allowed", "Ett streck (-) står där ingen lista kan börja. Börja på en ny rad."),
)


def _syntax_error(file: File, error: yaml.MarkedYAMLError) -> Finding:
    # What is never closed is found where it begins, not at the end of the file.
    unclosed = re.search("quoted scalar|flow", error.context or "") and not re.search("escape", error.problem or "")
    mark = (unclosed and error.context_mark) or error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    # The parser counts on past the end of a line, and of the file.
    line = min(line, len(file.starts))
    column = min(column, len(file.line(line)) + 1)
    problem = f"{error.context or ''} {error.problem or ''}"
    message = next((told for seen, told in _PROBLEMS if re.search(seen, problem)), "Uppbyggnaden går inte att förstå.")
    return NOT_YAML.at(Span(file.path, line, column, line, column + 1), message)


def _span(file: File, opening: yaml.Event, closing: yaml.Event) -> Span:
    """Where a node stands, from the event that it begins with to the one that it ends with."""
    start, end = opening.start_mark, closing.end_mark
    assert start and end
    first, last, column = start.line, end.line, end.column
    # Block values end where the next token begins; an editor's eye ends them at their last line of text.
    if last != first and not (column and file.line(last + 1)[:column].strip()):
        while last > first + 1 and not file.line(last).strip():
            last -= 1
        return Span(file.path, first + 1, start.column + 1, last, len(file.line(last)) + 1)
    return Span(file.path, first + 1, start.column + 1, last + 1, column + 1)
