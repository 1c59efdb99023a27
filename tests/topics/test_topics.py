"""The topics of the design, and that each of them is whole: names, help, fitting examples, and words for its cell."""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import pytest
import yaml

from atlas.check.walk import misfits, value_of
from atlas.load.tree import Mapping, parse
from atlas.source import File
from atlas.topics import TOPICS
from atlas.topics.agreement_file import AGREEMENT, fact_record
from atlas.topics.common import ANY_TOPIC, often, when
from atlas.topics.document_file import DOCUMENT
from atlas.topics.shape import Choice, Day, Field, Flag, Many, Number, Record, Shape, Share
from atlas.topics.target_group import ages_in_words
from atlas.topics.topic import GROUPS, PRECEDENCE, STATUSES, Topic
from atlas.topics.vocabulary_file import VOCABULARIES

# Fixed, in this order: new ones may come, none goes and none changes its id.
IN_GROUPS = {
    "agreement": "parties term notice revision renegotiation duty_to_inform dispute formalities",
    "people": "target_group catchment purpose goals participation child_rights",
    "content": "definition services co_location responsibilities party_commitments joint_commitments staff_competence "
    "induction",
    "steering": "governance coordinator county_coordination",
    "money": "staff_costs joint_costs premises furnishings insurance visitor_fee",
    "access": "opening",
    "privacy": "secrecy duty_to_report",
    "follow_up": "reporting follow_up parent_survey",
}
# The typed values of the design, by their Fixed names.
VALUES = {
    "target_group": "who ages service",
    "parties": "party of type role",
    "services": "service required named_as",
    "responsibilities": "actor",
    "term": "from to renews_months until_further_notice",
    "notice": "months before in_writing",
    "revision": "every_years",
    "governance": "body function body_level members convener meets task",
    "coordinator": "per max_percent term_years paid_by task",
    "reporting": "document deadline recipient by",
    "dispute": "decided_by",
    "co_location": "degree",
}
each_topic = pytest.mark.parametrize("topic", TOPICS.values(), ids=list(TOPICS))


def test_ids_in_order() -> None:
    assert list(GROUPS) == list(IN_GROUPS)
    assert list(TOPICS) == " ".join(IN_GROUPS.values()).split()
    assert len(TOPICS) == 37
    assert [topic.place for topic in TOPICS.values()] == list(range(1, 38))
    assert {topic.id: topic.group for topic in TOPICS.values()} == {
        id: group for group, ids in IN_GROUPS.items() for id in ids.split()
    }


def test_statuses() -> None:
    labels = {id: status.label for id, status in STATUSES.items()}
    assert labels == {
        "stated": "Anges",
        "ambiguous": "Tvetydigt",
        "placeholder": "Ifylls",
        "delegated": "Hänvisas",
        "silent": "Anges inte",
        "unread": "Ej granskad",
    }
    assert PRECEDENCE == ("ambiguous", "placeholder", "stated", "delegated")
    assert len({status.mark for status in STATUSES.values()}) == 6


@pytest.mark.parametrize(("id", "names"), VALUES.items(), ids=list(VALUES))
def test_values_of_the_design(id: str, names: str) -> None:
    assert set(names.split()) <= TOPICS[id].fields.keys()
    assert {"modality", "every", "amount", "law"} == ANY_TOPIC.keys()


def fields_in(shape: Shape, path: str = "") -> Iterator[tuple[str, Field]]:
    if isinstance(shape, Many):
        yield from fields_in(shape.item, path)
    elif isinstance(shape, Record):
        for name, field in shape.fields.items():
            yield f"{path}.{name}", field
            yield from fields_in(field.shape, f"{path}.{name}")


ALL_FIELDS = [
    *(pair for topic in TOPICS.values() for pair in fields_in(fact_record(topic), topic.id)),
    *(pair for topic in TOPICS.values() for pair in fields_in(fact_record(topic, delegated=True), topic.id + "→")),
    *fields_in(AGREEMENT, "agreement"),
    *fields_in(DOCUMENT, "document"),
    *(pair for name, record in VOCABULARIES.items() for pair in fields_in(record, name)),
]


@each_topic
def test_a_topic_says_what_it_is(topic: Topic) -> None:
    assert topic.name[0].isupper() and not topic.name.endswith(".")
    assert topic.border.endswith(".") and len(topic.border) > 30
    assert len({each.name for each in TOPICS.values()}) == len(TOPICS)


def test_every_field_has_help_and_words_for_its_shape() -> None:
    assert [path for path, field in ALL_FIELDS if not field.help.endswith(".")] == []
    assert [path for path, field in ALL_FIELDS if not field.shape.says or ".yml.yml" in field.shape.says] == []


def test_every_example_fits_its_shape() -> None:
    wrong = []
    for path, field in ALL_FIELDS:
        if field.example not in ("", ">-"):
            node, findings = parse(File("x.yml", f"value: {field.example}\n"))
            value = node.get("value") if isinstance(node, Mapping) else None
            found = [*findings, *(misfits(value, field.shape, path) if value is not None else [])]
            if found or value is None:
                wrong.append((path, field.example, [each.message for each in found]))
    assert wrong == []


def samples(shape: Shape) -> Iterator[Any]:
    """Values that a shape allows: its bounds, all its options, records with one value, all, and only what they need."""
    match shape:
        case Number(low=low, high=high):
            yield from (low, high)
        case Share():
            yield Fraction(1, 4)
        case Day(partial=partial, yearly=yearly):
            yield from ["2024-02-29"] + ["2024-02", "2024"] * partial + ["02-29"] * yearly
        case Flag():
            yield from (True, False)
        case Choice(options=options):
            yield from options
        case Many(item=item):
            found = list(samples(item))
            yield from ([], *([each] for each in found), found)
        case Record(fields=fields):
            first = {name: next(samples(field.shape)) for name, field in fields.items()}
            needed = {name: value for name, value in first.items() if fields[name].required}
            yield from (first, needed)
            for name, field in fields.items():
                yield from ({**needed, name: value} for value in samples(field.shape))
        case _:
            yield "ord"


@each_topic
def test_brief(topic: Topic) -> None:
    assert topic.brief({}) == ""
    shapes = {name: field.shape for name, field in {**ANY_TOPIC, **topic.fields}.items()}
    for name, shape in shapes.items():
        for value in samples(shape):
            told = topic.brief({name: value})
            assert isinstance(told, str) and not {"None", "{", "[", "True", "False"} & set(
                told.replace(",", " ").split()
            )
            assert told == told.strip(" ,:") and "  " not in told, (name, value, told)
    everything = {name: next(samples(shape)) for name, shape in shapes.items()}
    assert isinstance(topic.brief(everything), str)


def read(shape: Shape, text: str) -> Any:
    node, findings = parse(File("x.yml", text))
    assert node and not findings
    return value_of(node, shape)


BRIEFS = [
    ("term", {"from": "2018-09-21"}, "från 21 september 2018"),
    ("term", {"from": "2018", "to": "2020", "renews_months": 12}, "2018 – 2020, förlängs 12 månader i taget"),
    (
        "notice",
        {"months": 12, "before": "end_of_term", "in_writing": True},
        "12 månader, före avtalstidens slut, skriftligt",
    ),
    ("revision", {"every_years": 4, "by": "länsgruppen"}, "vart 4:e år, av länsgruppen"),
    ("target_group", {"ages": {"from": 0, "to": 6}}, "0–6 år"),
    ("coordinator", {"per": "centre", "max_percent": 20}, "en per familjecentral, högst 20 % av heltid"),
    ("coordinator", {"paid_by": [{"share": Fraction(1, 4)}]}, "parterna: 1/4"),
    ("reporting", {"document": "rapport", "deadline": "03-01"}, "rapport, senast 1 mars"),
    ("services", {"required": False}, "kan finnas"),
    ("governance", {"meets": {"times": 2, "per": "year", "at_least": True}}, "minst 2 gånger per år"),
]


@pytest.mark.parametrize(("id", "values", "told"), BRIEFS)
def test_briefs_in_words(id: str, values: dict[str, Any], told: str) -> None:
    assert TOPICS[id].brief(values) == told


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({}, ""),
        ({"times": 1, "per": "year"}, "1 gång per år"),
        ({"times": 3, "per": "term"}, "3 gånger per termin"),
        ({"per": "need"}, "vid behov"),
        ({"per": "agreed", "at_least": True}, "enligt överenskommelse"),
        ({"per": "year"}, ""),
        ({"times": 2}, ""),
    ],
)
def test_often(values: dict[str, Any], told: str) -> None:
    assert often(values) == told


@pytest.mark.parametrize(
    ("ages", "told"),
    [
        ("{from: 0, to: 6}", "0–6 år"),
        ("{from: 7}", "från 7 år"),
        ("{to: 18}", "till och med 18 år"),
        ("{from: 0, until: barnet börjar skolan}", "0 år tills barnet börjar skolan"),
        ("{until: barnet börjar skolan}", "tills barnet börjar skolan"),
        ("{}", ""),
    ],
)
def test_ages_in_words(ages: str, told: str) -> None:
    assert ages_in_words(read(TOPICS["target_group"].fields["ages"].shape, ages)) == told


def test_days_in_words() -> None:
    assert [when(day) for day in ("03-01", "2024-12-31", "2024-12", "2024")] == [
        "1 mars",
        "31 december 2024",
        "december 2024",
        "2024",
    ]


def test_values_are_read_as_text_and_typed_by_the_topic() -> None:
    shape = fact_record(TOPICS["notice"])
    assert read(shape, "months: 12\nin_writing: true\nnote: no") == {"months": 12, "in_writing": True, "note": "no"}
    assert yaml.safe_load("note: no") == {"note": False}  # what a reader that guesses would have made of it


def test_a_value_is_called_by_words_and_not_by_its_key() -> None:
    field = Field(Flag(), "true när rummet är varmt; annars false.")
    assert (field.called, Field(Flag(), "Rollen, som id ur bodies.yml.").called) == ("rummet är varmt", "rollen")
    shapes = [each.shape for topic in TOPICS.values() for each in topic.fields.values()]
    inner = [shape.item if isinstance(shape, Many) else shape for shape in shapes]
    named = [each.called for topic in TOPICS.values() for each in topic.fields.values()]
    named += [each.called for shape in inner if isinstance(shape, Record) for each in shape.fields.values()]
    named += [each.called for each in ANY_TOPIC.values()]
    assert len(named) > 100
    assert [words for words in named if not 5 <= len(words) <= 60 or re.search("[_.]|true|false", words)] == []
