"""Every quote stands in the text: the rule that the whole site rests on."""

from collections.abc import Iterator

from atlas.load.fold import fold
from atlas.load.quotes import TURNING_WORDS, Match, Miss, Why
from atlas.load.read import Folder, Tree
from atlas.load.tree import Mapping, Scalar
from atlas.source import Finding, Rule

NOT_FOUND = Rule(
    "A204",
    "Citatet finns inte i avtalstexten.",
    "Läsaren ska kunna lita på att varje citat står ordagrant i avtalet. Kopiera orden ur text.md i stället för att "
    "skriva av dem. Stor och liten bokstav räknas, och ett citat börjar och slutar vid hela ord. Det får inte gå från "
    "ett avsnitt in i nästa.",
    "quote: >-\n  Uppsägningstiden för avtalet är tolv månader",
)
SEVERAL = Rule(
    "A203",
    "Citatet står på flera ställen.",
    "Då går det inte att veta vilket ställe som menas. Ta med fler ord, eller skriv under: med ord ur rubriken eller "
    "inledningsraden ovanför, eller nth: med vilket i ordningen det är.",
    "quote: >-\n  samarbeta med övriga verksamheter\nunder: Barnhälsovården ansvarar för att",
)
LEAVES_OUT = Rule(
    "A205",
    "Citatet hoppar över ord där det inte får.",
    "[…] får hoppa över ord inom en mening, eller från en inledningsrad till en enda punkt i listan under den. Det får "
    f"aldrig hoppa över {', '.join(TURNING_WORDS)}: då kan meningen bli den motsatta.",
    "quote: >-\n  Barnhälsovården ansvarar för att; […] Tidigt identifiera barn",
)
NOT_THERE = Rule(
    "A207",
    "under eller nth pekar inte ut något ställe.",
    "Orden i under ska stå i en rubrik eller inledningsrad ovanför citatet, och nth kan inte vara större än antalet "
    "ställen. Behövs de inte, ta bort dem.",
    "under: Kvinnohälsovården ansvarar för att",
)
CUT_SHORT = Rule(
    "A206",
    "En del av citatet har blivit en kommentar.",
    "I YAML är allt efter ett fristående # en kommentar, så citatet tar slut där. Sätt citatet i ett block med >-.",
    "quote: >-\n  Diarienummer # 17",
)

_REASONS = {
    "meningen": "Orden före och efter […] står i olika meningar.",
    "listan": "Orden före och efter […] står i olika stycken. Det går bara att hoppa från en inledningsrad till en "
    "punkt under den.",
    "[…]": "[…] hoppar inte över några ord här. Ta bort det.",
}


def check(tree: Tree) -> Iterator[Finding]:
    """Findings of all quotes: of facts, notes, relations and what was left out."""
    for folder in tree.folders:
        for node in folder.quoting():
            quote = node.get("quote")
            if isinstance(quote, Scalar):
                yield from _cut_short(tree, folder, quote)
                if quote.text.strip() and folder.text:
                    yield from _quote(folder, node, quote)


def _cut_short(tree: Tree, folder: Folder, quote: Scalar) -> Iterator[Finding]:
    rest = tree.files[folder.file.path].line(quote.span.end_line)[quote.span.end_column - 1 :].strip()
    if quote.style == "" and rest.startswith("#"):
        after = f"«{quote.text[-30:]}»" if quote.text else "quote:"
        yield CUT_SHORT.at(quote.span, f"Efter {after} står «{_short(rest, 40)}», som blir en kommentar.")


def _quote(folder: Folder, node: Mapping, quote: Scalar) -> Iterator[Finding]:
    found = folder.match(node)
    if isinstance(found, Miss):
        yield _miss(folder, node, quote, found)
    elif node.text("under") or node.text("nth"):
        yield from _needless(folder, node, quote)


def _needless(folder: Folder, node: Mapping, quote: Scalar) -> Iterator[Finding]:
    bare = Mapping(node.span, tuple(entry for entry in node.entries if entry[0].text == "quote"))
    if isinstance(folder.match(bare), Match):
        where = node.get("under") or node.get("nth")
        assert where
        yield NOT_THERE.at(where.span, "Citatet står bara på ett ställe, så raden behövs inte längre. Ta bort den.")


def _miss(folder: Folder, node: Mapping, quote: Scalar, miss: Miss) -> Finding:
    places = "; ".join(_place(folder, match) for match in miss.near[:5])
    if miss.why is Why.MANY:
        message = f"Citatet står på {len(miss.near)} ställen."
        return SEVERAL.at(
            quote.span, message, f"Ställena: {places}", "Ta med fler ord, eller lägg till under: eller nth:."
        )
    if miss.why is Why.LEAVES_OUT:
        reason = _REASONS.get(miss.word, f"De överhoppade orden innehåller «{miss.word}», som vänder meningen.")
        return LEAVES_OUT.at(quote.span, reason, f"Stället: {places}" if places else "")
    if miss.why is Why.NOWHERE_THERE:
        return _points_nowhere(node, quote, miss, f"Ställena: {places}")
    hint = f"Närmast: {places}" if places else "Ingen mening i texten liknar citatet."
    message = f"Orden «{_short(fold(quote.text), 60)}» står inte så i {_text_name(folder)}."
    return NOT_FOUND.at(quote.span, message, hint, _slip(folder, quote, miss))


def _points_nowhere(node: Mapping, quote: Scalar, miss: Miss, places: str) -> Finding:
    under, nth = node.get("under"), node.get("nth")
    if under and miss.word == fold(node.text("under")):
        message = f"Ingen rubrik eller inledningsrad ovanför citatet har orden «{miss.word}»."
        return NOT_THERE.at(under.span, message, places)
    message = f"Det finns {len(miss.near)} ställen att välja på, så nth kan inte vara {miss.word}."
    return NOT_THERE.at((nth or quote).span, message, places)


def _slip(folder: Folder, quote: Scalar, miss: Miss) -> str:
    """What the eye passes over most easily, when that is all that is wrong."""
    words = fold(quote.text)
    for match in miss.near:
        assert folder.text
        there = folder.text.clauses[match.clause].blocks[match.stretches[0].block].words.folded
        if words in there:
            return "Citatet börjar eller slutar mitt i ett ord. Ta med hela ordet."
        if words.casefold() in there.casefold():
            return "Bara stor och liten bokstav skiljer."
    return ""


def _text_name(folder: Folder) -> str:
    assert folder.text
    return folder.text.file.path


def _place(folder: Folder, match: Match) -> str:
    assert folder.text
    blocks = folder.text.clauses[match.clause].blocks
    first, last = match.stretches[0], match.stretches[-1]
    if first.block == last.block:
        words = blocks[first.block].words.text[first.start : last.end]
    else:
        words = " […] ".join(blocks[part.block].words.text[part.start : part.end] for part in match.stretches)
    under = f" under «{_short(' › '.join(folder.text.clauses[match.clause].path), 50)}»" if match.clause else ""
    return f"rad {match.spans(folder.text)[0].line}{under}: «{_short(words, 160)}»"


def _short(words: str, most: int) -> str:
    return words if len(words) <= most else words[: most - 1].rsplit(" ", 1)[0] + " …"
