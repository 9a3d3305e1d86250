"""Every kind of paper that goes out as a PDF: one line here, and all that an archive and a reader aloud ask is held.

A maker writes the paper into a folder and returns its path; it is called once a session.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from audits import audit, check
from nationals import national

from coi_audit.report.assurance import write_assurance_pdf
from coi_audit.report.national_paper import national_pdf
from coi_audit.report.pack import write_pack_pdf
from coi_audit.rulebook.types import Rulebook

Maker = Callable[[Rulebook, Path], Path]


def assurance(rulebook: Rulebook, folder: Path) -> Path:
    """The assurance report of the invented audit."""
    write_assurance_pdf(audit(), rulebook, folder / "assurance.pdf")
    return folder / "assurance.pdf"


def pack(rulebook: Rulebook, folder: Path) -> Path:
    """The secretary's pack for its meeting to come."""
    write_pack_pdf(check(), rulebook, folder / "pack.pdf")
    return folder / "pack.pdf"


def national_picture(rulebook: Rulebook, folder: Path) -> Path:
    """The summary of twenty invented bodies."""
    (folder / "national.pdf").write_bytes(national_pdf(national(), rulebook))
    return folder / "national.pdf"


KINDS: dict[str, Maker] = {
    "assurance": assurance,
    "pack": pack,
    "national": national_picture,
}
