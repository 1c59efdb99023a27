"""Reading numbers and dates out of Swedish prose.

In: words of a quote. Out: the set of numbers, shares and dates that they state. Not here: what they are compared with.
"""

import re
from fractions import Fraction

from atlas.topics.common import MONTHS

_UNITS = (
    *(
        [
            "noll",
            "en",
            "två",
            "tre",
            "fyra",
            "fem",
            "sex",
            "sju",
            "åtta",
            "nio",
            "tio",
            "elva",
            "tolv",
            "tretton",
            "fjorton",
            "femton",
            "sexton",
            "sjutton",
            "arton",
        ]
    ),
    *(["nitton", "tjugo"]),
)
_WORDS = {word: value for value, word in enumerate(_UNITS)} | {"ett": 1, "trettio": 30, "fyrtio": 40, "femtio": 50}
_ORDINALS = {
    word: value
    for value, word in enumerate(
        [
            "första",
            "andra",
            "tredje",
            "fjärde",
            "femte",
            "sjätte",
            "sjunde",
            "åttonde",
            "nionde",
            "tionde",
            "elfte",
            "tolfte",
        ],
        start=1,
    )
}
# «årlig», «årligen», «varje år» say «once a year» without a number.
_ONCE = re.compile(r"\b(årlig\w*|varje år|varje månad|månatlig\w*|varje vecka|varje termin|årsvis)\b")
_SHARES = {
    "hälften": Fraction(1, 2),
    "en tredjedel": Fraction(1, 3),
    "en fjärdedel": Fraction(1, 4),
    "tre fjärdedelar": Fraction(3, 4),
    "en femtedel": Fraction(1, 5),
    "två tredjedelar": Fraction(2, 3),
}
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_NUMBER = re.compile(r"(?<![\d.,])(\d{1,3}(?: \d{3})+|\d+)(?!\d|[.,]\d)")
_DAY = re.compile(rf"(?:\b(\w+)\s+)?\b({'|'.join(MONTHS)})\b(?:\s+(\d{{4}}))?")


def numbers_in(words: str) -> set[int]:
    """Every whole number stated in figures, in words, as an ordinal, or as «once» in a period."""
    lower = words.lower()
    found = {int(match.group(1).replace(" ", "")) for match in _NUMBER.finditer(lower)}
    # Half of «0-6»: figures joined by a dash are numbers of their own, which the pattern above reads as such.
    for word in re.findall(r"\w+", lower):
        if word in _WORDS or word in _ORDINALS:
            found.add(_WORDS.get(word) or _ORDINALS.get(word, 0))
    if _ONCE.search(lower):
        found.add(1)
    return found


def months_in(words: str) -> set[int]:
    """Every length of time in the words, in months: «12 månader», «ett år», «vart fjärde år»."""
    found = set()
    for match in re.finditer(r"(\w+)\)?\s+(månad\w*|år\w*)\b", words.lower()):
        count = _value(match.group(1))
        if count is not None:
            found.add(count * (12 if match.group(2).startswith("år") else 1))
    return found


def month_names_in(words: str) -> set[int]:
    """Every month named in the words, by its number: «September» → 9."""
    return {MONTHS.index(word) + 1 for word in re.findall(r"\w+", words.lower()) if word in MONTHS}


def weeks_in(words: str) -> set[int]:
    """Every week by its number, the whole of a range: «v.39», «vecka 45-46»."""
    found: set[int] = set()
    for first, last in re.findall(r"\bv(?:ecka|eckorna)?\.? ?(\d{1,2})(?: ?- ?(\d{1,2}))?(?!\d)", words.lower()):
        found |= set(range(int(first), int(last or first) + 1))
    return found


def steps_in(words: str) -> set[int]:
    """Every number in the words, Roman ones too: «Steg IV» → 4."""
    return numbers_in(words) | {_ROMAN.index(word) + 1 for word in re.findall(r"\w+", words) if word in _ROMAN}


def shares_in(words: str) -> set[Fraction]:
    """Every share: «en fjärdedel», «hälften», «1/4», «25 procent»."""
    lower = words.lower()
    found = {share for word, share in _SHARES.items() if re.search(rf"\b{word}\b", lower)}
    found |= {Fraction(int(a), int(b)) for a, b in re.findall(r"\b(\d{1,2})/([1-9]\d?)\b", lower)}
    return found | {Fraction(int(number), 100) for number in re.findall(r"(?<![\d.,])(\d{1,3}) ?(?:%|procent)", lower)}


def dates_in(words: str) -> set[str]:
    """Every date in ISO form, and every shorter form of it: the month, the year, and the day without its year."""
    lower = words.lower()
    full = set(re.findall(r"\b\d{4}-\d{2}-\d{2}\b", lower))
    found = set(re.findall(r"\b\d{4}-\d{2}\b", lower)) | set(re.findall(r"\b(?:19|20)\d{2}\b", lower))
    for day, month in re.findall(r"\b(\d{1,2})/(\d{1,2})\b", lower):
        found.add(f"{int(month):02}-{int(day):02}")
    for number, month, year in _DAY.findall(lower):
        day = _value(number)
        name = f"{MONTHS.index(month) + 1:02}"
        if day is not None:
            found.add(f"{name}-{day:02}")
            full |= {f"{year}-{name}-{day:02}"} if year else set()
        found |= {f"{year}-{name}"} if year else set()
    return found | full | {date[:7] for date in full} | {date[:4] for date in full} | {date[5:] for date in full}


def _value(word: str) -> int | None:
    if word.isdecimal():
        return int(word)
    return _WORDS.get(word, _ORDINALS.get(word))
