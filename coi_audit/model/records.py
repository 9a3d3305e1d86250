"""The registers and papers beside the register of interests and the meetings: gifts, procurement, staff, assurance."""

from __future__ import annotations

from datetime import date

from coi_audit.model.answers import Answer
from coi_audit.model.assurance import Assurance, Breach, StaffMember, SubGroupReport, Training
from coi_audit.model.evidence import Recorded, SourceRef
from coi_audit.model.gifts import Gift
from coi_audit.model.meetings import UrgentDecision
from coi_audit.model.organisations import Organisation
from coi_audit.model.policy import PolicyChange
from coi_audit.model.procurement import BidderDeclaration, Procurement, ProcurementChecklist


class RecordPaper(Recorded):
    """One paper of a kind that was read, even if it lists nothing. `kind` is that of the file in the inputs."""

    kind: str  # gifts | procurement | training | breaches | staff | assurance | sub_group_report ...
    file: str
    edition: date | None = None
    columns: tuple[str, ...] = ()  # which known fields had a column
    source: SourceRef


class Records(Recorded):
    """All of them; each tuple in the order of files and rows. `papers` tells an empty list from an absent one."""

    papers: tuple[RecordPaper, ...] = ()
    gifts: tuple[Gift, ...] = ()
    procurements: tuple[Procurement, ...] = ()
    bidder_declarations: tuple[BidderDeclaration, ...] = ()
    checklists: tuple[ProcurementChecklist, ...] = ()
    staff: tuple[StaffMember, ...] = ()
    training: tuple[Training, ...] = ()
    breaches: tuple[Breach, ...] = ()
    sub_group_reports: tuple[SubGroupReport, ...] = ()
    urgent_decisions: tuple[UrgentDecision, ...] = ()
    organisations: tuple[Organisation, ...] = ()  # those of the body too, once the folder is read
    policy_changes: tuple[PolicyChange, ...] = ()
    answers: tuple[Answer, ...] = ()
    assurance: Assurance | None = None

    def papers_of(self, kind: str) -> tuple[RecordPaper, ...]:
        """The papers of one kind, in order of file."""
        return tuple(one for one in self.papers if one.kind == kind)
