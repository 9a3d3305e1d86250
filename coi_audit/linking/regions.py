"""Which of NHS England's regions a commissioner lies in, as far as the organisation lists tell its care board."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from coi_audit.model.national import Region
from coi_audit.model.organisation_lists import ListKind, ListRow

_BOARDS: Mapping[Region, str] = {
    Region.NORTH_WEST: "QE1 QOP QYG",
    Region.NORTH_EAST_AND_YORKSHIRE: "QF7 QHM QOQ QWO",
    Region.MIDLANDS: "QGH QHL QJ2 QJM QK1 QNC QOC QPM QT1 QUA QWU",
    Region.EAST_OF_ENGLAND: "QH8 QHG QJG QM7 QMM QUE",
    Region.SOUTH_WEST: "QJK QOX QR1 QSL QT6 QUY QVV",
    Region.LONDON: "QKK QMF QMJ QRV QWE",
    Region.SOUTH_EAST: "QKS QNQ QNX QRL QU9 QXU",
}
_REGIONS = {code: region for region, codes in _BOARDS.items() for code in codes.split()}


def region_of_boards() -> Mapping[str, Region]:
    """The region of every care board of England by its ODS code. Source: NHS England, 2022."""
    return dict(_REGIONS)


def regions_of(codes: Iterable[str | None], rows: Iterable[ListRow]) -> dict[str, Region]:
    """The region of each commissioner's code that is told: its own, or that of the board its rows name as parent."""
    wanted = {code for code in codes if code}
    found = {code: _REGIONS[code] for code in wanted if code in _REGIONS}
    for row in rows:
        if row.kind is ListKind.COMMISSIONERS and row.code in wanted and row.parent in _REGIONS:
            found.setdefault(row.code, _REGIONS[row.parent])
    return found
