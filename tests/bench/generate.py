"""Agreements by the hundred, plainly invented: as long and as annotated as the real ones that they are patterned on.

    python tests/bench/generate.py N FOLDER

In: the five real agreements, a number and a seed. Out: `FOLDER/agreements/` with N agreements that check clean, spread
over the 21 län. Not here: what is measured on them (stages.py). Nothing that is generated is ever published.

Each agreement takes a real one as its pattern; its places are invented («Exempelby», «Exempelland»), its numbers and
days vary, and it leaves out a few clauses with all that was read from them, so that topics fall silent.
"""

import random
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT)]

from atlas.load.fold import fold  # noqa: E402
from atlas.load.markdown import Text, parse_text  # noqa: E402
from atlas.load.quotes import Match  # noqa: E402
from atlas.load.read import Entry, Folder, read  # noqa: E402
from atlas.source import File  # noqa: E402
from edge.disk import write_files  # noqa: E402
from tests.bench.swaps import PLACES, SWAPS  # noqa: E402

SEED = 1
# How many ways there are to leave clauses out of one pattern.
_VARIANTS = 6
_STEMS = (
    *("Exempel", "Prov", "Påhitt", "Sago", "Lek", "Dikt", "Mönster", "Övnings", "Modell", "Test", "Låtsas"),
    *("Skiss", "Utkast", "Demo", "Fabel", "Tanke", "Dröm", "Fantasi", "Skapar", "Teater", "Kuliss"),
)
_ENDINGS = ("by", "köping", "stad", "vik")
_NUMBER, _MUNICIPALITY, _MARK = "@number@", "@municipality@", "@mark@"
_OTHER = "to: '@other@'"


@dataclass(frozen=True)
class Pattern:
    """A real agreement, some clauses left out, with marks where each generated one gets words of its own."""

    id: str
    level: str
    yml: str
    text: str


def generate(number: int, seed: int = SEED) -> dict[str, bytes]:
    """The files of `number` agreements with their vocabulary: bytes by path, the same for the same number and seed."""
    chance = random.Random(seed)
    files = _vocabulary()
    counties = list(_counties())
    patterns = [_variants(id) for id in SWAPS]
    made: dict[str, tuple[str, Pattern]] = {}
    for place in range(number):
        pattern = chance.choice(patterns[place % len(patterns)])
        county = counties[place % len(counties)]
        made[f"{county}/{pattern.level}-{place + 1:04}"] = county, pattern
    for id, (county, pattern) in made.items():
        change = _changes(pattern, counties.index(county), chance)
        text = _own_words(pattern.text, change)
        yml = _own_words(pattern.yml.replace(_NUMBER, id[-4:]), change)
        other = next((each for each in made if each.startswith(f"{county}/county-")), "")
        yml = yml.replace(_OTHER, f"to: {other}" if other else "words: länets avtal")
        yml = yml.replace(_MARK, parse_text(File("", text))[0].fingerprint)
        files[f"agreements/{id}/agreement.yml"] = yml.encode()
        files[f"agreements/{id}/text.md"] = text.encode()
    return files


def _changes(pattern: Pattern, county: int, chance: random.Random) -> dict[str, str]:
    """What one agreement says instead of its pattern's words."""
    ending = chance.choice(_ENDINGS)
    municipality, whole = PLACES[pattern.id]
    change = {whole: f"{_STEMS[county]}land", municipality: _STEMS[county] + ending}
    for swap in SWAPS[pattern.id]:
        change |= dict(zip(swap[0], chance.choice(swap), strict=True))
    return change | {_MUNICIPALITY: _municipality(county, ending)}


def _own_words(words: str, change: Mapping[str, str]) -> str:
    longest_first = sorted(change, key=len, reverse=True)
    return re.sub("|".join(map(re.escape, longest_first)), lambda found: change[found.group()], words)


# --- patterns -------------------------------------------------------------------------------------------------------


@cache
def _variants(id: str) -> tuple[Pattern, ...]:
    """A real agreement with different clauses left out. The first has them all."""
    folder = _read(id)
    assert folder.text
    whole = set(_droppable(folder))
    chance = random.Random(id)
    return tuple(
        _pattern(folder, frozenset(clause for clause in whole if number and chance.random() < 0.15))
        for number in range(_VARIANTS)
    )


def _read(id: str) -> Folder:
    names = (f"agreements/{id}/agreement.yml", f"agreements/{id}/text.md")
    return read(Entry(name, (ROOT / name).read_bytes()) for name in names).folders[0]


def _matches(folder: Folder) -> list[int | None]:
    """The clause of every quote, in the order in which they stand in the file."""
    found = (folder.match(node) for node in folder.quoting())
    return [match.clause if isinstance(match, Match) else None for match in found]


def _droppable(folder: Folder) -> Iterator[int]:
    """Clauses that can be left out while the rest still stands: no party, no relation, nothing below their heading."""
    text = folder.text
    assert text
    needed = {
        clause for (topic, _), clause in zip(folder.facts(), _matches(folder), strict=False) if topic == "parties"
    }
    picky = [fold(node.text("quote")) for node in folder.quoting() if node.text("nth") or node.text("under")]
    names = [fold(item.text) for _, fact in folder.facts() for item in getattr(fact.get("names"), "items", ())]
    for number, clause in enumerate(text.clauses):
        below = number + 1 < len(text.clauses) and text.clauses[number + 1].level > clause.level
        words = "\n".join(block.words.folded for block in clause.blocks)
        if clause.level > 1 and not below and number not in needed and not any(each in words for each in picky + names):
            yield number


def _pattern(folder: Folder, dropped: frozenset[int]) -> Pattern:
    assert folder.text
    data = yaml.load(folder.file.text, Loader=yaml.BaseLoader)
    _drop(data, iter(_matches(folder)), dropped)
    head = {**data, "title": f"Påhittat avtal {_NUMBER}. {data['title']}"}
    head["relates"] = [_relation(each) for each in data["relates"]]
    if data["level"] == "municipality" and data["municipalities"]:
        head["municipalities"] = [_MUNICIPALITY]
    head["reviewed"] = {**data["reviewed"], "text": _MARK}
    yml = yaml.dump(head, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6)
    return Pattern(folder.id, data["level"], f"# Påhittat, för mätning\n{yml}", _text(folder.text, dropped))


def _relation(relation: Mapping[str, str]) -> dict[str, str]:
    return {key: "@other@" if key == "to" else value for key, value in relation.items()}


def _drop(data: dict[str, Any], clauses: Iterator[int | None], dropped: frozenset[int]) -> None:
    """Take out everything that quotes a dropped clause. A topic that loses its last fact falls silent."""
    for topic, answer in data["topics"].items():
        if isinstance(answer, list):
            data["topics"][topic] = [fact for fact in answer if next(clauses) not in dropped] or "silent"
    for key in ("notes", "relates", "left_out"):
        data[key] = [each for each in data.get(key) or [] if next(clauses) not in dropped]


def _text(text: Text, dropped: frozenset[int]) -> str:
    starts = [text.span(clause.blocks[0], 0, 0).line for clause in text.clauses]
    lines = text.file.text.split("\n")
    starts[0] = 1
    ends = [*starts[1:], len(lines) + 1]
    kept = (
        lines[start - 1 : end - 1]
        for number, (start, end) in enumerate(zip(starts, ends, strict=True))
        if number not in dropped
    )
    return "\n".join(line for part in kept for line in part)


class _Dumper(yaml.CSafeDumper):
    """Writes as editors write: long words in a block of their own."""


def _string(dumper: _Dumper, words: str) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", words, style=">" if len(words) > 60 else None)


_Dumper.add_representer(str, _string)


# --- the vocabulary -------------------------------------------------------------------------------------------------


def _vocabulary() -> dict[str, bytes]:
    """The real vocabulary, with invented municipalities in every county."""
    folder = ROOT / "agreements" / "vocabulary"
    files = {f"agreements/vocabulary/{path.name}": path.read_bytes() for path in sorted(folder.glob("*.yml"))}
    invented = {
        _municipality(place, ending): {
            "code": f"{county['code']}0{number}",
            "name": _STEMS[place] + ending,
            "county": id,
        }
        for place, (id, county) in enumerate(_counties().items())
        for number, ending in enumerate(_ENDINGS)
    }
    told = yaml.dump(invented, Dumper=_Dumper, allow_unicode=True, sort_keys=False)
    files["agreements/vocabulary/municipalities.yml"] += b"\n" + told.encode()
    return files


@cache
def _counties() -> dict[str, dict[str, Any]]:
    text = (ROOT / "agreements" / "vocabulary" / "counties.yml").read_text(encoding="utf-8")
    return dict(yaml.load(text, Loader=yaml.BaseLoader))


def _municipality(county: int, ending: str) -> str:
    plain = str.maketrans("åäö", "aao")
    return (_STEMS[county] + ending).lower().translate(plain)


if __name__ == "__main__":
    _number, _folder = int(sys.argv[1]), Path(sys.argv[2])
    write_files(_folder, generate(_number).items())
    print(f"{_number} påhittade avtal ligger i {_folder}/agreements.")
