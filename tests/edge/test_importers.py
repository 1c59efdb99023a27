"""Every format, read from a file made here, all the way to the text.md that the loader reads."""

import struct
import zlib
from io import BytesIO

import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from atlas.convert.draft import Note
from atlas.convert.text import Converted, convert
from atlas.load.markdown import parse_text
from atlas.source import File
from edge.importers import read
from edge.importers.numbers import figure
from edge.importers.refuse import Refused
from tests.conftest import Golden
from tests.edge.documents import Placed, new_word, odt, packed, pdf, set_lines, word

PAGE_HEAD: Placed = (57, 800, 9, False, "Region Exempel – dnr 2022/17")


def made(suffix: str, data: bytes) -> Converted:
    done = convert(read(suffix, data))
    _, findings = parse_text(File("text.md", done.markdown))
    assert findings == []
    return done


def told(done: Converted) -> str:
    """The text and the notes, for a golden file."""
    return "\n".join(
        [done.markdown, "---", *(f"{n.place or '-'}: {n.words}{' LOST' if n.lost else ''}" for n in done.notes), ""]
    )


def picture() -> BytesIO:
    parts = [
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"\0\0")),
        (b"IEND", b""),
    ]
    packs = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    )
    return BytesIO(b"\x89PNG\r\n\x1a\n" + b"".join(packs))


def test_word(golden: Golden) -> None:
    document = new_word()
    document.sections[0].header.paragraphs[0].text = "Region Exempel"
    document.add_heading("Överenskommelse om familjecentral", 0)
    document.add_heading("1. Parter", 1)
    document.add_paragraph("Mellan Region Exempel och Exempels kommun – «åäö» – träffas denna\xa0överenskommelse.")
    document.add_paragraph("ge stöd", style="List Bullet")
    document.add_paragraph("till barn", style="List Bullet 2")
    document.add_paragraph("först", style="List Number")
    document.add_paragraph("sedan", style="List Number")
    document.add_heading("Uppföljning", 2)
    table = document.add_table(2, 3)
    for cell, words in zip(table.rows[0].cells, ("Grupp", "Möten", "Ansvar"), strict=True):
        cell.text = words
    table.cell(1, 0).merge(table.cell(1, 1)).text = "Styrgrupp"
    table.cell(1, 2).text = "Regionen | *"
    document.add_table(1, 1).cell(0, 0).text = "Text i en ruta"
    document.add_picture(picture())
    removed = OxmlElement("w:del")
    run = OxmlElement("w:r")
    words_gone = OxmlElement("w:delText")
    words_gone.text = "struket"
    run.append(words_gone)
    removed.append(run)
    last = document.add_paragraph("Östersund den")
    last.add_run().add_break()
    last.add_run("Förvaltningschef")
    last._p.append(removed)
    golden("word.md", told(made(".docx", word(document))))


def test_word_without_styles() -> None:
    document = new_word()
    document.add_paragraph().add_run("1 Parter").bold = True
    document.add_paragraph("• stöd")
    assert made(".docx", word(document)).markdown == "## 1 Parter\n\n- stöd\n"


def test_word_counts_like_word() -> None:
    document = new_word()
    numbering = document.part.numbering_part.element
    kind = OxmlElement("w:abstractNum")
    kind.set(qn("w:abstractNumId"), "99")
    for depth, (form, pattern) in enumerate([("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "%3)")]):
        level = OxmlElement("w:lvl")
        level.set(qn("w:ilvl"), str(depth))
        for name, value in (("w:start", "1"), ("w:numFmt", form), ("w:lvlText", pattern)):
            part = OxmlElement(name)
            part.set(qn("w:val"), value)
            level.append(part)
        kind.append(level)
    numbering.insert(0, kind)
    number = numbering.add_num(99)
    for words, depth in (("Parter", 0), ("Syfte", 0), ("Mål", 1), ("ett", 2), ("två", 2), ("Ledning", 1), ("Slut", 0)):
        paragraph = document.add_heading(words, depth + 1) if depth < 2 else document.add_paragraph(words)
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = depth
        properties.get_or_add_numId().val = number.numId
    assert made(".docx", word(document)).markdown == (
        "# 1. Parter\n\n# 2. Syfte\n\n## 2.1 Mål\n\n    - a) ett\n    - b) två\n\n## 2.2 Ledning\n\n# 3. Slut\n"
    )


@pytest.mark.parametrize(
    ("count", "form", "shown"), [(4, "lowerRoman", "iv"), (9, "I", "IX"), (2, "a", "b"), (3, "", "3")]
)
def test_figures(count: int, form: str, shown: str) -> None:
    assert figure(count, form) == shown


def test_open_document(golden: Golden) -> None:
    numbered = '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    lists = (
        f'<text:list-style style:name="L1">{numbered}<text:list-level-style-bullet text:level="2"/></text:list-style>'
    )
    styles = (
        "<office:styles><text:outline-style>"
        '<text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/>'
        "</text:outline-style></office:styles><office:master-styles><style:master-page>"
        "<style:header><text:p>Region Exempel</text:p></style:header></style:master-page></office:master-styles>"
    )
    body = """
      <text:table-of-content><text:p>Parter 2</text:p></text:table-of-content>
      <text:p text:style-name="Title">Överenskommelse</text:p>
      <text:h text:outline-level="1">Parter</text:h>
      <text:p>Mellan<text:s text:c="3"/>Region Exempel<text:note><text:note-citation>1</text:note-citation>
        <text:note-body><text:p>En fotnot.</text:p></text:note-body></text:note>
        och Exempels kommun träffas denna överenskommelse.</text:p>
      <text:list text:style-name="L1"><text:list-item><text:p>ett</text:p><text:list><text:list-item>
        <text:p>till ett</text:p></text:list-item></text:list></text:list-item>
        <text:list-item><text:p>två</text:p></text:list-item></text:list>
      <table:table><table:table-row><table:table-cell><text:p>Grupp</text:p></table:table-cell><table:table-cell>
        <text:p>Möten</text:p></table:table-cell></table:table-row><table:table-row>
        <table:table-cell table:number-columns-repeated="2"><text:p>båda</text:p></table:table-cell></table:table-row>
      </table:table>
      <text:p>Sist<draw:frame><draw:image/></draw:frame>
        <draw:frame><draw:text-box><text:p>I en ruta</text:p></draw:text-box></draw:frame></text:p>"""
    golden("odt.md", told(made(".odt", odt(body, styles, lists))))


def test_web_page(golden: Golden) -> None:
    page = """<!doctype html><html><head><meta charset="iso-8859-1"><title>Titel</title></head><body><nav>Meny</nav>
      <div><h1>Överenskommelse</h1><p>Mellan <b>Region</b>&nbsp;Exempel &amp; kommunen.<br>Rad två.</p><h2>Parter</h2>
      <ul><li>ett<ul><li>till ett</ul><li>två</ul><ol><li><p>först</p></li><li>sedan</ol>
      <table><tr><th>Grupp<th colspan=2>Möten<tr><td>Råd<td><p>två</p><p>gånger</p><td>*</table>
      <img src="file:///etc/passwd" alt="logga"><script>alert(1)</script><p hidden>dolt</p><iframe src="x"></iframe>
      Slut</div>
      <footer>Sidfot</footer></body></html>"""
    golden("web.md", told(made(".html", page.encode("cp1252"))))


def test_main_is_all_of_a_web_page() -> None:
    done = made(".htm", "<header>Bort</header><main><h1>Å</h1><p>Ord.</main><p>Bort".encode())
    assert done.markdown == "# Å\n\nOrd.\n"


def test_a_web_page_whose_author_forgot_to_close_things() -> None:
    assert (
        made(".html", b"<p>Ett<table><tr><td>a<td>b<table><tr><td>c").markdown == "Ett\n\n| a | b c |\n| --- | --- |\n"
    )
    done = convert(read(".html", b"<p>Ett</p><nav>Meny<p>Resten"))
    assert done.markdown == "Ett\n"
    assert ["<nav> stängs aldrig" in note.words for note in done.notes if note.lost] == [True]


def test_pdf(golden: Golden) -> None:
    first = [
        PAGE_HEAD,
        (57, 760, 20, True, "Överenskommelse om familjecentral"),
        *set_lines(57, 720, ["1 Parter"], 14, True),
        *set_lines(
            57,
            700,
            [
                "Mellan Region Exempel och Exempels kommun träffas denna överenskommelse om familje-",
                "central i Exempels kommun. Den gäller mödra-",
                "och barnhälsovård, öppen förskola och socialtjänst för familjer med barn i åldrarna 0-",
                "6 år.",
                "",
                "Parterna ska:",
                "• ge stöd till föräldrar i ett tidigt skede, så att barn och föräldrar får det de behöver",
                "  av verksamheten",
                "• samverka kring barn",
            ],
        ),
        *set_lines(75, 574, ["– i grupp", "– enskilt"]),
        *set_lines(57, 530, ["1.2 Uppföljning"], 12, True),
        *((left, 500, 11, True, words) for left, words in ((57, "Grupp"), (200, "Möten"), (350, "Ansvar"))),
        *(
            (left, 486, 11, False, words)
            for left, words in ((57, "Styrgrupp"), (200, "två gånger om"), (350, "Regionen"))
        ),
        (200, 472, 11, False, "året"),
        *((left, 458, 11, False, words) for left, words in ((57, "Ledning"), (200, "varje månad"), (350, "Kommunen"))),
        (500, 30, 9, False, "Sida 1 (3)"),
    ]
    second = [
        PAGE_HEAD,
        *set_lines(57, 770, ["2 Två spalter"], 14, True),
        *set_lines(57, 740, [f"vänster {each} med ord som fyller hela spalten" for each in "ABCDE"]),
        *set_lines(310, 740, [f"höger {each} med ord som fyller hela spalten" for each in "ABCDE"]),
        (500, 30, 9, False, "Sida 2 (3)"),
    ]
    golden("pdf.md", told(made(".pdf", pdf([first, second, []], scanned=[3], pictures=[2]))))


def test_pdf_with_nothing_but_a_scan() -> None:
    done = convert(read(".pdf", pdf([[]], scanned=[1])))
    assert done.markdown == ""
    assert done.notes == (
        Note("sidan 1", "Sidan är inskannad: en bild utan text. Skriv av den, eller be om originalet.", lost=True),
    )


def test_pdf_that_was_read_by_a_machine() -> None:
    done = convert(read(".pdf", pdf([set_lines(57, 700, ["Maskinläst text."])], scanned=[1])))
    assert done.markdown == "Maskinläst text.\n"
    assert done.notes[0].lost and "maskinläst" in done.notes[0].words


def test_text_with_page_breaks_and_old_letters() -> None:
    words = "Mellan Region Exempel och Exempels kommun träffas avtal om"
    page = f"Region Exempel\n\n1. Parter\n\n{words}\n• förskola\n\nSida {{}} (2)"
    done = made(".txt", "\f".join(page.replace("1.", f"{n}.").format(n) for n in (1, 2)).encode("cp1252"))
    section = f"{words}\n\n- förskola\n"
    assert done.markdown == f"## 1. Parter\n\n{section}\n## 2. Parter\n\n{section}"
    assert [note.words.split(":")[0] for note in done.notes[:2]] == [
        "Filen är inte i UTF-8. Den lästes som Windows-1252. Se efter att å, ä och ö stämmer.",
        "Raden «Region Exempel» står på flera sidor och togs bort som sidhuvud eller sidfot.",
    ]


def test_letters_that_were_lost_before_are_told() -> None:
    done = convert(read(".txt", "FÃ¶rskola".encode()))
    assert done.notes[0].lost and "be om originalet" in done.notes[0].words


def _named(name: str, xml: str) -> bytes:
    return packed({name: xml})


WORD, ODT = "word/document.xml", "content.xml"
ENTITIES = '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'


@pytest.mark.parametrize(
    ("suffix", "data", "why"),
    [
        (".docx", b"%PDF-1.4", "Filen heter något på .docx men är ingen sådan fil."),
        (".docx", b"PK\x03\x04 trasig", "Filen är skadad och går inte att packa upp."),
        (".docx", packed({"a.txt": "a"}), "Filen är inget Word-dokument, eller så är den skadad."),
        (".odt", packed({ODT: "<a/>"}), "Filen är inget textdokument i formatet odt, eller så är den skadad."),
        (
            ".docx",
            _named(WORD, ENTITIES),
            "Filen innehåller XML-entiteter, som ett dokument aldrig behöver, så den läses inte.",
        ),
        (
            ".odt",
            packed({ODT: ENTITIES.encode("utf-16")}),
            "Filen innehåller XML-entiteter, som ett dokument aldrig behöver, så den läses inte.",
        ),
        (".docx", _named(WORD, "<a>" * 500), "Filen är nästlad orimligt djupt, så den läses inte."),
        (".docx", _named(WORD, "<a><b></a>"), "Filen är skadad: dess XML går inte att läsa."),
        (".odt", _named("../../ut.xml", "<a/>"), "Filen innehåller sökvägar som pekar ut ur den, så den läses inte."),
        (".odt", packed({ODT: b" " * 25_000_000}), "Filen blir orimligt stor när den packas upp, så den läses inte."),
        (
            ".docx",
            packed({f"{n}": b"0" * 31_000_000 for n in range(2)}),
            "Filen blir orimligt stor när den packas upp, så den läses inte.",
        ),
        (
            ".docx",
            packed({f"{n}": "" for n in range(2001)}),
            "Filen blir orimligt stor när den packas upp, så den läses inte.",
        ),
        (".pdf", b"hej", "Filen heter något på .pdf men är ingen sådan fil."),
        (".pdf", b"%PDF-1.4\ntrasig", "Filen är skadad: den går inte att läsa som PDF."),
        (".pdf", pdf([[]] * 301), "Filen har 301 sidor. Fler än 300 läses inte: dela den."),
        (".txt", b"ord\0ord", "Filen är ingen text, utan innehåller nollbyte."),
        (
            ".txt",
            bytes(range(128, 256)),
            "Filens tecken går inte att tolka. Öppna den i ett ordbehandlingsprogram och spara den som text i UTF-8.",
        ),
        (
            ".txt",
            b"\xff\xfea",
            "Filens tecken går inte att tolka. Öppna den i ett ordbehandlingsprogram och spara den som text i UTF-8.",
        ),
        (
            ".txt",
            "Договор".encode("cp1251"),
            "Filens tecken går inte att tolka. Öppna den i ett ordbehandlingsprogram och spara den som text i UTF-8.",
        ),
    ],
)
def test_hostile_files_are_refused_with_one_sentence(suffix: str, data: bytes, why: str) -> None:
    with pytest.raises(Refused) as refused:
        read(suffix, data)
    assert str(refused.value) == why


def test_without_the_package_for_pdf_the_command_that_fetches_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("edge.importers.pdf.pdfium", None)
    with pytest.raises(Refused, match=r"Kör make import FILE=avtal\.pdf"):
        read(".pdf", pdf([[]]))
