"""The pages of the site where a difference shows.

In: a difference. Out: addresses from the site's root. Not here: pages that say the same again, such as briefs, quizzes
and the matrix: the comment of a pull request names where to look, not every file that is made anew.
"""

from atlas.diff.changes import AROUND, GONE, NEW, AgreementChange, Difference

_GLOSSARY = ("services", "professions", "bodies", "abbreviations")


def pages(difference: Difference) -> tuple[str, ...]:
    """Each once: agreements and documents, comparisons, dates, laws and words."""
    found: list[str] = []
    for change in difference.agreements:
        found += [change.agreement.url] if change.kind != GONE else []
        found += _comparisons(change)
    found += [each.document.url for each in difference.documents if each.kind != GONE]
    if any(each.deadlines or not (each.before and each.after) for each in difference.agreements):
        found.append("bevaka/index.html")
    if any(each.kind in (NEW, GONE) for each in difference.agreements):
        found.append("avtal/index.html")
    vocabularies = {each.vocabulary for each in difference.terms}
    if "laws" in vocabularies:
        found.append("lag/index.html")
    if vocabularies & set(_GLOSSARY):
        found.append("ord/index.html")
    return tuple(dict.fromkeys(found))


def _comparisons(change: AgreementChange) -> list[str]:
    agreement = change.agreement
    answered = [topic for topic, answer in agreement.answers.items() if answer.facts]
    # Words beside a quote stand on the agreement's own page alone.
    told = {each.topic for each in change.facts if each.kinds != (AROUND,)}
    changed = {each.topic for each in change.topics} | told
    topics = changed if change.before and change.after else {*answered}
    places = {topic: place for place, topic in enumerate(agreement.answers)}
    return [f"jamfor/{topic}/index.html" for topic in sorted(topics, key=places.__getitem__)]
