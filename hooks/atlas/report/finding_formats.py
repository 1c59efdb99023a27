"""The formats of findings, by the name that a command knows them by: one file each."""

from collections.abc import Callable, Iterable, Mapping

from atlas.report.annotations import to_github
from atlas.report.code_quality import to_gitlab
from atlas.report.text import to_text
from atlas.source import File, Finding

FORMATS: dict[str, Callable[[Iterable[Finding], Mapping[str, File]], str]] = {
    "text": to_text,
    "github": to_github,
    "gitlab": to_gitlab,
}
