"""A case: one body's papers as read, with everything that was not understood beside them."""

from __future__ import annotations

from coi_audit.model.evidence import InputFile, Recorded, Rejected
from coi_audit.model.interests import Register
from coi_audit.model.later import KeptSince
from coi_audit.model.meetings import Meeting
from coi_audit.model.people import Body
from coi_audit.model.records import Records


class Case(Recorded):
    body: Body
    registers: tuple[Register, ...] = ()  # oldest edition first, undated last
    meetings: tuple[Meeting, ...] = ()  # oldest first
    records: Records = Records()
    inputs: tuple[InputFile, ...] = ()  # sorted by path
    rejected: tuple[Rejected, ...] = ()
    notices: tuple[str, ...] = ()  # things a reader should know that are not faults
    kept: KeptSince | None = None  # of a case that comes from a store, since when it has known what
