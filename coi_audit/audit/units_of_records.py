"""The units that stand beside the meetings: one family of builders a kind of paper, walked in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from coi_audit.audit.audited import Audited
from coi_audit.audit.facts_of_breaches import breach_units
from coi_audit.audit.facts_of_gifts import gift_units
from coi_audit.audit.facts_of_governance import governance_units
from coi_audit.audit.facts_of_holdings import holding_units
from coi_audit.audit.facts_of_procurement import procurement_units
from coi_audit.audit.facts_of_publication import publication_units
from coi_audit.audit.facts_of_published_interests import published_interest_units, redaction_units
from coi_audit.audit.facts_of_removed import removed_units
from coi_audit.audit.facts_of_role_changes import role_change_units
from coi_audit.audit.facts_of_staff import staff_units
from coi_audit.audit.facts_of_told_interests import told_interest_units
from coi_audit.audit.facts_of_training import training_units
from coi_audit.audit.facts_of_visitors import visitor_units
from coi_audit.audit.facts_of_years import quarter_units, year_units
from coi_audit.audit.unit import Unit

Family = Callable[[Audited], Iterator[Unit]]
FAMILIES: tuple[Family, ...] = (
    staff_units,
    role_change_units,
    holding_units,
    told_interest_units,
    visitor_units,
    publication_units,
    published_interest_units,
    redaction_units,
    removed_units,
    gift_units,
    breach_units,
    governance_units,
    training_units,
    year_units,
    quarter_units,
    procurement_units,
)


def units_of_records(audited: Audited) -> Iterator[Unit]:
    """Every unit of every family, in the families' order."""
    for family in FAMILIES:
        yield from family(audited)
