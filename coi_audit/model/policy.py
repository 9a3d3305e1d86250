"""What a body set otherwise in the rulebook: which rule or presumed action, to what, by whose authority, since when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlmodel import Field

from coi_audit.model.evidence import Recorded, SourceRef


class PolicyChange(Recorded):
    """One entry of policy.yaml: a rule by its id, or a row of the action table by its name.

    `from_` and `until` are included; `until` None holds until further notice. `params` are the rule's own parameters
    with the values wanted. For a row, `when` is note, no_vote, leave, closed or discussion, and `action` is wanted.
    """

    rule: str | None = None
    row: str | None = None
    off: bool = False
    params: dict[str, object] = Field(default_factory=dict)
    when: str | None = None
    action: str | None = None
    authority: str = Field(min_length=1)
    reason: str | None = None
    from_: date
    until: date | None = None
    source: SourceRef

    @property
    def what(self) -> str:
        """The rule or row it speaks of."""
        return self.rule or f'row "{self.row}" of the action table'


@dataclass(frozen=True, slots=True)
class PolicyEffect:
    """One change that was applied: what it says in a sentence, and where it was read."""

    what: str
    sentence: str
    source: SourceRef
