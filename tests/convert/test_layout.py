"""Letters on pages, in the order in which a person reads them."""

from collections.abc import Iterable

from atlas.convert.draft import Page, Run
from atlas.convert.layout import read_pages
from atlas.convert.running import without_running


def runs(left: float, top: float, words: Iterable[str], width: float = 0) -> list[Run]:
    return [
        Run(each, left, left + (width or 5 * len(each)), top + 14 * at, 11) for at, each in enumerate(words) if each
    ]


def read(*placed: Run) -> tuple[list[str], list[str]]:
    found = read_pages([Page(1, 595, placed)])
    texts = [line.text or " / ".join(" | ".join(row) for row in line.table) for line in found.pages[0]]
    return texts, [note.words for note in found.notes]


def test_runs_on_one_line_are_one_line() -> None:
    first, second = Run("Familje", 50, 90, 100, 11), Run("centralen", 90.5, 140, 100.5, 11)
    assert read(second, first, Run("ska", 145, 160, 100, 11)) == (["Familjecentralen ska"], [])


def test_two_columns_are_read_one_after_the_other() -> None:
    left, right = runs(50, 100, "abcde", 230), runs(310, 100, "ABCDE", 230)
    head, foot = Run("En bred rad ovanför", 50, 500, 60, 11), Run("En bred rad under spalterna", 50, 500, 200, 11)
    texts, notes = read(foot, *(run for pair in zip(left, right, strict=True) for run in pair), head)
    assert texts == [head.text, *"abcde", *"ABCDE", foot.text]
    assert notes == ["Två spalter lästes efter varandra, den vänstra först."]


def test_a_table_is_no_pair_of_columns() -> None:
    cells = [
        *runs(50, 100, ["Grupp", "Styrgrupp", "", "Råd", "Lag"]),
        *runs(310, 100, ["Möten", "två", "gånger", "en", "tre"]),
    ]
    texts, notes = read(*cells)
    assert texts == ["Grupp | Möten / Styrgrupp | två gånger / Råd | en / Lag | tre"]
    assert notes == ["En tabell med 4 rader lades ut efter var orden står. Jämför den med originalet."]


def test_a_table_that_cannot_be_laid_out_is_told_and_keeps_its_words() -> None:
    first = [Run("a", 50, 60, 100, 11), Run("b", 200, 210, 100, 11)]
    second = [Run("c", 50, 60, 114, 11), Run("d", 300, 310, 114, 11), Run("e", 400, 410, 114, 11)]
    found = read_pages([Page(1, 595, (*first, *second))])
    assert [line.text for line in found.pages[0]] == ["a b", "c d e"]
    assert [(note.place, note.lost) for note in found.notes] == [("sidan 1", True)]


def test_numbers_and_bullets_belong_to_their_words() -> None:
    mark, words = Run("1.2", 50, 65, 100, 11), Run("Uppföljning", 120, 180, 100, 11)
    bullet, item = Run("•", 50, 55, 130, 11), Run("stöd", 90, 110, 130, 11)
    assert read(mark, words, bullet, item)[0] == ["1.2 Uppföljning", "• stöd"]


def test_what_stands_on_every_page_is_taken_out_and_told() -> None:
    pages = [
        Page(
            number,
            595,
            (
                Run("Region Exempel", 50, 120, 40, 9),
                *runs(50, 100, [f"Sidans egna ord {letter * number}" for letter in "abcdefg"]),
                Run(f"Dnr 2022/17, blad {number}", 50, 150, 790, 9),
                Run(str(number), 500, 505, 810, 9),
            ),
        )
        for number in (1, 2, 3)
    ]
    kept, notes = without_running(read_pages(pages).pages)
    assert len(kept) == 21 and all(line.text.startswith("Sidans egna ord") for line in kept)
    assert [line.turn for line in kept[:8]] == [True, *[False] * 6, True]
    assert [(note.place, note.words) for note in notes] == [
        ("sidorna 1–3", "Raden «Region Exempel» står på flera sidor och togs bort som sidhuvud eller sidfot."),
        ("sidorna 1–3", "Raden «Dnr 2022/17, blad 1» står på flera sidor och togs bort som sidhuvud eller sidfot."),
        ("sidorna 1–3", "Sidnummer togs bort: 3 st."),
    ]


def test_paragraphs_with_the_same_beginning_are_not_running_heads() -> None:
    pages = [Page(n, 595, (Run(f"§ {n + 3} Rubrik", 50, 120, 40, 11), Run("Ord", 50, 80, 60, 11))) for n in (1, 2)]
    kept, _ = without_running(read_pages(pages).pages)
    assert [line.text for line in kept if line.text != "Ord"] == ["§ 4 Rubrik", "§ 5 Rubrik"]


def test_a_title_that_also_runs_along_the_pages_stays() -> None:
    head, foot = Run("Avtal", 50, 120, 40, 9), Run("Ord", 50, 80, 100, 11)
    title = Run("Avtal", 50, 200, 40, 20)
    kept, _ = without_running(
        read_pages([Page(1, 595, (title, foot)), Page(2, 595, (head,)), Page(3, 595, (head,))]).pages
    )
    assert [line.text for line in kept] == ["Avtal", "Ord"]


def test_boxes_side_by_side_are_read_one_by_one() -> None:
    texts, notes = read(*runs(50, 100, ["För regionen"]), *runs(300, 100, ["För", "kommunen"]))
    assert texts == ["För regionen", "För kommunen"]
    assert notes == ["Rutor bredvid varandra lästes en i taget, från vänster."]


def test_cells_of_many_lines_are_no_table_that_can_be_laid_out() -> None:
    cells = [run for left in (50, 220, 400) for run in runs(left, 100, ["En cell", "med ord", "som bryts"], 150)]
    texts, _ = read(*cells)
    assert texts == ["En cell En cell En cell", "med ord med ord med ord", "som bryts som bryts som bryts"]
    assert read_pages([Page(1, 595, tuple(cells))]).notes[0].lost
