"""The field reference: no key of any shape is missing, and what it allows is what the check allows."""

from collections.abc import Iterable, Iterator

from atlas.topics import TOPICS
from atlas.topics.agreement_file import AGREEMENT, FACT, KIND
from atlas.topics.document_file import DOCUMENT
from atlas.topics.shape import Field, Many, Record
from atlas.topics.vocabulary_file import VOCABULARIES
from atlas.views.fields import Key, groups, sections

SECTIONS = {section.id: section for section in sections() if not section.file.startswith("vocabulary/")}


def names(keys: Iterable[Key], before: str = "") -> Iterator[str]:
    for key in keys:
        yield before + key.name
        yield from names(key.within, f"{before}{key.name}.")


def names_of(fields: dict[str, Field], before: str = "") -> Iterator[str]:
    for name, field in fields.items():
        yield before + name
        shape = field.shape.item if isinstance(field.shape, Many) else field.shape
        yield from names_of(dict(shape.fields), f"{before}{name}.") if isinstance(shape, Record) else ()


def test_every_key_of_every_shape_is_there() -> None:
    head = {name: field for name, field in AGREEMENT.fields.items() if name != "topics"}
    shapes = {"huvud": head, "faktum": FACT, "dokument": DOCUMENT.fields}
    shapes |= {topic.id: topic.fields for topic in TOPICS.values()}
    assert {id: list(names(section.keys)) for id, section in SECTIONS.items()} == {
        id: list(names_of(dict(fields))) for id, fields in shapes.items()
    }


def test_the_vocabulary_is_there_file_by_file() -> None:
    files = {section.file: {key.name for key in section.keys} for section in sections()}
    for name, record in VOCABULARIES.items():
        assert files[f"vocabulary/{name}.yml"] == set(record.fields)


def test_a_paragraph_of_a_law_has_its_own_keys() -> None:
    laws = next(section for section in sections() if section.id == "laws")
    assert "laws.sections.about" in {f"laws.{name}" for name in names(laws.keys)}


def test_topics_stand_under_their_groups_in_order() -> None:
    found = [section.id for _, members in groups(sections()) for section in members]
    assert found == list(TOPICS)


def test_a_key_says_what_may_stand_there() -> None:
    kind = next(key for key in SECTIONS["huvud"].keys if key.name == "kind")
    assert dict(kind.options) == dict(KIND.options) and kind.required and not kind.many
    months = next(key for key in SECTIONS["notice"].keys if key.name == "months")
    assert (months.says, months.example, months.required) == ("ett heltal från 1 till 120", "12", False)
    places = next(key for key in SECTIONS["huvud"].keys if key.name == "municipalities")
    assert places.many and places.alone and places.says == "ett id ur municipalities.yml"
    quote = next(key for key in SECTIONS["faktum"].keys if key.name == "quote")
    assert quote.example == ""
