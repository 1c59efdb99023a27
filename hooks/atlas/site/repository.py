"""Where the files behind the site are changed: addresses in the web pages of the repository.

In: the host, address and branch of the repository; paths, lines and words. Out: addresses, with every word escaped.
Not here: where the settings stand (edge), and where the links stand (templates).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

# Hosts and the servers before them turn away addresses of about 8 000 characters.
LONGEST = 6000
# A title is one line in a list.
_LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True)
class _Forms:
    """How a host writes its addresses: to change a file, to change a line of it, to report something, and to
    make a new file.
    """

    file: str
    line: str
    issue: str
    new: str


HOSTS = {
    # GitHub's editor opens a file at its top whatever the address says. The file itself opens at the line and marks it,
    # with the pencil above it; `plain=1` keeps a Markdown file from being shown without its lines.
    "github": _Forms(
        file="{address}/edit/{branch}/{path}",
        line="{address}/blob/{branch}/{path}?plain=1#L{line}",
        issue="{address}/issues/new?title={title}&body={body}",
        new="{address}/new/{branch}?filename={path}&value={value}",
    ),
    "gitlab": _Forms(
        file="{address}/-/edit/{branch}/{path}",
        line="{address}/-/edit/{branch}/{path}#L{line}",
        issue="{address}/-/issues/new?issue%5Btitle%5D={title}&issue%5Bdescription%5D={body}",
        # Its editor takes the name from the address, but not the content, whatever the address says.
        new="{address}/-/new/{branch}?file_name={path}",
    ),
}


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository that the site is made from; without an address nobody knows it, and no links are shown.

    Raises ValueError, in Swedish for the owner who filled in the settings.
    """

    host: str = ""
    address: str = ""
    branch: str = "main"

    def __post_init__(self) -> None:
        if not self.address:
            return
        if self.host not in HOSTS:
            hosts = " eller ".join(HOSTS)
            raise ValueError(f"extra.repository.host i mkdocs.yml är «{self.host}», men kan bara vara {hosts}.")
        if not re.fullmatch(r"https?://[\w.:-]+(/[\w.~-]+)+", self.address):
            raise ValueError(
                f"extra.repository.address i mkdocs.yml är «{self.address}», men ska vara adressen till förvarets "
                "sida, till exempel https://git.example.org/redaktionen/avtalsatlas (utan snedstreck sist)."
            )
        if not self.branch:
            raise ValueError("extra.repository.branch i mkdocs.yml är tom. Skriv grenens namn, till exempel main.")

    def __bool__(self) -> bool:
        return bool(self.address)

    def change(self, path: str, line: int = 0) -> str:
        """Where a file is changed, at a line of it if one is given. Empty when the repository is not known."""
        if not self:
            return ""
        form = HOSTS[self.host].line if line else HOSTS[self.host].file
        return form.format(address=self.address, branch=quote(self.branch), path=quote(path), line=line)

    def issue(self, title: str, lines: Iterable[str]) -> str:
        """Where something is reported, with title and words filled in. Too many words are cut at the end."""
        if not self:
            return ""
        title, words = _cut(title, _LONGEST_TITLE), "\n".join(lines)
        address = self._issue(title, words)
        while len(address) > LONGEST:
            # One letter is at most twelve characters of an address, and mostly one.
            words = _cut(words, len(words) - 1 - (len(address) - LONGEST) // 12)
            address = self._issue(title, words)
        return address

    @property
    def longest(self) -> int:
        """How long the address of an issue may be."""
        return LONGEST

    @property
    def issue_form(self) -> str:
        """The address of `issue` with `{title}` and `{body}` left open, for scripts that fill them in."""
        return HOSTS[self.host].issue.replace("{address}", self.address) if self else ""

    @property
    def new_form(self) -> str:
        """The address of a new file with `{path}` left open, and `{value}` where the host takes the content from it."""
        if not self:
            return ""
        form = HOSTS[self.host].new
        return form.replace("{address}", self.address).replace("{branch}", quote(self.branch))

    def _issue(self, title: str, words: str) -> str:
        return HOSTS[self.host].issue.format(
            address=self.address, title=quote(title, safe=""), body=quote(words, safe="")
        )


# What nobody has filled in.
UNKNOWN = Repository()


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else words[: most - 1].rstrip(" …") + "…"


def page_report(repository: Repository, title: str, address: str, path: str) -> str:
    """Where an error on a page is reported. `address` is the page's, `path` the file behind it."""
    lines = ["Vad är fel, och hur borde det vara?", "", "", "", f"Sidan: {address}", f"Filen: {path}"]
    return repository.issue(f"Fel på sidan {title}", lines)
