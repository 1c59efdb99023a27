"""YAML as programs for editing read it: the core schema of YAML 1.2, which guesses at types where our loader does not.

In: text. Out: plain values. Not here: our own loader, for which all is text.
"""

import re
from typing import Any

import yaml


class _Core(yaml.SafeLoader):
    """Dates, `on` and `no` stay text; numbers, true and null do not."""

    yaml_implicit_resolvers: dict[Any, Any] = {}  # noqa: RUF012 (the name and the kind are PyYAML's)


for _tag, _form, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
):
    _Core.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^({_form})$"), list(_first))


def _integer(loader: _Core, node: yaml.ScalarNode) -> int:
    text = str(node.value)
    return int(text, 0) if text[:2] in ("0o", "0x") else int(text)


_Core.add_constructor("tag:yaml.org,2002:int", _integer)


def read_core(text: str) -> Any:
    """The values of a file, typed as a tool types them. Raises yaml.YAMLError."""
    return yaml.load(text, _Core)
