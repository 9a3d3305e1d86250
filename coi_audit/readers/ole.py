"""The old Office container, read as far as needed: the bytes of one of its streams by name, and when it was saved.

It trusts no number it reads: every step stays within the file, and a chain is followed at most once round.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from datetime import date, datetime, timedelta

_HEADER = struct.Struct("<8s16x6HI8xI4xIIIIII")
_END = 0xFFFFFFFA  # and above: no further sector
_SMALL = 4096
_ENTRY = 128
_SUMMARY = "\x05SummaryInformation"
_SAVED, _CREATED, _FILE_TIME = 13, 12, 64


class Container:
    """One container in memory. `stream` gives nothing for a name that it lacks or a chain that is broken."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._entries: dict[str, tuple[int, int]] = {}
        self._next: list[int] = []
        self._small_next: list[int] = []
        self._small = b""
        try:
            self._open()
        except (struct.error, IndexError, ValueError):
            self._entries = {}

    def stream(self, name: str) -> bytes:
        """The bytes of a stream."""
        start, size = self._entries.get(name, (_END, 0))
        if size < _SMALL:
            return self._chain(start, self._small_next, self._small_sector)[:size]
        return self._chain(start, self._next, self._sector)[:size]

    def _open(self) -> None:
        head = _HEADER.unpack_from(self._data)
        shift, small_shift = head[4], head[5]
        if not (7 <= shift <= 16 and 3 <= small_shift <= shift):
            raise ValueError("no such sectors")
        self._size, self._small_size = 1 << shift, 1 << small_shift
        directory, small_table, more = head[8], head[10], head[12]
        tables = list(struct.unpack_from("<109I", self._data, 76))
        seen: set[int] = set()
        while more < _END and more not in seen:
            seen.add(more)
            part = self._numbers(self._sector(more))
            tables += part[:-1]
            more = part[-1]
        self._next = [number for at in tables if at < _END for number in self._numbers(self._sector(at))]
        self._small_next = self._numbers(self._chain(small_table, self._next, self._sector))
        self._list(self._chain(directory, self._next, self._sector))

    def _list(self, directory: bytes) -> None:
        for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
            entry = directory[at : at + _ENTRY]
            length, kind = struct.unpack_from("<HB", entry, 64)
            start, size = struct.unpack_from("<II", entry, 116)
            if kind == 5:
                self._small = self._chain(start, self._next, self._sector)[:size]
            elif kind == 2:
                name = entry[: max(0, min(length, 64) - 2)].decode("utf-16-le", errors="replace")
                self._entries.setdefault(name, (start, size))

    def _sector(self, number: int) -> bytes:
        at = (number + 1) * self._size
        return self._data[at : at + self._size]

    def _small_sector(self, number: int) -> bytes:
        at = number * self._small_size
        return self._small[at : at + self._small_size]

    def _chain(self, start: int, following: list[int], sector: Callable[[int], bytes]) -> bytes:
        parts: list[bytes] = []
        while start < len(following) and len(parts) < len(following):
            parts.append(sector(start))
            start = following[start]
        return b"".join(parts)

    @staticmethod
    def _numbers(sector: bytes) -> list[int]:
        return list(struct.unpack(f"<{len(sector) // 4}I", sector[: len(sector) // 4 * 4]))


def saved_on(container: Container) -> date | None:
    """The day the program last saved the file, else that on which it was made, by the file's own record."""
    told = container.stream(_SUMMARY)
    try:
        (section,) = struct.unpack_from("<I", told, 44)
        (count,) = struct.unpack_from("<I", told, section + 4)
        places = dict(struct.unpack_from("<II", told, section + 8 + 8 * at) for at in range(min(count, 100)))
        for wanted in (_SAVED, _CREATED):
            if wanted in places:
                kind, ticks = struct.unpack_from("<IQ", told, section + places[wanted])
                if kind == _FILE_TIME and ticks:
                    return (datetime(1601, 1, 1) + timedelta(microseconds=ticks // 10)).date()  # noqa: DTZ001 - UTC
    except (struct.error, OverflowError, ValueError):
        return None
    return None
