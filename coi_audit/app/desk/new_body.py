"""A body made from a form: its folder, body.yaml with the usual remarks, and its first committee."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import BinaryIO

from coi_audit.app.desk.bodies import Bodies, KnownBody
from coi_audit.app.desk.body_file import open_body, save_body, with_committee
from coi_audit.app.desk.body_form import NewBody
from coi_audit.app.desk.incoming import safe_name, why_not
from coi_audit.app.papers import start
from coi_audit.errors import UserError


def make_body(bodies: Bodies, form: NewBody, *, register: tuple[str, BinaryIO] | None, data: Path) -> KnownBody:
    """Start a case folder of its own in the desk's folder `data`; with a register its people become members.

    Raises `UserError` where the register cannot be read or the folder cannot be written; nothing is left then.
    """
    folder = bodies.new_folder(form.about.name)
    with tempfile.TemporaryDirectory(prefix="coi-audit-") as place:
        paper = _put_by(register, Path(place)) if register is not None else None
        about = form.about
        try:
            start(folder, name=about.name, ods_code=about.ods_code or None, kind=about.kind, register=paper)
            _fill(folder, form, data / "before" / folder.name)
        except UserError:
            shutil.rmtree(folder, ignore_errors=True)
            raise
    return bodies.remember(KnownBody(str(folder), about.name))


def _put_by(register: tuple[str, BinaryIO], place: Path) -> Path:
    name, stream = register
    path = place / safe_name(name)
    with path.open("wb") as target:
        shutil.copyfileobj(stream, target)
    why = why_not(path, path.name)
    if why:
        raise UserError(why, where=path.name, fix="leave it out, and bring it with the other papers.")
    return path


def _fill(folder: Path, form: NewBody, before: Path) -> None:
    """What the form says beyond what a new folder has; its remarks stay."""
    found = open_body(folder)
    first = {"name": form.committee, "kind": form.committee_kind}
    changes = {**form.about.changes(found.data), **with_committee(found, 0, first)}
    save_body(folder, changes, mark=found.mark, before=before)
