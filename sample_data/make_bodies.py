"""Make as many invented bodies as you ask for, a whole case folder each, at the rates that research has published.

Run it with the project's own Python: `python sample_data/make_bodies.py 74 --seed 1 OUT`. The same number of the same
seed gives the same bytes, however many bodies there are. The rates are in `many/rates.py`, with whose figures they are.
Some people sit on two bodies, some providers work for several, and one folder in 24 cannot be audited.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

HERE = Path(__file__).resolve().parent
if str(HERE) not in sys.path:
    sys.path.insert(0, str(HERE))

from many.nouns import Plan  # noqa: E402
from many.papers import AS_OF, write_body  # noqa: E402
from many.plan import plan_of  # noqa: E402
from source.word import NOTICE  # noqa: E402

PLANTED = "planted.json"  # what is true of every body, for whoever wants to compare
_BROKEN_EVERY, _FIRST_BROKEN = 24, 3
_UNREADABLE_EVERY, _FIRST_UNREADABLE = 11, 5


def folder_name(plan: Plan) -> str:
    """The case folder's name: number first, so that they stand in order."""
    return f"{plan.number:03d}-{plan.name.removeprefix('NHS ').replace(' ', '-').lower()}"


def is_broken(number: int) -> bool:
    """Whether this body's folder is one that cannot be audited."""
    return number % _BROKEN_EVERY == _FIRST_BROKEN


def make_body(number: int, seed: int, out: Path) -> Plan:
    """Write one body's case folder under `out`, and give its plan."""
    plan = plan_of(number, seed)
    folder = out / folder_name(plan)
    write_body(plan, folder)
    if is_broken(number):
        _break(folder, number // _BROKEN_EVERY)
    elif number % _UNREADABLE_EVERY == _FIRST_UNREADABLE:
        (folder / "register 2017.xlsx").write_bytes(b"PK\x03\x04 this file broke off while it was copied")
    return plan


def _break(folder: Path, turn: int) -> None:
    """Three ways in turn: body.yaml that is no YAML, an empty one, and a folder without a meeting."""
    body = folder / "body.yaml"
    if turn % 3 == 0:
        body.write_text(f"# {NOTICE}\nname: [broken off here\n", encoding="utf-8", newline="\n")
    elif turn % 3 == 1:
        body.write_text(f"# {NOTICE}\n", encoding="utf-8", newline="\n")
    else:
        for paper in sorted((folder / "meetings").rglob("*.*")):
            if paper.is_file():
                paper.unlink()
        for empty in sorted((folder / "meetings").iterdir()):
            empty.rmdir()


def planted(plan: Plan) -> dict[str, object]:
    """What is true of one body, as plain data: its conflicts with how each was handled, gifts, and who shares them."""
    return {
        "folder": folder_name(plan),
        "name": plan.name,
        "broken": is_broken(plan.number),
        "careful": plan.careful,
        "people": sorted(one.name.full for one in plan.members),
        "conflicts": [
            {"date": sitting.on.isoformat(), "minuted": sitting.minuted, "title": item.title, "kind": item.kind,
             "person": touch.held.member.name.full, "organisation": touch.held.organisation, "deed": touch.deed.value}
            for sitting in plan.sittings for item in sitting.business for touch in item.touches
        ],
        "gifts_undeclared": sum(not one.registered for one in plan.gifts),
    }  # fmt: skip


def make_bodies(count: int, seed: int, out: Path, *, workers: int | None = None) -> list[Plan]:
    """Write `count` bodies under `out`, with `planted.json` beside them."""
    out.mkdir(parents=True, exist_ok=True)
    many = workers or min(count, os.cpu_count() or 1)
    if many == 1:
        plans = [make_body(number, seed, out) for number in range(count)]
    else:
        with ProcessPoolExecutor(many, mp_context=get_context("spawn")) as pool:
            plans = list(pool.map(make_body, range(count), [seed] * count, [out] * count))
    told = {"notice": NOTICE, "seed": seed, "as_of": AS_OF.isoformat(), "bodies": [planted(one) for one in plans]}
    text = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    (out / PLANTED).write_text(text, encoding="utf-8", newline="\n")
    return plans


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, help="how many bodies")
    parser.add_argument("out", type=Path, help="where to write")
    parser.add_argument("--seed", type=int, default=1, help="another seed, other bodies (default: 1)")
    asked = parser.parse_args()
    make_bodies(asked.count, asked.seed, asked.out)
