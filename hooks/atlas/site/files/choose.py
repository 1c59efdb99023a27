"""The data of the page where readers choose: a script with all answers in short, and one per agreement with its words.

In: the model and the comparisons. Out: scripts, since a page opened as a file may load a script but not fetch data.
Not here: what counts as a difference (views/keys.py); the browser only asks whether two numbers are the same.
"""

import json
from functools import partial
from typing import Any

from atlas.model.agreement import Agreement, Answer, Atlas, Fact
from atlas.site.made import Make
from atlas.site.page import Renderer
from atlas.topics.common import when
from atlas.topics.topic import GROUPS, STATUSES
from atlas.views.brief import coming, overlaps_of, read_of
from atlas.views.differences import values_told
from atlas.views.keys import Key, key_of
from atlas.views.matrix import Mark, matrix
from atlas.views.names import short_name
from atlas.views.table import cell_of

INDEX = "data/jamfor.js"


def files(render: Renderer) -> dict[str, Make]:
    """The index, and of each agreement its words and what a brief tells of it, loaded when it is chosen."""
    words: dict[str, Make] = {_words_of(each): partial(_words, render, each) for each in render.atlas.agreements}
    return {INDEX: lambda: _script("AvtalsatlasJamfor", index(render)), **words}


def _words(render: Renderer, agreement: Agreement) -> bytes:
    facts = {id: [_fact(fact) for fact in answer.facts] for id, answer in agreement.answers.items() if answer.facts}
    return _script(f"AvtalsatlasOrd[{json.dumps(agreement.id)}]", _about(render, agreement) | {"facts": facts})


def _words_of(agreement: Agreement) -> str:
    return f"data/jamfor/{agreement.id}.js"


def _script(name: str, value: object) -> bytes:
    return f"window.{name} = {json.dumps(value, ensure_ascii=False, separators=(',', ':'))};\n".encode()


def index(render: Renderer) -> dict[str, Any]:
    """All agreements with all their answers, in the order of the matrix."""
    atlas = render.atlas
    rows = matrix(atlas, render.compared)
    numbers = {row.topic.id: _numbers(atlas, row.topic.id) for row in rows}
    return {
        "statuses": {status.id: status.label for status in STATUSES.values()},
        "topics": [{"id": row.topic.id, "name": row.topic.name, "group": row.group, "url": row.url} for row in rows],
        "groups": list(GROUPS.values()),
        "date": when(render.clock),
        "agreements": [
            _agreement(atlas, agreement)
            | {
                "answers": [
                    _answer(atlas, agreement, row.marks[place], agreement.answers[row.topic.id])
                    | numbers[row.topic.id][place]
                    for row in rows
                ]
            }
            for place, agreement in enumerate(atlas.agreements)
        ],
    }


def _about(render: Renderer, agreement: Agreement) -> dict[str, Any]:
    """What a brief on paper tells of the agreement itself: who read it, whether it holds, and the dates ahead."""
    read = read_of(render.atlas, agreement)
    return {
        "read": read.read,
        "inForce": read.in_force,
        "open": [*read.open, *overlaps_of(render.atlas, agreement)],
        "dates": [
            {
                "what": each.what,
                "pattern": each.pattern,
                "rule": each.rule,
                "url": each.url,
                "days": [day.isoformat() for day in each.dates],
            }
            for each in coming(render.atlas, agreement, render.clock)
        ],
    }


def _agreement(atlas: Atlas, agreement: Agreement) -> dict[str, Any]:
    return {
        "id": agreement.id,
        "name": short_name(atlas, agreement),
        "title": agreement.title,
        "kind": agreement.kind_words,
        "binds": agreement.binds,
        "county": atlas.name("counties", agreement.county),
        "url": agreement.url,
        "words": _words_of(agreement),
        "current": agreement.review.current,
    }


def _answer(atlas: Atlas, agreement: Agreement, mark: Mark, answer: Answer) -> dict[str, Any]:
    brief = values_told(atlas, agreement, answer.topic.id) or cell_of(answer).brief
    return {"status": mark.status, "also": list(mark.also), "url": mark.url, "brief": list(brief)}


def _numbers(atlas: Atlas, topic: str) -> list[dict[str, Any]]:
    """Each agreement's key as a number: the same for the same key. `values` says whether it holds values at all."""
    keys = [key_of(agreement, topic) for agreement in atlas.agreements]
    order: dict[Key, int] = {}
    for key in keys:
        order.setdefault(key, len(order))
    return [{"key": order[key], "values": bool(key.values)} for key in keys]


def _fact(fact: Fact) -> dict[str, str]:
    found = {
        "status": fact.status,
        "says": fact.says,
        "quote": fact.quote,
        "clause": fact.clause[-1],
        "url": fact.url,
        "to": fact.to,
        "note": fact.note,
        "because": fact.because,
    }
    return {name: words for name, words in found.items() if words}
