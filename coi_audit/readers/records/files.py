"""Papers beside registers and meetings: which reader reads which kind, and their records as one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from coi_audit.model.assurance import Assurance
from coi_audit.model.evidence import Recorded
from coi_audit.model.reading import Reading
from coi_audit.model.records import Records
from coi_audit.readers.answers_file import read_answers
from coi_audit.readers.assurance_file import read_assurance
from coi_audit.readers.bidder_declarations import read_bidders
from coi_audit.readers.breach_log import read_breaches
from coi_audit.readers.checklists import read_checklist
from coi_audit.readers.document_kinds import DocumentKind
from coi_audit.readers.gifts import read_gifts
from coi_audit.readers.local_organisations import read_local_organisations
from coi_audit.readers.policy_file import read_policy
from coi_audit.readers.procurement_register import read_procurement
from coi_audit.readers.records.outcome import RecordReader
from coi_audit.readers.staff_file import read_staff
from coi_audit.readers.sub_group_reports import read_sub_group_reports
from coi_audit.readers.training_list import read_training
from coi_audit.readers.urgent_decisions import read_urgent_decisions

RECORD_READERS: dict[DocumentKind, RecordReader] = {
    DocumentKind.POLICY: read_policy,
    DocumentKind.ANSWERS: read_answers,
    DocumentKind.ORGANISATIONS: read_local_organisations,
    DocumentKind.ASSURANCE: read_assurance,
    DocumentKind.STAFF: read_staff,
    DocumentKind.TRAINING: read_training,
    DocumentKind.BREACHES: read_breaches,
    DocumentKind.GIFTS: read_gifts,
    DocumentKind.PROCUREMENT: read_procurement,
    DocumentKind.BIDDERS: read_bidders,
    DocumentKind.CHECKLIST: read_checklist,
    DocumentKind.SUB_GROUP_REPORT: read_sub_group_reports,
    DocumentKind.URGENT_DECISIONS: read_urgent_decisions,
}


def together(papers: Sequence[Reading]) -> Records:
    """The records of many papers as one; of several assurance files, in order of name, each adds to those before."""
    read = [one.records for one in papers if one.records is not None]
    fields = [name for name in Records.model_fields if name != "assurance"]
    joined = {name: tuple(one for each in read for one in getattr(each, name)) for name in fields}
    joined["papers"] = tuple(one.paper for one in papers if one.paper is not None)
    told = [one.assurance for one in read if one.assurance is not None]
    return Records(**joined, assurance=reduce(Assurance.with_more, told) if told else None)


def second_policies(papers: Sequence[Reading]) -> list[str]:
    """A notice for each assurance file whose section on the policy was not used, because an earlier file has one."""
    told = [one.records.assurance for one in papers if one.records is not None and one.records.assurance is not None]
    files = [one.file for one in told if one.policy]
    return [f"{file}: its section on the policy was not used, since {files[0]} has one already." for file in files[1:]]


def recorded(records: Records) -> list[tuple[str, tuple[Recorded, ...]]]:
    """The records by field, those that hold any, for showing one paper by itself."""
    fields = [name for name in Records.model_fields if name not in ("papers", "assurance")]
    groups = [(name.replace("_", " ").removesuffix("s"), getattr(records, name)) for name in fields]
    if records.assurance is not None:
        groups.append(("assurance", (records.assurance,)))
    return [(name, group) for name, group in groups if group]
