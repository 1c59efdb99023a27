"""Mending: what has one right answer gets it, everything else in the file stays, and nothing else is touched."""

import re
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atlas.edit.change import plain
from atlas.edit.mend import Mended, mend
from atlas.edit.mend_values import date_form
from atlas.load.fold import fold
from atlas.load.read import Entry
from atlas.load.tree import parse
from atlas.pipeline import load
from atlas.source import File
from atlas.topics.shape import Day
from tests.edit.small import AGREEMENT, entries

PATH = "agreements/exempel/lan-2024/agreement.yml"

# (what, lines of the agreement → as an editor wrote them, what stands there once they are mended)
FACT = """\
    - id: tid
      says: Tiden är tolv månader.
      quote: >-
        Tiden är – som förr – tolv månader
      months: 12
"""
QUOTE = "Tiden är – som förr – tolv månader"
BLOCK = f">-\n        {QUOTE}"
SAYS = "      says: Tiden är tolv månader.\n"
WRONG_QUOTE = QUOTE.replace("är –", "är -")
TABLE = [
    ("a dash", {"är – som": "är - som"}, "är – som förr – tolv"),
    ("two dashes of two kinds", {"är – som förr – tolv": "är — som förr ‐ tolv"}, "är – som förr – tolv"),
    ("doubled spaces", {"är – som": "är  –   som"}, "är – som"),
    ("a space that does not break", {"tolv månader\n": "tolv\u00a0månader\n"}, "tolv månader\n"),
    ("a soft hyphen", {"tolv månader\n": "tolv må\u00adnader\n"}, "tolv månader\n"),
    ("decomposed letters", {"tolv månader\n": "tolv ma\u030anader\n"}, "tolv månader\n"),
    ("spaces that are lost", {"är – som förr – tolv": "är –som förr– tolv"}, "är – som förr – tolv"),
    ("a word that is split", {"tolv månader\n": "tolv mån ader\n"}, "tolv månader\n"),
    ("over two lines", {"är – som förr": "är - som\n        förr"}, "är – som\n        förr – tolv"),
    ("a plain quote", {BLOCK: WRONG_QUOTE}, f"quote: {QUOTE}\n"),
    ("single quotation marks", {BLOCK: f"'{WRONG_QUOTE}'"}, f"quote: '{QUOTE}'\n"),
    ("quotation marks", {BLOCK: f'"{WRONG_QUOTE}" # så'}, f'quote: "{QUOTE}" # så\n'),
    ("blanks at the end of lines", {SAYS: SAYS.replace("\n", " \t\n")}, FACT),
    ("keys in another order", {f"    - id: tid\n{SAYS}": f"    - {SAYS.strip()}\n      id: tid\n"}, FACT),
    (
        "a value before the quote",
        {f"{BLOCK}\n      months: 12\n": f"{BLOCK}\n", SAYS: f"{SAYS}      months: 12\n"},
        FACT,
    ),
    (
        "a comment moves with its key",
        {"    - id: tid\n": "    - months: 12\n      # Vad den heter\n", "\n      months: 12\n": "\n      id: tid\n"},
        f"    - id: tid\n      # Vad den heter\n{SAYS}      quote: {BLOCK}\n      months: 12\n",
    ),
]


def mended(text: str) -> tuple[Mended, ...]:
    return mend(entries(text))


@pytest.mark.parametrize(("wrong", "right"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_what_has_one_right_answer_gets_it(wrong: dict[str, str], right: str) -> None:
    text = AGREEMENT
    for old, new in wrong.items():
        assert text.count(old) == 1
        text = text.replace(old, new)
    (found,) = mended(text)
    assert right in found.after
    assert found.path == PATH and found.before == text
    # The rest is as it was, and what is mended has nothing more to mend.
    assert AGREEMENT[: AGREEMENT.index("    - id: tid")] in found.after
    assert found.after.endswith("  # Sist\nleft_out: []\n")
    assert mended(found.after) == ()
    assert load(entries(found.after)).report == ""


def test_what_is_right_is_left_alone() -> None:
    assert load(entries(AGREEMENT)).report == ""
    assert mended(AGREEMENT) == ()


NOT_MENDED = [
    ("other words", {"som förr – tolv": "som nu – tolv"}),
    ("the case of a letter", {"Tiden är –": "tiden är –"}),
    ("a quote with few letters", {"Tiden är – som förr – tolv månader": "so mf örr"}),
    ("a value that is wrong", {"months: 12": "months: tolv"}),
    ("a date that may be two", {"retrieved: 2024-01-31": "retrieved: 1/3 2022"}),
    ("a day that does not exist", {"retrieved: 2024-01-31": "retrieved: 2022-2-31"}),
    ("values in the order of the editor", {"      months: 12\n": "      before: other\n      months: 12\n"}),
    ("a file that is no YAML", {"title: ": "title: a: "}),
    ("an unknown key", {SAYS: f"      säger: x\n{SAYS}"}),
]


@pytest.mark.parametrize("wrong", [row[1] for row in NOT_MENDED], ids=[row[0] for row in NOT_MENDED])
def test_what_a_person_has_to_decide_is_left_alone(wrong: dict[str, str]) -> None:
    text = AGREEMENT
    for old, new in wrong.items():
        assert text.count(old) == 1
        text = text.replace(old, new)
    assert mended(text) == ()


DATES = [
    ("2022-3-1", Day(), "2022-03-01"),
    ("2022/03/01", Day(), "2022-03-01"),
    ("2022.3.1", Day(), "2022-03-01"),
    ("2022–03–01", Day(), "2022-03-01"),
    ("2022-3", Day(partial=True), "2022-03"),
    ("3-1", Day(yearly=True), "03-01"),
    ("2022-03-01", Day(), ""),
    ("2022-3", Day(), ""),
    ("3-1", Day(), ""),
    ("28-2", Day(yearly=True), ""),
    ("1/3", Day(yearly=True), ""),
    ("1 mars 2022", Day(), ""),
    ("2022-13-1", Day(), ""),
    ("20220301", Day(), ""),
    ("snart", Day(), ""),
]


@pytest.mark.parametrize(("text", "day", "expected"), DATES)
def test_date_form(text: str, day: Day, expected: str) -> None:
    assert date_form(text, day) == expected


def test_dates_are_mended_where_dates_stand() -> None:
    text = AGREEMENT.replace("2024-01-31", "2024-1-31").replace("title: ", "title: 2022-3-1 ")
    (found,) = mended(text)
    assert "retrieved: 2024-01-31" in found.after and "title: 2022-3-1 " in found.after
    assert found.counts == (("dates", 2),)
    (found,) = mended(AGREEMENT.replace("2024-01-31", '"2024-1-31"'))
    assert 'retrieved: "2024-01-31"' in found.after


def test_heads_and_lists_get_their_order_and_keep_their_line_ends() -> None:
    text = AGREEMENT.replace("kind: avtal\nlevel: county\n", "level: county\nkind: avtal # ett slag\n")
    text = text.replace("in_force: {answer: okänt}", "in_force: {source: Frågat, answer: ja, on: 2024-01-31}")
    (found,) = mended(text.replace("\n", "\r\n"))
    assert "kind: avtal # ett slag\r\nlevel: county\r\n" in found.after
    assert "in_force: {answer: ja, on: 2024-01-31, source: Frågat}\r\n" in found.after
    assert "\n" not in found.after.replace("\r\n", "")


def test_the_last_line_without_an_end_keeps_none() -> None:
    text = AGREEMENT.replace("title: Avtal\n", "") + "title: Avtal"
    (found,) = mended(text)
    assert found.after == AGREEMENT.removesuffix("\n")


def test_blanks_in_a_text_go_and_its_fingerprint_stays() -> None:
    wrong = [
        Entry(each.path, each.data.replace(b"kallas tiden.\n", b"kallas tiden.  \n")) for each in entries(AGREEMENT)
    ]
    (found,) = mend(wrong)
    assert found.path == PATH.replace("agreement.yml", "text.md")
    assert found.after == found.before.replace("  \n", "\n")


def test_what_was_mended_is_told_with_the_difference() -> None:
    (found,) = mended(AGREEMENT.replace(QUOTE, WRONG_QUOTE).replace(SAYS, SAYS.replace("\n", " \n")))
    told = f"""\
{PATH}: 1 mellanslag sist på en rad, 1 citat som fick textens egna tecken
--- a/{PATH}
+++ b/{PATH}
@@ -11,7 +11,7 @@
   notice:
     - id: tid
-      says: Tiden är tolv månader.~
+      says: Tiden är tolv månader.
       quote: >-
-        Tiden är - som förr – tolv månader
+        Tiden är – som förr – tolv månader
       months: 12
   # Sist
"""
    assert found.told == told.replace("~", " ")


def test_the_corpus_has_one_dash_of_its_own(corpus: Mapping[str, bytes]) -> None:
    (found,) = mend(Entry(path, data) for path, data in corpus.items())
    assert found.counts == (("quotes", 1),)
    assert re.findall(r"^[-+] .*", found.told, re.MULTILINE) == [
        "-        blivande föräldrar och familjer med barn i åldrarna 0-6 år",
        "+        blivande föräldrar och familjer med barn i åldrarna 0–6 år",
    ]


BAD = (
    AGREEMENT.replace(QUOTE, WRONG_QUOTE)
    .replace("2024-01-31", "2024-1-31")
    .replace(f"- id: tid\n{SAYS}", f"- {SAYS.strip()}  \n      id: tid\n")
)


# What slips into a file while somebody writes: where, how much of what stood there is lost, and what comes instead.
SCRAPS = (
    " ",
    "  \n",
    "- ",
    ": ",
    "#",
    "# så\n",
    '"',
    "'",
    "\u00a0",
    "\u00ad",
    "–",
    "\r\n",
    "\t",
    "{",
    "]",
    "|",
    "\n\n",
    "id: x\n",
)
SLIPS = st.lists(st.tuples(st.integers(0, len(BAD) - 1), st.integers(0, 30), st.sampled_from(SCRAPS)), max_size=4)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(SLIPS)
def test_whatever_happens_to_a_file_what_it_says_is_never_changed(slips: list[tuple[int, int, str]]) -> None:
    text = BAD
    for at, lost, scrap in slips:
        text = text[:at] + scrap + text[at + lost :]
    for found in mended(text):
        before, after = (parse(File(found.path, each))[0] for each in (found.before, found.after))
        assert squeezed(plain(before)) == squeezed(plain(after))
        assert mended(found.after) == ()


def test_all_of_it_is_mended_at_once() -> None:
    (found,) = mended(BAD)
    assert found.after == AGREEMENT
    assert found.counts == (("spaces", 1), ("quotes", 1), ("dates", 2), ("order", 1))


def squeezed(said: object) -> object:
    """What a file says, whatever the spaces, dashes and zeros that mending is about."""
    if isinstance(said, dict):
        return {key: squeezed(value) for key, value in said.items()}
    if isinstance(said, list):
        return [squeezed(each) for each in said]
    return re.sub(r"\b0", "", fold(str(said)).replace(" ", ""))
