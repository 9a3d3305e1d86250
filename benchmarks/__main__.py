"""`./run bench`: every benchmark in turn, or those named; `_ALL` below lists the names."""

from __future__ import annotations

import sys

from benchmarks import desk, england, growth, meeting, national, pdf, reading, registers, report, store

_ALL = {
    "reading": reading.lines,
    "registers": registers.lines,
    "pdf": pdf.lines,
    "report": report.lines,
    "meeting": meeting.lines,
    "growth": growth.lines,
    "national": national.lines,
    "desk": desk.lines,
    "store": store.lines,
    "england": england.lines,
}


def main() -> None:
    """Print each table as it comes. Unknown names are said."""
    names = sys.argv[1:] or list(_ALL)
    for name in names:
        if name not in _ALL:
            raise SystemExit(f"There is no benchmark {name}: there are {', '.join(_ALL)}.")
        for line in _ALL[name]():
            sys.stdout.write(line + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
