"""`python tests/mutation [CHECK ...]`: mutants, killed and survived by file, then each survivor; no name means all."""

from __future__ import annotations

import sys
from time import perf_counter

from bench import Bench
from survivors import idle, unexplained


def main(names: list[str]) -> int:
    """Print the report. 1 where a mutant survived, or an entry is idle, that `survivors.yaml` should not leave so."""
    start, bench = perf_counter(), Bench()
    results = [bench.try_all(name) for name in names or bench.names()]
    rows = [(one.name, one.mutants, one.killed, len(one.survived), len(unexplained(one))) for one in results]
    total = ("TOTAL", *(sum(row[column] for row in rows) for column in range(1, 5)))  # type: ignore[misc]
    print(f"{'module':34}{'mutants':>8}{'killed':>8}{'survived':>9}{'unexplained':>12}")
    for name, mutants, killed, survived, left in (*rows, total):
        print(f"{name:34}{mutants:8}{killed:8}{survived:9}{left:12}")
    print(f"{len(results)} modules in {perf_counter() - start:.0f} seconds.")
    for one in results:
        for mutant in unexplained(one):
            print(f"SURVIVED {one.name}.py, line {mutant.line}: {mutant.change}")
    for entry in idle(results):
        print(f"IDLE {entry.module}: {entry.change}")
    return 1 if any(row[4] for row in rows) or idle(results) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
