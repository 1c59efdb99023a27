"""Small files that would grow, and huge ones: each is one finding, told before anything has grown."""

from collections.abc import Mapping

import pytest

from atlas.load.read import MOST_BYTES, Entry
from atlas.pipeline import load

BOMBS = {
    "aliases of aliases": (
        "a: &a [x]\n"
        + "".join(f"{n}: &{n} [{', '.join([f'*{m}'] * 9)}]\n" for m, n in zip("abcdefgh", "bcdefghi", strict=True))
    ),
    "lists in lists": "a: " + "[" * 400_000,
    "mappings in mappings": "{a: " * 200_000,
    "lists that are closed": "a: " + "[" * 100_000 + "]" * 100_000,
    "indented for ever": "".join(" " * n + f"a{n}:\n" for n in range(1_300)),
    "a million lines": "\n" * 900_000 + "a",
    "keys without end": "".join(f"k{n}:\n" for n in range(100_000)),
    "one long key": "a" * 900_000 + ": b",
    "a list of marks": "title: x\ntopics:\n  purpose:\n" + "  - {}\n" * 90_000,
    "facts without end": "title: x\ntopics:\n  purpose:\n"
    + "".join(f"  - {{id: f{n}, says: a b, quote: kort text}}\n" for n in range(18_000)),
    "quotation marks that are never closed": 'title: "' + "a " * 400_000,
    "stars": "title: " + "* " * 400_000,
    "a merge key": "a: {b: c}\n<<: {d: e}\n",
    "a tag that makes objects": "a: !!python/object/apply:os.system [ls]\n",
}
# What a few words of YAML that nobody here writes are told as: more than one finding, and few.
FEW = ("a merge key",)


@pytest.mark.parametrize("path", ["agreements/exempel/lan-2022/agreement.yml", "agreements/vocabulary/who.yml"])
def test_one_finding_each(corpus: Mapping[str, bytes], path: str) -> None:
    for name, text in BOMBS.items():
        outcome = load(Entry(each, text.encode() if each == path else data) for each, data in corpus.items())
        here = [finding for finding in outcome.findings if finding.span.path == path]
        assert 1 <= len(here) <= (20 if name in FEW else 1), name
        assert {finding.rule.code for finding in here} <= {"A102", "A105", "A107", "A110", "A302", "A303", "A413"}, name
        # What the others say of ids that are no longer there.
        assert len(outcome.report) < 20_000, name


def test_a_text_may_be_as_long_as_a_file(corpus: Mapping[str, bytes]) -> None:
    path = "agreements/prov/mall-2020/text.md"
    for scrap in ("* ", "- a\n", "# a\n", "\n", "| a |\n", "> ", "a\\", "[x](", "<b>", "**a ", "`", "&amp;"):
        text = corpus[path].decode() + "\n\n## Sist\n\n"
        text += scrap * ((MOST_BYTES // 25 - len(text)) // len(scrap))
        outcome = load(Entry(each, text.encode() if each == path else data) for each, data in corpus.items())
        assert {finding.span.path.rpartition("/")[0] for finding in outcome.findings} <= {path.rpartition("/")[0]}
