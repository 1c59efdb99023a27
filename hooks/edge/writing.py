"""Writing without losing anything: new files only where none is, changed files whole or not at all.

In: paths and bytes. Out: files. Not here: what is written.
"""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path


def write_new(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files that are not there yet. Raises FileExistsError, and writes none, when one of them is."""
    for name in files:
        if (folder / name).exists() or (folder / name).is_symlink():
            raise FileExistsError(name)
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        with (folder / name).open("xb") as file:
            file.write(data)


def replace(path: Path, data: bytes) -> None:
    """Put bytes in the place of a file in one step: whoever reads it meets the old file or the new one, whole."""
    real = path.resolve()
    handle, name = tempfile.mkstemp(dir=real.parent, prefix=f".{real.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(real.stat().st_mode)
        os.replace(name, real)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
