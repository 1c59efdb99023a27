"""The schemas of agreement.yml, document.yml and each file of the vocabulary.

In: the shapes, and the ids of the vocabulary with their names. Out: plain values for JSON. Not here: where they are
written (files.py), and what no schema can say: whether a quote stands in its text, and whether a value stands in it.
"""

from atlas.check.answers import LONE_ANSWERS
from atlas.check.statuses import BESIDES_QUOTE
from atlas.tooling.shapes import Ids, Json, choice_schema, closed, field_schema, needed, object_schema
from atlas.topics import TOPICS
from atlas.topics.agreement_file import AGREEMENT, FACT
from atlas.topics.document_file import DOCUMENT
from atlas.topics.topic import STATUSES, Topic
from atlas.topics.vocabulary_file import LAW_SECTION, VOCABULARIES

_CHECK = "Allt som kontrollen prövar kan inte sägas här: kör python hooks/cli.py check."
# What has a citation when it says anything at all.
_CITED = [*needed(FACT), "quote"]


def agreement_schema(ids: Ids) -> Json:
    """agreement.yml: its head, and the answers topic by topic."""
    head = object_schema(AGREEMENT.fields, ids)
    properties = head["properties"]
    topics = closed({topic.id: _answer(topic, ids) for topic in TOPICS.values()}, [])
    properties["topics"] |= {**topics, "description": AGREEMENT.fields["topics"].help}
    everywhere = {"enum": ["all"], "enumDescriptions": ["hela länet"]}
    properties["municipalities"]["anyOf"] = [everywhere, *properties["municipalities"]["anyOf"]]
    checked = {"properties": {"answer": {"enum": ["ja", "nej"]}}, "required": ["answer"]}
    properties["in_force"] |= {"if": checked, "then": {"required": ["on", "source"]}}
    definitions = {name: field_schema(name, field, ids) for name, field in FACT.items()}
    return _file("agreement.yml", "Ett avtal: vad det är, och hur det svarar på varje ämne.", head, definitions)


def document_schema(ids: Ids) -> Json:
    """document.yml: its head and its parts."""
    about = "Ett dokument som hör till avtal: en rapportmall, ett årshjul, en handbok eller en självreflektion."
    return _file("document.yml", about, object_schema(DOCUMENT.fields, ids), {})


def vocabulary_schema(name: str, ids: Ids) -> Json:
    """A file of the vocabulary: one record per id."""
    record = object_schema(VOCABULARIES[name].fields, ids)
    if "sections" in record["properties"]:
        # The keys are sections as agreements write them.
        sections = {"type": "object", "additionalProperties": object_schema(LAW_SECTION.fields, ids)}
        del record["properties"]["sections"]["properties"], record["properties"]["sections"]["required"]
        record["properties"]["sections"] |= sections
    about = f"Ordlistans fil {name}.yml: en post för varje id."
    return _file(f"{name}.yml", about, {"type": "object", "additionalProperties": record}, {})


def _file(title: str, about: str, body: Json, definitions: Json) -> Json:
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$comment": "Skriven av python hooks/cli.py schema efter formerna i hooks/atlas/topics. Ändra inte här.",
        "title": title,
        "description": f"{about} {_CHECK}",
        **body,
        **({"definitions": definitions} if definitions else {}),
    }


def _answer(topic: Topic, ids: Ids) -> Json:
    lone = choice_schema({id: f"{STATUSES[id].label}: {STATUSES[id].means}" for id in LONE_ANSWERS})
    facts = {"type": "array", "minItems": 1, "items": _fact(topic, ids)}
    return {
        "description": f"{topic.name}. {topic.border}",
        "markdownDescription": f"**{topic.name}**\n\n{topic.border}",
        "anyOf": [lone, facts],
    }


def _fact(topic: Topic, ids: Ids) -> Json:
    own = {name: field_schema(name, field, ids) for name, field in topic.fields.items()}
    shared: Json = {name: {"$ref": f"#/definitions/{name}"} for name in FACT if name not in own}
    fact = closed({**shared, **own}, _CITED)
    # What `to` may be hangs on the status: where the question is left, or the topic's own value, if it has one.
    otherwise: Json | bool = own.get("to", False)
    if isinstance(otherwise, dict):
        fact["properties"]["to"] = {"description": f"{otherwise['description']} Eller: {FACT['to'].help}"}
    left = {"properties": {"to": {"$ref": "#/definitions/to"}}}
    fact["allOf"] = [{"if": _with_status("delegated"), "then": left, "else": {"properties": {"to": otherwise}}}]
    fact["allOf"] += [
        {"if": _with_status(status), "then": {"required": list(keys)}} for status, keys in BESIDES_QUOTE.items() if keys
    ]
    return fact


def _with_status(status: str) -> Json:
    return {"properties": {"status": {"enum": [status]}}, "required": ["status"]}
