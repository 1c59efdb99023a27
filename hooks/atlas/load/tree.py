"""YAML text to a tree in which every node knows its place.

In: a `File`. Out: `Scalar`, `Sequence` and `Mapping` nodes, and findings for what is not YAML as we use it.
Not here: what the values mean. All scalars stay text, so that `no`, `010` and `1:30` are never guessed at.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from atlas.source import File, Finding, Rule, Span

NOT_YAML = Rule(
    "A105",
    "Filen går inte att läsa som YAML.",
    "Något tecken gör att filens uppbyggnad inte går att förstå. Vanliga orsaker: fel indrag, ett kolon mitt i en "
    "text som inte står i citatblock, eller ett citattecken som aldrig stängs. Felet kan börja på raden ovanför.",
    "quote: >-\n  Överenskommelsen gäller: från 2018",
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


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value, as text. `style` is the YAML style: empty for plain, else one of `' " | >`."""

    span: Span
    text: str
    style: str


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    span: Span
    items: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the order of the file; a double key is a finding and its first value counts."""

    span: Span
    entries: tuple[tuple[Scalar, "Node"], ...]

    def get(self, key: str) -> "Node | None":
        """The value under `key`."""
        return next((value for name, value in self.entries if name.text == key), None)

    def text(self, key: str) -> str:
        """The text under `key`; empty when it is missing or no scalar."""
        node = self.get(key)
        return node.text if isinstance(node, Scalar) else ""


Node = Scalar | Sequence | Mapping

_MOST_LEVELS = 50


def parse(file: File) -> tuple[Node | None, list[Finding]]:
    """The tree of a YAML file, or None with the finding that says why there is none."""
    try:
        if unwanted := _first_unwanted(file):
            return None, [unwanted]
        node = yaml.compose(file.text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        return None, [_syntax_error(file, error)]
    if node is None:
        return None, []
    findings: list[Finding] = []
    return _locate(file, node, findings), findings


def _first_unwanted(file: File) -> Finding | None:
    """What YAML would take while words are lost, aliases, anchors and tags, or what is nested without end."""
    depth = 0
    for event in yaml.parse(file.text, Loader=yaml.CSafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        mark = event.start_mark
        if not isinstance(event, yaml.NodeEvent) or mark is None:
            continue
        here = Span(file.path, mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)
        if isinstance(event, yaml.AliasEvent):
            return ALIAS.at(here, "Ett alias pekar på ett annat ställe i filen. Skriv ut värdet i stället.")
        if event.anchor:
            return ALIAS.at(here, "Ett värde börjar med & och behöver citattecken.")
        if getattr(event, "tag", None):
            return NOT_YAML.at(here, "Ett värde börjar med ! och behöver citattecken.")
        if depth > _MOST_LEVELS:
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
    (r"expected a single document", "Filen får inte innehålla flera dokument (---)."),
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


def _span(file: File, start: yaml.Mark, end: yaml.Mark) -> Span:
    first = Span(file.path, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
    if end.line == start.line or file.line(end.line + 1)[: end.column].strip():
        return first
    # Block values end where the next token begins; an editor's eye ends them at their last line of text.
    last = end.line
    while last > start.line + 1 and not file.line(last).strip():
        last -= 1
    return Span(file.path, first.line, first.column, last, len(file.line(last)) + 1)


def _locate(file: File, node: yaml.Node, findings: list[Finding]) -> Node:
    span = _span(file, node.start_mark, node.end_mark)
    if isinstance(node, yaml.ScalarNode):
        style = node.style or ""
        # A bare `~` or `null` is a word like any other here; an empty value is the empty text.
        return Scalar(span, node.value, style)
    if isinstance(node, yaml.SequenceNode):
        return Sequence(span, tuple(_locate(file, item, findings) for item in node.value))
    assert isinstance(node, yaml.MappingNode)
    return Mapping(span, tuple(_entries(file, node, findings)))


def _entries(file: File, node: yaml.MappingNode, findings: list[Finding]) -> Iterator[tuple[Scalar, Node]]:
    seen: dict[str, Span] = {}
    for key_node, value_node in node.value:
        key = _locate(file, key_node, findings)
        value = _locate(file, value_node, findings)
        if not isinstance(key, Scalar):
            findings.append(NOT_YAML.at(key.span, "En nyckel måste vara ett enkelt ord."))
            continue
        if key.text in seen:
            first = seen[key.text].line
            findings.append(DOUBLE_KEY.at(key.span, f"Nyckeln «{key.text}» står redan på rad {first}."))
            continue
        seen[key.text] = key.span
        yield key, value
