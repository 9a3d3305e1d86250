"""All forms of one body, filled from its records; what they do not tell is left blank."""

from __future__ import annotations

from collections.abc import Sequence

from coi_audit.model.audit import MeetingAudit
from coi_audit.model.meetings import Meeting
from coi_audit.model.outgoing import KeptRegisters
from coi_audit.model.records import Records
from coi_audit.report.registers.form_declarations import forms_a, forms_c
from coi_audit.report.registers.form_meetings import forms_e, forms_f
from coi_audit.report.registers.form_parts import Form, with_own_names
from coi_audit.report.registers.form_policy import form_j
from coi_audit.report.registers.form_procurement import forms_g, forms_h, forms_i


def all_forms(
    full: KeptRegisters, records: Records, meetings: Sequence[Meeting], audits: Sequence[MeetingAudit]
) -> tuple[Form, ...]:
    """Annexes A, C, E(i), F, G, H, I and J, each of them once for everybody or everything it speaks of.

    `audits` are those of `meetings`, in the same order.
    """
    held = list(zip(meetings, audits, strict=True))
    return with_own_names(
        [
            *forms_a(full, records),
            *forms_c(full),
            *(forms_e(full.body, meeting, audit) for meeting, audit in held),
            *(forms_f(full.body, meeting, audit) for meeting, audit in held),
            *forms_g(full.body, records),
            *forms_h(full.body, records),
            *forms_i(full.body, records),
            form_j(full.body, records.assurance),
        ]
    )
