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
_SEVERAL = "Filen får inte innehålla flera dokument (---)."


def parse(file: File) -> tuple[Node | None, list[Finding]]:
    """The tree of a YAML file, or None with the finding that says why there is none."""
    # The file's events are enough: no value is ever typed by YAML, so its nodes would only be made to be thrown away.
    events: list[yaml.Event] = []
    try:
        if unwanted := _first_unwanted(file, events):
            return None, [unwanted]
    except yaml.MarkedYAMLError as error:
        return None, [_syntax_error(file, error)]
    findings: list[Finding] = []
    rest = iter(events)
    first = next((event for event in rest if isinstance(event, yaml.NodeEvent)), None)
    return (_locate(file, first, rest, findings) if first else None), findings


def _first_unwanted(file: File, events: list[yaml.Event]) -> Finding | None:
    """What YAML would take while words are lost, aliases, anchors and tags, or what is nested without end.

    `events` gets everything that was read.
    """
    depth = documents = 0
    for event in yaml.parse(file.text, Loader=yaml.CSafeLoader):
        events.append(event)
        if type(event) is yaml.ScalarEvent and not event.anchor and not event.tag and depth <= _MOST_LEVELS:
            continue
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        mark = event.start_mark
        documents += isinstance(event, yaml.DocumentStartEvent)
        if mark is None or not (isinstance(event, yaml.NodeEvent) or documents > 1):
            continue
        here = Span(file.path, mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)
        if documents > 1:
            return NOT_YAML.at(here, _SEVERAL)
        if isinstance(event, yaml.AliasEvent):
            return ALIAS.at(here, "Ett alias pekar på ett annat ställe i filen. Skriv ut värdet i stället.")
        if getattr(event, "anchor", None):
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
    first = Span(file.path, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
    if end.line == start.line or file.line(end.line + 1)[: end.column].strip():
        return first
    # Block values end where the next token begins; an editor's eye ends them at their last line of text.
    last = end.line
    while last > start.line + 1 and not file.line(last).strip():
        last -= 1
    return Span(file.path, first.line, first.column, last, len(file.line(last)) + 1)


def _locate(file: File, event: yaml.Event, rest: Iterator[yaml.Event], findings: list[Finding]) -> Node:
    """The node that begins with an event; `rest` has the events after it."""
    if isinstance(event, yaml.ScalarEvent):
        # A bare `~` or `null` is a word like any other here; an empty value is the empty text.
        return Scalar(_span(file, event, event), event.value, event.style or "")
    last: list[yaml.Event] = []
    if isinstance(event, yaml.SequenceStartEvent):
        items = tuple(_locate(file, each, rest, findings) for each in _until(rest, yaml.SequenceEndEvent, last))
        return Sequence(_span(file, event, last[0]), items)
    entries = tuple(_entries(file, _until(rest, yaml.MappingEndEvent, last), rest, findings))
    return Mapping(_span(file, event, last[0]), entries)


def _until(rest: Iterator[yaml.Event], end: type[yaml.Event], last: list[yaml.Event]) -> Iterator[yaml.Event]:
    """The events up to the one that closes a collection, which goes into `last`."""
    for event in rest:
        if type(event) is end:
            last.append(event)
            return
        yield event


def _entries(
    file: File, keys: Iterator[yaml.Event], rest: Iterator[yaml.Event], findings: list[Finding]
) -> Iterator[tuple[Scalar, Node]]:
    seen: dict[str, Span] = {}
    for key_event in keys:
        key = _locate(file, key_event, rest, findings)
        value = _locate(file, next(rest), rest, findings)
        if not isinstance(key, Scalar):
            findings.append(NOT_YAML.at(key.span, "En nyckel måste vara ett enkelt ord."))
            continue
        if key.text in seen:
            first = seen[key.text].line
            findings.append(DOUBLE_KEY.at(key.span, f"Nyckeln «{key.text}» står redan på rad {first}."))
            continue
        seen[key.text] = key.span
        yield key, value
