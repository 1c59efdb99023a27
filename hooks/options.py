"""The words of a command line against the function that they ask for.

In: a function and words. Out: its arguments, or `Usage`, which says in one sentence what does not fit.
Not here: what any command does. A function's own parameters are its words; its keyword-only ones are its options, so
that `check(*, dry_run: bool = False)` takes `--dry-run`, and `renew(old, *, text: str = "")` takes `--text FIL`.
"""

import errno
from collections.abc import Callable, Iterable, Sequence
from inspect import Parameter, getdoc, signature

from atlas.source import did_you_mean

Command = Callable[..., int]


class Usage(Exception):
    """The words of a command do not fit it; the message says why."""


def arguments(verb: str, command: Command, words: list[str]) -> tuple[list[str], dict[str, bool | str]]:
    """The words and the options for a call of `command`. After a lone `--` nothing is an option."""
    known = {"--" + name.replace("_", "-"): each for name, each in _options(command).items()}
    plain: list[str] = []
    chosen: dict[str, bool | str] = {}
    rest = list(words)
    while rest:
        word = rest.pop(0)
        if word == "--":
            plain, rest = [*plain, *rest], []
        elif word.startswith("--"):
            name, equals, value = word.partition("=")
            if name not in known:
                raise Usage(_unknown(verb, name, list(known)))
            parameter = known[name]
            chosen[parameter.name] = _value(name, parameter, value if equals else None, rest)
        else:
            plain.append(word)
    try:
        signature(command).bind(*plain, **chosen)
    except TypeError:
        raise Usage(unknown([verb, *words], ())) from None
    return plain, chosen


def _options(command: Command) -> dict[str, Parameter]:
    parameters = signature(command).parameters
    return {name: each for name, each in parameters.items() if each.kind is Parameter.KEYWORD_ONLY}


def _unknown(verb: str, name: str, known: list[str]) -> str:
    if not known:
        return f"Kommandot {verb} har inga val, så {name} går inte att använda här."
    near = did_you_mean(name, known)
    return " ".join(part for part in (f"Kommandot {verb} har inte valet {name}.", near) if part) + (
        "" if near else f" Det har: {', '.join(known)}."
    )


def _value(name: str, parameter: Parameter, given: str | None, rest: list[str]) -> bool | str:
    """What an option is set to: true for a switch, else the word after `=` or the next word."""
    if isinstance(parameter.default, bool):
        if given is not None:
            raise Usage(f"Valet {name} skrivs utan värde.")
        return True
    if given is None and rest and not rest[0].startswith("--"):
        given = rest.pop(0)
    if not given:
        raise Usage(f"Efter {name} ska det stå ett värde.")
    return given


def help_of(command: Command) -> str:
    """What a command says of itself, whole."""
    return getdoc(command) or ""


def listed(command: Command) -> str:
    """The first line of what a command says of itself: one row in the list of commands."""
    return help_of(command).partition("\n")[0]


def usage_of(command: Command) -> str:
    """The words that a command takes: what its first line begins with."""
    return listed(command).partition("  ")[0]


def unknown(words: Sequence[str], verbs: Iterable[str]) -> str:
    """That no command begins so, and which one may be meant."""
    told = f"Kommandot «{' '.join(words)}» går inte att förstå."
    return " ".join(part for part in (told, did_you_mean(words[0], verbs)) if part)


def refused(error: OSError) -> str:
    """What the disk would not do, for somebody who does not read English error messages."""
    name = error.filename or "filen"
    match error:
        case FileNotFoundError():
            return f"Filen {name} finns inte."
        case IsADirectoryError():
            return f"{name} är en mapp, ingen fil."
        case PermissionError():
            return f"Du har inte rätt att läsa eller skriva {name}."
        case OSError(errno=errno.ENOSPC | errno.EDQUOT):
            return f"Disken är full, så {name} gick inte att skriva."
        case OSError(errno=errno.EROFS):
            return f"Disken går bara att läsa, så {name} gick inte att skriva."
        case _:
            return f"Det går inte att läsa eller skriva {name} ({error.strerror})."
