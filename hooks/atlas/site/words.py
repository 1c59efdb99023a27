"""Words on their way into a page: abbreviations explained, headings safe from Markdown.

In: plain text. Out: safe markup. Not here: marks in agreement texts (marks.py).
"""

import re
from collections.abc import Mapping

from markupsafe import Markup, escape


class Abbreviations:
    """Wraps the field's abbreviations so that their meaning shows on hover and on focus."""

    def __init__(self, means: Mapping[str, str]) -> None:
        told = '<abbr title="{}" tabindex="0">{}</abbr>'
        self._wrapped = {word: told.format(escape(meaning), escape(word)) for word, meaning in means.items()}
        longest_first = sorted(means, key=len, reverse=True)
        # «BHV-sjuksköterska» explains BHV; «FCK» explains nothing.
        names = "|".join(map(re.escape, longest_first))
        self._pattern = re.compile(rf"(?<![\w-])(?:{names})(?![\w])") if names else None
        # Most words have none of them in any place, which is found out in a tenth of the time.
        self._there = re.compile(names) if names else None

    def explain(self, text: str, seen: set[str] | None = None) -> Markup:
        """`text`, escaped, with each abbreviation wrapped the first time it stands there (or in `seen`)."""
        if not self._pattern or not self._there or isinstance(text, Markup) or not self._there.search(text):
            return escape(text)
        known = set() if seen is None else seen
        parts: list[str] = []
        position = 0
        for match in self._pattern.finditer(text):
            word = match.group()
            if word in known:
                continue
            known.add(word)
            parts += (escape(text[position : match.start()]), self._wrapped[word])
            position = match.end()
        # Plain joining: every part is escaped, and joining Markup would look at each again.
        return Markup("".join([*parts, escape(text[position:])]))


def heading_words(text: str) -> Markup:
    """Words that Markdown and HTML leave as they are, for a heading that a generator must be able to read."""
    escaped = re.sub(r"([\\`*_{}\[\]()#+\-.!])", r"\\\1", str(escape(text)))
    # Markdown knows no backslash before these, and would show it.
    return Markup(re.sub(r"[|~:^=]", lambda sign: f"&#{ord(sign.group())};", escaped))
