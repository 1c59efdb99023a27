"""The formats of a difference, by the name that a command knows them by: one file each."""

from collections.abc import Callable

from atlas.report.difference import Report, to_text
from atlas.report.difference_json import to_json
from atlas.report.difference_markdown import to_markdown

FORMATS: dict[str, Callable[[Report], str]] = {"text": to_text, "markdown": to_markdown, "json": to_json}
