"""The comment that a pull request gets: what the change means, what is wrong in it, and what can be mended by itself.

In: texts that were made of somebody's files, and so may hold anything. Out: Markdown in which they can do nothing: no
mention, no link but to the site's own preview, no HTML, no picture. Not here: who makes the texts, and who posts them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

# By this the comment is found again, so that there is one that changes and not a row of them.
MARK = "<!-- avtalsatlas: skillnad -->"
HEADING = "## Vad ändringen betyder"
# The parts of an answer: the name of the file that holds it, and how many characters of it are shown.
DIFFERENCE, FINDINGS, MENDED = "skillnad.md", "fel.txt", "rattningar.txt"
PARTS = {DIFFERENCE: 40_000, FINDINGS: 10_000, MENDED: 10_000}
# The file that says which pull request it is the answer to.
NUMBER = "nummer"

# A sign of no width: what stands on both sides of it looks the same and means nothing.
_BREAK = "\u2060"
# Where git hosts find mentions, threads, addresses, HTML, links and pictures.
_MEANS = re.compile(
    r"(?<=[@#!%])(?=\w)|(?<=:)(?=//)|(?<=\bwww)(?=\.)|(?<=<)|(?<=\])(?=[(\[:])|(?<=!)(?=\[)", re.IGNORECASE
)
_UNSEEN = re.compile(r"[^\n\t\x20-\x7e\xa0-\uffff]|[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class Frame:
    """What is known of the change without asking it: where its checks ran, where its preview is hosted if it is, and
    whether it changes no other files than those of the agreements.
    """

    run: str
    preview: str
    only_agreements: bool


def comment(parts: Mapping[str, str], frame: Frame) -> str:
    """The whole comment."""
    return "\n\n".join([MARK, HEADING, *_told(parts, frame)]) + "\n"


def _told(parts: Mapping[str, str], frame: Frame) -> Iterator[str]:
    if not frame.only_agreements:
        yield (
            "**Förslaget ändrar mer än filerna i `agreements/`.** Det som står här är framtaget med förslagets egen "
            "kod, så granska koden innan du litar på det."
        )
    difference = parts.get(DIFFERENCE, "").removeprefix(MARK).lstrip().removeprefix(HEADING).strip()
    yield harmless(_cut(difference, PARTS[DIFFERENCE]), frame.preview) or "Skillnaden gick inte att räkna ut."
    if findings := parts.get(FINDINGS, "").strip():
        yield "### Kontrollen hittade fel"
        yield "De står också vid sina rader i de ändrade filerna. Förslaget kan inte publiceras förrän de är rättade."
        yield _block(findings, PARTS[FINDINGS], "text")
    if mended := parts.get(MENDED, "").strip():
        yield "### Det här går att rätta av sig självt"
        yield "Kommandot `python hooks/cli.py check --fix` gör ändringarna, eller så gör du dem i webbläsaren:"
        yield _block(mended, PARTS[MENDED], "diff")
    yield f"[Kontrollen]({frame.run}) har hela svaret, och webbplatsen som den skulle bli att ladda ner (`webbplats`)."


def harmless(words: str, site: str = "") -> str:
    """Markdown in which only links to `site` lead anywhere."""
    words = _UNSEEN.sub("", words.replace("\r\n", "\n"))
    if not site:
        return _MEANS.sub(_BREAK, words)
    own = re.compile(rf"(\]\(<{re.escape(site)}[\w./#-]*>\))")
    return "".join(part if own.fullmatch(part) else _MEANS.sub(_BREAK, part) for part in own.split(words))


def _block(words: str, most: int, language: str) -> str:
    words = _UNSEEN.sub("", _cut(words, most))
    longest = max((len(run) for run in re.findall("`+", words)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{words}\n{fence}"


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else words[:most].rsplit("\n", 1)[0] + "\n… (resten står i kontrollen)"
