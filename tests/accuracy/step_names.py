"""Organisation names: written forms of listed practices in their own areas, and the labelled pairs of names.

The lists are read at run time and nothing of them is kept here; without them only the invented area is measured.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from practice_forms import Form, forms
from scored import Scored, Verdict

from coi_audit.linking.directory import Directory
from coi_audit.model.organisations import Resolution
from coi_audit.model.words import BodyKind, Match
from coi_audit.readers.organisation_lists import read_organisation_lists


def measure(dev: Path | None) -> Iterator[Scored]:
    """Every answer stands twice: once among those of its area, once among those of its way of writing."""
    if dev is not None:
        yield from _practices(dev)


def _practices(dev: Path) -> Iterator[Scored]:
    lists = read_organisation_lists(dev)
    directory: Directory | None = None
    for form in forms(lists.rows):
        if directory is None or directory.body_code != form.area:
            directory = Directory.build(lists, (), body_code=form.area, body_kind=BodyKind.CCG)
        found = directory.resolve(form.written, on=form.on)
        verdict = _verdict(found, form)
        what = f'{form.area} {form.on:%Y-%m} {form.way}: "{form.written}" is {form.code}; said {said(found)}'
        yield Scored("names", "practices by area", form.part, form.area, verdict, "")
        yield Scored("names", "practices by way", form.part, form.way, verdict, what)


def _verdict(found: Resolution, form: Form) -> Verdict:
    if found.outcome is Match.MATCHED:
        return Verdict.RIGHT if found.ods_code == form.code else Verdict.WRONG
    offered = form.code in {one.ods_code for one in found.candidates}
    if found.outcome is Match.ASK and offered:
        return Verdict.ASKED if form.alone else Verdict.RIGHT
    return Verdict.MISSED


def said(found: Resolution) -> str:
    """An answer in one line."""
    names = ", ".join(f"{one.name} {one.ods_code}" for one in found.candidates)
    return f"{found.outcome.value} {found.name or ''} {found.ods_code or ''} [{names}] {found.because}"
