"""The topics, found by themselves: every module here that has a `TOPIC` is one. To add a topic is to add a file."""

from importlib import import_module
from pkgutil import iter_modules

from atlas.topics.topic import Topic


def _find() -> dict[str, Topic]:
    modules = (import_module(f"{__name__}.{entry.name}") for entry in iter_modules(__path__))
    found = [topic for module in modules if isinstance(topic := getattr(module, "TOPIC", None), Topic)]
    return {topic.id: topic for topic in sorted(found, key=lambda topic: topic.place)}


TOPICS = _find()
