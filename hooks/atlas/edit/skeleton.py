"""A new agreement's file, complete and commented: every key and every topic, with what may stand there.

In: the shapes and the ids of the vocabulary. Out: the text of an agreement.yml. Not here: the folder (edge).

Only what is true before anybody has read the text is filled in: that no topic is read, and that nobody knows whether
the agreement holds. What must be filled in is left empty, so that the check names each such place until it is.
"""

from collections.abc import Iterator, Mapping, Sequence

from atlas.edit.written import comment, commented
from atlas.topics import TOPICS
from atlas.topics.agreement_file import AGREEMENT, FACT
from atlas.topics.shape import Choice, Field, Many, Record, Shape, Term
from atlas.topics.topic import GROUPS, Topic

SCHEMA = "# yaml-language-server: $schema=../../agreement.schema.json"
# What is true of every agreement that nobody has looked at.
_UNTIL_KNOWN = {"answer": "okänt"}
_INTRO = (
    "Det här är ett nytt avtal. Rader som börjar med # är hjälp och läses inte av kontrollen: ta bort dem när du inte "
    "behöver dem. Fyll i det som är tomt, och skriv bara det du vet. Värden får stå utan citattecken; en text med "
    "kolon eller # sätts i ett block med >-."
)
_TOPICS_INTRO = (
    "Svaren, ämne för ämne. unread betyder att ingen har läst texten för ämnet. Läs hela texten för ett ämne i taget. "
    "Svarar den inte skriver du silent. Svarar den byter du unread mot en lista med fakta, så här:"
)
_EXAMPLE = """\
  notice:
    - id: uppsagning-tid
      says: Avtalet kan sägas upp med tolv månaders varsel.
      quote: >-
        Uppsägningstiden för avtalet är tolv månader
      months: 12"""
_WORTH_SHOWING = ("on", "to", "quote")
# How many ids of a vocabulary are worth listing here.
_MOST_IDS = 60


def skeleton(id: str, vocabulary: Mapping[str, Sequence[str]]) -> str:
    """The file of a new agreement. `vocabulary` has the ids of each list, municipalities of its own county only."""
    lines = [SCHEMA, *comment(_INTRO), ""]
    for name, field in AGREEMENT.fields.items():
        if name == "topics":
            lines += [*_topics(vocabulary), ""]
        else:
            lines += _head(id, name, field, vocabulary)
    return "\n".join(lines).rstrip("\n") + "\n"


def _head(id: str, name: str, field: Field, vocabulary: Mapping[str, Sequence[str]]) -> list[str]:
    lines = comment(_help("", field), 0)
    if isinstance(field.shape, Term | Many) and name == "municipalities":
        missing = "ingen står i ordlistan ännu. Lägg till den i agreements/vocabulary/municipalities.yml"
        lines += comment(f"Kommunerna i länet: {', '.join(vocabulary.get(name, ())) or missing}")
    within = _record(field.shape)
    for each, inner in within.fields.items() if within else ():
        lines += comment(_help(f"{each}: ", inner), 0, 2)
    if name == "reviewed":
        lines += comment(f"Fingeravtrycket visas av: python hooks/cli.py fingerprint {id}")
    return [*lines, *_value(name, field)]


def _value(name: str, field: Field) -> list[str]:
    if not field.required:
        return [*commented([f"{name}: {field.example}".rstrip(), *_entry(field.shape)]), ""]
    if not isinstance(field.shape, Record):
        return [f"{name}:", ""]
    needed = [each for each, inner in field.shape.fields.items() if inner.required]
    if not needed:
        known = ", ".join(f"{each}: {inner.example}" for each, inner in field.shape.fields.items() if inner.example)
        return [f"{name}: {{}} # Så här: {name}: {{{known}}}", ""]
    return [f"{name}:", *(f"  {each}: {_UNTIL_KNOWN.get(each, '')}".rstrip() for each in needed), ""]


def _entry(shape: Shape) -> list[str]:
    """One entry of a list, to take out of its comment: what it must have, and what it mostly has."""
    within = _record(shape)
    fields = within.fields.items() if within else ()
    shown = [(name, field) for name, field in fields if field.required or name in _WORTH_SHOWING]
    lines = [f"{name}: {field.example.strip('>-') or '…'}" for name, field in shown]
    return [f"  {'- ' if not number else '  '}{line}" for number, line in enumerate(lines)]


def _record(shape: Shape) -> Record | None:
    inner = shape.item if isinstance(shape, Many) else shape
    return inner if isinstance(inner, Record) else None


def _help(before: str, field: Field) -> str:
    """What a field is for, what may stand there, and an example."""
    parts = [f"{before}{field.help}", _allowed(field.shape)]
    parts += ["Måste fyllas i."] if field.required and not _record(field.shape) else []
    parts += [f"Exempel: {field.example}"] if field.example not in ("", ">-") else []
    return " ".join(part for part in parts if part)


def _allowed(shape: Shape) -> str:
    if isinstance(shape, Many):
        inner = _allowed(shape.item)
        return f"En lista. {inner}".strip()
    if isinstance(shape, Choice):
        return "Välj " + ", ".join(id if id == name else f"{id} ({name})" for id, name in shape.options.items()) + "."
    # Nested keys stand below; that words are words needs no saying.
    return "" if shape.says == "text" or isinstance(shape, Record) else f"Här står {shape.says}."


def _topics(vocabulary: Mapping[str, Sequence[str]]) -> Iterator[str]:
    yield from comment(_TOPICS_INTRO)
    yield from commented(_EXAMPLE.split("\n"))
    yield "#"
    yield from comment("Ett faktum på vilket ämne som helst kan ha:")
    yield from _fields(FACT, 2)
    yield "#"
    yield from comment("Id ur ordlistan (agreements/vocabulary):")
    for name in _vocabularies():
        ids = vocabulary.get(name, ())
        more = f" … och {len(ids) - _MOST_IDS} till" if len(ids) > _MOST_IDS else ""
        yield from comment(f"  {name}: {', '.join(ids[:_MOST_IDS])}{more}", 0, 4)
    yield "topics:"
    group = ""
    for topic in TOPICS.values():
        if topic.group != group:
            group = topic.group
            yield from ("", f"  # --- {GROUPS[group]} ---")
        yield from _topic(topic)


def _topic(topic: Topic) -> Iterator[str]:
    yield ""
    yield from comment(f"{topic.name}: {topic.border}", 2)
    yield from _fields(topic.fields, 2, 2)
    yield f"  {topic.id}: unread"


def _fields(fields: Mapping[str, Field], depth: int, indent: int = 0) -> Iterator[str]:
    for name, field in fields.items():
        yield from comment(" " * depth + _help(f"{name}: ", field), indent, depth + 2)
        within = _record(field.shape)
        yield from _fields(within.fields, depth + 2, indent) if within else ()


def _vocabularies() -> list[str]:
    """The lists whose ids a fact may have, in the order in which topics ask for them."""
    found: dict[str, None] = {}
    for fields in (FACT, *(topic.fields for topic in TOPICS.values())):
        for shape in _shapes(fields):
            found |= dict.fromkeys(shape.vocabularies) if isinstance(shape, Term) else {}
    return [name for name in found if name != "parties"]


def _shapes(fields: Mapping[str, Field]) -> Iterator[Shape]:
    for field in fields.values():
        shape = field.shape.item if isinstance(field.shape, Many) else field.shape
        yield shape
        yield from _shapes(shape.fields) if isinstance(shape, Record) else ()
