"""Words as the search compares them: without dots and rings, and without Swedish endings.

In: any text. Out: stems. Not here: compounds and misspellings, which the browser looks for among all stems, since it
must do so for the question anyway. The browser stems the question by the same rules: it reads the lists from the
index, and its few lines (search-engine.js) are held to these by a test.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

# Endings of nouns, adjectives and verbs as they look without dots, the longest first. They go one after the other:
# «samordnarens» loses «ens» and «ar», as «samordnarna» does. Swedish's few irregular words stand in the vocabulary.
_ENDINGS = """
heternas heterna hetens heten heter het arnas ernas ornas arna erna orna andes anden andet ande arens aren are ades ade
enas ena nas na ens ets ans ars ers ors en et an ar er or at ad as es liga ligt lig a e s
"""
ENDINGS = tuple(sorted(_ENDINGS.split(), key=lambda ending: (-len(ending), ending)))
SHORTEST = 3
# Words that a question is full of and that tell nothing of what it asks.
_PASSED_OVER = """
och i på av till för som är om att det den de en ett med vad vem vilka vilken vilket hur när var
varför ska skall kan får jag vi ni du man har inte från eller mig oss er sig sin sitt sina gör göra
blir bli finns säger vår våra deras detta denna dessa där här då så också mycket många lång långt
någon något några alla hela inom under över efter ut upp in genom samt utan måste behövs behöver
gäller står betyder vara
"""
_VOWEL = re.compile("[aeiouy]")
_WORD = re.compile("[a-z0-9]+")
# The same before letters are folded.
_LOWER = re.compile(r"[^\W_]+")


# Letters with a mark, as the letter below it. A table is ten times as quick as taking every text apart.
_BARE = {
    code: unicodedata.normalize("NFD", chr(code).lower())[0]
    for code in range(0xC0, 0x250)
    if unicodedata.decomposition(chr(code)) and unicodedata.normalize("NFD", chr(code).lower())[0].isascii()
} | {0xAD: None}


def fold_letters(text: str) -> str:
    """`text` in small letters, å ä ö and other letters with marks as the letter below it. For text in form NFC."""
    return text.lower().translate(_BARE)


@cache
def stem(word: str) -> str:
    """A folded word without its endings; at least three letters and one vowel are left. Words with digits stay."""
    if word.isalpha():
        while True:
            cut = next((len(word) - len(each) for each in ENDINGS if word.endswith(each) and _stands(word, each)), 0)
            if not cut:
                break
            word = word[:cut]
    return word


def _stands(word: str, ending: str) -> bool:
    rest = word[: -len(ending)]
    return len(rest) >= SHORTEST and _VOWEL.search(rest) is not None


def words_of(text: str) -> list[str]:
    """The folded words of a text, in order."""
    return _WORD.findall(fold_letters(text))


def stems(text: str) -> list[str]:
    """The stems of a text, in order."""
    return [stem(word) for word in words_of(text)]


class Concepts:
    """Names for the same thing: a concept is a list of phrases, a phrase a row of stems; its name is «#» and a number.

    What has one name only, in its inflections, is no concept: stems find it.
    """

    def __init__(self, names: Iterable[Iterable[str]]) -> None:
        self.phrases: list[list[list[str]]] = []
        self._first: dict[str, list[tuple[list[str], str]]] = {}
        for forms in names:
            rows = [list(row) for row in dict.fromkeys(tuple(stems(form)) for form in forms) if row]
            if len(rows) < 2:
                continue
            mark = f"#{len(self.phrases)}"
            self.phrases.append(rows)
            for row in rows:
                self._first.setdefault(row[0], []).append((row, mark))

    def within(self, row: list[str], words: set[str]) -> Iterator[str]:
        """The concepts that a row of stems names; `words` are the same stems."""
        for word in self._first.keys() & words:
            for phrase, mark in self._first[word]:
                if len(phrase) == 1 or (words.issuperset(phrase) and _stands_in(row, phrase)):
                    yield mark

    def terms(self, text: str) -> set[str]:
        """All that a text can be found by: its stems without those that tell nothing, and its concepts."""
        row = [_TERM[word] for word in _LOWER.findall(text.lower())]
        found = set(row)
        found.discard("")
        return found.union(self.within(row, found))


def _stands_in(row: list[str], phrase: list[str]) -> bool:
    places = (place for place, word in enumerate(row) if word == phrase[0])
    return any(row[place : place + len(phrase)] == phrase for place in places)


class _Terms(dict[str, str]):
    """The term of each word in small letters, empty for one that tells nothing: texts say the same words over and over,
    and an index of many texts has millions of them.
    """

    def __missing__(self, word: str) -> str:
        bare = fold_letters(word)
        tells = bare not in QUIET and (len(bare) > 1 or bare.isdigit())
        self[word] = stem(bare) if tells else ""
        return self[word]


QUIET = frozenset(fold_letters(word) for word in _PASSED_OVER.split())
_TERM = _Terms()
