"""A file put in its place whole: whoever reads it, and whoever is killed in between, finds the old one or the new."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path


def put_whole(path: Path, content: bytes, *, beside: str) -> None:
    """Write a file next to `path` and move it there once it is on the disk; an old one keeps its rights.

    `beside` begins the name of the file under way, with a full stop: what a kill leaves is then no paper. Raises
    `OSError`; nothing is left beside then.
    """
    new: Path | None = None
    try:
        with tempfile.NamedTemporaryFile("wb", dir=path.parent, prefix=beside, suffix=".tmp", delete=False) as stream:
            new = Path(stream.name)
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        new.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        new.replace(path)
    except OSError:
        if new is not None:
            with contextlib.suppress(OSError):
                new.unlink()
        raise
