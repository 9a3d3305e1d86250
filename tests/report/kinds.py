"""Every kind of paper that goes out as a PDF: one line here, and all that an archive and a reader aloud ask is held.

A maker writes the paper into a folder and returns its path; it is called once a session.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from audits import audit
from given_audit import given
from nationals import national
from packs import every_action
from registers_made import registers

from coi_audit.app.publish import for_publication
from coi_audit.model.records import Records
from coi_audit.report.assurance import write_annex_pdf, write_assurance_pdf
from coi_audit.report.national_paper import national_pdf
from coi_audit.report.pack import write_pack_pdf
from coi_audit.report.registers.form_declarations import forms_a
from coi_audit.report.registers.form_files import forms_pdf
from coi_audit.report.registers.printed import table_pdf
from coi_audit.report.registers.tables import tables_of
from coi_audit.rulebook.types import Rulebook

Maker = Callable[[Rulebook, Path], Path]


def assurance(rulebook: Rulebook, folder: Path) -> Path:
    """The assurance report of the invented audit."""
    write_assurance_pdf(audit(), rulebook, folder / "assurance.pdf")
    return folder / "assurance.pdf"


def public_report(rulebook: Rulebook, folder: Path) -> Path:
    """The public edition of the assurance report, of an audit from a store with judgements and actions."""
    write_assurance_pdf(for_publication(given(), rulebook=rulebook), rulebook, folder / "public.pdf")
    return folder / "public.pdf"


def annex(rulebook: Rulebook, folder: Path) -> Path:
    """The second volume of the assurance report, of its draft, with judgements."""
    write_annex_pdf(given(), rulebook, folder / "annex.pdf", draft=True)
    return folder / "annex.pdf"


def pack(rulebook: Rulebook, folder: Path) -> Path:
    """The secretary's pack with every part and every action in it."""
    write_pack_pdf(every_action(), rulebook, folder / "pack.pdf")
    return folder / "pack.pdf"


def national_picture(rulebook: Rulebook, folder: Path) -> Path:
    """The summary of twenty invented bodies."""
    (folder / "national.pdf").write_bytes(national_pdf(national(), Path(rulebook.folder)))
    return folder / "national.pdf"


def register_of_interests(_: Rulebook, folder: Path) -> Path:
    """The register of interests for the body's own use."""
    (folder / "register.pdf").write_bytes(table_pdf(tables_of(registers())[0], tool_version="1"))
    return folder / "register.pdf"


def forms_of_one_annex(_: Rulebook, folder: Path) -> Path:
    """The declarations of interests, one person a page."""
    own = registers()
    (folder / "forms.pdf").write_bytes(forms_pdf(list(forms_a(own, Records())), body=own.body.name, as_of=own.as_of))
    return folder / "forms.pdf"


KINDS: dict[str, Maker] = {
    "assurance": assurance,
    "public": public_report,
    "annex": annex,
    "pack": pack,
    "national": national_picture,
    "register": register_of_interests,
    "forms": forms_of_one_annex,
}
