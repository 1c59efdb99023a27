"""LIX by hand: sentences counted on paper, beside what the code makes of them."""

import pytest

from atlas.report.lix import Lix, Vocabulary, measure, table

VOCABULARY = Vocabulary(["barnhälsovård", "familjecentral", "öppen förskola", "BHV-sjuksköterska", "kommun"])

COUNTED = [
    # passages, words, sentences, long words, long words of the vocabulary
    (["Du är ny här."], 4, 1, 0, 0),
    (["Du är ny. Vem frågar du?"], 6, 2, 0, 0),  # «frågar» has six letters, and six is not long
    (["Du arbetar tillsammans."], 3, 1, 2, 0),
    (["Barnhälsovården ligger bredvid."], 3, 1, 2, 1),  # an ending is still the word
    (["Familjecentralens personal."], 2, 1, 2, 1),
    (["Familjecentralsliknande verksamhet."], 2, 1, 2, 0),  # another word begins the same way
    (["Här finns öppen förskola."], 4, 1, 1, 1),  # a phrase is the vocabulary's as a whole
    (["Här finns en förskola."], 4, 1, 1, 0),  # its parts are not
    (["En BHV-sjuksköterska."], 2, 1, 1, 1),  # a hyphen joins; letters count, not signs
    (["Läs 19 kap. 1 § i lagen."], 6, 1, 0, 0),  # no sentence ends after «kap.»
    (["Det kostar 1 200 kr."], 5, 1, 0, 0),
    (["Ring 112 först. Ta resten sedan."], 6, 2, 0, 0),
    (["Så skriver avtalen:"], 3, 1, 2, 0),
    (["Verksamheter och professioner"], 0, 0, 0, 0),  # a label is no sentence
    (["Du är ny. Verksamheter och professioner"], 3, 1, 0, 0),
    (["Hon sade «kom hit.»"], 4, 1, 0, 0),
    (["Kom.", "Gå."], 2, 2, 0, 0),
    ([""], 0, 0, 0, 0),
]


@pytest.mark.parametrize(("passages", "words", "sentences", "long", "known"), COUNTED)
def test_counted_by_hand(passages: list[str], words: int, sentences: int, long: int, known: int) -> None:
    assert measure(passages, VOCABULARY) == Lix(words, sentences, long, known)


@pytest.mark.parametrize(
    ("lix", "value", "raw"),
    [
        (Lix(), 0, 0),
        (Lix(4, 1, 0, 0), 4, 4),
        (Lix(20, 2, 5, 0), 10 + 25, 35),
        (Lix(20, 2, 5, 3), 10 + 10, 35),
    ],
)
def test_the_formula(lix: Lix, value: float, raw: float) -> None:
    assert (lix.value, lix.raw) == (value, raw)


def test_without_a_vocabulary_every_long_word_counts() -> None:
    assert measure(["Barnhälsovården finns."], Vocabulary([])) == Lix(2, 1, 1, 0)


def test_the_table_has_the_heaviest_first_and_says_what_is_over() -> None:
    pages = {"a/index.md": Lix(20, 2, 5, 3), "b/index.md": Lix(60, 2, 18, 6), "tom.md": Lix()}
    assert table(pages) == (
        "Sida        Ord  Meningar  Långa ord   LIX  LIX med ordlistans ord\n"
        "b/index.md   60         2       20 %    50                      60  över 45\n"
        "a/index.md   20         2       10 %    20                      35\n"
        "tom.md        –         –          –     –                       –\n"
        "\n"
        "1 sida ligger över 45. Målet är 40. Ordlistans ord räknas inte som långa; sista spalten har med dem.\n"
    )
