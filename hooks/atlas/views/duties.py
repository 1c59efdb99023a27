"""Ansvar: what each profession must do, under the service that it belongs to.

A profession's own duties and its service's are told apart: they stand in rows of their own. An agreement that gives
duties only to organisations says so, instead of leaving the professions' cells empty.
"""

from dataclasses import replace

from atlas.model.agreement import Agreement, Atlas, Fact
from atlas.views.names import heads
from atlas.views.table import Cell, Head, Row, Table, cell_of

TOPIC = "responsibilities"


def tables(atlas: Atlas) -> tuple[Table, ...]:
    """One table: professions grouped under services, agreements across."""
    return (
        Table(
            "ansvar",
            "Ansvar, profession för profession",
            "Professionens egna uppgifter och verksamhetens uppgifter står på var sin rad.",
            "Profession eller verksamhet",
            heads(atlas),
            tuple(_rows(atlas)),
        ),
    )


def _rows(atlas: Atlas) -> list[Row]:
    facts = [fact for agreement in atlas.agreements for fact in _facts(agreement)]
    used = {fact.values.get(key, "") for fact in facts for key in ("actor", "service")}
    services, professions = atlas.vocabulary["services"], atlas.vocabulary["professions"]
    rows: list[Row] = []
    for service in services.values():
        members = [term for term in professions.values() if term.values.get("service") == service.id]
        if used & {service.id, *(term.id for term in members)}:
            rows.append(_service_row(atlas, service.id, service.name))
            rows += [_profession_row(atlas, service.id, term.id, term.name) for term in members]
    for vocabulary, group in ((professions, "Andra"), (atlas.vocabulary["bodies"], "Andra")):
        loose = [term for term in vocabulary.values() if term.id in used and not term.values.get("service")]
        rows += [_actor_row(atlas, (term.id,), Head(term.name), group) for term in loose]
    rows.append(_party_row(atlas))
    if any("actor" not in fact.values for fact in facts):
        rows.append(_actor_row(atlas, ("",), Head("Utan angiven profession eller verksamhet"), "Andra"))
    return rows


def _facts(agreement: Agreement) -> tuple[Fact, ...]:
    return agreement.answers[TOPIC].facts


def _of(agreement: Agreement, actors: tuple[str, ...]) -> tuple[Fact, ...]:
    return tuple(fact for fact in _facts(agreement) if fact.values.get("actor", "") in actors)


def party_ids(agreement: Agreement) -> tuple[str, ...]:
    """The ids of an agreement's own parties."""
    return tuple(fact.values["party"] for fact in agreement.answers["parties"].facts if "party" in fact.values)


def _actor_row(atlas: Atlas, actors: tuple[str, ...], head: Head, group: str) -> Row:
    cells = tuple(cell_of(agreement.answers[TOPIC], _of(agreement, actors)) for agreement in atlas.agreements)
    return Row(head, cells, group)


def _service_row(atlas: Atlas, service: str, name: str) -> Row:
    cells = tuple(_service_cell(agreement, service) for agreement in atlas.agreements)
    return Row(Head("Verksamheten", "uppgifter för hela verksamheten"), cells, name)


def _service_cell(agreement: Agreement, service: str) -> Cell:
    """The service's duties, and those that a party has for it."""
    answer, own = agreement.answers[TOPIC], _of(agreement, (service,))
    given = _given_to_parties(agreement, service)
    cell = cell_of(answer, own + given)
    return replace(cell, remark="Avtalet ger ansvaret till en organisation.") if given else cell


def _given_to_parties(agreement: Agreement, service: str) -> tuple[Fact, ...]:
    return tuple(fact for fact in _of(agreement, party_ids(agreement)) if fact.values.get("service", "") == service)


def _profession_row(atlas: Atlas, service: str, profession: str, name: str) -> Row:
    cells = tuple(_profession_cell(agreement, service, profession) for agreement in atlas.agreements)
    return Row(Head(name, "egna uppgifter"), cells, atlas.name("services", service))


def _profession_cell(agreement: Agreement, service: str, profession: str) -> Cell:
    answer = agreement.answers[TOPIC]
    cell = cell_of(answer, _of(agreement, (profession,)))
    if cell.facts or not answer.facts or answer.status == "delegated":
        return cell
    if _service_cell(agreement, service).facts:
        return replace(cell, remark="Inga egna uppgifter. Verksamhetens uppgifter står på raden ovanför.")
    if _of(agreement, party_ids(agreement)):
        return replace(cell, remark="Avtalet ger uppgifter till organisationer, inte till professioner.")
    return cell


def _party_row(atlas: Atlas) -> Row:
    head = Head("Parter och deras förvaltningar", "ansvar som inte gäller en viss verksamhet")
    cells = tuple(cell_of(agreement.answers[TOPIC], _given_to_parties(agreement, "")) for agreement in atlas.agreements)
    return Row(head, cells, "Organisationer")
