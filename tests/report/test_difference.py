"""A difference in its three formats, as golden files from the invented corpus, and words that try to be mark-up."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from atlas.diff.compare import compare
from atlas.diff.pages import pages
from atlas.diff.told import told
from atlas.model.agreement import Atlas
from atlas.report.difference import Report, to_text
from atlas.report.difference_json import to_json
from atlas.report.difference_markdown import HEADING, MARK, MOST, escaped, to_markdown
from atlas.report.formats import FORMATS
from tests.conftest import Golden
from tests.diff.states import CLOCK, COUNTY, TOWN, atlas_of, edited, without, yml


@pytest.fixture(scope="module")
def report(corpus: Mapping[str, bytes], atlas: Atlas) -> Report:
    """A change of each weight: a value, a wording, an answer, the head, a template that is gone, the vocabulary."""
    files = edited(
        without(corpus, "prov/mall-2020"),
        [
            (yml(COUNTY), "insurance: unread", "insurance: silent"),
            (yml(COUNTY), "      service: socialtjanst\n", ""),
            (yml(TOWN), "says: Svensk domstol avgör tvister.", "says: Domstol avgör tvister."),
            (yml(TOWN), "title: Avtal om familjecentralen i Exempelby", "title: Avtal i Exempelby"),
            ("agreements/vocabulary/goal_themes.yml", "motesplats: ", "ny: {name: Ny}\nmotesplats: "),
        ],
    )
    difference = compare(atlas, atlas_of(files), CLOCK)
    return Report("main", "arbetskopian", difference, told(difference), pages(difference), ("main har ett fel.",))


@pytest.mark.parametrize(("name", "ending"), [("text", "txt"), ("markdown", "md"), ("json", "json")])
def test_formats(name: str, ending: str, report: Report, golden: Golden) -> None:
    golden(f"difference.{ending}", FORMATS[name](report))


def test_no_difference_is_said(atlas: Atlas) -> None:
    difference = compare(atlas, atlas, CLOCK)
    same = Report("a", "b", difference, told(difference), pages(difference))
    assert "Inget i avtalen, dokumenten eller ordlistan skiljer." in to_text(same)
    assert "Inget i avtalen, dokumenten eller ordlistan skiljer." in to_markdown(same)
    assert json.loads(to_json(same))["agreements"] == []


def test_the_comment_can_be_found_again_and_links_a_preview(report: Report) -> None:
    comment = to_markdown(replace(report, site="https://exempel.se/forhandsvisning/12/"))
    assert comment.startswith(f"{MARK}\n\n{HEADING}\n")
    assert f"](<https://exempel.se/forhandsvisning/12/avtal/{TOWN}/index.html>)" in comment


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("# *a* _b_ `c` [d](e)", r"\# \*a\* \_b\_ \`c\` \[d\](e)"),
        ("<script>&amp;</script>", r"\<script\>\&amp;\</script\>"),
        ("två\n\n## rader\n- till", r"två \#\# rader - till"),
        ("@redaktionen #12 !3", "@\u2060redaktionen \\#\u206012 !\u20603"),
        ("https://exempel.se www.exempel.se", "https:\u2060//exempel.se www\u2060.exempel.se"),
        ("a | b ~~c~~", r"a \| b \~\~c\~\~"),
        ("§ 4, 1/4 – «ja»", "§ 4, 1/4 – «ja»"),
    ],
)
def test_words_are_data(words: str, expected: str) -> None:
    assert escaped(words) == expected


def test_a_long_difference_fits_in_a_comment_and_counts_the_rest(report: Report) -> None:
    first = report.told[0]
    long = replace(first, sentences=tuple(replace(first.sentences[0], words="ord " * 100) for _ in range(300)))
    comment = to_markdown(replace(report, told=(long, *report.told)))
    shown = comment.count("ord ord ord ord")
    assert len(comment) < MOST + 200
    left = re.search(r"\*\*(\d+) ändringar till\*\*", comment)
    assert left and int(left[1]) == 300 - comment.count(f"- **{first.sentences[0].subject}") + sum(
        len(each.sentences) for each in report.told
    )
    assert shown
    assert comment.rstrip().splitlines()[-1].startswith("- ")
