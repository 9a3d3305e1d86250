"""A partner's own interest in one organisation, for tests of who is linked to an item and how."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from coi_audit.linking.organisations.directory import Directory
from coi_audit.model.linking import Holding, Person
from coi_audit.model.words import InterestCategory, Relationship, Tie


def held_in(directory: Directory, organisation: str, on: date, **more: object) -> Holding:
    """Dr Asha Venn's partnership in `organisation` as `directory` resolves it on that day; `more` replaces fields."""
    found = directory.resolve(organisation, on=on)
    made = Holding(
        person=Person(name="Dr Asha Venn"),
        organisation=found.organisation,
        organisation_name=found.name or organisation,
        tie=Tie.PARTNER,
        relationship=Relationship.SELF,
        category=InterestCategory.FINANCIAL,
        direct=True,
        nature="",
        held_from=None,
        held_until=None,
        declared_on=None,
        known_on=None,
        known_inferred=False,
        interest=None,
        outcome=found.outcome,
        resolution=found,
    )
    return replace(made, **more)  # type: ignore[arg-type]
