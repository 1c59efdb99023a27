"""The comment of a pull request: what it says, and what nobody's words can do in it."""

import re

import pytest

from atlas.report import difference_markdown
from atlas.report.answer import DIFFERENCE, FINDINGS, HEADING, MARK, MENDED, Frame, comment, harmless
from tests.conftest import Golden

FRAME = Frame("https://git.example.org/a/b/actions/runs/1", "https://x.se/pr-7/", True)
TOLD = f"""{MARK}

{HEADING}

main → förslaget

### Exempellän 2022

- **Uppsägning:** anges inte → 6 månader (§ 4; citatet finns i texten)

### Sidor där ändringen syns

- [avtal/exempel/lan\\-2022/index.html](<https://x.se/pr-7/avtal/exempel/lan-2022/index.html>)
"""


def test_the_whole_comment(golden: Golden) -> None:
    parts = {DIFFERENCE: TOLD, FINDINGS: "a.yml:1:1 A999 Fel.\n", MENDED: "-a\n+b\n"}
    golden("comment.md", comment(parts, FRAME))
    golden("comment-of-code.md", comment({DIFFERENCE: TOLD}, Frame(FRAME.run, "", False)))


def test_an_answer_without_a_difference_says_so() -> None:
    assert "gick inte att räkna ut" in comment({}, FRAME)


def test_the_mark_and_heading_are_those_of_the_difference() -> None:
    assert (MARK, HEADING) == (difference_markdown.MARK, difference_markdown.HEADING)
    assert comment({DIFFERENCE: TOLD}, FRAME).count(MARK) == comment({DIFFERENCE: TOLD}, FRAME).count(HEADING) == 1


HOSTILE = [
    "@alla titta",
    "se #12 och !3",
    "<script>alert(1)</script>",
    "<!-- avtalsatlas: skillnad -->",
    "[tryck här](https://ond.example)",
    "[tryck här](<https://ond.example>)",
    "[tryck här](//ond.example)",
    "[tryck][1]\n\n[1]: //ond.example",
    "![bild](https://ond.example/x.png)",
    "https://ond.example och www.ond.example",
    "<https://ond.example>",
    '[x](<https://x.se/pr-7/"onclick=>)',
    "[x](<https://x.se.ond.example/pr-7/>)",
    "\\<img src=x>",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_words_are_only_words(words: str) -> None:
    told = harmless(words, "https://x.se/pr-7/")
    assert re.sub("\u2060", "", told) == words
    live = r"(?<!\w)[@#!]\w|<[\w!/]|\]\(|\]\[|\]:|!\[|://|www\."
    assert re.search(live, told, re.IGNORECASE) is None


def test_signs_that_are_not_seen_are_gone() -> None:
    assert harmless("a\u202eb\u200bc\x00d\x1b[31me") == "abcd[31me"


def test_a_fence_holds_whatever_stands_in_it() -> None:
    told = comment({DIFFERENCE: "x", FINDINGS: "```\n@alla\n`````\n"}, FRAME)
    assert "``````text\n```\n@alla\n`````\n``````" in told


def test_a_comment_is_never_too_long() -> None:
    much = "@" * 1_000_000
    told = comment({DIFFERENCE: f"rad\n{much}", FINDINGS: f"rad\n{much}", MENDED: f"rad\n{much}"}, FRAME)
    assert len(told) < 65_536 and told.count("resten står i kontrollen") == 3
