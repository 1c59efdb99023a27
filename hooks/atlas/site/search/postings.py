"""Where each word stands: in which fact or clause of which text.

In: the model. Out: postings, and what the browser shows of clauses. Not here: pages, which the head has (head.py).

A *record* of a text is one of its facts, in the order of topics, or after them one of its clauses. A clause is found by
its heading and by those of its words that no fact quotes: who looks for a fact's words shall land on the fact.
"""

from collections.abc import Iterator

from atlas.load.markdown import Clause
from atlas.model.agreement import Agreement, Atlas, Document, Term
from atlas.model.once import once
from atlas.site.search.words import Concepts

# Which words of a record a term stands among: ours (a clause: its heading), or theirs. A posting is record * 4 + these.
OURS, THEIRS = 1, 2
# The vocabularies whose terms have several names.
_NAMED = ("services", "professions", "bodies", "who", "laws")
# As much of a clause as shows what it is about.
_SHOWN = 180

# Term → one piece of JSON for each text that has it: `"number of the text":[postings]`, in rising order. As numbers
# they would take ten times the memory with a thousand agreements.
Postings = dict[str, list[str]]


def texts_of(atlas: Atlas) -> tuple[Document, ...]:
    """All texts; the place of one in this row is its number in the index."""
    return (*atlas.agreements, *atlas.documents)


@once
def concepts(atlas: Atlas) -> Concepts:
    """What has several names in the vocabulary."""
    terms = [term for name in _NAMED for term in atlas.vocabulary.get(name, {}).values()]
    short = atlas.vocabulary.get("abbreviations", {}).values()
    return Concepts([*map(_names, terms), *((term.id, term.values["means"]) for term in short)])


def _names(term: Term) -> tuple[str, ...]:
    named = (term.name, term.values.get("short", ""), term.values.get("sfs", ""))
    return (*(each for each in named if each), *term.values.get("forms", ()))


def postings(atlas: Atlas) -> Postings:
    """Where every term stands."""
    found: Postings = {}
    known = concepts(atlas)
    for number, text in enumerate(texts_of(atlas)):
        for term, records in _within(text, known).items():
            found.setdefault(term, []).append(f'"{number}":[{",".join(records)}]')
    return found


def _within(text: Document, known: Concepts) -> dict[str, list[str]]:
    here: dict[str, list[str]] = {}
    for record, (ours, theirs) in enumerate(_records(text, known)):
        for terms, among in ((ours & theirs, OURS | THEIRS), (ours - theirs, OURS), (theirs - ours, THEIRS)):
            posting = str(record * 4 + among)
            for term in terms:
                here.setdefault(term, []).append(posting)
    return here


def _records(text: Document, known: Concepts) -> Iterator[tuple[set[str], set[str]]]:
    quoted: dict[tuple[str, ...], set[str]] = {}
    quotes: dict[str, set[str]] = {}
    for fact in text.facts if isinstance(text, Agreement) else ():
        # The same words often answer several topics.
        theirs = quotes[fact.quote] if fact.quote in quotes else quotes.setdefault(fact.quote, known.terms(fact.quote))
        quoted.setdefault(fact.clause, set()).update(theirs)
        yield known.terms(fact.says), theirs
    for clause in text.text.clauses:
        yield known.terms(_heading(clause)), known.terms(_words(clause)) - quoted.get(clause.path, set())


def _heading(clause: Clause) -> str:
    return clause.path[-1] if clause.path else ""


def _words(clause: Clause) -> str:
    return " ".join(block.words.folded for block in clause.blocks if block.kind != "heading")


def clauses_of(text: Document) -> list[list[str]]:
    """What the browser shows of each clause: its heading, its address within the page, and how it begins."""
    return [[_heading(each), each.anchor, _words(each)[:_SHOWN]] for each in text.text.clauses]
