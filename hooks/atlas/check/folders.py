"""Every folder lies in a county and has its files; what it relates to exists; its parties' names are in its text."""

from collections.abc import Iterator

from atlas.check.walk import RESERVED_NAMES, is_id
from atlas.load.fold import fold
from atlas.load.markdown import slug
from atlas.load.read import HEADS, Folder, Tree
from atlas.load.tree import Mapping, Scalar, Sequence
from atlas.source import Finding, Rule, Span, allowed, did_you_mean

NO_COUNTY = Rule(
    "A109",
    "Mappen ligger inte under ett län.",
    "Varje avtal ligger i en mapp för sitt län: agreements/<län>/<avtal>/. Länets mapp heter som i counties.yml.",
    "agreements/jonkoping/lan-2022/agreement.yml",
)
UNKNOWN_AGREEMENT = Rule(
    "A404",
    "Det andra avtalet finns inte.",
    "to pekar på ett avtal eller dokument på webbplatsen, som <län>/<avtal>. Finns det inte här skrivs i stället "
    "words: med vad det är.",
    "relates:\n  - {as: requires, words: lokala avtal}",
)
NAME_NOT_IN_TEXT = Rule(
    "A405",
    "Partens namn står inte i avtalstexten.",
    "names räknar upp hur avtalet självt skriver parten, så att åtaganden kan knytas till rätt part.",
    "names: [Exempels kommun, kommunen]",
)
ODD_FOLDER = Rule(
    "A111",
    "Avtalets mapp har fel filer.",
    "Ett avtal är två filer, agreement.yml och text.md. Ett dokument är också två: document.yml och text.md. Filer med "
    "andra namn läser ingen, och då saknas avtalet på webbplatsen utan att det märks.",
    "agreements/jonkoping/lan-2022/agreement.yml\nagreements/jonkoping/lan-2022/text.md",
)
ODD_NAME = Rule(
    "A112",
    "Mappens namn går inte att använda i en adress.",
    "Mappens namn blir en del av avtalets adress på webbplatsen. Det består av små bokstäver a–z, siffror och "
    "bindestreck, och börjar med en bokstav. När avtalet väl är publicerat ska namnet inte ändras.",
    "agreements/jonkoping/lan-2022/agreement.yml",
)
# The form in the browser says the same.
BAD_NAME = "Mappen «{name}» kan inte heta så."
A_NAME = "Ett namn som går bra: {name}"
_FILES = (*HEADS, "text.md")


def check(tree: Tree) -> Iterator[Finding]:
    """Findings of all folders."""
    yield from _places(tree)
    yield from _odd_folders(tree)
    # What could not be read is there all the same, and has its own finding.
    ids = sorted(tree.known)
    for folder in tree.folders:
        relates = folder.root.get("relates") if folder.root else None
        for relation in relates.items if isinstance(relates, Sequence) else ():
            if isinstance(relation, Mapping):
                yield from _relation(relation, ids)
        yield from _names(folder)


def _places(tree: Tree) -> Iterator[Finding]:
    counties = tree.ids("counties")
    for path in tree.files:
        parts = path.split("/")[1:]
        if parts[0] == "vocabulary" or parts[-1] not in _FILES:
            continue
        if parts[-1] == "text.md" and any(path.replace("text.md", head) in tree.files for head in HEADS):
            continue  # told once for the folder
        if len(parts) != 3:
            yield NO_COUNTY.at(Span(path), "Filen ska ligga i en mapp för avtalet, i en mapp för länet.")
        elif counties and parts[0] not in counties:
            near = did_you_mean(parts[0], counties)
            yield NO_COUNTY.at(
                Span(path), f"«{parts[0]}» är inget län i counties.yml.", near, allowed(counties, what="Län")
            )
        elif parts[1] in RESERVED_NAMES:
            yield ODD_NAME.at(
                Span(path), BAD_NAME.format(name=parts[1]) + " Windows kan inte ha en mapp med det namnet."
            )
        elif not is_id(parts[1]):
            near = slug(parts[1])
            hint = A_NAME.format(name=near) if is_id(near) else ""
            yield ODD_NAME.at(Span(path), BAD_NAME.format(name=parts[1]), hint)


def _odd_folders(tree: Tree) -> Iterator[Finding]:
    paths = {*tree.files, *(finding.span.path for finding in tree.findings)}
    for path in sorted(paths):
        folder, _, name = path.rpartition("/")
        heads = [head for head in HEADS if f"{folder}/{head}" in paths]
        if len(path.split("/")) != 4:
            continue
        if name.endswith((".yml", ".yaml")) and name not in _FILES:
            near = did_you_mean(name, HEADS)
            yield ODD_FOLDER.at(Span(path), f"Filen {name} läser ingen.", near, allowed(_FILES, what="Filer"))
        elif name == "text.md" and not heads:
            yield ODD_FOLDER.at(Span(path), "Här finns text.md men varken agreement.yml eller document.yml.")
        elif name == "document.yml" and len(heads) > 1:
            yield ODD_FOLDER.at(Span(path), "Här finns både agreement.yml och document.yml. Ta bort den ena.")


def _relation(relation: Mapping, ids: list[str]) -> Iterator[Finding]:
    node = relation.get("to")
    if isinstance(node, Scalar) and node.text not in ids:
        near = did_you_mean(node.text, ids)
        yield UNKNOWN_AGREEMENT.at(
            node.span, f"«{node.text}» finns inte på webbplatsen.", near, allowed(ids, what="Avtal och dokument")
        )
    if node is None and relation.get("words") is None:
        yield UNKNOWN_AGREEMENT.at(relation.span, "Här saknas vad avtalet hänger ihop med: to eller words.")


def _names(folder: Folder) -> Iterator[Finding]:
    if not folder.text:
        return
    blocks = [block.words.folded.casefold() for clause in folder.text.clauses for block in clause.blocks]
    for topic, fact in folder.facts():
        names = fact.get("names") if topic == "parties" else None
        for name in names.items if isinstance(names, Sequence) else ():
            if isinstance(name, Scalar) and not any(fold(name.text).casefold() in block for block in blocks):
                yield NAME_NOT_IN_TEXT.at(name.span, f"«{name.text}» står ingenstans i texten.")
