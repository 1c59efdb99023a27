"""The published folder: one build at a time, and a new folder put in its place whole or not at all.

In: the project's root, and a folder that is ready. Out: `site/` is the old one or the new one, at every moment.
Not here: what is built.
"""

import ctypes
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

# Linux, linux/fcntl.h and linux/fs.h: paths are from the working directory; two names change places in one step.
_AT_FDCWD, _RENAME_EXCHANGE = -100, 2


class Busy(Exception):
    """Somebody else is building here; the message says so."""


def site_of(root: Path) -> tuple[Path, Path, Path]:
    """The published folder, the one that is being built, and the one that has been published."""
    return root / "site", root / ".site.new", root / ".site.old"


@contextmanager
def alone(root: Path) -> Iterator[int]:
    """Nobody else builds in this project meanwhile. Gives the lock's file, for programs that work on after our death.

    Raises Busy. The system lets go of the lock when the last program that has it ends, however it ends.
    """
    folder = root / ".cache"
    folder.mkdir(exist_ok=True)
    file = os.open(folder / "build.lock", os.O_RDWR | os.O_CREAT, 0o666)
    try:
        if not _locked(file):
            raise Busy("Ett annat bygge pågår i den här mappen. Vänta tills det är klart och försök igen.")
        yield file
    finally:
        os.close(file)


def _locked(file: int) -> bool:
    if sys.platform == "win32":
        import msvcrt

        with suppress(OSError):
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
            return True
        return False
    import fcntl

    with suppress(BlockingIOError):
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    return False


def restore(root: Path) -> None:
    """Undo a swap that was cut off between its two steps, and clear what a build that was cut off left behind."""
    site, new, old = site_of(root)
    if old.exists() and not site.exists():
        os.replace(old, site)
    for folder in (new, old):
        if folder.exists():
            shutil.rmtree(folder)


def restore_if_cut_off(root: Path) -> None:
    """What every command does first: where the published folder is missing because a swap was cut off, put it back."""
    site, _, old = site_of(root)
    if old.exists() and not site.exists():
        with suppress(Busy), alone(root):
            restore(root)


def publish(root: Path) -> None:
    """Put the new folder in the place of the published one."""
    site, new, old = site_of(root)
    if not site.exists():
        os.replace(new, site)
    elif not exchange(new, site):
        # No step of such a system does both: between these two there is no folder, until the next command.
        os.replace(site, old)
        os.replace(new, site)
    for folder in (new, old):
        shutil.rmtree(folder, ignore_errors=True)


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step. False where the system or its disk cannot."""
    with suppress(OSError, AttributeError):
        rename = ctypes.CDLL(None, use_errno=True).renameat2
        return bool(rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)
    return False
