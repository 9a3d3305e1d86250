"""What a desk is opened with: where it listens, what it keeps, how much it takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

LOOPBACK = "127.0.0.1"
MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes, times in seconds. `parts` are files of one upload; `wait` is how long a client may be silent."""

    request: int = 200 * MEGABYTE
    file: int = 60 * MEGABYTE
    parts: int = 500
    wait: float = 30.0
    idle: float = 30 * 60.0


@dataclass(frozen=True, slots=True)
class Settings:
    """`data` is the desk's own folder (recent bodies, bodies made here); `clock` tells the moment in UTC."""

    port: int
    data: Path
    rules: Path
    organisations: Path | None
    clock: Callable[[], datetime]
    store: str | None = None
    limits: Limits = field(default_factory=Limits)

    @property
    def store_address(self) -> str:
        """Where cases are kept over time: as given, else beside the desk's own folder."""
        return self.store or str(self.data / "kept.sqlite3")

    @property
    def hosts(self) -> tuple[str, ...]:
        """The names by which a browser on this machine may ask, each with the port."""
        return (f"{LOOPBACK}:{self.port}", f"localhost:{self.port}")
