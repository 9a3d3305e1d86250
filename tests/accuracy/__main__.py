"""`python tests/accuracy [STEP ...]`: how often each reader and step is right, and where it errs; no name means all.

Every module `step_*.py` beside it is a step and gives its scored answers by `measure(dev)`, where `dev` is the folder
of real lists to develop against, or None where that is not at hand.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from scored import Line, Part, Scored, Verdict, lines

HERE = Path(__file__).resolve().parent
_SHOWN = 40  # errors listed a step, so that the figures stay in sight


def main(names: list[str]) -> int:
    """Print the figures, then each error that may be looked into. Held-out errors are counted, never listed."""
    dev = _development_data()
    print(
        "(no development data at hand: set COI_AUDIT_DEV_DATA)" if dev is None else "", end="\n" if dev is None else ""
    )
    found = list(_measured(names, dev))
    _table(lines(found))
    for step in dict.fromkeys(one.step for one in found):
        _errors([one for one in found if one.step == step], step)
    return 0


def _development_data() -> Path | None:
    folder = Path(os.environ.get("COI_AUDIT_DEV_DATA") or HERE.parents[2] / "shared" / "data")
    return folder if folder.is_dir() else None


def _measured(names: list[str], dev: Path | None) -> Iterator[Scored]:
    for path in sorted(HERE.glob("step_*.py")):
        name = path.stem.removeprefix("step_")
        if not names or name in names:
            yield from import_module(path.stem).measure(dev)


def _table(rows: list[Line]) -> None:
    head = ("step", "set", "part", "answers", "precision", "recall", "asked", "wrong", "one left out", "weakest group")
    widths = (26, 30, 9, 8, 10, 8, 6, 6, 13, 0)
    print("  ".join(f"{word:{width}}" for word, width in zip(head, widths, strict=True)).rstrip())
    for row in rows:
        whole = row.whole
        cells = (
            row.step, row.dataset, row.part.value, str(whole.answers), f"{whole.precision:.3f}", f"{whole.recall:.3f}",
            str(whole.asked), str(whole.wrong), f"{row.left_out:.3f}", f"{row.weakest} {row.weakest_recall:.3f}",
        )  # fmt: skip
        print("  ".join(f"{cell:{width}}" for cell, width in zip(cells, widths, strict=True)).rstrip())


def _errors(scored: list[Scored], step: str) -> None:
    fine = (Verdict.RIGHT, Verdict.ASKED)
    bad = [one for one in scored if one.verdict not in fine and one.part is Part.TUNED_ON]
    if bad:
        print(f"\n{step}: {len(bad)} not right on the part that may be looked into")
    for one in bad[:_SHOWN]:
        print(f"  {one.verdict}: [{one.group}] {one.what}")
    if len(bad) > _SHOWN:
        print(f"  and {len(bad) - _SHOWN} more")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
