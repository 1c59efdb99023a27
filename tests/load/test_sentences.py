"""Sentences of Swedish agreement prose: where they end, and where a full stop ends nothing."""

import pytest

from atlas.load.sentences import sentence_ends, sentences

TEXTS: dict[str, list[str]] = {
    "one sentence": ["Avtalet gäller."],
    "one sentence without its full stop": ["Avtalet gäller"],
    "two sentences": ["Avtalet gäller.", "Det kostar."],
    "three, the last without its full stop": ["Avtalet gäller.", "Det kostar.", "Parterna delar"],
    "question and cry": ["Vem betalar?", "Alla!", "Så är det."],
    "a small letter goes on": ["Den 1. mars gäller avtalet."],
    "å, ä, ö and é begin sentences": ["Ett.", "Årets slut.", "Äldre.", "Öppet.", "Élan."],
    "a figure begins a sentence": ["Avtalet slutar.", "12 månader återstår."],
    "a quotation mark begins a sentence": ["Avtalet slutar.", '"Slut" står det.'],
    "a parenthesis begins a sentence": ["Avtalet slutar.", "(Det förlängs.)", "Sedan."],
    "a square bracket begins a sentence": ["Avtalet slutar.", "[Chef, Exempelby] undertecknar."],
    "a quotation mark closes with its full stop": ['Alla sade "ja."', "Därefter gick de."],
    "a parenthesis closes with its full stop": ["(Så är det.)", "Därefter gick de."],
    "several full stops": ["Vänta...", "Nu."],
    "no blank, no end": ["Se 1.2.Avtalet och www.Exempel.se."],
    "semicolon and colon end nothing": ["Region Exempel; Kommunen: Alla."],
    "kap.": ["Enligt 5 kap. Exempellagen gäller."],
    "bl.a.": ["Detta gäller bl.a. Region Exempel."],
    "t.ex.": ["Yrken, t.ex. Barnmorska, räknas."],
    "m.m.": ["Rum m.m. Region Exempel betalar."],
    "nr, st and kl.": ["Se nr. 5, 2 st. Barn, kl. 8."],
    "an abbreviation in capitals": ["BL.A. Region Exempel betalar."],
    "an abbreviation in parentheses": ["Rum (hyra m.m.) Region Exempel betalar."],
    "an abbreviation before a cry is a word": ["Alla m.m!", "Nu."],
    # «bil.» is «bilaga» in agreements, so this sentence goes on: the price of a list of abbreviations.
    "a word that looks like an abbreviation": ["De köpte en bil. De reste bort.", "Kommunen står fast."],
    "a full stop alone": ["Ett .", "Två."],
    "empty": [""],
}


@pytest.mark.parametrize("expected", TEXTS.values(), ids=TEXTS)
def test_sentences(expected: list[str]) -> None:
    text = " ".join(expected)
    assert [text[start:end] for start, end in sentences(text)] == expected


@pytest.mark.parametrize("expected", TEXTS.values(), ids=TEXTS)
def test_ends_leave_out_the_last(expected: list[str]) -> None:
    text = " ".join(expected)
    ends = sentence_ends(text)
    assert len(ends) == len(expected) - 1
    assert all(text[end] == " " for end in ends)
