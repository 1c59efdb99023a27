"""Looking words up: where they stand, what comes near, and a fact that holds as soon as its sentence is written."""

from collections.abc import Mapping

import pytest

from atlas.edit.look_up import look_up, told
from atlas.load.read import Entry, Tree, read
from atlas.pipeline import load


@pytest.fixture(scope="module")
def tree(corpus: Mapping[str, bytes]) -> Tree:
    return read(Entry(path, data) for path, data in corpus.items())


def say(tree: Tree, words: str, id: str = "") -> str:
    return told(words, *look_up(tree, words, id))


def test_a_passage_is_shown_with_a_fact_to_fill_in(tree: Tree) -> None:
    assert (
        say(tree, "Tvister avgörs  av länsgruppen")
        == """\
exempel/lan-2022: Överenskommelse om familjecentraler i Exempellän
  Avsnitt: 6. Redovisning och tid
  Rad 54 i agreements/exempel/lan-2022/text.md
  «Tvister avgörs av länsgruppen»
  Citeras redan av: tvist

Klistra in under rätt ämne i agreements/exempel/lan-2022/agreement.yml:

    - id: tvister-avgors-lansgruppen
      says: # En hel mening på klarspråk, med dina egna ord.
      quote: >-
        Tvister avgörs av länsgruppen
"""
    )


def test_words_that_stand_nowhere_are_held_against_what_is_nearest(tree: Tree) -> None:
    said = say(tree, "Tvister avgörs av styrgruppen", "exempel/lan-2022")
    assert said.startswith("Orden «Tvister avgörs av styrgruppen» står inte så i någon text. Det här är närmast:\n\n")
    assert "  Skillnad: «styrgruppen» → «länsgruppen»\n" in said
    assert say(tree, "Städning sker på fredagar") == (
        "Orden «Städning sker på fredagar» står inte i någon text, och ingen mening liknar dem.\n"
    )


def test_words_in_several_places_are_told_apart(tree: Tree) -> None:
    exact, near = look_up(tree, "samarbeta med övriga verksamheter", "exempel/lan-2022")
    assert near == () and len(exact) == 2
    assert len({(found.passage.under, found.passage.nth) for found in exact}) == 2
    assert all(found.passage.under or found.passage.nth for found in exact)


def test_a_text_that_is_named_is_the_only_one_read(tree: Tree) -> None:
    both, _ = look_up(tree, "familjer med barn")
    assert {found.id for found in both} >= {"exempel/lan-2022", "exempel/kommun-2014"}
    one, _ = look_up(tree, "familjer med barn", "exempel/kommun-2014")
    assert {found.id for found in one} == {"exempel/kommun-2014"}


def test_a_document_gets_an_entry_of_its_own_kind(tree: Tree) -> None:
    (found,), _ = look_up(tree, "Leda ett möte varje månad")
    assert found.fact.split("\n")[0] == "  - id: leda-mote-varje" and "says" not in found.fact
    assert found.cited_by == ("leda-moten",)


@pytest.mark.parametrize("words", ["samarbeta med övriga verksamheter", "Tvister avgörs av länsgruppen", "vid behov"])
def test_the_fact_checks_clean_but_for_its_sentence(tree: Tree, corpus: Mapping[str, bytes], words: str) -> None:
    path = "agreements/exempel/lan-2022/agreement.yml"
    exact, _ = look_up(tree, words, "exempel/lan-2022")
    assert exact
    for found in exact:
        data = corpus[path].replace(b"  insurance: unread\n", f"  insurance:\n{found.fact}\n".encode())
        written = load(Entry(each, data if each == path else other) for each, other in corpus.items())
        assert [(finding.rule.code, finding.message) for finding in written.findings] == [
            ("A308", "«says» har inget värde.")
        ]
