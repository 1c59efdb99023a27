"""The folder `agreements/` as bytes to one located tree.

In: `Entry` values (a path and its bytes, or why it was not read). Out: `Tree`: folders, vocabularies, files, findings.
Not here: the disk (edge), and whether what was read makes sense (check).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import PurePosixPath

from atlas.load.fold import fold
from atlas.load.markdown import EMPTY, Text, parse_text
from atlas.load.quotes import Match, Miss, QuoteFinder
from atlas.load.tree import TOO_BIG, Mapping, Scalar, Sequence, parse
from atlas.load.unseen import told, unseen
from atlas.source import File, Finding, Rule, Span
from atlas.topics.document_file import NESTED, PARTS

MOST_BYTES = 1_000_000
# The file that makes a folder what it is.
HEADS = ("agreement.yml", "document.yml")

NOT_UTF8 = Rule(
    "A101",
    "Filen är inte sparad som UTF-8.",
    "Då blir å, ä och ö till andra tecken. Öppna filen i din redigerare, välj «Spara som» och kodningen UTF-8.",
    "Åmål, Älvsjö, Örebro",
)
LINK_OUT = Rule(
    "A103",
    "En länk pekar ut ur mappen agreements.",
    "Allt som webbplatsen bygger på ska ligga i mappen. Kopiera filen dit i stället för att länka till den.",
    "agreements/exempel/lan-2024/text.md",
)
UNREADABLE = Rule(
    "A113",
    "Filen går inte att läsa.",
    "Allt i mappen agreements läses varje gång webbplatsen byggs, så allt där måste gå att läsa: vanliga filer med "
    "namn av bokstäver, siffror och bindestreck. Ta bort filen, byt dess namn eller se till att du har rätt att "
    "läsa den.",
    "agreements/exempel/lan-2024/text.md",
)
NO_KEYS = Rule(
    "A110",
    "Filen har inga nycklar.",
    "En avtalsfil börjar med nycklar som title och kind. En fil i ordlistan börjar med ett id.",
    "title: Överenskommelse om familjecentral i Exempellän\nkind: overenskommelse",
)
# What the edge may have to say of a file that it has not read.
TROUBLES = {
    "link_out": (LINK_OUT, "Filen är en länk till något utanför mappen."),
    "too_big": (TOO_BIG, f"Filen är större än {MOST_BYTES // 1_000_000} miljon byte."),
    "no_file": (UNREADABLE, "Det är ingen vanlig fil, utan till exempel en enhet eller ett rör mellan program."),
    "no_rights": (UNREADABLE, "Datorn släpper inte fram till den. Du kanske inte har rätt att läsa den."),
    "lost": (UNREADABLE, "Den är en länk som inte leder till någon fil."),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A file as the edge met it: its bytes, or `trouble`, one of `TROUBLES`, when it has not read it."""

    path: str
    data: bytes = b""
    trouble: str = ""


@dataclass(frozen=True)
class Folder:
    """One agreement or document: its id, its YAML and its text, as far as they could be read."""

    id: str
    kind: str
    file: File
    root: Mapping | None
    text: Text | None
    _found: dict[tuple[str, str, str], Match | Miss] = field(default_factory=dict, repr=False)

    @property
    def county(self) -> str:
        """The name of the folder that it lies in."""
        return self.id.partition("/")[0]

    def match(self, node: Mapping) -> Match | Miss | None:
        """Where the quote of a fact or note stands; None when there is nothing to look for."""
        quote, under, nth = node.text("quote"), node.text("under"), node.text("nth")
        if not self.text or not quote.strip():
            return None
        key = (quote, under, nth)
        if key not in self._found:
            self._found[key] = self._quotes.find(quote, under, int(nth) if re.fullmatch(r"[1-9][0-9]?", nth) else None)
        return self._found[key]

    @cached_property
    def _quotes(self) -> QuoteFinder:
        assert self.text
        return QuoteFinder(self.text)

    @cached_property
    def topics(self) -> Mapping | None:
        """The mapping of topics, when there is one."""
        node = self.root.get("topics") if self.root else None
        return node if isinstance(node, Mapping) else None

    def facts(self) -> Iterable[tuple[str, Mapping]]:
        """Every fact that is a mapping, with its topic's id, in the order of the file."""
        return self._facts

    @cached_property
    def _facts(self) -> tuple[tuple[str, Mapping], ...]:
        answers = self.topics.entries if self.topics else ()
        lists = [(name.text, answer.items) for name, answer in answers if isinstance(answer, Sequence)]
        return tuple((topic, fact) for topic, items in lists for fact in items if isinstance(fact, Mapping))

    @cached_property
    def parties(self) -> dict[str, Mapping]:
        """The parties: id → the fact that names it."""
        return {fact.text("party"): fact for topic, fact in self._facts if topic == "parties" and fact.text("party")}

    def entries(self) -> Iterable[tuple[str, Mapping]]:
        """Every entry of a document's parts that is a mapping, with its part's name; what lies within it comes next."""
        for part in PARTS if self.kind == "document" else ():
            for entry in _mappings(self.root, part):
                yield part, entry
                yield from ((nested, each) for nested in NESTED for each in _mappings(entry, nested))

    def quoting(self) -> Iterable[Mapping]:
        """Every mapping that may carry a quote: facts, entries, notes, relations, left_out."""
        yield from (fact for _, fact in self.facts())
        yield from (entry for _, entry in self.entries())
        for key in ("notes", "relates", "left_out"):
            yield from _mappings(self.root, key)


def _mappings(node: Mapping | None, key: str) -> Iterable[Mapping]:
    listed = node.get(key) if node else None
    return (item for item in listed.items if isinstance(item, Mapping)) if isinstance(listed, Sequence) else ()


@dataclass(frozen=True)
class Vocabulary:
    """One file of the vocabulary."""

    name: str
    file: File
    root: Mapping | None

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The ids it defines."""
        return tuple(key.text for key, _ in self.root.entries) if self.root else ()

    @cached_property
    def _records(self) -> dict[str, Mapping]:
        entries = self.root.entries if self.root else ()
        return {key.text: node for key, node in entries if isinstance(node, Mapping)}

    def record(self, id: str) -> Mapping | None:
        """The record of an id."""
        return self._records.get(id)

    @cached_property
    def _forms(self) -> dict[str, tuple[str, ...]]:
        return {id: tuple(fold(word).casefold() for word in _words(node)) for id, node in self._records.items()}

    def forms(self, id: str) -> tuple[str, ...]:
        """All written forms of a term, folded, in lower case."""
        return self._forms.get(id, ())


def _words(record: Mapping) -> list[str]:
    forms = record.get("forms")
    return [item.text for item in forms.items if isinstance(item, Scalar)] if isinstance(forms, Sequence) else []


@dataclass(frozen=True)
class Tree:
    """All that was read, located. `known` are the ids of all folders there are, also of any that were not read here."""

    folders: tuple[Folder, ...]
    vocabularies: dict[str, Vocabulary]
    files: dict[str, File]
    findings: tuple[Finding, ...]
    known: frozenset[str] = frozenset()

    def beside(self, shared: "Tree") -> "Tree":
        """The same folders, with the words of a vocabulary that was read apart."""
        return replace(self, vocabularies=shared.vocabularies)

    def ids(self, vocabulary: str) -> tuple[str, ...]:
        """The ids of a vocabulary; none when the file is missing."""
        found = self.vocabularies.get(vocabulary)
        return found.ids if found else ()


# The place of all that lies in no folder of its own: the vocabulary, and files that nobody reads.
SHARED = ""


def folder_of(path: str) -> str:
    """The id of the folder that a path lies in, however deep; `SHARED` when it lies in none."""
    parts = path.split("/")
    return "/".join(parts[1:3]) if len(parts) > 3 else SHARED


def by_folder(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """Entries by the id of their folder, what is shared first, which is always there."""
    found: dict[str, list[Entry]] = {SHARED: []}
    for entry in entries:
        found.setdefault(folder_of(entry.path), []).append(entry)
    return found


def known_ids(entries: Iterable[Entry]) -> frozenset[str]:
    """The ids that a relation may name: of every folder with a head, and of what is there but was not read."""
    parts = ((entry, entry.path.split("/")[1:]) for entry in entries)
    return frozenset(
        "/".join(names[:2])
        for entry, names in parts
        if len(names) > 1 and (entry.trouble or (len(names) == 3 and names[2] in HEADS))
    )


def read(entries: Iterable[Entry], root: str = "agreements", known: frozenset[str] = frozenset()) -> Tree:
    """The located tree of the entries below `root`. `known` has the ids of folders that are there but not read now."""
    entries = list(entries)
    findings: list[Finding] = []
    files = {file.path: file for entry in entries if (file := _file(entry, findings))}
    folders: list[Folder] = []
    vocabularies: dict[str, Vocabulary] = {}
    for path, file in sorted(files.items()):
        parts = PurePosixPath(path).relative_to(root).parts
        if len(parts) == 2 and parts[0] == "vocabulary" and parts[1].endswith(".yml"):
            name = parts[1].removesuffix(".yml")
            vocabularies[name] = Vocabulary(name, file, _mapping(file, findings))
        elif len(parts) == 3 and parts[2] in HEADS:
            text_file = files.get(path.replace(parts[2], "text.md"))
            mapping = _mapping(file, findings)
            kind = parts[2].removesuffix(".yml")
            folders.append(Folder("/".join(parts[:2]), kind, file, mapping, _text(file, text_file, findings)))
    return Tree(tuple(folders), vocabularies, files, tuple(findings), known | known_ids(entries))


def _file(entry: Entry, findings: list[Finding]) -> File | None:
    trouble = entry.trouble or ("too_big" if len(entry.data) > MOST_BYTES else "")
    if any(sign in entry.path for sign in "\n\t\\") or unseen(entry.path):
        findings.append(UNREADABLE.at(Span(_shown(entry.path)), "Namnet har ett tecken som inte får stå i ett namn."))
        return None
    if trouble:
        rule, message = TROUBLES[trouble]
        findings.append(rule.at(Span(entry.path), message))
        return None
    try:
        text = entry.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = entry.data[: error.start].count(b"\n") + 1
        message = f"På rad {line} finns ett tecken som inte går att läsa. Spara filen som UTF-8."
        findings.append(NOT_UTF8.at(Span(entry.path, line, 1, line, 1), message))
        return None
    file = File(entry.path, text)
    if odd := unseen(text):
        words = text[text.rfind("\n", 0, odd.start()) + 1 : odd.start()].split()
        before = " ".join(words[-4:])
        where = f"Efter «{before}» står" if before else "Raden börjar med"
        findings.append(told(file.span(odd.start(), odd.end()), where, odd))
        return None
    return file


def _shown(path: str) -> str:
    """A path that can be printed on one line: what nobody sees is shown by its number."""
    return "".join(f"\\u{ord(sign):04x}" if unseen(sign) or sign in "\n\t" else sign for sign in path)


def _mapping(file: File, findings: list[Finding]) -> Mapping | None:
    node, found = parse(file)
    findings.extend(found)
    if isinstance(node, Mapping):
        return node
    if not found:
        findings.append(NO_KEYS.at(node.span if node else Span(file.path), "Filen är tom eller saknar nycklar."))
    return None


def _text(yml: File, file: File | None, findings: list[Finding]) -> Text | None:
    if file is None:
        where = str(PurePosixPath(yml.path).with_name("text.md"))
        # One that is there but could not be read has its own finding.
        if not any(finding.span.path == where for finding in findings):
            findings.append(EMPTY.at(Span(where), "Filen text.md saknas."))
        return None
    text, found = parse_text(file)
    findings.extend(found)
    return text if text.clauses else None
