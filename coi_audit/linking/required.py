"""The presumptive minimum action for one link: which row of the action table, and what it asks that day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from coi_audit.linking.ties import MONEY_TIES
from coi_audit.model.linking import Classification, Holding, Link
from coi_audit.model.words import (
    Action,
    InterestCategory,
    LinkKind,
    Purpose,
    Relationship,
    Scope,
    SharedInterestPolicy,
    Tie,
)
from coi_audit.rulebook.action_table import ActionTable, Edition

_POLICY_WORDS = {
    SharedInterestPolicy.NOTE: "note them",
    SharedInterestPolicy.NO_VOTE: "keep those who share them out of the decision",
    SharedInterestPolicy.LEAVE: "have those who share them leave",
}
_CLOSED = "The item is closed: a supplier is chosen, it is private, or a named practice is supported or sanctioned."


@dataclass(frozen=True, slots=True)
class Required:
    action: Action
    row: str
    edition: Edition | None
    policy: SharedInterestPolicy
    because: tuple[str, ...]


def required_action(
    link: Link,
    holding: Holding,
    classification: Classification,
    *,
    on: date,
    policy: SharedInterestPolicy | None,
    table: ActionTable,
) -> Required:
    """The row of contract section 6 for this link and the action it presumes on the meeting's date.

    `policy` is the committee's own shared-interest policy, None where its constitution says nothing: the edition's
    default then stands.
    """
    return Asks(table, on, policy).of(link, holding, classification)


class Asks:
    """What the table asks on one day of one committee; rows alike are put into words once."""

    def __init__(self, table: ActionTable, on: date, policy: SharedInterestPolicy | None) -> None:
        self._table = table
        self._on = on
        self._given = policy
        self._edition = table.edition_on(on)
        default = self._edition.default_policy if self._edition else SharedInterestPolicy.NO_VOTE
        self._policy = policy or default
        self._known: dict[tuple[str, Purpose, bool], Required] = {}

    def of(self, link: Link, holding: Holding, classification: Classification) -> Required:
        """The row for this link, and the action it presumes."""
        key = (row_for(link, holding, classification), classification.purpose, classification.closed)
        asked = self._known.get(key)
        if asked is None:
            asked = self._known[key] = self._row(*key)
        if holding.share_percent is None:
            return asked
        small = self._table.small_share_action
        if asked.action.strength > small.strength and _small_share(holding, self._on, self._table):
            why = f"The share is {holding.share_percent:g}%, under the threshold of that edition, without control."
            return replace(asked, action=small, because=(*asked.because, why))
        return asked

    def _row(self, name: str, purpose: Purpose, closed: bool) -> Required:
        row = self._table.row_on(name, self._on)
        action = row.action(purpose=purpose, policy=self._policy, closed=closed)
        because = [f"{row.title}. In an item for {purpose.value} that asks for {action.in_words}."]
        if closed and action is row.closed:
            because.append(_CLOSED)
        if row.id.startswith("shared_") and len(set(row.by_policy.values())) > 1:
            source = "the committee's own policy" if self._given else "this tool's default policy"
            because.append(f"For items shared by practices {source} is to {_POLICY_WORDS[self._policy]}.")
        if row.by_policy_of_body is not None:
            because.append(row.by_policy_of_body)
        return Required(action, row.id, self._edition, self._policy, tuple(because))


def row_for(link: Link, holding: Holding, classification: Classification) -> str:
    """The id of the table's row for this link."""
    if link.kind is LinkKind.PERSONAL:
        return "personal"
    if link.kind is LinkKind.NEIGHBOUR:
        return "neighbour_zero_sum" if classification.zero_sum else "neighbour"
    if link.kind is LinkKind.SHARED:
        if holding.relationship is not Relationship.SELF or classification.pays_nobody:
            return "shared_light"
        return "shared_all" if classification.scope is Scope.ALL_PRACTICES else "shared_some"
    return _party_row(link, holding)


def _party_row(link: Link, holding: Holding) -> str:
    if holding.tie is Tie.MEMBER and holding.category is not InterestCategory.FINANCIAL:
        return "ordinary_member"
    if holding.relationship in (Relationship.RELATIVE, Relationship.FRIEND, Relationship.BUSINESS_PARTNER):
        return "other_person"
    if link.through_own_practice:
        return "through_practice"
    if holding.category is InterestCategory.FINANCIAL or holding.tie in MONEY_TIES:
        return "own"
    return "duty" if holding.tie in (Tie.TRUSTEE, Tie.DIRECTOR) else "other_role"


def _small_share(holding: Holding, on: date, table: ActionTable) -> bool:
    return (
        on <= table.small_share_until
        and holding.tie is Tie.SHAREHOLDER
        and holding.share_percent is not None
        and holding.share_percent <= table.small_share_percent
    )
