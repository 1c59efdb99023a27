"""Links that lead nowhere are found, of every kind and in every kind of file."""

from pathlib import Path

import pytest

from tests.links import broken, external

PAGE = '<!doctype html><meta charset="utf-8"><h1 id="å">A</h1>{}'
GOOD = (
    '<a href="#%C3%A5">a</a><img srcset="b/c.css 1x"><a href="b/index.html#å">b</a><a href="mailto:a@example.org">c</a>'
)
FILES = {
    "index.html": PAGE.format(GOOD),
    "b/index.html": PAGE.format('<a href="../index.html">a</a><a href="https://example.org/x">x</a>'),
    "b/c.css": "a { background: url(c.css) }",
    "data/a.json": '{"url": "b/index.html#å", "list": [{"url": "index.html"}]}',
    "data/a.atom": '<feed xmlns="http://www.w3.org/2005/Atom"><link href="http://127.0.0.1:8000/index.html"/></feed>',
    "data/a.js": 'window.A ??= {}; window.A["x"] = [["b/index.html#å", "å .html"], {"words": "data/a.js"}];\n',
    "data/a.csv": '\ufeff"Ord";"b/index.html#å"\r\n',
    "data/a.ics": "DESCRIPTION:Källa: http://127.0.0.1:8000/b/index.html#%C3%\r\n A5\r\n",
}
BROKEN = {
    "a page": ("index.html", PAGE.format('<a href="c.html">')),
    "an anchor": ("index.html", PAGE.format('<a href="b/index.html#o">')),
    "its own anchor": ("index.html", PAGE.format('<a href="#o">')),
    "a script": ("index.html", PAGE.format('<script src="a.js"></script>')),
    "a picture for small screens": ("index.html", PAGE.format('<img srcset="b/c.css 1x, d.png 2x">')),
    "a form": ("index.html", PAGE.format('<form action="c.html">')),
    "a style's picture": ("b/c.css", "a { background: url('../d.svg') }"),
    "data": ("data/a.json", '{"list": [{"url": "b/index.html#o"}]}'),
    "data under another name": ("data/a.json", '{"list": ["b/c.html"]}'),
    "data for scripts": ("data/a.js", 'window.A = {"rows": [["b/index.html#o"]]};\n'),
    "data of one of many": ("data/a.js", 'window.A ??= {}; window.A[0] = {"words": "data/b.js"};'),
    "a table": ("data/a.csv", '"Ord; ""ord""";"b/index.html#o"\r\n'),
    "what a script is told": ("b/index.html", PAGE.format('<div data-choose="data/b.js">')),
    "a feed": (
        "data/a.atom",
        '<feed xmlns="http://www.w3.org/2005/Atom"><link href="http://127.0.0.1:8000/c"/></feed>',
    ),
    "a calendar, over its line": ("data/a.ics", "DESCRIPTION:http://127.0.0.1:8000/b/in\r\n dex.htm\r\n"),
}


def made(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode())
    return folder


def test_what_leads_somewhere(tmp_path: Path) -> None:
    site = made(tmp_path, FILES)
    assert broken(site) == []
    assert external(site) == {"example.org": {"https://example.org/x": ["b/index.html"]}}


@pytest.mark.parametrize("kind", BROKEN)
def test_what_leads_nowhere(tmp_path: Path, kind: str) -> None:
    name, text = BROKEN[kind]
    (wrong,) = broken(made(tmp_path, {**FILES, name: text}))
    assert wrong.startswith(f"{name} → ")
