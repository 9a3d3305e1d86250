"""One document read on its own, whatever it is, as plain data: what `coi-audit read FILE` shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from coi_audit.errors import UserError
from coi_audit.model.evidence import Recorded, Rejected, SourceRef
from coi_audit.model.interests import Register
from coi_audit.model.people import Body
from coi_audit.model.reading import Reading
from coi_audit.readers.agendas.agenda import read_agenda
from coi_audit.readers.attendance.file import read_attendance
from coi_audit.readers.body_file import read_body
from coi_audit.readers.decisions_file import read_decisions
from coi_audit.readers.document_kinds import DocumentKind
from coi_audit.readers.doubts import Doubt, doubts_of, questions_of
from coi_audit.readers.guard import IN_WORDS, FileType, printable
from coi_audit.readers.minutes.paper import read_minutes
from coi_audit.readers.recognise import recognise
from coi_audit.readers.records.files import RECORD_READERS, recorded
from coi_audit.readers.registers.register import read_register
from coi_audit.readers.worded import reading_notices

_ENVELOPE = ("items", "attendance", "sections", "interests", "nil_returns", "committees", "organisations", "source")


@dataclass(frozen=True, slots=True)
class Read:
    """One record in a list of the document, with the place it was read in words, and what of it is in doubt."""

    what: str  # item, person, section, interest, nil return, ruling ...
    place: str
    record: Recorded
    doubts: tuple[Doubt, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The same as plain types; `doubts` stands only where there are any."""
        plain = {"what": self.what, "place": self.place, **_plain(self.record)}
        return plain | ({"doubts": [asdict(one) for one in self.doubts]} if self.doubts else {})


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What was understood of one document. `facts` are those of the document as a whole."""

    file: str
    kind: DocumentKind
    why: str
    facts: dict[str, Any]
    records: tuple[Read, ...]
    rejected: tuple[Rejected, ...]
    rows_read: int
    rows_rejected: int
    nil_returns: int = 0
    notices: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The same as plain types, ready for JSON."""
        return {
            "file": self.file,
            "kind": self.kind.value,
            "recognised_by": self.why,
            "rows_read": self.rows_read,
            "nil_returns": self.nil_returns,
            "rows_rejected": self.rows_rejected,
            "facts": self.facts,
            "records": [one.as_json() for one in self.records],
            "rejected": [_plain(one) for one in self.rejected],
            "notices": list(self.notices),
            "questions": list(self.questions),
        }


def read_document(path: Path) -> ReadResult:
    """Read one document of any kind.

    Raises `UserError` for a file that cannot be opened, whose kind is not known, or whose format or kind is not read.
    """
    recognised = recognise(path)
    reader = _READERS.get(recognised.kind) or (_records(recognised.kind) if recognised.kind in RECORD_READERS else None)
    if reader is None:
        raise _not_read(path, recognised.kind, recognised.why)
    read, document, records = reader(path)
    return ReadResult(
        file=printable(path.name),
        kind=recognised.kind,
        why=recognised.why,
        facts=_facts(document) if document is not None else {},
        records=_records_of(records, document),
        rejected=tuple(read.rejected),
        rows_read=getattr(read, "rows_read", 0),
        rows_rejected=getattr(read, "rows_rejected", len(read.rejected)),
        nil_returns=getattr(read, "nil_returns", 0),
        notices=(*getattr(read, "notices", ()), *reading_notices(path, root=path.parent)),
        questions=questions_of(document),
    )


def result_of(reading: Reading) -> ReadResult:
    """The same of a paper that was read with its folder, without reading it again; why it was taken so is not known."""
    document, groups = _parts(reading)
    entry = reading.input
    kind = entry.kind if entry is not None else DocumentKind.IGNORED.value
    return ReadResult(
        file=reading.path,
        kind=DocumentKind(kind) if kind in tuple(DocumentKind) else DocumentKind.UNKNOWN,
        why="",
        facts=_facts(document) if document is not None else {},
        records=_records_of(groups, document),
        rejected=reading.rejected,
        rows_read=entry.rows_read if entry is not None else 0,
        rows_rejected=entry.rows_rejected if entry is not None else 0,
        nil_returns=entry.nil_returns if entry is not None else 0,
        notices=reading.notices,
        questions=questions_of(document),
    )


def _parts(reading: Reading) -> tuple[Recorded | None, list[_Group]]:
    """The document that a reading holds, where it is one, and its records by kind."""
    if reading.register_ is not None:
        return reading.register_, _register_groups(reading.register_)
    if reading.agenda is not None:
        return reading.agenda, [("item", reading.agenda.items)]
    if reading.minutes is not None:
        return reading.minutes, [("person", reading.minutes.attendance), ("section", reading.minutes.sections)]
    if reading.body is not None:
        return reading.body, _body_groups(reading.body)
    if reading.records is not None:
        return reading.paper, recorded(reading.records)
    return None, [("person", reading.expected or ()), ("ruling", reading.rulings or ())]


def _records_of(groups: list[_Group], document: Recorded | None) -> tuple[Read, ...]:
    return tuple(
        Read(what, _place(record), record, doubts_of(record, document)) for what, group in groups for record in group
    )


_Group = tuple[str, tuple[Recorded, ...]]
_Reading = tuple[Any, Recorded | None, list[_Group]]


def _agenda(path: Path) -> _Reading:
    read = read_agenda(path, root=path.parent)
    return read, read.agenda, [("item", read.agenda.items if read.agenda else ())]


def _minutes(path: Path) -> _Reading:
    read = read_minutes(path, root=path.parent)
    found = read.minutes
    groups: list[_Group] = [("person", found.attendance), ("section", found.sections)] if found else []
    return read, found, groups


def _register(path: Path) -> _Reading:
    read = read_register(path, root=path.parent)
    found = read.register
    return read, found, _register_groups(found) if found else []


def _register_groups(found: Register) -> list[_Group]:
    return [("interest", found.interests), ("nil return", found.nil_returns)]


def _attendance(path: Path) -> _Reading:
    read = read_attendance(path, root=path.parent)
    return read, None, [("person", read.expected)]


def _decisions(path: Path) -> _Reading:
    read = read_decisions(path, root=path.parent)
    return read, None, [("ruling", read.rulings)]


def _body(path: Path) -> _Reading:
    read = read_body(path, root=path.parent)
    return read, read.body, _body_groups(read.body)


def _body_groups(found: Body) -> list[_Group]:
    members = tuple(member for committee in found.committees for member in committee.members)
    return [("committee", found.committees), ("member", members), ("organisation", found.organisations)]


def _records(kind: DocumentKind) -> Callable[[Path], _Reading]:
    def reader(path: Path) -> _Reading:
        read = RECORD_READERS[kind](path, path.parent)
        return read, read.paper, recorded(read.records)

    return reader


_READERS: dict[DocumentKind, Callable[[Path], _Reading]] = {
    DocumentKind.AGENDA: _agenda,
    DocumentKind.MINUTES: _minutes,
    DocumentKind.REGISTER: _register,
    DocumentKind.ATTENDANCE: _attendance,
    DocumentKind.DECISIONS: _decisions,
    DocumentKind.BODY: _body,
}


def _not_read(path: Path, kind: DocumentKind, why: str) -> UserError:
    if kind is DocumentKind.UNREADABLE:
        return UserError(
            f"this file is {IN_WORDS.get(FileType(why), 'of another kind')}; this version does not read it.",
            where=path.name,
            fix="save it as a Word document (.docx), an Excel workbook (.xlsx) or plain text.",
        )
    return UserError(
        f"what this file is was not understood ({why}).",
        where=path.name,
        fix="name it after what it is (agenda, minutes, register, attendance) and give it the usual headings.",
    )


def _facts(document: Recorded) -> dict[str, Any]:
    """A document's own facts, without the lists of records that stand beside it."""
    return {key: value for key, value in document.model_dump(mode="json").items() if key not in _ENVELOPE}


def _plain(record: Recorded) -> dict[str, Any]:
    return record.model_dump(mode="json")


def _place(record: Recorded) -> str:
    source = getattr(record, "source", None)
    return source.place() if isinstance(source, SourceRef) else ""
