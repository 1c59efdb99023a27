"""Swedish endings: when a word is another word in one of its forms.

In: words. Out: answers. Not here: a grammar. The list of endings is short and knows nouns only, which the terms of the
vocabulary are.
"""

ENDINGS = (
    *("s", "n", "ns", "en", "ens", "t", "ts", "et", "ets"),
    *("er", "ers", "erna", "ernas", "ar", "ars", "arna", "arnas", "or", "ors", "orna", "ornas", "na", "nas"),
)


def is_form_of(word: str, base: str) -> bool:
    """Whether `word` is `base` with an ending, which may take the place of a last vowel: barnmorska, barnmorskor."""
    word, base = word.casefold(), base.casefold()
    stems = {base, base[:-1] if base.endswith(("a", "e")) else base}
    return any(word == stem + ending for stem in stems if len(stem) > 2 for ending in ENDINGS)


def base_forms(forms: tuple[str, ...]) -> tuple[str, ...]:
    """The forms that are not another of them with an ending, in their order: what a reader needs to see once."""
    return tuple(form for form in forms if not any(is_form_of(form, other) for other in forms if other != form))
