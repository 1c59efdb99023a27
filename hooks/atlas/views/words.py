"""The vocabulary as a newcomer reads it: each term with its other names, each once, and every word that it has.

In: the model. Out: `Word`, and the words themselves. Not here: which agreement uses which.
"""

from dataclasses import dataclass

from atlas.load.fold import swedish_order
from atlas.load.inflect import base_forms, is_form_of
from atlas.model.agreement import Atlas, Term
from atlas.topics.common import LEVEL


@dataclass(frozen=True, slots=True)
class Word:
    """A term: `also` are its other names, `belongs` the service or level that it belongs to, `anchor` its address."""

    term: Term
    anchor: str
    also: tuple[str, ...]
    belongs: str


def word_list(atlas: Atlas, vocabulary: str) -> tuple[Word, ...]:
    """The terms of a vocabulary in the order of their names."""
    terms = atlas.vocabulary.get(vocabulary, {}).values()
    return tuple(_word(atlas, vocabulary, term) for term in sorted(terms, key=lambda term: swedish_order(term.name)))


def _word(atlas: Atlas, vocabulary: str, term: Term) -> Word:
    name = term.name.casefold()
    others = (each for each in base_forms(tuple(term.values.get("forms", ()))) if each.casefold() != name)
    also = tuple(each for each in others if not is_form_of(each, name))
    service, level = term.values.get("service"), term.values.get("level")
    belongs = atlas.name("services", service) if service else LEVEL.options[level] if level else ""
    return Word(term, f"ord-{vocabulary}-{term.id}".replace("_", "-"), also, belongs)


def all_words(atlas: Atlas) -> tuple[str, ...]:
    """Every name, form and meaning of the vocabulary."""
    found: dict[str, None] = {}
    for terms in atlas.vocabulary.values():
        for term in terms.values():
            named = (term.values.get("name", ""), term.values.get("means", ""), term.values.get("short", ""))
            found |= dict.fromkeys(each for each in (*named, *term.values.get("forms", ())) if each)
    return tuple(found)
