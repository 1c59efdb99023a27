"""Folding: what counts as the same character when words are compared.

In: any text. Out: text in which white space, dashes, quotation marks, soft hyphens and Unicode form no longer differ.
Not here: Markdown (markdown.py) and matching (quotes.py). Case is never folded: it is part of the words.
"""

import re
import unicodedata

SAME = {
    **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
    **dict.fromkeys("“”„‟«»″＂", '"'),
    **dict.fromkeys("‘’‚‛′´`", "'"),
    **dict.fromkeys(
        "\t\n\r\v\f\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
    ),
}
INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_ONE_TO_ONE = str.maketrans(SAME)
# Most words have none of these, and looking is cheaper than translating; they then also stay the same object.
_FOLDED = re.compile(f"[{re.escape(''.join(SAME))}]")
_WITH_INVISIBLE = str.maketrans({**SAME, **dict.fromkeys(INVISIBLE, "")})
_UNLIKE = re.compile(f"[{re.escape(''.join(SAME) + INVISIBLE)}]")


def fold_characters(text: str) -> str:
    """`text` with every character folded on its own: the length does not change. For text already in form NFC."""
    return text.translate(_ONE_TO_ONE) if _FOLDED.search(text) else text


def fold(text: str) -> str:
    """`text` as it is compared: NFC, characters folded, white space runs to one blank, ends stripped."""
    composed = unicodedata.normalize("NFC", text)
    return " ".join((composed.translate(_WITH_INVISIBLE) if _UNLIKE.search(composed) else composed).split())


def is_word_character(text: str, index: int) -> bool:
    """Whether the character at `index` belongs to a word: a letter, a digit, or what joins two of them.

    A hyphen joins both; a comma, full stop, colon or slash joins digits, so that «2,5» is never quoted as «2».
    """
    if not 0 <= index < len(text):
        return False
    character = text[index]
    if character in "-,.:/":
        around = text[max(index - 1, 0) : index] + text[index + 1 : index + 2]
        return len(around) == 2 and (around.isalnum() if character == "-" else around.isdecimal())
    return character.isalnum()


def swedish_order(words: str) -> str:
    """A key that sorts as a Swedish reader expects: å, ä and ö after z, in that order, and case aside."""
    return words.casefold().translate(str.maketrans("åäö", "{|}"))
