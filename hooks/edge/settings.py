"""The site's settings as the core needs them, without the generator that they are written for.

In: the project's root, or what a generator has read. Out: `Repository`. Raises ValueError, in words for the owner.
Not here: what the generator alone needs.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from yaml_env_tag import construct_env_tag

from atlas.site.repository import UNKNOWN, Repository


class _Settings(yaml.SafeLoader):
    """mkdocs.yml as MkDocs reads it: `!ENV` asks the environment, and names of Python code are let be."""


_Settings.add_constructor("!ENV", construct_env_tag)
_Settings.add_multi_constructor("tag:yaml.org,2002:python/", lambda loader, suffix, node: None)


def repository(extra: Mapping[str, Any]) -> Repository:
    """The repository, out of the `extra` of the settings. What is left out or blank is not known."""
    known = extra.get("repository") or {}
    given = {name: str(known.get(name) or "").strip() for name in ("host", "address", "branch")}
    address = given["address"].rstrip("/").removesuffix(".git")
    return Repository(given["host"].lower(), address, given["branch"] or "main")


def read_repository(root: Path) -> Repository:
    """The repository, as `mkdocs.yml` names it; not known where there are no settings."""
    file = root / "mkdocs.yml"
    if not file.is_file():
        return UNKNOWN
    try:
        settings = yaml.load(file.read_text(encoding="utf-8"), _Settings)
    except yaml.YAMLError as error:
        raise ValueError(f"mkdocs.yml går inte att läsa: {error}") from None
    return repository(settings.get("extra") or {})
