"""What changed since the last report, laid out for a page and for the terminal."""

from __future__ import annotations

from dataclasses import dataclass

from coi_audit.model.audit import Audit
from coi_audit.model.since import EarlierFinding
from coi_audit.report.findings_view import where_words
from coi_audit.report.words import SEVERITY_SIGN, count, day, opinion_words, words


@dataclass(frozen=True, slots=True)
class SinceLine:
    """One finding: its weight, rule, where, and what it says or said."""

    sign: str
    key: str
    severity: str
    rule_id: str
    where: str
    statement: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class SincePile:
    """One pile: what it holds, what that means, and its findings, heaviest first."""

    title: str
    meaning: str
    lines: tuple[SinceLine, ...]


@dataclass(frozen=True, slots=True)
class SinceView:
    """The last report and the piles; `same` are only counted: they stand in the findings, marked."""

    file: str
    sha256: str
    as_of: str
    summary: str
    opinion: str
    new: tuple[str, ...]
    piles: tuple[SincePile, ...]


GONE = (
    ("resolved", "Resolved", "looked at again, and no longer found"),
    ("in_doubt", "Now in doubt", "the papers no longer answer"),
    ("ruled", "Now covered by a ruling", "still so, and a ruling covers it"),
    ("not_looked_at", "Not looked at again", "about a meeting that this audit does not cover"),
)


def since_view(audit: Audit) -> SinceView | None:
    """The whole of it; None where no last report was given."""
    since = audit.since
    if since is None:
        return None
    stands = {one.fingerprint: one for one in audit.findings}
    new = tuple(
        SinceLine(
            SEVERITY_SIGN[one.severity],
            one.severity.value,
            words(one.severity),
            one.rule_id,
            where_words(one, audit) or one.person or audit.body.name,
            one.statement,
            one.fingerprint,
        )
        for one in (stands[number] for number in since.new)
    )
    piles = [SincePile("New", "not among the findings of the last report", new)]
    for name, title, meaning in GONE:
        gone: tuple[EarlierFinding, ...] = getattr(since, name)
        piles.append(SincePile(title, meaning, tuple(_line(one, audit) for one in gone)))
    was = words(since.earlier.opinion) if since.earlier.opinion else "Opinion withheld"
    now = opinion_words(audit)
    counts = [f"{len(since.new)} new", f"{len(since.same)} the same", f"{len(since.resolved)} resolved"]
    counts += [f"{len(one.lines)} {one.title[:1].lower()}{one.title[1:]}" for one in piles[2:] if one.lines]
    return SinceView(
        file=since.earlier.file,
        sha256=since.earlier.sha256,
        as_of=day(since.earlier.as_of),
        summary=f"{count(len(since.earlier.findings), 'finding')} then; now {', '.join(counts)}",
        opinion=f"{was} then, and still" if was == now else f"{was} then; {now[:1].lower()}{now[1:]} now",
        new=since.new,
        piles=tuple(piles),
    )


def _line(one: EarlierFinding, audit: Audit) -> SinceLine:
    parts = [day(one.meeting)] if one.meeting else []
    several = len({meeting.committee for meeting in audit.meetings}) > 1
    parts += [one.committee] if one.committee and several else []
    parts += [f"item {one.item}"] if one.item else []
    return SinceLine(
        SEVERITY_SIGN[one.severity],
        one.severity.value,
        words(one.severity),
        one.rule_id,
        ", ".join(parts) or one.person or audit.body.name,
        one.statement,
        one.fingerprint,
    )
