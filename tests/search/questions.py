"""The questions that the search is held to, asked of it in a real browser.

In: queries.yml, and a page of Chromium at the page of the search. Out: the rank of the right address for each question.
Not here: how many must be found (tests/browser/test_search.py), and other engines (compare.py).
"""

from dataclasses import dataclass
from pathlib import Path

import yaml
from playwright.sync_api import Page

# Ask every question through the field, as a reader does, and read where the results lead.
_ASK = """async (questions) => {
  const list = document.querySelector('.aa-hits'), field = document.querySelector('.aa-search__field');
  const found = [];
  for (const question of questions) {
    delete list.dataset.answers;
    const start = performance.now();
    field.value = question;
    field.form.requestSubmit();
    while (list.dataset.answers !== question) {
      if (performance.now() - start > 10000) throw new Error(question);
      await new Promise((done) => setTimeout(done));
    }
    const took = performance.now() - start;
    found.push({ took, urls: [...list.querySelectorAll('a')].slice(0, 10).map((link) => link.href) });
  }
  return found;
}"""


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody types, who, what makes it hard, and the addresses that answer it."""

    query: str
    asks: str
    tries: str
    right: tuple[str, ...]

    def rank(self, urls: list[str], root: str) -> int:
        """The place of the first right address among results, from 1; 0 when there is none."""
        found = (place for place, url in enumerate(urls, 1) if url.removeprefix(root) in self.right)
        return next(found, 0)


def questions(name: str = "queries.yml") -> list[Question]:
    """All of them, in their order."""
    rows = yaml.safe_load((Path(__file__).parent / name).read_text(encoding="utf-8"))
    return [Question(**{**row, "right": tuple(row["right"])}) for row in rows]


def ask(page: Page, asked: list[Question]) -> list[tuple[Question, list[str], float]]:
    """Each question with the addresses found, the best first, and how many milliseconds that took."""
    page.wait_for_selector(".aa-search__field")
    found = page.evaluate(_ASK, [each.query for each in asked])
    return [(each, result["urls"], result["took"]) for each, result in zip(asked, found, strict=True)]
