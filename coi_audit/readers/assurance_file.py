"""`assurance.yaml`: what no meeting paper shows, every section read leniently and every fault kept with its line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TypeVar

from coi_audit.errors import UserError
from coi_audit.model.assurance import (
    Assurance,
    Guardian,
    InternalAudit,
    Redaction,
    RemovedInterest,
    SelfCertification,
)
from coi_audit.model.evidence import Rejected, SourceRef
from coi_audit.model.records import RecordPaper, Records
from coi_audit.readers.assurance_keys import AUDIT, GUARDIAN, REDACTION, REMOVED, RETURN, SECTIONS, in_known_words
from coi_audit.readers.assurance_sections import breach_of, policy_of, publications_of, readiness_of, terms_of
from coi_audit.readers.guard import file_name, read_text
from coi_audit.readers.records.outcome import RecordsRead
from coi_audit.readers.told_values import (
    done,
    financial_year,
    not_told,
    percent,
    period,
    says_nothing_is_there,
    told_day,
    yes_or_no,
)
from coi_audit.readers.yaml_entries import Entry, Faults
from coi_audit.strict_yaml import parse_yaml

_Record = TypeVar("_Record")
_SUBJECTS = (
    ("conflicts_of_interest", re.compile(r"\bconflicts?\b|\bcoi\b|\bprobity\b", re.IGNORECASE)),
    ("primary_medical_care", re.compile(r"\bprimary\b|\bpmc\b|\bdelegated\b", re.IGNORECASE)),
)


def read_assurance(path: Path, root: Path) -> RecordsRead:
    """Read assurance.yaml; `root` is the case folder that the place in sources is relative to.

    A key or a value that is not known is recorded with its line, and the rest is kept. Raises `UserError` where the
    file is no YAML, or no list of sections.
    """
    file = file_name(path, root)
    text = read_text(path, where=file)
    yaml = in_known_words(parse_yaml(text, where=file))
    if yaml.data is not None and not isinstance(yaml.data, dict):
        fix = f"begin it with one of its sections, e.g. guardian:, and use {', '.join(SECTIONS)}."
        raise UserError("this file does not say what it tells of.", where=file, fix=fix)
    faults = Faults(file, yaml, text.split("\n"))
    top = Entry(faults, (), yaml.data or {})
    top.check_keys(SECTIONS, of="assurance.yaml")
    told = _assurance(top)
    rejected = tuple(sorted(faults.rejected, key=_line_of))
    paper = RecordPaper(kind="assurance", file=file, columns=told.tells, source=SourceRef(file=file, line=1))
    return RecordsRead(paper, Records(assurance=told), rejected, _rows(told), len(rejected))


def _line_of(rejected: Rejected) -> int:
    match = re.match(r"line (\d+)", rejected.place)
    return int(match[1]) if match else 0


def _rows(told: Assurance) -> int:
    lists: Iterable[tuple[object, ...]] = (
        told.publications, told.guardians(), told.internal_audits, told.self_certifications, told.removed_interests,
        told.redactions, told.breaches, told.terms_of_reference, told.readiness,
    )  # fmt: skip
    return sum(len(one) for one in lists) + (told.policy is not None)


def _assurance(top: Entry) -> Assurance:
    guardians = _guardians(top)
    return Assurance(
        file=top.faults.file,
        tells=tuple(key for key in SECTIONS if key in top.values and not not_told(top.values[key])),
        publications=publications_of(top),
        guardian=guardians[-1] if guardians else None,
        former_guardians=guardians[:-1],
        policy=policy_of(top),
        internal_audits=_each(top, "internal_audits", _audit, of="internal audit", start="- subject: ..."),
        self_certifications=_each(top, "self_certification", _return, of="return", start="- period: ..."),
        removed_interests=_each(top, "removed_interests", _removed, of="removed interest", start="- person: ..."),
        redactions=_each(top, "redactions", _redaction, of="redaction", start="- person: ..."),
        breaches=_each(top, "breaches", breach_of, of="breach", start="- nature: ..."),
        terms_of_reference=_each(
            top, "terms_of_reference", terms_of, of="committee's terms of reference", start="- committee: ..."
        ),
        readiness=readiness_of(top),
        source=SourceRef(file=top.faults.file, line=1),
    )


def _each(top: Entry, key: str, read: Callable[[Entry], _Record | None], *, of: str, start: str) -> tuple[_Record, ...]:
    """The records of a section that is a list; one mapping alone counts as a list of one, "none" as an empty one."""
    value = top.values.get(key)
    if not_told(value) or says_nothing_is_there(value):
        return ()
    found = []
    for at, one in enumerate(value if isinstance(value, list) else [value]):
        path = (key, at) if isinstance(value, list) else (key,)
        if isinstance(one, dict):
            found.append(read(Entry(top.faults, path, one)))
        else:
            top.faults.add(path, one, f"this is no {of}", f'write "{start}" with its further keys.')
    return tuple(one for one in found if one is not None)


def _guardians(top: Entry) -> tuple[Guardian, ...]:
    """Oldest first. A name alone is a guardian; "none" says that there is none."""
    value = top.values.get("guardian")
    if not_told(value):
        return ()
    if says_nothing_is_there(value):
        return (Guardian(appointed=False, source=top.faults.source("guardian")),)
    found = []
    for at, one in enumerate(value if isinstance(value, list) else [value]):
        path = ("guardian", at) if isinstance(value, list) else ("guardian",)
        entry = Entry(top.faults, path, one if isinstance(one, dict) else {"name": one})
        found.append(_guardian(entry))
    return tuple(sorted(found, key=lambda one: (one.appointed_on or date.min, one.until or date.max)))


def _guardian(entry: Entry) -> Guardian:
    entry.check_keys(GUARDIAN, of="the guardian")
    nobody = says_nothing_is_there(entry.values.get("name", ""))
    name = None if nobody or not_told(entry.values.get("name")) else entry.text("name")
    appointed = yes_or_no(entry, "appointed")
    interests = entry.values.get("interests")
    return Guardian(
        name=name,
        appointed=False if nobody else True if appointed is None and name else appointed,
        role=entry.text("role"),
        appointed_on=entry.day("appointed_on"),
        until=entry.day("until"),
        audit_chair=yes_or_no(entry, "audit_chair"),
        provider_interest=yes_or_no(entry, "provider_interest"),
        interests=() if says_nothing_is_there(interests) else entry.texts("interests"),
        source=entry.faults.source(*entry.path),
    )


def _audit(entry: Entry) -> InternalAudit | None:
    entry.check_keys(AUDIT, of="an internal audit")
    words = entry.text("subject") or ""
    subject = next((name for name, pattern in _SUBJECTS if pattern.search(words.replace("_", " "))), None)
    if subject is None:
        names = " or ".join(name for name, _ in _SUBJECTS)
        problem = "it is not known what this audit was about; it was left out"
        entry.faults.add((*entry.path, "subject"), words or None, problem, f"write subject: {names}.")
        return None
    rating = entry.values.get("rating")
    unrated = isinstance(rating, bool) or (isinstance(rating, str) and says_nothing_is_there(_unrated(rating)))
    rated = None if not_told(rating) else not unrated
    reported = entry.day("reported_on")
    return InternalAudit(
        subject=subject,
        held=done(yes_or_no(entry, "held"), reported),
        rated=rated,
        year=_year(entry),
        reported_on=reported,
        rating=entry.text("rating") if rated else None,
        in_governance_statement=yes_or_no(entry, "in_governance_statement"),
        source=entry.faults.source(*entry.path),
    )


def _unrated(rating: str) -> str:
    """ "Not rated" says that there is no rating; "no assurance" is one."""
    words = rating.strip().casefold()
    if re.match(r"no (?:assurance|opinion of|full|confidence)", words) or words == "no":
        return ""
    return "none" if re.match(r"(?:not|un)[ -]?(?:yet )?(?:rated|given)|no rating", words) else words


def _year(entry: Entry) -> str | None:
    value = entry.values.get("year")
    if not_told(value):
        entry.faults.add(entry.path, None, "it is not known for which year this audit was", "add year: 2017/18.")
        return None
    year = financial_year(str(value))
    if year is None:
        entry.faults.add((*entry.path, "year"), value, "is not a financial year", "write it as 2017/18.")
    return year


def _return(entry: Entry) -> SelfCertification | None:
    entry.check_keys(RETURN, of="a self-certification return")
    value = entry.values.get("period")
    found = period(str(value)) if value is not None else None
    if found is None:
        problem = "it is not known for which quarter or year this return was; it was left out"
        fix = "write period: 2017/18 Q2, or period: 2017/18 for the annual one."
        entry.faults.add((*entry.path, "period"), value, problem, fix)
        return None
    submitted_on = told_day(entry, "submitted_on", beside="submitted")
    published_on = told_day(entry, "published_on", beside="published")
    return SelfCertification(
        period=found,
        submitted=done(yes_or_no(entry, "submitted"), submitted_on),
        submitted_on=submitted_on,
        published=done(yes_or_no(entry, "published"), published_on),
        published_on=published_on,
        training_percent=percent(entry, "training_percent"),
        signed_by=entry.texts("signed_by"),
        source=entry.faults.source(*entry.path),
    )


def _removed(entry: Entry) -> RemovedInterest | None:
    entry.check_keys(REMOVED, of="a removed interest")
    person = _person(entry, "removed interest")
    if person is None:
        return None
    return RemovedInterest(
        person=person,
        organisation=entry.text("organisation") or "",
        ended_on=entry.day("ended_on"),
        removed_from_public_on=entry.day("removed_from_public_on"),
        removed_from_record_on=entry.day("removed_from_record_on"),
        source=entry.faults.source(*entry.path),
    )


def _redaction(entry: Entry) -> Redaction | None:
    entry.check_keys(REDACTION, of="a redaction")
    person = _person(entry, "redaction")
    if person is None:
        return None
    return Redaction(
        person=person,
        organisation=entry.text("organisation") or "",
        decided_by=None if not_told(entry.values.get("decided_by")) else entry.text("decided_by"),
        decided_on=entry.day("decided_on"),
        reason=None if not_told(entry.values.get("reason")) else entry.text("reason"),
        unredacted_copy_kept=yes_or_no(entry, "unredacted_copy_kept"),
        source=entry.faults.source(*entry.path),
    )


def _person(entry: Entry, of: str) -> str | None:
    person = entry.text("person")
    if person is None:
        entry.faults.add(entry.path, None, f"this {of} names no person and was left out", 'add "person:".')
    return person
