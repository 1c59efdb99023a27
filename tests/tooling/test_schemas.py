"""What editors' programs read is what the shapes make, passes every real file, and stops what a schema can stop."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from atlas.check.walk import misfits
from atlas.load.read import Entry, Tree, read
from atlas.load.tree import Sequence, parse
from atlas.source import File
from atlas.tooling.files import binding, editor_files
from atlas.topics import TOPICS
from atlas.topics.agreement_file import REVIEW_MONTHS, fact_record
from atlas.topics.vocabulary_file import VOCABULARIES
from edge.disk import read_agreements
from edge.tooling import files_for_editors, is_behind, write_for_editors
from tests.check.test_cases import CASES, Case, changed
from tests.tooling.core_yaml import read_core

ROOT = Path(__file__).resolve().parents[2]
Files = Mapping[str, bytes]
# What a schema can say. The rest of the rules need the text, the file's other facts, or the ids of other files.
SHAPE_RULES = {
    *("A202", "A301", "A302", "A303", "A304", "A305", "A306", "A307"),
    *("A308", "A310", "A311", "A312", "A401", "A402"),
}
# What a schema cannot say all the same, and why.
BEYOND = {
    "A305: a number with a leading zero": "a tool has read it as a number",
    "A306: a day that is not in the calendar": "a pattern knows no calendar",
    "A402: unknown parties": "the parties are named in the file itself",
    "A402: a party in a file without parties": "the parties are named in the file itself",
}


def validators(tree: Tree) -> dict[str, Draft7Validator]:
    """Each schema for a corpus, by the end of the path that it is for."""
    schemas = {path: json.loads(data) for path, data in editor_files(tree.vocabularies).items() if "schema" in path}
    for schema in schemas.values():
        Draft7Validator.check_schema(schema)
    return {path.replace(".schema.json", ".yml"): Draft7Validator(schema) for path, schema in schemas.items()}


def schema_for(path: str, known: Mapping[str, Draft7Validator]) -> Draft7Validator | None:
    return known.get(path) or known.get("agreements/" + path.rpartition("/")[2])


def faults(path: str, text: str, known: Mapping[str, Draft7Validator]) -> list[str]:
    schema = schema_for(path, known)
    return [error.message for error in schema.iter_errors(read_core(text))] if schema else []


@pytest.fixture(scope="module")
def real() -> Files:
    """The agreements of the project."""
    return {entry.path: entry.data for entry in read_agreements(ROOT)}


@pytest.fixture(scope="module")
def known(corpus: Files) -> dict[str, Draft7Validator]:
    """The schemas that the corpus gets."""
    return validators(read([Entry(path, data) for path, data in corpus.items()]))


def without_ids(value: Any) -> Any:
    """A schema without the ids of the vocabulary, which editors may add to with nothing but a browser."""
    if isinstance(value, dict):
        ids = {"enum", "enumDescriptions"} if "ett id ur " in value.get("errorMessage", "") else set()
        return {key: without_ids(each) for key, each in value.items() if key not in ids}
    return [without_ids(each) for each in value] if isinstance(value, list) else value


def test_what_is_committed_is_what_the_shapes_make() -> None:
    files = files_for_editors(ROOT)
    assert files
    here = {path: (ROOT / path).read_bytes() for path in files if (ROOT / path).is_file()}
    stale = [
        path for path, data in files.items() if without_ids(json.loads(data)) != without_ids(json.loads(here[path]))
    ]
    assert stale == [], "run: python hooks/cli.py schema"
    schemas = {path.relative_to(ROOT).as_posix() for path in (ROOT / "agreements").rglob("*.schema.json")}
    assert schemas == {path for path in files if path.endswith(".schema.json")}
    # Only the schemas know ids at all, and only by what their messages say.
    assert b"modrahalsovard" in here["agreements/agreement.schema.json"]
    assert "modrahalsovard" not in json.dumps(without_ids(json.loads(here["agreements/agreement.schema.json"])))


def test_every_real_file_is_let_through(real: Files) -> None:
    known = validators(read([Entry(path, data) for path, data in real.items()]))
    held = [path for path in real if schema_for(path, known)]
    assert len(held) == len([path for path in real if path.endswith(".yml")]) > 15
    assert {path: found for path in held if (found := faults(path, real[path].decode(), known))} == {}


def test_every_file_of_the_corpus_is_let_through(corpus: Files, known: dict[str, Draft7Validator]) -> None:
    held = [path for path in corpus if schema_for(path, known)]
    assert {path: found for path in held if (found := faults(path, corpus[path].decode(), known))} == {}


def test_a_real_file_that_names_its_schema_names_the_right_one(real: Files) -> None:
    # One that was written in a browser need not name any: the settings bind it too.
    named = {
        path: line for path, data in real.items() if (line := data.decode().partition("\n")[0]).startswith("# yaml-")
    }
    assert len(named) > 15
    for path, line in named.items():
        name = path.removeprefix("agreements/").removesuffix(".yml")
        assert line == binding(name if name.startswith("vocabulary/") else name.rpartition("/")[2])
        target = (ROOT / path).parent / line.partition("$schema=")[2]
        assert target.resolve().is_file() and target.resolve().is_relative_to(ROOT / "agreements")


SHAPE_CASES = [case for case in CASES if case.codes and case.codes <= SHAPE_RULES]


@pytest.mark.parametrize("case", SHAPE_CASES, ids=lambda case: f"{case.file.stem}: {case.name}")
def test_a_broken_shape_fails_its_schema(case: Case, corpus: Files, known: dict[str, Draft7Validator]) -> None:
    after = {entry.path: entry.data for entry in changed(corpus, case.change)}
    edited = [path for path in after if after[path] != corpus.get(path) and schema_for(path, known)]
    found = [fault for path in edited for fault in faults(path, after[path].decode(), known)]
    assert bool(found) != (f"{case.file.stem}: {case.name}" in BEYOND)


def test_the_cases_that_no_schema_stops_are_there() -> None:
    assert {f"{case.file.stem}: {case.name}" for case in SHAPE_CASES} > BEYOND.keys()
    assert len(SHAPE_CASES) > 30


def with_examples(schema: Any, root: Any) -> Iterator[tuple[Any, Any]]:
    """Every schema within a schema that has examples or a default, with each of these."""
    if isinstance(schema, dict):
        for example in [*schema.get("examples", ()), *([schema["default"]] if "default" in schema else ())]:
            yield {**schema, "definitions": root.get("definitions", {})}, example
    for within in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from with_examples(within, root)


def test_every_example_and_default_fits_where_it_is_offered(real: Files) -> None:
    known = validators(read([Entry(path, data) for path, data in real.items()]))
    offered = [pair for each in known.values() for pair in with_examples(each.schema, each.schema)]
    wrong = [(example, error.message) for at, example in offered for error in Draft7Validator(at).iter_errors(example)]
    assert wrong == []
    assert len(offered) > 150


def test_help_is_swedish_and_values_have_labels(known: dict[str, Draft7Validator]) -> None:
    agreement: Any = known["agreements/agreement.yml"].schema
    notice = agreement["properties"]["topics"]["properties"]["notice"]
    assert notice["markdownDescription"] == f"**{TOPICS['notice'].name}**\n\n{TOPICS['notice'].border}"
    fact = notice["anyOf"][1]["items"]["properties"]
    assert fact["before"]["enumDescriptions"][0] == "när som helst"
    assert fact["months"]["markdownDescription"].endswith("Här ska stå ett heltal från 1 till 120.")
    assert agreement["definitions"]["status"]["enumDescriptions"][0] == "Anges: Avtalstexten svarar."
    every = agreement["properties"]["reviewed"]["properties"]["every_months"]
    assert every["default"] == REVIEW_MONTHS


def expanded(line: str) -> str:
    """A line of a snippet with its places filled in as they stand, the first choice of each list taken."""
    line = re.sub(r"\$\{\d+\|([^,|]+)[^|]*\|\}", r"\1", line)
    line = re.sub(r"\$\{\d+:((?:\\.|[^}])*)\}", r"\1", line)
    return re.sub(r"\\(.)", r"\1", line)


def test_every_snippet_is_a_fact_of_its_topic(corpus: Files, known: dict[str, Draft7Validator]) -> None:
    files = editor_files(read([Entry(path, data) for path, data in corpus.items()]).vocabularies)
    snippets = json.loads(files[".vscode/avtalsatlas.code-snippets"])
    assert list(snippets) == [f"Faktum: {topic.name}" for topic in TOPICS.values()]
    for topic, snippet in zip(TOPICS.values(), snippets.values(), strict=True):
        assert topic.id in snippet["prefix"]
        node, found = parse(File("a.yml", "\n".join(map(expanded, snippet["body"]))))
        assert isinstance(node, Sequence) and not found
        assert [finding.message for each in node.items for finding in misfits(each, fact_record(topic), topic.id)] == []


def test_settings_bind_every_schema_and_ask_no_other_machine() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    assert len(settings["yaml.schemas"]) == 2 + len(VOCABULARIES)
    for schema, pattern in settings["yaml.schemas"].items():
        assert (ROOT / schema).is_file() and list(ROOT.glob(pattern))
    assert settings["yaml.schemaStore.enable"] is False
    extensions = json.loads((ROOT / ".vscode/extensions.json").read_text(encoding="utf-8"))
    assert "redhat.vscode-yaml" in extensions["recommendations"]


def test_the_command_writes_what_differs_and_nothing_without_its_words(tmp_path: Path, corpus: Files) -> None:
    for path, data in corpus.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    assert not is_behind(tmp_path)
    assert len(write_for_editors(tmp_path) or ()) == 4 + len(VOCABULARIES)
    assert write_for_editors(tmp_path) == [] and not is_behind(tmp_path)
    who = tmp_path / "agreements/vocabulary/who.yml"
    who.write_bytes(who.read_bytes() + b"\nfarforaldrar:\n  name: Farf\xc3\xb6r\xc3\xa4ldrar\n  forms: [farmor]\n")
    assert is_behind(tmp_path)
    assert write_for_editors(tmp_path) == ["agreements/agreement.schema.json"]
    who.write_text("{", encoding="utf-8")
    assert write_for_editors(tmp_path) is None
