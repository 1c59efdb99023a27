"""The search: what readers may look for, as scripts that the browser loads when somebody searches.

In: the model, the comparisons and the pages. Out: bytes by path. Not here: ranking, which the browser does
(docs/assets/js/search-engine.js), since only it knows the question.
"""

from collections.abc import Iterable
from functools import partial
from json import dumps

from atlas.model.agreement import Document
from atlas.site.made import Make
from atlas.site.page import Page, Renderer
from atlas.site.search.head import head
from atlas.site.search.postings import clauses_of, postings, texts_of
from atlas.site.search.shards import lexicon, script, script_of, shards

FOLDER = "data/sok"


def search_files(render: Renderer, pages: Iterable[Page]) -> dict[str, Make]:
    """The head (what is always needed), every word there is, the places of words in parts, and each text's clauses.

    Only the last are made when they are asked for: how many parts there are shows when all words are known.
    """
    found = postings(render.atlas)
    parts = shards(found)
    value = head(render, pages) | {"parts": list(parts)}
    made: dict[str, Make] = {
        f"{FOLDER}.js": partial(script, "AvtalsatlasSok", value),
        f"{FOLDER}/ord.js": partial(script, "AvtalsatlasSokOrd", lexicon(found)),
    }
    for number, part in enumerate(parts.values()):
        made[f"{FOLDER}/del-{number}.js"] = partial(script_of, f"AvtalsatlasSokDel[{number}]", part)
    return made | {f"{FOLDER}/{text.id}.js": partial(_clauses, text) for text in texts_of(render.atlas)}


def _clauses(text: Document) -> bytes:
    return script(f"AvtalsatlasSokText[{dumps(text.id)}]", clauses_of(text))
