"""Organisations the national lists lack: in body.yaml, or in a list of the folder's own (YAML, Excel, CSV, Word)."""

from __future__ import annotations

import re
from pathlib import Path

from coi_audit.errors import UserError
from coi_audit.model.evidence import SourceRef
from coi_audit.model.organisations import Organisation
from coi_audit.model.records import RecordPaper, Records
from coi_audit.model.words import OrganisationKind
from coi_audit.readers.guard import file_name, read_text
from coi_audit.readers.records.outcome import RecordsRead
from coi_audit.readers.records.rows import RecordRow
from coi_audit.readers.records.table import read_record_tables
from coi_audit.readers.yaml_entries import Entry, Faults
from coi_audit.strict_yaml import parse_yaml

ORGANISATION_KEYS = ("name", "kind", "aliases", "ods_code", "company_number", "members", "owners", "premises_owner")
_SEVERAL = re.compile(r"\s*[;\n|]\s*")
_KINDS = {
    "gp_practice": OrganisationKind.PRACTICE,
    "surgery": OrganisationKind.PRACTICE,
    "primary_care_network": OrganisationKind.PCN,
    "gp_federation": OrganisationKind.FEDERATION,
    "alliance": OrganisationKind.FEDERATION,
    "limited_company": OrganisationKind.COMPANY,
    "nhs_trust": OrganisationKind.TRUST,
    "foundation_trust": OrganisationKind.TRUST,
    "local_authority": OrganisationKind.COUNCIL,
    "commissioning_support_unit": OrganisationKind.SUPPORT_UNIT,
    "csu": OrganisationKind.SUPPORT_UNIT,
}


def read_local_organisations(path: Path, root: Path) -> RecordsRead:
    """Read `organisations*.yaml` (a list with the keys of body.yaml) or a table with a row an organisation.

    Several members or owners in one cell stand on lines of their own or are parted by semicolons. Raises `UserError`
    where the file holds no such list; the national lists belong into a folder of their own.
    """
    if path.suffix.casefold() in (".yaml", ".yml"):
        return _from_yaml(path, root)
    tables = read_record_tables(path, root, "organisations")
    if not len(tables):
        raise UserError(
            "this list of organisations was not understood.",
            where=tables.file,
            fix="give its columns the headings Name, Kind, Members, Owners; the national lists of NHS organisations go "
            "into a folder of their own, named with --organisations.",
        )
    found = [one for row in tables.rows if (one := _from_row(row)) is not None]
    paper = RecordPaper(kind="organisations", file=tables.file, columns=tables.columns, source=tables.source)
    lost = len(tables.rows) - len(found)
    records = Records(organisations=tuple(found))
    return RecordsRead(paper, records, tuple(tables.rejected), len(found), lost, tuple(tables.notices))


def _from_yaml(path: Path, root: Path) -> RecordsRead:
    file = file_name(path, root)
    text = read_text(path, where=file)
    yaml = parse_yaml(text, where=file)
    faults = Faults(file, yaml, text.split("\n"))
    data = yaml.data
    key = "organisations"
    listed = data.get(key) if isinstance(data, dict) else data
    if (isinstance(data, dict) and set(data) - {key}) or not isinstance(listed, list | None):
        raise UserError("this file does not list organisations.", where=file, fix='begin each entry with "- name:".')
    at: tuple[str | int, ...] = (key,) if isinstance(data, dict) else ()
    found = []
    for index, one in enumerate(listed or []):
        if not isinstance(one, dict):
            faults.add((*at, index), one, "is no organisation", f'write "- name: {one}" with its further keys.')
        elif (organisation := local_organisation(Entry(faults, (*at, index), one))) is not None:
            found.append(organisation)
    paper = RecordPaper(kind="organisations", file=file, source=SourceRef(file=file, line=1))
    lost = len(listed or []) - len(found)
    return RecordsRead(paper, Records(organisations=tuple(found)), tuple(faults.rejected), len(found), lost)


def _from_row(row: RecordRow) -> Organisation | None:
    name = row.told("name")
    if name is None:
        row.reject("name", "this row names no organisation and was left out", "give its name in the column Name.")
        return None
    return Organisation(
        name=" ".join(name.split()),
        kind=_kind(row),
        ods_code=row.told("ods_code"),
        aliases=_several(row, "aliases"),
        company_number=row.told("company_number"),
        members=_several(row, "members"),
        owners=_several(row, "owners"),
        premises_owner=row.told("premises_owner"),
        source=row.source,
    )


def _kind(row: RecordRow) -> OrganisationKind:
    written = row.told("kind")
    folded = re.sub(r"[\s-]+", "_", (written or "company").strip().casefold())
    if folded in _KINDS:
        return _KINDS[folded]
    if folded in set(OrganisationKind):
        return OrganisationKind(folded)
    row.reject(
        "kind", "is no kind of organisation; it was taken for a company", f"use one of {', '.join(OrganisationKind)}."
    )
    return OrganisationKind.COMPANY


def _several(row: RecordRow, name: str) -> tuple[str, ...]:
    told = row.told(name)
    return tuple(part for one in _SEVERAL.split(told) if (part := " ".join(one.split()))) if told else ()


def local_organisation(entry: Entry) -> Organisation | None:
    """One local fact of body.yaml or organisations.yaml; None, with the fault, where it has no name."""
    entry.check_keys(ORGANISATION_KEYS, of="an organisation")
    name = entry.text("name")
    if name is None:
        entry.faults.add(entry.path, None, "this organisation has no name and was left out", 'add "name:" to it.')
        return None
    return Organisation(
        name=name,
        kind=entry.word("kind", OrganisationKind) or OrganisationKind.COMPANY,
        ods_code=entry.text("ods_code"),
        aliases=entry.texts("aliases"),
        company_number=entry.text("company_number"),
        members=entry.texts("members"),
        owners=entry.texts("owners"),
        premises_owner=entry.text("premises_owner"),
        source=entry.faults.source(*entry.path),
    )
