"""Bytes to one located tree: what is read, and what is refused with a finding."""

import pytest

from atlas.load.markdown import EMPTY
from atlas.load.quotes import Match, Miss, Why
from atlas.load.read import (
    MOST_BYTES,
    NO_KEYS,
    NOT_UTF8,
    TROUBLES,
    Entry,
    Folder,
    Tree,
    read,
)
from atlas.load.tree import DOUBLE_KEY, NOT_YAML, TOO_BIG, Mapping, Scalar
from atlas.load.unseen import ODD_CHARACTER
from atlas.source import Rule

YML = "agreements/exempel/lan-2024/agreement.yml"
TEXT = "agreements/exempel/lan-2024/text.md"
GOOD_YML = b"title: Avtal\nkind: avtal\n"
GOOD_TEXT = "# Avtal\n\n## 1. Tid\n\nAvtalet gäller tolv månader.\n".encode()


def read_pair(yml: bytes = GOOD_YML, text: bytes = GOOD_TEXT) -> Tree:
    return read([Entry(YML, yml), Entry(TEXT, text)])


def told(tree: Tree) -> list[tuple[str, str, int, int]]:
    return [(found.rule.code, found.span.path, found.span.line, found.span.column) for found in tree.findings]


def test_a_good_pair() -> None:
    tree = read_pair()
    assert tree.findings == ()
    (folder,) = tree.folders
    assert (folder.id, folder.kind, folder.county, folder.file.path) == (
        "exempel/lan-2024",
        "agreement",
        "exempel",
        YML,
    )
    assert folder.root is not None and folder.root.text("title") == "Avtal"
    assert folder.text is not None and folder.text.title == "Avtal"
    assert set(tree.files) == {YML, TEXT}


BAD_TEXTS: list[tuple[str, bytes, Rule, tuple[int, int]]] = [
    ("latin 1", "Ett\nför\n".encode("latin-1"), NOT_UTF8, (2, 1)),
    ("utf 16", "Ett".encode("utf-16"), NOT_UTF8, (1, 1)),
    ("half a letter at the end", b"a\nb\nc\xc3", NOT_UTF8, (3, 1)),
    ("a surrogate", b"a\xed\xa0\x80", NOT_UTF8, (1, 1)),
    ("too big", b"a" * (MOST_BYTES + 1), TOO_BIG, (1, 1)),
    ("null", b"ab\nc\x00d", ODD_CHARACTER, (2, 2)),
    ("form feed", b"a\x0cb", ODD_CHARACTER, (1, 2)),
    ("vertical tab", b"a\x0bb", ODD_CHARACTER, (1, 2)),
    ("escape", b"a\x1bb", ODD_CHARACTER, (1, 2)),
    ("delete", b"a\x7fb", ODD_CHARACTER, (1, 2)),
    ("next line", "å\u0085b".encode(), ODD_CHARACTER, (1, 2)),
    ("line separator", "å\u2028b".encode(), ODD_CHARACTER, (1, 2)),
    ("paragraph separator", "å\u2029b".encode(), ODD_CHARACTER, (1, 2)),
    ("right to left override", "å\u202eb".encode(), ODD_CHARACTER, (1, 2)),
    ("left to right embedding", "å\u202ab".encode(), ODD_CHARACTER, (1, 2)),
    ("isolate", "😀\u2066b".encode(), ODD_CHARACTER, (1, 2)),
    ("left to right mark", "å\u200eb".encode(), ODD_CHARACTER, (1, 2)),
    ("arabic letter mark", "å\u061cb".encode(), ODD_CHARACTER, (1, 2)),
    ("pop isolate", "å\u2069b".encode(), ODD_CHARACTER, (1, 2)),
    ("a character that is none", "å\uffffb".encode(), ODD_CHARACTER, (1, 2)),
    ("carriage return alone", b"a\rb", ODD_CHARACTER, (1, 2)),
    ("carriage return at the end", b"a\r\nb\r", ODD_CHARACTER, (2, 2)),
]


@pytest.mark.parametrize(("data", "rule", "at"), [row[1:] for row in BAD_TEXTS], ids=[row[0] for row in BAD_TEXTS])
def test_a_text_that_is_refused(data: bytes, rule: Rule, at: tuple[int, int]) -> None:
    tree = read_pair(text=data)
    assert told(tree) == [(rule.code, TEXT, *at)]
    assert tree.folders[0].text is None
    assert TEXT not in tree.files


@pytest.mark.parametrize(("data", "rule", "at"), [row[1:] for row in BAD_TEXTS], ids=[row[0] for row in BAD_TEXTS])
def test_a_yml_that_is_refused_is_no_folder(data: bytes, rule: Rule, at: tuple[int, int]) -> None:
    tree = read_pair(yml=data)
    assert told(tree) == [(rule.code, YML, *at)]
    assert tree.folders == ()


def test_the_odd_character_is_named() -> None:
    (odd,) = read_pair(text="a\u202eb".encode()).findings
    assert odd.message == "Efter «a» står det osynliga tecknet U+202E. Ta bort det."
    assert (odd.span.end_line, odd.span.end_column) == (1, 3)


@pytest.mark.parametrize(
    "words", ["a\tb", "a\r\nb\r\n", "a\u00adb", "a\u00a0b", "a\u200bb", "😀 🏳\ufe0f\u200d🌈", "a\u0308", "a\ufeffb"]
)
def test_characters_that_are_read(words: str) -> None:
    tree = read_pair(text=words.encode())
    assert tree.findings == ()
    assert tree.files[TEXT].text == words


def test_a_file_of_just_the_most_bytes_is_read() -> None:
    assert read_pair(text=b"a" * MOST_BYTES).findings == ()


def test_a_byte_order_mark_is_no_character() -> None:
    tree = read_pair(b"\xef\xbb\xbf" + GOOD_YML, b"\xef\xbb\xbf" + GOOD_TEXT)
    assert tree.findings == ()
    assert tree.folders[0].text is not None and tree.folders[0].text.title == "Avtal"
    assert tree.files[YML].text.startswith("title")


@pytest.mark.parametrize(("trouble", "rule"), [(trouble, rule) for trouble, (rule, _) in TROUBLES.items()])
@pytest.mark.parametrize("path", [YML, TEXT])
def test_what_the_edge_did_not_read(trouble: str, rule: Rule, path: str) -> None:
    data = {YML: GOOD_YML, TEXT: GOOD_TEXT}
    tree = read([Entry(name, b"" if name == path else data[name], trouble if name == path else "") for name in data])
    assert told(tree) == [(rule.code, path, 1, 1)]


@pytest.mark.parametrize(
    ("yml", "expected"),
    [
        (b"", [(NO_KEYS.code, YML, 1, 1)]),
        (b"# bara en kommentar\n", [(NO_KEYS.code, YML, 1, 1)]),
        (b"- a\n- b\n", [(NO_KEYS.code, YML, 1, 1)]),
        (b"\n\nbara ord\n", [(NO_KEYS.code, YML, 3, 1)]),
        (b"a: b: c\n", [(NOT_YAML.code, YML, 1, 5)]),
    ],
)
def test_a_yml_without_keys(yml: bytes, expected: list[tuple[str, str, int, int]]) -> None:
    tree = read_pair(yml)
    assert told(tree) == expected
    assert tree.folders[0].root is None
    assert (list(tree.folders[0].facts()), list(tree.folders[0].quoting())) == ([], [])


def test_a_yml_with_a_double_key_is_still_read() -> None:
    tree = read_pair(b"title: a\ntitle: b\n")
    assert told(tree) == [(DOUBLE_KEY.code, YML, 2, 1)]
    assert tree.folders[0].root is not None


def test_a_text_that_is_missing() -> None:
    tree = read([Entry(YML, GOOD_YML)])
    assert told(tree) == [(EMPTY.code, TEXT, 1, 1)]
    assert tree.folders[0].text is None


@pytest.mark.parametrize("text", [b"", b" \n\t\n", b"\xef\xbb\xbf", b"\r\n"])
def test_a_text_that_is_empty(text: bytes) -> None:
    tree = read_pair(text=text)
    assert told(tree) == [(EMPTY.code, TEXT, 1, 1)]
    assert tree.folders[0].text is None


def test_a_text_without_a_yml_is_only_a_file() -> None:
    tree = read([Entry(TEXT, GOOD_TEXT)])
    assert (tree.folders, tree.findings, set(tree.files)) == ((), (), {TEXT})


def test_documents_and_agreements_in_the_order_of_their_paths() -> None:
    paths = ["b-lan/avtal-2020/agreement.yml", "a-lan/mall-2019/document.yml", "a-lan/avtal-2018/agreement.yml"]
    entries = [Entry(f"agreements/{path}", GOOD_YML) for path in paths]
    entries += [Entry(f"agreements/{path.rpartition('/')[0]}/text.md", GOOD_TEXT) for path in paths]
    tree = read(entries)
    assert tree.findings == ()
    assert [(folder.id, folder.kind, folder.county) for folder in tree.folders] == [
        ("a-lan/avtal-2018", "agreement", "a-lan"),
        ("a-lan/mall-2019", "document", "a-lan"),
        ("b-lan/avtal-2020", "agreement", "b-lan"),
    ]


@pytest.mark.parametrize(
    "path",
    [
        "agreements/exempel/agreement.yml",
        "agreements/exempel/lan/2024/agreement.yml",
        "agreements/exempel/lan/annat.yml",
    ],
)
def test_other_places_are_no_folders(path: str) -> None:
    tree = read([Entry(path, GOOD_YML)])
    assert (tree.folders, tree.vocabularies, tree.findings) == ((), {}, ())


def test_another_root() -> None:
    tree = read([Entry("prov/avtal/exempel/lan/agreement.yml", GOOD_YML)], "prov/avtal")
    assert [folder.id for folder in tree.folders] == ["exempel/lan"]


def test_vocabulary() -> None:
    who = "barn:\n  name: Barn\n  forms: [Barn, 'Barn\u2013unga', [x]]\nord: bara ord\nutan: {name: Utan}\n"
    tree = read(
        [
            Entry("agreements/vocabulary/who.yml", who.encode()),
            Entry("agreements/vocabulary/laws.yml", b"- a\n"),
            Entry("agreements/vocabulary/README.md", b"Ord."),
            Entry("agreements/vocabulary/mer/who.yml", b"a: {}"),
        ]
    )
    assert set(tree.vocabularies) == {"who", "laws"}
    assert told(tree) == [(NO_KEYS.code, "agreements/vocabulary/laws.yml", 1, 1)]
    assert (tree.ids("who"), tree.ids("laws"), tree.ids("services")) == (("barn", "ord", "utan"), (), ())
    found = tree.vocabularies["who"]
    assert [found.forms(id) for id in ("barn", "ord", "utan", "annat")] == [("barn", "barn-unga"), (), (), ()]
    record = found.record("barn")
    assert record is not None and record.text("name") == "Barn"
    assert (found.record("ord"), found.record("annat"), tree.vocabularies["laws"].record("a")) == (None, None, None)


FACTS = """\
title: Avtal
notes:
  - {quote: gäller tolv månader, note: Ord.}
  - bara ord
relates: [{to: exempel/annat, quote: Avtalet}]
left_out: inget
topics:
  term:
    - {id: ett, quote: tolv månader}
    - bara ord
    - {id: tva, quote: tretton månader}
  notice: silent
  revision:
    - {id: tre, quote: Avtalet, under: 1. Tid, nth: "1"}
    - {id: fyra, quote: Avtalet, nth: "02"}
    - {id: fem, quote: "  "}
"""


def facts_of(folder: Folder) -> dict[str, Mapping]:
    return {fact.text("id"): fact for _, fact in folder.facts()}


def test_facts_and_what_may_quote() -> None:
    (folder,) = read_pair(FACTS.encode()).folders
    assert [(topic, fact.text("id")) for topic, fact in folder.facts()] == [
        ("term", "ett"),
        ("term", "tva"),
        ("revision", "tre"),
        ("revision", "fyra"),
        ("revision", "fem"),
    ]
    quotes = [node.text("quote") for node in folder.quoting()]
    assert quotes[5:] == ["gäller tolv månader", "Avtalet"]
    assert folder.topics is not None
    assert [key.text for key, _ in folder.topics.entries] == ["term", "notice", "revision"]


@pytest.mark.parametrize(
    ("id", "why"),
    [("ett", None), ("tva", Why.ABSENT), ("tre", None), ("fyra", Why.MANY)],
)
def test_match_of_a_fact(id: str, why: Why | None) -> None:
    text = "## 1. Tid\n\nAvtalet gäller tolv månader.\n\n## 2. Pengar\n\nAvtalet är gratis.\n"
    (folder,) = read_pair(FACTS.encode(), text.encode()).folders
    node = facts_of(folder)[id]
    found = folder.match(node)
    assert (found.why if isinstance(found, Miss) else None) is why
    assert isinstance(found, Match | Miss)
    assert folder.match(node) is found


def test_match_without_a_quote_or_a_text() -> None:
    (folder,) = read_pair(FACTS.encode()).folders
    assert folder.match(facts_of(folder)["fem"]) is None
    (bare,) = read([Entry(YML, FACTS.encode())]).folders
    assert bare.match(facts_of(bare)["ett"]) is None


@pytest.mark.parametrize("yml", [b"title: a\n", b"topics: silent\n", b"topics: [a]\n"])
def test_topics_that_are_no_mapping(yml: bytes) -> None:
    (folder,) = read_pair(yml).folders
    assert folder.topics is None
    assert list(folder.facts()) == []
    assert folder.root is not None
    assert all(isinstance(key, Scalar) for key, _ in folder.root.entries)
