"""What every search needs: topics, texts with how they answer, places, pages, and what has several names.

In: the renderer and the pages. Out: one value. Not here: single facts and clauses (postings.py).
"""

from collections.abc import Iterable, Iterator
from typing import Any

from atlas.model.agreement import Agreement, Atlas, Document
from atlas.site.nav import hand_written
from atlas.site.page import Page, Renderer
from atlas.site.search.everyday import PAGES, TOPICS
from atlas.site.search.postings import concepts, texts_of
from atlas.site.search.words import ENDINGS, QUIET, SHORTEST
from atlas.topics.topic import STATUSES
from atlas.views.comparison import Comparison
from atlas.views.laws import anchor
from atlas.views.library import voice_id
from atlas.views.names import short_name
from atlas.views.words import word_list

# Pages of which each agreement has one: what stands before and after its id in the address, and the page's name. The
# browser makes them of the agreements that it knows anyway, so that the index stays small.
_OF_EACH = (
    ("underlag/", "/index.html", "Underlag"),
    ("ny/fragor/", "/index.html", "Kan jag det här?"),
    ("avtal/", "/tackning/index.html", "Täckning"),
)
# Two statuses begin with the same letter.
_LETTERS = {id: "abcdef"[place] for place, id in enumerate(STATUSES)}
_LISTS = {"services": "Verksamhet", "professions": "Profession", "bodies": "Grupp eller roll"}


def head(render: Renderer, pages: Iterable[Page]) -> dict[str, Any]:
    """The value, by the names that the browser reads. Rows are lists, to be short;
    search-engine.js names their places.
    """
    atlas, compared = render.atlas, _compared(render)
    return {
        "endings": ENDINGS,
        "shortest": SHORTEST,
        "quiet": sorted(QUIET),
        "concepts": concepts(atlas).phrases,
        "statuses": {_LETTERS[status.id]: [status.id, status.label, status.mark] for status in STATUSES.values()},
        "topics": [_topic(atlas, each) for each in compared],
        "counties": [_county(atlas, id) for id in atlas.vocabulary["counties"]],
        "texts": [_text(render, each) for each in texts_of(atlas)],
        "each": _OF_EACH,
        "pages": [*_pages(atlas, pages), *_laws(atlas), *_words(atlas)],
    }


def _compared(render: Renderer) -> list[Comparison]:
    """In the order of topics, which is that of a text's facts."""
    return sorted(render.compared, key=lambda each: each.topic.place)


def _topic(atlas: Atlas, compared: Comparison) -> list[Any]:
    """Id, name, border, everyday words, and what stands before a row's id in its address."""
    topic = compared.topic
    row = f"{compared.url}#"
    voices = any(compared.url_of(each) == row + voice_id(each) for each in atlas.agreements)
    return [topic.id, topic.name, topic.border, TOPICS.get(topic.id, ""), "ord-" * voices]


def _county(atlas: Atlas, id: str) -> list[str]:
    """Its names, and its municipalities."""
    term = atlas.vocabulary["counties"][id]
    here = [each.name for each in atlas.vocabulary["municipalities"].values() if each.values["county"] == id]
    return [" ".join((term.name, term.values.get("region", ""), *term.values.get("aliases", ()))), " ".join(here)]


def _text(render: Renderer, text: Document) -> list[Any]:
    """Id, short name, title, kind, number of its county, own municipalities, and an answer for each compared topic:
    the letter of its status, those of its others, and how many facts it has.
    """
    atlas = render.atlas
    counties = list(atlas.vocabulary["counties"])
    answers, places, name = "", "", text.title
    if isinstance(text, Agreement):
        name = short_name(atlas, text)
        places = " ".join(atlas.name("municipalities", each) for each in text.municipalities or ())
        answers = " ".join(_answer(text, each.topic.id) for each in _compared(render))
    return [text.id, name, text.title, text.kind_words, counties.index(text.county), places, answers]


def _answer(agreement: Agreement, topic: str) -> str:
    answer = agreement.answers[topic]
    return "".join(_LETTERS[status] for status in (answer.status, *answer.also)) + str(len(answer.facts))


def _pages(atlas: Atlas, pages: Iterable[Page]) -> Iterator[list[str]]:
    """Address, title, where it stands in the navigation, what it tells, and everyday words. Comparisons are topics."""
    each = {f"{before}{text.id}{after}" for before, after, _ in _OF_EACH for text in atlas.agreements}
    own = {text.url for text in texts_of(atlas)} | each
    topics = tuple(f"jamfor/{id}/" for id in TOPICS)
    for page in pages:
        if page.url not in own and not page.url.startswith(topics):
            yield [page.url, page.title, " › ".join(page.nav[:-1]), page.description, PAGES.get(page.url, "")]
    for branch, path in hand_written():
        url = path.removesuffix(".md") + ".html"
        yield [url, branch[-1], " › ".join(branch[:-1]), "", PAGES.get(url, "")]


def _laws(atlas: Atlas) -> Iterator[list[str]]:
    for law in atlas.vocabulary.get("laws", {}).values():
        about = " ".join(each["about"] for each in law.values.get("sections", {}).values())
        known = " ".join((*law.values.get("sections", {}), *law.values.get("forms", ())))
        yield [f"lag/index.html#{anchor(law)}", law.name, "Lagar", about, known]


def _words(atlas: Atlas) -> Iterator[list[str]]:
    for id, kind in _LISTS.items():
        for word in word_list(atlas, id):
            url, forms = f"ord/index.html#{word.anchor}", word.term.values.get("forms", ())
            yield [url, word.term.name, kind, ", ".join(word.also), " ".join((*forms, PAGES.get(url, "")))]
    for word in word_list(atlas, "abbreviations"):
        yield [f"ord/index.html#{word.anchor.lower()}", word.term.id, "Förkortning", word.term.values["means"], ""]
