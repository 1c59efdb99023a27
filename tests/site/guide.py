"""The guide's examples, read and run: each fenced block says in its attributes what it is.

In: a page of docs/redigera and a copy of the invented project. Out: what stands there and what the tool makes of it.
Not here: assertions of the page's own kind (test_guide.py).

    data-stands="FILE"   the lines stand in the file as they are
    data-put="FILE"      they take the place of the fact, topic, key or paragraph that they are about, and the check
                         finds what `data-finds` names, or nothing; data-wrong only tells readers that it is a mistake
    data-shows="FILE"    the lines stand in a file that a command wrote
    data-run="CODE"      commands, with their exit code
    data-told            what the last command, or the check of the last data-put, said; --update-golden writes it
"""

import re
import shlex
import sys
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from textwrap import indent

import pytest

import cli
from atlas.load.read import read
from atlas.pipeline import load
from atlas.topics import TOPICS
from edge.disk import read_agreements

_FENCE = re.compile(r"^```\{ \.(\w+)([^}\n]*) \}\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_WORD = re.compile(r'data-(\w+)(?:="([^"]*)")?')


@dataclass(frozen=True)
class Block:
    """A fenced block: its words, what it says that it is, and where its words stand on the page."""

    words: str
    says: dict[str, str]
    start: int
    end: int


def blocks(page: str) -> list[Block]:
    """The blocks of a page, in order."""
    return [Block(match[3], dict(_WORD.findall(match[2])), *match.span(3)) for match in _FENCE.finditer(page)]


class Story:
    """A page run from top to bottom in its own copy of the project."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.root, self._capsys, self._told = root, capsys, ""

    def run(self, page: str) -> str:
        """The page as it should be: with what was told in the place of what is said to have been told."""
        shift = 0
        for block in blocks(page):
            words = self._one(block)
            if words != block.words:
                start, end = block.start + shift, block.end + shift
                page, shift = page[:start] + words + page[end:], shift + len(words) - len(block.words)
        return page

    def _one(self, block: Block) -> str:
        says = block.says
        if "told" in says:
            return self._told
        if "run" in says:
            for line in block.words.splitlines():
                self._command(line, int(says["run"]))
            return block.words
        name = says.get("stands") or says.get("shows") or says["put"]
        file = self.root / "agreements" / name
        if "put" not in says:
            text = file.read_text("utf-8")
            assert any(indent(block.words, " " * depth) in text for depth in (0, 2, 4)), f"{name}:\n{block.words}"
            return block.words
        block = self._with_fingerprint(block, file)
        for part in re.split(r"\n(?=[a-z])", block.words.rstrip("\n")) if file.suffix == ".yml" else [block.words]:
            file.write_text(put(file.read_text("utf-8"), part + "\n" * (file.suffix == ".yml"), file.suffix), "utf-8")
        outcome = load(read_agreements(self.root))
        assert sorted(each.rule.code for each in outcome.findings) == sorted(says.get("finds", "").split()), (
            f"{block.words}\n{outcome.report}"
        )
        self._told = outcome.report
        return block.words

    def _with_fingerprint(self, block: Block, file: Path) -> Block:
        """The example has the fingerprint of the very text that it is about."""
        if not block.words.startswith("reviewed:"):
            return block
        folder = next(
            each
            for each in read(read_agreements(self.root)).folders
            if each.file.path.endswith(file.relative_to(self.root).as_posix())
        )
        assert folder.text
        return replace(block, words=re.sub("text: [0-9a-f]{12}", f"text: {folder.text.fingerprint}", block.words))

    def _command(self, line: str, expected: int) -> None:
        python, script, *words = shlex.split(line)
        assert (python, script) == ("python", "hooks/cli.py")
        self._capsys.readouterr()
        code = cli.main(words)
        told = self._capsys.readouterr()
        self._told = (told.out + told.err).strip("\n") + "\n"
        assert code == expected, f"{line}\n{self._told}"
        assert str(self.root) not in self._told and sys.prefix not in self._told


def put(text: str, words: str, kind: str) -> str:
    """A file with an example in its place."""
    lines, first = text.splitlines(), words.splitlines()[0]
    if kind == ".md":
        old = get_close_matches(first, lines, n=1, cutoff=0.6)
        return text.replace(old[0], words.rstrip("\n"), 1) if old else text + words
    key = re.match(r"- id: \S+|[\w-]+:", first)
    assert key, f"an example begins with a key or with the id of a fact: {first}"
    depth = 4 if first.startswith("-") else 2 if key[0].rstrip(":") in TOPICS else 0
    new = indent(words, " " * depth).splitlines()
    row = next((at for at, line in enumerate(lines) if re.match(rf" {{{depth}}}{re.escape(key[0])}( |$)", line)), None)
    if row is None:
        assert depth == 0, f"{key[0]} does not stand in the file"
        row = end = lines.index("topics:") if "topics:" in lines else len(lines)
    else:
        deeper = re.compile(rf" {{{depth + 1}}}|\s*$")
        end = next((at for at in range(row + 1, len(lines)) if not deeper.match(lines[at])), len(lines))
    return "\n".join([*lines[:row], *new, *lines[end:]]) + "\n"
