"""The files that make a program for editing know ours, by their paths from the project's root.

In: the vocabulary as it was read. Out: paths and bytes. Not here: writing them (edge/tooling.py), and which programs we
recommend (.vscode/extensions.json, written by hand).
"""

import json
from collections.abc import Mapping
from typing import Any

from atlas.load.read import Vocabulary
from atlas.tooling.schemas import agreement_schema, document_schema, vocabulary_schema
from atlas.tooling.shapes import Ids
from atlas.tooling.snippets import snippets
from atlas.topics.vocabulary_file import VOCABULARIES

_ROOT = "agreements"
# The files that a schema is for, as patterns; each says itself which it is, too, in its first line.
_BOUND = {"agreement": "*/*/agreement.yml", "document": "*/*/document.yml"} | {
    f"vocabulary/{name}": f"vocabulary/{name}.yml" for name in VOCABULARIES
}


def ids_of(vocabularies: Mapping[str, Vocabulary]) -> Ids:
    """The ids of the vocabulary with their names, or what stands in place of a name."""
    return {name: {id: _name(each, id) for id in each.ids} for name, each in vocabularies.items()}


def _name(vocabulary: Vocabulary, id: str) -> str:
    record = vocabulary.record(id)
    return (record.text("name") if record else "") or id


def editor_files(vocabularies: Mapping[str, Vocabulary]) -> dict[str, bytes]:
    """Every schema, the settings that bind them, and the snippets."""
    ids = ids_of(vocabularies)
    schemas = {"agreement": agreement_schema(ids), "document": document_schema(ids)}
    schemas |= {f"vocabulary/{name}": vocabulary_schema(name, ids) for name in VOCABULARIES}
    files: dict[str, Any] = {schema_path(name): schema for name, schema in schemas.items()}
    files[".vscode/settings.json"] = _settings()
    files[".vscode/avtalsatlas.code-snippets"] = snippets()
    return {path: (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode() for path, value in files.items()}


def schema_path(name: str) -> str:
    """Where a schema lies: `agreement`, `document`, or `vocabulary/<name>`."""
    return f"{_ROOT}/{name}.schema.json"


def binding(name: str) -> str:
    """The first line of a file that says which schema it is held against."""
    up = "" if name.startswith("vocabulary/") else "../../"
    return f"# yaml-language-server: $schema={up}{name.rpartition('/')[2]}.schema.json"


def _settings() -> dict[str, Any]:
    return {
        "yaml.schemas": {schema_path(name): f"{_ROOT}/{pattern}" for name, pattern in _BOUND.items()},
        # Nothing is asked of any other machine.
        "yaml.schemaStore.enable": False,
        # A tool that breaks lines anew makes every change look large.
        "yaml.format.enable": False,
        "[yaml]": {"editor.wordWrap": "on", "editor.quickSuggestions": {"strings": True}},
        "[markdown]": {"editor.wordWrap": "on"},
        "cSpell.language": "sv,en",
    }
