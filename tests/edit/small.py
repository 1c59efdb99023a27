"""A small agreement of a small county, for tests that change a line of it."""

from atlas.load.read import Entry
from atlas.topics.vocabulary_file import VOCABULARIES

AGREEMENT = """\
title: Avtal
kind: avtal
level: county
municipalities: all
in_force: {answer: okänt}
source:
  # När den kom
  retrieved: 2024-01-31
reviewed: {on: 2024-01-31, by: redaktionen, text: 0123456789ab}
topics:
  notice:
    - id: tid
      says: Tiden är tolv månader.
      quote: >-
        Tiden är – som förr – tolv månader
      months: 12
  # Sist
left_out: []
"""
TEXT = """\
# Avtal

Det här kallas tiden.

## 1. Tid

Tiden är – som förr – tolv månader.
"""
_COUNTY = 'exempel:\n  code: "99"\n  name: Exempellän\n  region: Region Exempel\n'


def entries(agreement: str, text: str = TEXT) -> list[Entry]:
    """The agreement, its text, and a vocabulary that has hardly a word."""
    files = {f"agreements/vocabulary/{name}.yml": "{}\n" for name in VOCABULARIES}
    files["agreements/vocabulary/counties.yml"] = _COUNTY
    files["agreements/exempel/lan-2024/agreement.yml"] = agreement
    files["agreements/exempel/lan-2024/text.md"] = text
    return [Entry(path, words.encode()) for path, words in sorted(files.items())]
