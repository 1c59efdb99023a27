"""Every key that an editor may write, file by file and topic by topic: what it is for, and what may stand there.

In: the shapes. Out: `Key` and `Section`. Not here: what a schema says of them (tooling), and how the page looks (site).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from atlas.topics import TOPICS
from atlas.topics.agreement_file import AGREEMENT, FACT
from atlas.topics.document_file import DOCUMENT
from atlas.topics.shape import Choice, Field, Many, Record, Shape, Words
from atlas.topics.topic import GROUPS
from atlas.topics.vocabulary_file import LAW_SECTION, VOCABULARIES


@dataclass(frozen=True, slots=True)
class Key:
    """A key: `says` is what may stand there in words, `options` the closed list of values with how they read, and
    `within` the keys below it. `many` says that it may be a list, and `alone` that one value may then stand without it.
    """

    name: str
    help: str
    says: str
    options: tuple[tuple[str, str], ...]
    many: bool
    alone: bool
    required: bool
    example: str
    default: str
    within: tuple["Key", ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Keys that stand in one place. `file` is where: the name of a file; `topic` is set for the keys of one topic."""

    id: str
    name: str
    about: str
    file: str
    topic: str
    keys: tuple[Key, ...]


def sections() -> tuple[Section, ...]:
    """All of them: the head of an agreement, what every fact has, each topic's own, documents, and the vocabulary."""
    return tuple(_sections())


def _sections() -> Iterator[Section]:
    agreement, document = "agreement.yml", "document.yml"
    head = {name: field for name, field in AGREEMENT.fields.items() if name != "topics"}
    yield Section("huvud", "Överst i filen", "Vad avtalet är, och vem som har läst det.", agreement, "", _keys(head))
    about = "Det som ett faktum kan ha vilket ämne det än hör till."
    yield Section("faktum", "Varje faktum", about, agreement, "", _keys(FACT))
    for topic in TOPICS.values():
        yield Section(topic.id, topic.name, topic.border, agreement, topic.group, _keys(topic.fields))
    about = "Årshjul, rapportmallar, handböcker och självreflektioner. Ett dokument har bara de delar som det behöver."
    yield Section("dokument", "Dokument", about, document, "", _keys(DOCUMENT.fields))
    for name, record in VOCABULARIES.items():
        fields = dict(record.fields)
        if "sections" in fields:
            # Its keys are sections as they are written, and each has these.
            fields["sections"] = Field(LAW_SECTION, fields["sections"].help)
        yield Section(name, f"{name}.yml", "", f"vocabulary/{name}.yml", "", _keys(fields))


def groups(found: tuple[Section, ...]) -> tuple[tuple[str, tuple[Section, ...]], ...]:
    """The sections of topics under their groups, in order."""
    return tuple((name, tuple(each for each in found if each.topic == id)) for id, name in GROUPS.items())


def _keys(fields: Mapping[str, Field]) -> tuple[Key, ...]:
    return tuple(_key(name, field) for name, field in fields.items())


def _key(name: str, field: Field) -> Key:
    shape = field.shape.item if isinstance(field.shape, Many) else field.shape
    return Key(
        name=name,
        help=field.help,
        says=_says(shape),
        options=tuple(shape.options.items()) if isinstance(shape, Choice) else (),
        many=isinstance(field.shape, Many),
        alone=isinstance(field.shape, Many) and field.shape.or_one,
        required=field.required,
        # The mark that a quote begins with says nothing by itself.
        example="" if field.example == ">-" else field.example,
        default=field.default,
        within=_keys(shape.fields) if isinstance(shape, Record) else (),
    )


def _says(shape: Shape) -> str:
    """What may stand there, where the list of options or the keys below do not say it already."""
    if isinstance(shape, Choice | Record):
        return ""
    if isinstance(shape, Words):
        return "avtalets egna ord" if shape.as_written else ""
    return shape.says
