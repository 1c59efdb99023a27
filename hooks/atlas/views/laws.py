"""Law beside the agreements: which rules they cite, what holds of each today, and what holds whatever they say.

In: the model; every word on a rule comes from the vocabulary of laws. Out: `CitedLaw`, `Citation`, `Statute`.
Not here: any knowledge of law. What the vocabulary does not say is not said.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from atlas.model.agreement import Agreement, Atlas, Fact, Term
from atlas.topics import TOPICS
from atlas.topics.topic import Topic
from atlas.topics.vocabulary_file import LAW_STATUS

# A sign beside the word, so that the four differ in more than colour.
SIGNS = {"in_force": "=", "replaced": "→", "repealed": "×", "unverified": "?"}
# The section of a citation that names none.
WHOLE_ACT = ""


@dataclass(frozen=True, slots=True)
class LawStatus:
    """What holds of a law today: an id, the word and the sign."""

    id: str
    words: str
    sign: str


@dataclass(frozen=True, slots=True)
class Citation:
    """One agreement's references to one rule: as written, and the facts that they stand in.

    `wrong` says why the rule is not the one that the agreement means; `today` names where it stands now, if known.
    """

    agreement: Agreement
    law: Term
    section: str
    as_written: tuple[str, ...]
    facts: tuple[Fact, ...]
    status: LawStatus
    wrong: str
    today: str
    verified: bool

    @property
    def stands_out(self) -> bool:
        """Whether a reader who follows the reference today does not find what the agreement speaks of, or may not."""
        return bool(self.wrong) or self.status.id != "in_force"

    @property
    def anchor(self) -> str:
        """The address of its law within the page of laws."""
        return anchor(self.law)


@dataclass(frozen=True, slots=True)
class LawRule:
    """A section of a law, or with an empty `section` the law as a whole, and who cites it."""

    section: str
    about: str
    today: str
    note: str
    verified: bool
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class CitedLaw:
    """A law of the vocabulary with its rules. `mentioned` counts the facts that cite it."""

    term: Term
    status: LawStatus
    replaced_by: Term | None
    rules: tuple[LawRule, ...]
    mentioned: int

    @property
    def anchor(self) -> str:
        """Its address within the page of laws."""
        return anchor(self.term)

    @property
    def replaced_by_anchor(self) -> str:
        """The address of the law that replaced it."""
        return anchor(self.replaced_by) if self.replaced_by else ""


@dataclass(frozen=True, slots=True)
class Statute:
    """What a law demands on a topic whatever an agreement says."""

    topic: Topic
    law: Term
    section: str
    says: str
    status: LawStatus
    verified: bool

    @property
    def anchor(self) -> str:
        """The address of its law within the page of laws."""
        return anchor(self.law)


def anchor(law: Term) -> str:
    """The address of a law within the page of laws."""
    return "lag-" + law.id.replace("_", "-")


def citations(atlas: Atlas, agreement: Agreement) -> tuple[Citation, ...]:
    """The rules that an agreement cites, each once, in the order of the vocabulary and then of its facts."""
    found: dict[tuple[str, str, str], list[tuple[str, Fact]]] = {}
    laws = _laws(atlas)
    for fact in agreement.facts:
        for cited in fact.values.get("law", ()):
            section = cited.get("section", WHOLE_ACT)
            key = cited["act"], section, _mistake(laws[cited["act"]], section, fact.topic)
            found.setdefault(key, []).append((cited["as_written"], fact))
    order = list(laws)
    keys = sorted(found, key=lambda key: order.index(key[0]))
    return tuple(_citation(atlas, agreement, key, found[key]) for key in keys)


def all_citations(atlas: Atlas) -> tuple[Citation, ...]:
    """Those of all agreements, in their order."""
    return tuple(each for agreement in atlas.agreements for each in citations(atlas, agreement))


def cited_laws(atlas: Atlas) -> tuple[CitedLaw, ...]:
    """Every law of the vocabulary: the cited ones, and those that replace them or hold beside them."""
    cited = all_citations(atlas)
    return tuple(_law(atlas, term, [each for each in cited if each.law == term]) for term in _laws(atlas).values())


def statutes(atlas: Atlas, topic: str) -> tuple[Statute, ...]:
    """What laws demand on a topic."""
    return tuple(
        Statute(
            TOPICS[topic],
            law,
            held.get("section", ""),
            held["says"],
            status_of(law),
            _is_verified(law, held.get("section", WHOLE_ACT)),
        )
        for law in _laws(atlas).values()
        for held in law.values.get("holds", ())
        if held["topic"] == topic
    )


def status_of(law: Term) -> LawStatus:
    """What holds of a law today."""
    id = law.values["status"]
    return LawStatus(id, LAW_STATUS.options[id], SIGNS[id])


def _laws(atlas: Atlas) -> dict[str, Term]:
    return dict(atlas.vocabulary.get("laws", {}))


def _section(law: Term, section: str) -> dict[str, Any]:
    sections: dict[str, dict[str, Any]] = law.values.get("sections", {})
    return sections.get(section, {})


def _mistake(law: Term, section: str, topic: str) -> str:
    mistaken = _section(law, section).get("mistaken", ())
    return next((each["says"] for each in mistaken if each["topic"] == topic), "")


def _is_verified(law: Term, section: str) -> bool:
    """A section is verified on its own: the vocabulary may know the act, and not what a section of it says."""
    known = law.values["verified"] is True
    return known and (section == WHOLE_ACT or _section(law, section).get("verified") is True)


def _today(atlas: Atlas, law: Term, section: str) -> str:
    """Where the rule stands today, when the vocabulary says it. A section's place never follows from its act's."""
    if section != WHOLE_ACT:
        today = _section(law, section).get("today")
        return " ".join(filter(None, (today.get("section"), atlas.name("laws", today["act"])))) if today else ""
    replaced_by = law.values.get("replaced_by")
    return atlas.name("laws", replaced_by) if replaced_by else ""


def _citation(
    atlas: Atlas, agreement: Agreement, key: tuple[str, str, str], places: list[tuple[str, Fact]]
) -> Citation:
    law = atlas.vocabulary["laws"][key[0]]
    return Citation(
        agreement,
        law,
        key[1],
        tuple(dict.fromkeys(words for words, _ in places)),
        tuple({fact.id: fact for _, fact in places}.values()),
        status_of(law),
        key[2],
        _today(atlas, law, key[1]),
        _is_verified(law, key[1]),
    )


def _law(atlas: Atlas, term: Term, cited: list[Citation]) -> CitedLaw:
    replaced_by = atlas.vocabulary["laws"].get(term.values.get("replaced_by", ""))
    facts = {fact.url for each in cited for fact in each.facts}
    return CitedLaw(term, status_of(term), replaced_by, tuple(_rules(atlas, term, cited)), len(facts))


def _rules(atlas: Atlas, law: Term, cited: list[Citation]) -> Iterator[LawRule]:
    """The law as a whole first, if anybody cites it so; then its sections, also those that nobody cites."""
    sections = [WHOLE_ACT, *dict.fromkeys((*law.values.get("sections", {}), *(each.section for each in cited)))]
    for section in dict.fromkeys(sections):
        known = _section(law, section)
        here = tuple(each for each in cited if each.section == section)
        if here or section != WHOLE_ACT:
            yield LawRule(
                section,
                known.get("about", ""),
                _today(atlas, law, section),
                known.get("note", ""),
                _is_verified(law, section),
                here,
            )
