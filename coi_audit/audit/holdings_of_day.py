"""Every interest the registers show, as on one day, worked out once an audit."""

from __future__ import annotations

from datetime import date

from coi_audit.audit.audited import Audited
from coi_audit.linking.holdings import holdings_on
from coi_audit.model.linking import Holding


def holdings_of_day(on: date, audited: Audited) -> tuple[Holding, ...]:
    """The rows of every edition, one holding a matter; `known_on` tells since when, also of a later edition's rows."""
    memo, key = audited.everybody.memo, ("holdings", on)
    read = memo.get(key)
    if not isinstance(read, tuple):
        read = memo[key] = holdings_on(
            on,
            registers=audited.case.registers,
            people=audited.everybody,
            directory=audited.knowledge.directory,
            words=audited.knowledge.ties,
        )
    return read
