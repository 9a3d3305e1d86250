"""A report looked at again: is it whole, and do its rules, its papers and a re-run still say the same?"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from coi_audit import __version__
from coi_audit.app.audits import Asked, Progress, audit_folder, check_meeting
from coi_audit.app.last_report import earlier_told
from coi_audit.app.pack import write_pack
from coi_audit.app.papers import ReportAsked, write_report
from coi_audit.app.publish import for_publication
from coi_audit.app.rules import rulebook_of
from coi_audit.app.verify_national import NATIONAL_JSON, national_again
from coi_audit.errors import UserError
from coi_audit.model.audit import Audit
from coi_audit.model.given import FromStore
from coi_audit.model.recheck import Answer, FileChange, Recheck
from coi_audit.report.as_json import audit_document
from coi_audit.report.differences import audit_differences, file_changes
from coi_audit.report.given_json import given_told
from coi_audit.report.made import ASSURANCE, NAME, NATIONAL, PUBLIC
from coi_audit.report.seal import SealState, attachments_of, seal_state
from coi_audit.rulebook.load import rulebook_files

_WHOLE = {
    SealState.WHOLE: (Answer.YES, "every byte is as it was written"),
    SealState.ALTERED: (Answer.NO, "something in the file was changed after it was written"),
    SealState.UNSEALED: (Answer.NO, "it bears no seal: it was not written by this tool, or another program saved it"),
}


@dataclass(frozen=True, slots=True)
class _Told:
    """What a report tells of itself: its audit, and what made it."""

    data: bytes
    audit: Mapping[str, Any]
    made: Mapping[str, Any]

    @property
    def is_report(self) -> bool:
        return str(self.made["paper"]) == ASSURANCE

    @property
    def is_national(self) -> bool:
        return str(self.made["paper"]) == NATIONAL

    @property
    def is_public(self) -> bool:
        return self.made.get("edition") == PUBLIC

    @property
    def asked(self) -> ReportAsked:
        return ReportAsked(draft=bool(self.made.get("draft")))


def verify_report(
    path: Path, folder: Path | None, *, rules: Path, organisations: Path | None, progress: Progress | None = None
) -> Recheck:
    """Look at one report again; with its case folder, run it again too.

    Raises `UserError` where the file is none of our reports, or the rules or lists cannot be read.
    """
    told = _told(path)
    state = seal_state(told.data)
    whole, why = _WHOLE[state]
    changed = file_changes(told.made["rulebook"]["files"], rulebook_files(rules))
    answers = _Rerun.of(told, folder, rules, organisations, progress) if folder else _Rerun()
    agrees, because = answers.verdict(told, changed)
    return Recheck(
        file=path.name,
        paper=str(told.made["paper"]),
        made_by=str(told.made["tool_version"]),
        as_of=str(told.audit["as_of"]),
        whole=whole,
        whole_because=why,
        rules=changed,
        inputs=answers.inputs,
        inputs_asked=folder is not None,
        agrees=agrees,
        agrees_because=because,
        differences=answers.differences,
    )


def _told(path: Path) -> _Told:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UserError(
            "this file cannot be opened.", where=str(path), fix="check that it is there and that you may read it."
        ) from error
    attached = attachments_of(data)
    try:
        picture = attached.get("audit.json") or attached[NATIONAL_JSON]
        told = _Told(data, json.loads(picture), json.loads(attached[NAME]))
        _ = (told.made["paper"], told.made["tool_version"], told.made["rulebook"]["files"], told.audit["as_of"])
    except (KeyError, TypeError, ValueError) as error:
        raise UserError(
            "this is no report of coi-audit, or it is damaged: the audit it was made from is not in it.",
            where=str(path),
            fix="give the PDF as coi-audit wrote it; printing it to a new PDF loses what is attached.",
        ) from error
    return told


@dataclass(frozen=True, slots=True)
class _Rerun:
    """The same question put to the folder again. `failed` says why it could not be."""

    inputs: tuple[FileChange, ...] = ()
    differences: tuple[str, ...] = ()
    asked: bool = False
    failed: str = ""
    same_pages: bool = False

    @staticmethod
    def of(told: _Told, folder: Path, rules: Path, organisations: Path | None, progress: Progress | None) -> _Rerun:
        try:
            if told.is_national:
                found, pages = national_again(
                    told.audit, folder, rules=rules, organisations=organisations, progress=progress
                )
                return _Rerun(differences=found, asked=True, same_pages=pages == told.data)
            audit = _again(told, folder, rules, organisations, progress)
        except UserError as error:
            return _Rerun(asked=True, failed=str(error))
        document = json.loads(json.dumps(audit_document(audit)))
        inputs = (
            *file_changes(_hashes(told.audit, "inputs"), _hashes(document, "inputs")),
            *file_changes(_hashes(told.audit, "organisation_lists"), _hashes(document, "organisation_lists")),
        )
        differences = audit_differences(told.audit, document)
        same = document == told.audit and _pages(audit, told, rules) == told.data
        return _Rerun(inputs, differences, asked=True, same_pages=same)

    def verdict(self, told: _Told, rules: tuple[FileChange, ...]) -> tuple[Answer, str]:
        """Whether the re-run agrees, and why one may believe or doubt it."""
        if not self.asked:
            return Answer.NOT_ASKED, "give the case folder to have it run again"
        if self.failed:
            return Answer.NO, f"it could not be run again: {self.failed}"
        if self.differences:
            return Answer.NO, "the same question to this folder gives another answer"
        if self.same_pages:
            return Answer.YES, "the same question to this folder gives this very file, byte for byte"
        if rules or str(told.made["tool_version"]) != __version__:
            return Answer.YES, "the audit is the same; the pages were made by another version or other rules"
        if self.inputs:
            return Answer.YES, "the audit says the same, though papers changed"
        return Answer.NO, "the audit is the same, but the pages are not those that it gives"


def _again(told: _Told, folder: Path, rules: Path, organisations: Path | None, progress: Progress | None) -> Audit:
    said = told.audit
    as_of, given = date.fromisoformat(said["as_of"]), bool(said["as_of_given"])
    if not told.is_report:
        day = date.fromisoformat(said["scope"]["meetings"][0])
        return check_meeting(
            folder, rules=rules, organisations=organisations, as_of=as_of, as_of_given=given, meeting=day,
            progress=progress,
        )  # fmt: skip
    earlier = earlier_told(said) if "since" in said else None
    asked = Asked(_day(said["scope"]["from"]), _day(said["scope"]["to"]), said.get("edition"), earlier)
    audit = audit_folder(
        folder, rules=rules, organisations=organisations, as_of=as_of, as_of_given=given, asked=asked,
        progress=progress,
    )  # fmt: skip
    if "kept" in said:  # what people gave to the store is in no folder: it is taken from the report itself
        audit = replace(audit, kept=_given(said["kept"]))
    return for_publication(audit, rulebook=rulebook_of(rules)) if told.is_public else audit


def _given(told: Mapping[str, Any]) -> FromStore:
    try:
        return given_told(told)
    except (KeyError, TypeError, ValueError) as error:
        raise UserError(
            "what this report tells of its store cannot be read.", fix="give the PDF as coi-audit wrote it."
        ) from error


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _hashes(document: Mapping[str, Any], group: str) -> dict[str, str]:
    return {str(one["path"]): str(one["sha256"]) for one in document.get(group, ())}


def _pages(audit: Audit, told: _Told, rules: Path) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "again.pdf"
        if told.is_report:
            write_report(audit, path, rulebook=rulebook_of(rules), asked=told.asked)
        else:
            write_pack(audit, path, rulebook=rulebook_of(rules))
        return path.read_bytes()
