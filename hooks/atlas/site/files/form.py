"""The data of the form «Nytt avtal»: what may stand where, with the words of the check and of the vocabulary.

In: the shapes and the model. Out: one script, since a page opened as a file may load a script but not fetch data.
Not here: how a shape is told (form_shapes.py), and what the form does with it (docs/assets/js/form-*.js).
"""

import json
from typing import Any

from atlas.edit.order import FIRST, LAST
from atlas.edit.skeleton import SCHEMA
from atlas.site.form_shapes import field_data, fields_data, words_data
from atlas.site.made import Make
from atlas.site.page import Renderer
from atlas.topics import TOPICS
from atlas.topics.agreement_file import AGREEMENT, FACT
from atlas.topics.topic import GROUPS, STATUSES

DATA = "data/form.js"
# What a new agreement can do without at first, and is easier to write beside the text.
_LATER = ("relates", "notes", "left_out", "topics")
# What takes more than a line.
_LONG = ("says", "quote", "note", "because", "found")
# Lists that no field of the form asks for.
_NEVER_ASKED = ("abbreviations", "definitions")


def files(render: Renderer) -> dict[str, Make]:
    """The script."""
    return {DATA: lambda: _script(form_data(render))}


def _script(data: dict[str, Any]) -> bytes:
    told = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"window.AvtalsatlasForm = {told};\n".encode()


def form_data(render: Renderer) -> dict[str, Any]:
    """Everything that the form knows."""
    atlas = render.atlas
    head = {name: field for name, field in AGREEMENT.fields.items() if name not in _LATER}
    return {
        "schema": SCHEMA,
        "head": fields_data(head),
        "topicsKey": field_data(AGREEMENT.fields["topics"]),
        "fact": fields_data(FACT),
        # A fact's keys in the order of `check --fix`: these, its values, and what is said about it.
        "first": FIRST,
        "last": LAST,
        "long": _LONG,
        "topics": [
            {
                "id": topic.id,
                "name": topic.name,
                "group": GROUPS[topic.group],
                "border": topic.border,
                "fields": fields_data(topic.fields),
            }
            for topic in TOPICS.values()
        ],
        "statuses": {status.id: status.label for status in STATUSES.values()},
        "lists": {
            name: {id: term.name for id, term in terms.items()}
            for name, terms in atlas.vocabulary.items()
            if name not in _NEVER_ASKED
        },
        "municipalityOf": {
            term.id: term.values["county"] for term in atlas.vocabulary.get("municipalities", {}).values()
        },
        "taken": sorted(each.id for each in (*atlas.agreements, *atlas.documents)),
        "words": words_data(),
    }
