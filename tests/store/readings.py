"""Small readings, made as the readers make them, to be kept in a store."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from coi_audit.model.evidence import InputFile, SourceRef
from coi_audit.model.interests import Interest, Register
from coi_audit.model.kept import By
from coi_audit.model.people import Body, Committee, Member
from coi_audit.model.reading import FolderReading, Reading

NAMES = ("Ann Vale", "Bo Reed", "Cy Marsh", "Di Holt", "Ed Frome", "Flo Penn")


def by(minute: int = 0, *, actor: str = "Ruth Penhale", reason: str = "") -> By:
    return By(actor, datetime(2018, 1, 15, tzinfo=UTC) + timedelta(minutes=minute), reason)


def body_reading(name: str = "NHS Larkmere CCG", *, members: tuple[str, ...] = NAMES[:2]) -> Reading:
    source = SourceRef(file="body.yaml", line=1)
    people = tuple(Member(name=one, source=source) for one in members)
    committee = Committee(name="Governing Body", members=people, source=source)
    body = Body(name=name, ods_code="99Y", committees=(committee,), source=source)
    entry = InputFile(path="body.yaml", sha256=f"body {name} {members}", kind="body", rows_read=len(members))
    return Reading(path="body.yaml", input=entry, body=body)


def register_reading(path: str, held: dict[str, str], *, edition: date | None = None, sha256: str = "") -> Reading:
    """A register of `held`: person -> organisation."""
    interests = tuple(
        Interest(person=person, organisation=what, source=SourceRef(file=path, row=row))
        for row, (person, what) in enumerate(sorted(held.items()), start=2)
    )
    register = Register(file=path, edition=edition, interests=interests, source=SourceRef(file=path))
    entry = InputFile(
        path=path, sha256=sha256 or f"{path} {sorted(held.items())}", kind="register", rows_read=len(held)
    )
    return Reading(path=path, input=entry, register_=register)


def folder(*papers: Reading) -> FolderReading:
    first = [] if any(one.body is not None for one in papers) else [body_reading()]
    return FolderReading(papers=(*first, *papers))
