"""Work that is done once for an atlas or an agreement, however many pages ask for it.

In: a function of an owner. Out: the same function, which remembers. Not here: what is worked out.

What was worked out lies with its owner (`memory`) and goes when it goes, so that nothing is left behind while a site is
served and read anew. The model never changes; that is why the answer stays right.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


class Remembers(Protocol):
    """An atlas or an agreement."""

    @property
    def memory(self) -> dict[Any, Any]:
        """What has been worked out for it."""


Owner = TypeVar("Owner", bound=Remembers)


def once(work: Callable[Concatenate[Owner, Asked], Answer]) -> Callable[Concatenate[Owner, Asked], Answer]:
    """`work`, done once for each owner and the rest of what it is asked."""

    @wraps(work)
    def recall(owner: Owner, /, *rest: Asked.args, **named: Asked.kwargs) -> Answer:
        memory, key = owner.memory, (work, rest, *named.items())
        if key not in memory:
            memory[key] = work(owner, *rest, **named)
        answer: Answer = memory[key]
        return answer

    return recall
