"""What people gave to a store beside the papers: judgements, actions, audits; and what an audit tells of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from coi_audit.model.kept import Anchor

# The titles of a table of findings by which it is read back once reviewers have filled it in.
NUMBER, JUDGEMENT, WHY, JUDGED_BY, JUDGED_ON = "Number", "Judgement", "Judgement: why", "Judged by", "Judged on"


class View(StrEnum):
    """What a reviewer holds of a finding."""

    AGREE = "agree"
    DISAGREE = "disagree"
    UNSURE = "unsure"


class ActionState(StrEnum):
    """How far an action is."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A reviewer's dated view of one finding. It stands beside the finding and changes nothing of it."""

    fingerprint: str
    view: View
    why: str
    by: str
    on: date


@dataclass(frozen=True, slots=True)
class Action:
    """One action of a body's plan as it stands. `due` is the last day; None: no day was set."""

    number: int
    rule_ids: tuple[str, ...]
    recommendation: str
    fingerprints: tuple[str, ...]
    owner: str = ""
    due: date | None = None
    state: ActionState = ActionState.OPEN
    remark: str = ""


@dataclass(frozen=True, slots=True)
class FromStore:
    """Of an audit made from a store: the head of its trail then, and what people gave that was known on the day.

    `known_on` None: all that is known. `head` is that of the whole trail, whatever day was asked for. Judgements by
    the finding they are on, actions by number, of both only those that stand.
    """

    head: Anchor
    known_on: date | None = None
    judgements: tuple[Judgement, ...] = ()
    actions: tuple[Action, ...] = ()

    def judgement_on(self, fingerprint: str) -> Judgement | None:
        """The judgement that stands on a finding."""
        return next((one for one in self.judgements if one.fingerprint == fingerprint), None)

    def actions_for(self, fingerprint: str) -> tuple[Action, ...]:
        """The actions that answer a finding, by number."""
        return tuple(one for one in self.actions if fingerprint in one.fingerprints)


@dataclass(frozen=True, slots=True)
class KeptAudit:
    """An audit as it was given out and kept. `audit` is its JSON; `entry` is the trail's entry that kept it."""

    entry: int
    as_of: date
    known_on: date | None
    kept_on: date
    report_sha256: str | None
    head: Anchor
    audit: str
