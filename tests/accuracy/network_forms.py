"""Names of listed PCNs and NHS trusts written as people write them, made by rule from the lists at run time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scored import Part

from coi_audit.model.organisation_lists import ListKind, ListRow

_PCN = re.compile(r"\s*\b(PCN|PRIMARY CARE NETWORK|NETWORK)\b\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """One way of writing the name; `alone` False where another of the list is written so too, or a practice may be."""

    area: str
    kind: str
    way: str
    written: str
    code: str
    alone: bool
    part: Part


def networks(rows: Sequence[ListRow]) -> Iterator[Named]:
    """Every open PCN of the newest list in its own area; every third area is held out."""
    listed = [row for row in rows if row.kind is ListKind.PCNS and row.parent and not row.closed and row.opened]
    areas = {area: number for number, area in enumerate(sorted({row.parent or "" for row in listed}))}
    same = Counter((row.parent, _flat(_core(row.name))) for row in listed)
    for row in listed:
        core, area = _core(row.name), row.parent or ""
        part = Part.HELD_OUT if areas[area] % 3 == 2 else Part.TUNED_ON
        alone = same[row.parent, _flat(core)] == 1 and len(_flat(core)) > 3
        for way, written in (
            ("as listed", row.name.title()),
            ("PCN", f"{core.title()} PCN"),
            ("in full", f"{core.title()} Primary Care Network"),
            ("code", row.code),
        ):
            yield Named(area, "PCN", way, written, row.code, alone or way == "code", part)


def trusts(rows: Sequence[ListRow]) -> Iterator[Named]:
    """Every open NHS trust, as any body may write it; every third is held out."""
    listed = [row for row in rows if row.kind is ListKind.TRUSTS and not row.closed]
    same = Counter(_flat(_trust_core(row.name)) for row in listed)
    for number, row in enumerate(sorted(listed, key=lambda one: one.code)):
        core = _trust_core(row.name).title()
        part = Part.HELD_OUT if number % 3 == 2 else Part.TUNED_ON
        for way, written in (
            ("as listed", row.name.title()),
            ("NHS FT", re.sub(r"\bFoundation Trust\b", "FT", row.name.title())),
            ("Trust", f"{core} Trust"),
            ("without Trust", core),
            ("and", row.name.title().replace(" And ", " & ")),
            ("the", f"The {row.name.title()}"),
        ):
            yield Named("", "trust", way, written, row.code, same[_flat(core)] == 1, part)


def _core(name: str) -> str:
    return " ".join(_PCN.sub(" ", name).split())


def _trust_core(name: str) -> str:
    return " ".join(re.sub(r"\b(NHS|FOUNDATION|TRUST)\b", " ", name, flags=re.IGNORECASE).split())


def _flat(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.casefold())
