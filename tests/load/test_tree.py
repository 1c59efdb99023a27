"""YAML with positions: every node knows its place, every scalar stays text, every mistake is told in Swedish."""

import pytest

from atlas.load import tree
from atlas.load.read import Entry, read
from atlas.load.tree import ALIAS, DOUBLE_KEY, NOT_YAML, Mapping, Node, Scalar, Sequence, parse
from atlas.source import File, Finding, Rule, Span

PATH = "agreements/exempel/lan-2024/agreement.yml"
Place = tuple[int, int, int, int]


def parsed(text: str) -> Node:
    node, findings = parse(File(PATH, text))
    assert findings == []
    assert node is not None
    return node


def only_finding(text: str) -> Finding:
    _, findings = parse(File(PATH, text))
    assert len(findings) == 1
    return findings[0]


def place(span: Span) -> Place:
    return span.line, span.column, span.end_line, span.end_column


def at(node: Node, *way: str | int) -> Node:
    """The node at the end of a way of keys and indexes."""
    for step in way:
        if isinstance(step, int):
            assert isinstance(node, Sequence)
            node = node.items[step]
        else:
            assert isinstance(node, Mapping)
            found = node.get(step)
            assert found is not None
            node = found
    return node


@pytest.mark.parametrize(
    ("text", "way", "expected"),
    [
        ("a: b", [], (1, 1, 1, 5)),
        ("a: b", ["a"], (1, 4, 1, 5)),
        ("a: b # c", ["a"], (1, 4, 1, 5)),
        ("a: b c  \n", ["a"], (1, 4, 1, 7)),
        ('a: "b"', ["a"], (1, 4, 1, 7)),
        ("a: 'b\n  c'\nd: e", ["a"], (1, 4, 2, 5)),
        ("a:\nb: c", ["a"], (1, 3, 1, 3)),
        ("# c\n\na: b", ["a"], (3, 4, 3, 5)),
        ("a: b\r\nc: d\r\n", ["c"], (2, 4, 2, 5)),
        ("a:\r\n  b: >-\r\n    x\r\n    y\r\n\r\n  c: z", ["a", "b"], (2, 6, 4, 6)),
        ("a:\tb", ["a"], (1, 4, 1, 5)),
        ("å: äö", ["å"], (1, 4, 1, 6)),
        ("a\u030a: a\u0308o\u0308 b", ["a\u030a"], (1, 5, 1, 11)),
        ("a: 😀👍 b", ["a"], (1, 4, 1, 8)),
        ("😀: b", ["😀"], (1, 4, 1, 5)),
        # block scalars end with their last line of text
        ("a: >-\n  b\n  c\n", ["a"], (1, 4, 3, 4)),
        ("a: >-\n  b\n  c", ["a"], (1, 4, 3, 4)),
        ("a: >\n  b\n\n\nc: d", ["a"], (1, 4, 2, 4)),
        ("a: |\n  b\n   c\nd: e", ["a"], (1, 4, 3, 5)),
        ("a: |2-\n   b\nd: e", ["a"], (1, 4, 2, 5)),
        ("a:\n  b: |\n    c\n  d: e", ["a", "b"], (2, 6, 3, 6)),
        # lists and mappings
        ("a: [b, c]", ["a"], (1, 4, 1, 10)),
        ("a: [b, c]", ["a", 1], (1, 8, 1, 9)),
        ("a: [b,\n  c\n  ]\nd: e", ["a"], (1, 4, 3, 4)),
        ("a: {b: c}", ["a"], (1, 4, 1, 10)),
        ("a: {b: c, d: {e: f}}", ["a", "d", "e"], (1, 18, 1, 19)),
        ("a: []", ["a"], (1, 4, 1, 6)),
        ("a:\n  - b\n  - c\nd: e", ["a"], (2, 3, 3, 6)),
        ("a:\n- b\n- c\nd: e", ["a"], (2, 1, 3, 4)),
        ("a:\n  - b\n\n\nd: e", ["a"], (2, 3, 2, 6)),
        ("a:\n  - b: c\n    d: e\n  - f", ["a", 0], (2, 5, 3, 9)),
        ("a:\n  - b: c\n    d: e\n  - f", ["a", 1], (4, 5, 4, 6)),
        ("a:\n  b:\n    c: d\n  e: f", ["a", "b"], (3, 5, 3, 9)),
        ("a:\n  b:\n    - c\n    - d\n\n  e: f", ["a", "b"], (3, 5, 4, 8)),
        ("a:\n  b: c\n", [], (1, 1, 2, 7)),
        ("- a\n- b", [1], (2, 3, 2, 4)),
        ("---\na: b\n", ["a"], (2, 4, 2, 5)),
    ],
)
def test_place(text: str, way: list[str | int], expected: Place) -> None:
    assert place(at(parsed(text), *way).span) == expected


def test_keys_have_places() -> None:
    node = parsed("a: 1\nlång nyckel:\n  'b c': 2\n")
    assert isinstance(node, Mapping)
    inner = node.get("lång nyckel")
    assert isinstance(inner, Mapping)
    assert [place(key.span) for key, _ in (*node.entries, *inner.entries)] == [
        (1, 1, 1, 2),
        (2, 1, 2, 12),
        (3, 3, 3, 8),
    ]


def test_a_byte_order_mark_takes_no_column() -> None:
    found = read([Entry(PATH, "\ufefftitle: å".encode()), Entry(PATH.replace("agreement.yml", "text.md"), b"Ord.")])
    root = found.folders[0].root
    assert root is not None
    assert [place(key.span) for key, _ in root.entries] == [(1, 1, 1, 6)]
    assert place(at(root, "title").span) == (1, 8, 1, 9)


@pytest.mark.parametrize(
    ("text", "expected", "style"),
    [
        ("no", "no", ""),
        ("yes", "yes", ""),
        ("on", "on", ""),
        ("true", "true", ""),
        ("~", "~", ""),
        ("null", "null", ""),
        ("", "", ""),
        ("010", "010", ""),
        ("0x1F", "0x1F", ""),
        ("1_000", "1_000", ""),
        ("1e3", "1e3", ""),
        (".inf", ".inf", ""),
        ("1:30", "1:30", ""),
        ("2022-03-11", "2022-03-11", ""),
        ("2022-03-11T10:00:00Z", "2022-03-11T10:00:00Z", ""),
        ("=", "=", ""),
        ("<<", "<<", ""),
        ("a # b", "a", ""),
        ("a#b", "a#b", ""),
        ("R&D och A*B!", "R&D och A*B!", ""),
        ('"no"', "no", '"'),
        ("'it''s'", "it's", "'"),
        ('"\\u00e5"', "å", '"'),
        ("a\n  b", "a b", ""),
        (">-\n  a\n  b\n\n  c", "a b\nc", ">"),
        (">\n  a\n  b\n", "a b\n", ">"),
        ("|\n  a\n   b\n", "a\n b\n", "|"),
        ("|-\n  * a\n  & b\n", "* a\n& b", "|"),
        ("a\u0308", "a\u0308", ""),
    ],
)
def test_scalars_stay_text(text: str, expected: str, style: str) -> None:
    node = at(parsed(f"key: {text}"), "key")
    assert isinstance(node, Scalar)
    assert (node.text, node.style) == (expected, style)


def test_text_of_a_key() -> None:
    node = parsed("a: b\nc: [d]\ne:\n")
    assert isinstance(node, Mapping)
    assert [node.text(key) for key in ("a", "c", "e", "f")] == ["b", "", "", ""]
    assert node.get("f") is None


@pytest.mark.parametrize("text", ["", "\n\n", "# bara en kommentar\n", "---\n"])
def test_empty_file(text: str) -> None:
    node, findings = parse(File(PATH, text))
    assert findings == []
    assert node is None or (isinstance(node, Scalar) and node.text == "")


@pytest.mark.parametrize(
    ("text", "expected", "message"),
    [
        ("a: 1\nb: 2\na: 3\n", (3, 1, 3, 2), "Nyckeln «a» står redan på rad 1."),
        ("x:\n  a: 1\n  a: 2\n", (3, 3, 3, 4), "Nyckeln «a» står redan på rad 2."),
        ("x: {a: 1, 'a': 2}\n", (1, 11, 1, 14), "Nyckeln «a» står redan på rad 1."),
    ],
)
def test_double_key(text: str, expected: Place, message: str) -> None:
    found = only_finding(text)
    assert (found.rule, place(found.span), found.message) == (DOUBLE_KEY, expected, message)


def test_the_first_of_double_keys_counts() -> None:
    node, findings = parse(File(PATH, "a: 1\na: 2\na: 3\n"))
    assert isinstance(node, Mapping)
    assert [(key.text, value.text) for key, value in node.entries if isinstance(value, Scalar)] == [("a", "1")]
    assert len(findings) == 2


@pytest.mark.parametrize(
    ("text", "rule", "message", "line", "column"),
    [
        ("a: &x 1\nb: *x", ALIAS, "Ett värde börjar med & och behöver citattecken.", 1, 4),
        ("b: *x", ALIAS, "Ett alias pekar på ett annat ställe i filen. Skriv ut värdet i stället.", 1, 4),
        ("a:\n  - [b, *x]", ALIAS, "Ett alias pekar på ett annat ställe i filen. Skriv ut värdet i stället.", 2, 9),
        ("a: &modell", ALIAS, "Ett värde börjar med & och behöver citattecken.", 1, 4),
        ("a: &x\n  b: c", ALIAS, "Ett värde börjar med & och behöver citattecken.", 1, 4),
        ("a: !viktigt text", NOT_YAML, "Ett värde börjar med ! och behöver citattecken.", 1, 4),
        ("a: ! text", NOT_YAML, "Ett värde börjar med ! och behöver citattecken.", 1, 4),
        ("a: !!int 5", NOT_YAML, "Ett värde börjar med ! och behöver citattecken.", 1, 4),
        ("[a]: b", NOT_YAML, "En nyckel måste vara ett enkelt ord.", 1, 1),
        ("[" * 51 + "]" * 51, NOT_YAML, "Fler än 50 nivåer i varandra.", 1, 51),
        ("- " * 51 + "a", NOT_YAML, "Fler än 50 nivåer i varandra.", 1, 101),
        ("[" * 100_000 + "]" * 100_000, NOT_YAML, "Fler än 50 nivåer i varandra.", 1, 51),
    ],
    ids=range(12),
)
def test_refused(text: str, rule: Rule, message: str, line: int, column: int) -> None:
    found = only_finding(text)
    assert (found.rule, found.message, found.span.line, found.span.column) == (rule, message, line, column)


def test_fifty_levels_are_read() -> None:
    assert isinstance(parsed("[" * 50 + "]" * 50), Sequence)


COLON = "Ett kolon står där det inte får stå. Sätt texten i ett block med >-, eller se om raden ovanför saknar kolon."
NO_COLON = "Här saknas ett kolon efter nyckeln, eller så är indraget fel."
TAB = "Raden är indragen med tabb. Använd mellanslag."
FIRST = "Här står ett tecken som inte får stå först, till exempel @, % eller tabb. Sätt värdet inom citattecken."
INDENT = "Indraget stämmer inte: raden hör varken till listan ovanför eller till en ny nyckel."
NEXT_ITEM = "Indraget stämmer inte: här väntades nästa punkt i listan."
QUOTES = "Ett citattecken stängs aldrig."
BRACKETS = "En parentes [ eller { stängs aldrig."
DOCUMENTS = "Filen får inte innehålla flera dokument (---)."
STAR = "Ett värde börjar med & eller * och behöver citattecken."
TAG = "Ett värde börjar med ! och behöver citattecken."
DASH = "Ett streck (-) står där ingen lista kan börja. Börja på en ny rad."
UNKNOWN = "Uppbyggnaden går inte att förstå."

BROKEN = [
    ("quote: Avtalet gäller: tills vidare", COLON, 1, 22),
    ("a: 1\n  b: 2", COLON, 2, 4),
    ("a: b\r\nc: d: e\r\n", COLON, 2, 5),
    ("å: 😀: e", COLON, 1, 5),
    ("a: b\nfoo\nc: d", NO_COLON, 3, 1),
    ("a: |\n  x\n\ty: 1", TAB, 3, 1),
    ("a: b\n\tc: d", TAB, 2, 1),
    ("\ta: b", FIRST, 1, 1),
    ("a: @b", FIRST, 1, 4),
    ("a: `b`", FIRST, 1, 4),
    ("a: %b", FIRST, 1, 4),
    ("a:\n  - b\n c: d", INDENT, 3, 2),
    ("a: 'b' c", INDENT, 1, 8),
    ("- a\nb: c", NEXT_ITEM, 2, 1),
    ("a: 'b", QUOTES, 1, 4),
    ('a: "b\nc: d\n', QUOTES, 1, 4),
    ("a: [b, c\n", BRACKETS, 1, 4),
    ("a: {b: c\nd: e}", BRACKETS, 1, 4),
    ("a: 1\n---\nb: 2", DOCUMENTS, 2, 1),
    ("a: & b", STAR, 1, 5),
    ("a: *viktigt* ord", STAR, 1, 12),
    ("a: **viktigt**", STAR, 1, 5),
    ("a: !å b", TAG, 1, 5),
    ("a: !x!y b", TAG, 1, 4),
    ("a: - b", DASH, 1, 4),
    ("a: |3x\n", UNKNOWN, 1, 6),
    ('a: "\\q"', UNKNOWN, 1, 5),
]


@pytest.mark.parametrize(("text", "message", "line", "column"), BROKEN, ids=[repr(row[0]) for row in BROKEN])
def test_broken(text: str, message: str, line: int, column: int) -> None:
    node, findings = parse(File(PATH, text))
    assert node is None
    assert [(found.rule, found.message, place(found.span)) for found in findings] == [
        (NOT_YAML, message, (line, column, line, column + 1))
    ]


def test_every_message_is_reached() -> None:
    assert {tree._SEVERAL, *(message for _, message in tree._PROBLEMS)} == {row[1] for row in BROKEN} - {UNKNOWN}


@pytest.mark.parametrize("text", [row[0] for row in BROKEN])
def test_a_problem_stands_within_the_file(text: str) -> None:
    file = File(PATH, text)
    span = only_finding(text).span
    assert 1 <= span.line <= len(file.starts)
    assert 1 <= span.column <= len(file.line(span.line)) + 1
