"""The register of the United Kingdom's Parliament, read at run time from the lists at hand: one CSV a category."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from register_scoring import Answer, person_key, plain
from scored import Verdict

from coi_audit.model.interests import Interest
from coi_audit.readers.registers.register import RegisterRead, read_register

FOLDER = "uk_parliament_register"
# Which heading of the lists states a field, in either of the two editions. Only plain facts, nothing that needs a view.
_STATED = {
    "organisation": ("PayerName", "OrganisationName", "Employer", "DonorName"),
    "declared_on": ("Registration Date", "Registered"),
    "held_from": ("StartDate", "RegistrableDate", "AroseOn"),
    "held_until": ("EndDate",),
}


def answers(packed: Path, folder: Path) -> Iterator[Answer]:
    """One answer for each row, its person, and each field that the list states in a column of its own.

    A row told as a repeat of another is a question, since the list has its own number for it.
    """
    path = folder / packed.name.removesuffix(".gz")
    path.write_bytes(gzip.decompress(packed.read_bytes()))
    read = read_register(path, root=folder)
    by_row = _by_row(read)
    with path.open(encoding="utf-8-sig", newline="") as stream:
        for at, row in enumerate(csv.DictReader(stream), 2):
            yield from _answers_of_row(row, by_row.get(at), f"row {at}", told=_told(read, at))


def _by_row(read: RegisterRead) -> dict[int, Interest]:
    found: dict[int, Interest] = {}
    for one in read.register.interests if read.register else ():
        found.setdefault(one.source.row or 0, one)
    return found


def _told(read: RegisterRead, at: int) -> bool:
    return any(f"row {at}" in one.place.split(", ") for one in read.rejected)


def _answers_of_row(row: dict[str, str], found: Interest | None, name: str, *, told: bool) -> Iterator[Answer]:
    if found is None:
        yield (Verdict.ASKED if told else Verdict.MISSED), f"{name}: {row['Member']}"
        return
    yield Verdict.RIGHT, f"{name}: row"
    right = person_key(found.person) == person_key(row["Member"])
    yield (Verdict.RIGHT if right else Verdict.WRONG), f"{name}: person read {found.person}, truly {row['Member']}"
    for field, headings in _STATED.items():
        value = next((row[heading] for heading in headings if row.get(heading)), "")
        if value:
            read = getattr(found, field)
            verdict = Verdict.RIGHT if _same(field, value, read) else Verdict.WRONG
            yield verdict, f"{name}: {field} read {read}, truly {value}"


def _same(field: str, value: str, read: object) -> bool:
    if field == "organisation":
        return plain(value) == plain(read)
    day = _day(value)
    return read == day if field == "declared_on" else getattr(read, "earliest", None) == day


def _day(value: str) -> date:
    return date.fromisoformat(value) if "-" in value else datetime.strptime(value, "%d/%m/%Y").date()  # noqa: DTZ007
