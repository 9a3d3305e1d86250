"""One person's data: everything a body keeps on them, with everybody else masked, as a paper and as data."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from coi_audit.app.letting_go import KeptIn, limits_of
from coi_audit.app.person_sections import sections_of, unsure_of
from coi_audit.app.person_words import PersonWords
from coi_audit.errors import UserError
from coi_audit.model.person_file import PersonFile
from coi_audit.rulebook.masking_words import load_masking_words
from coi_audit.store.opening import open_store
from coi_audit.store.person import Gathered, gather
from coi_audit.store.replay import body_named

__all__ = ["person_file", "write_person"]


def person_file(kept: KeptIn, asked: str, *, also: Sequence[str] = (), on: date) -> PersonFile:
    """Everything kept on the person of that name; `also` are other ways in which they are written.

    Raises `UserError` where the store or the body is not there, where nobody bears the name, or several may.
    """
    limits = limits_of(kept.rules, on)
    store = open_store(kept.address, migrate=False)
    try:
        body = body_named(store, kept.body)
        found = gather(store, body, asked, also)
    finally:
        store.close()
    words = PersonWords(found, body.name, load_masking_words(kept.rules))
    sections = sections_of(found, words)
    return PersonFile(
        body=body.name,
        person=found.person.name,
        names=found.names,
        on=on,
        limits=limits,
        sections=sections,
        masked=words.times,
        unsure=tuple(unsure_of(found, words)),
        remarks=tuple(_remarks(found)),
    )


def _remarks(found: Gathered) -> list[str]:
    """What whoever hands it over should look at."""
    positions = sorted({one for paper in found.papers for one in _positions(paper.reading, found.names)})
    if len(positions) < 2:
        return []
    return [
        f"The name stands beside several positions ({'; '.join(positions)}): make sure that this is one person "
        "before anything is handed over."
    ]


def _positions(reading: object, names: Sequence[str]) -> set[str]:
    register = getattr(reading, "register_", None)
    interests = register.interests if register is not None else ()
    return {" ".join(one.position.split()) for one in interests if one.position and one.person in names}


def write_person(found: PersonFile, path: Path, kind: str) -> None:
    """Write it as "pdf", "docx" or "xlsx". Raises `UserError` where the file cannot be written."""
    from coi_audit.report.person_paper import WRITERS

    content = WRITERS[kind](found)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        reason = error.strerror or "the system refused"
        fix = "close the file if it is open, or give another path."
        raise UserError(f"the file cannot be written here ({reason}).", where=str(path), fix=fix) from error
