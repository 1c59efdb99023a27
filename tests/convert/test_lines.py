"""Lines as they stand in a file, and the blocks that they become."""

from typing import Final

import pytest

from atlas.convert.draft import Block, Line
from atlas.convert.lines import to_blocks
from edge.importers.plain import read

H: Final = "heading"
P: Final = "paragraph"
L: Final = "item"
WIDE = "Parterna är överens om att driva en familjecentral för barn och föräldrar"

# (what, the text, its blocks as (kind, level, words))
TABLE: list[tuple[str, str, list[tuple[str, int, str]]]] = [
    ("nothing", "", []),
    (
        "a title and a paragraph",
        f"Avtal\n\n{WIDE}\ni hela kommunen.",
        [(H, 1, "Avtal"), (P, 0, f"{WIDE} i hela kommunen.")],
    ),
    ("a blank line parts", f"{WIDE}.\n\n{WIDE}", [(P, 0, f"{WIDE}."), (P, 0, WIDE)]),
    (
        "an early end parts",
        f"{WIDE}.\nDe möts.\nDen första träffen är i januari varje år och den andra är i juni",
        [(P, 0, f"{WIDE}. De möts."), (P, 0, "Den första träffen är i januari varje år och den andra är i juni")],
    ),
    (
        "numbered headings",
        f"{WIDE}.\n\n1 Parter\n{WIDE}.\n\n1.2 Mer om parterna\n{WIDE}.",
        [(P, 0, f"{WIDE}."), (H, 2, "1 Parter"), (P, 0, f"{WIDE}."), (H, 3, "1.2 Mer om parterna"), (P, 0, f"{WIDE}.")],
    ),
    (
        "a numbered list is no row of headings",
        f"{WIDE}:\n\n1. Kommunen\n2. Regionen\n3. Kyrkan",
        [(P, 0, f"{WIDE}:"), (L, 0, "1. Kommunen"), (L, 0, "2. Regionen"), (L, 0, "3. Kyrkan")],
    ),
    (
        "bullets, one of them over two lines, and deeper ones",
        f"{WIDE}:\n• stöd till\n  föräldrar\n• grupper\n    – för barn\n    – för vuxna\n• råd",
        [
            (P, 0, f"{WIDE}:"),
            (L, 0, "stöd till föräldrar"),
            (L, 0, "grupper"),
            (L, 1, "för barn"),
            (L, 1, "för vuxna"),
            (L, 0, "råd"),
        ],
    ),
    ("a dash in a sentence", f"{WIDE}\n– en mötesplats – i kommunen", [(P, 0, f"{WIDE} – en mötesplats – i kommunen")]),
    ("capitals", f"{WIDE}.\n\nAVTALSTID\n{WIDE}.", [(P, 0, f"{WIDE}."), (H, 2, "AVTALSTID"), (P, 0, f"{WIDE}.")]),
    (
        "Markdown's own headings",
        f"# Avtal\n## Parter ##\n{WIDE}",
        [(H, 1, "Avtal"), (H, 2, "Parter"), (P, 0, WIDE)],
    ),
    (
        "lines that were never broken",
        f"Avtal\n{WIDE * 3}.\n\nParter\n\n{WIDE * 3}.\nKommunen.",
        [(H, 1, "Avtal"), (P, 0, f"{WIDE * 3}."), (H, 2, "Parter"), (P, 0, f"{WIDE * 3}."), (P, 0, "Kommunen.")],
    ),
    (
        "short lines under a signature",
        f"{WIDE}.\n\nFör Exempels kommun\nSocialdirektör\n",
        [(P, 0, f"{WIDE}."), (P, 0, "För Exempels kommun"), (P, 0, "Socialdirektör")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_blocks(text: str, expected: list[tuple[str, int, str]]) -> None:
    lines = [line for page in read(text.encode()).lines for line in page]
    blocks, _ = to_blocks(lines)
    assert [(block.kind, block.level, block.text) for block in blocks] == expected


def test_sizes_and_bold_letters_make_headings() -> None:
    lines = [
        Line("Överenskommelse om", "sidan 1", turn=True, size=20),
        Line("familjecentral i Exempel,", "sidan 1", size=20),
        Line("Parter", "sidan 1", gap=True, size=14),
        Line(WIDE, "sidan 1", size=11),
        Line("Ledning", "sidan 1", gap=True, size=11, bold=True),
        Line(WIDE, "sidan 1", size=11),
        Line("och vidare över sidan", "sidan 2", turn=True, size=11),
    ]
    blocks, _ = to_blocks(lines)
    assert blocks == [
        Block(H, "Överenskommelse om familjecentral i Exempel,", 1),
        Block(H, "Parter", 2),
        Block(P, WIDE),
        Block(H, "Ledning", 2),
        Block(P, f"{WIDE} och vidare över sidan"),
    ]


def test_a_bold_line_right_under_a_paragraph_is_a_heading() -> None:
    lines = [Line(f"{WIDE}.", "sidan 1", size=11), Line("Ledning", "sidan 1", size=11, bold=True)]
    blocks, _ = to_blocks([*lines, Line(WIDE, "sidan 1", size=11)])
    assert [block.kind for block in blocks] == [P, H, P]


def test_long_lines_on_a_page_still_end_because_the_page_does() -> None:
    lines = [Line(WIDE * 2, "sidan 1", size=7), Line("Den andra raden", "sidan 1", size=7)]
    assert [block.text for block in to_blocks(lines)[0]] == [f"{WIDE * 2} Den andra raden"]


def test_a_mended_word_is_told_with_its_place() -> None:
    lines = read(f"{WIDE} familje-\ncentral".encode()).lines[0]
    _, notes = to_blocks(lines)
    assert [(note.place, note.words) for note in notes] == [
        ("rad 2", "Ett avstavat ord sattes ihop: «familjecentral».")
    ]


def test_a_text_in_large_letters_is_no_row_of_headings() -> None:
    small = [Line(WIDE, "sidan 1", gap=True, size=9) for _ in range(9)]
    large = [Line(f"rad {letter} av en text", "sidan 1", size=12) for letter in "abcd"]
    blocks, _ = to_blocks([*small, *large])
    assert [block.kind for block in blocks if block.kind == H] == []
