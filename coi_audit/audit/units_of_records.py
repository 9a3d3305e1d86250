"""The units that stand beside the meetings: one family of builders a kind of paper, walked in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from coi_audit.audit.audited import Audited
from coi_audit.audit.unit import Unit

Family = Callable[[Audited], Iterator[Unit]]
FAMILIES: tuple[Family, ...] = ()


def units_of_records(audited: Audited) -> Iterator[Unit]:
    """Every unit of every family, in the families' order."""
    for family in FAMILIES:
        yield from family(audited)
