"""What no meeting paper shows: staff, training, breaches, and the facts of assurance.yaml."""

from __future__ import annotations

from datetime import date

from sqlmodel import Field

from coi_audit.model.evidence import Recorded, SourceRef


class StaffMember(Recorded):
    """One row of a list of decision-making staff."""

    name: str = Field(min_length=1)
    position: str = ""
    band: str | None = None
    decision_maker: bool | None = None
    started_on: date | None = None
    left_on: date | None = None
    source: SourceRef


class Training(Recorded):
    """One person's result in one module. `score` is in per cent."""

    name: str = Field(min_length=1)
    position: str | None = None
    module: int | None = None
    completed_on: date | None = None
    score: float | None = None
    passed: bool | None = None
    required: bool | None = None
    source: SourceRef


class Breach(Recorded):
    """One row of the body's own log of breaches."""

    reference: str = ""
    logged: bool | None = None  # it stands on the body's register of breaches
    happened_on: date | None = None
    found_on: date | None = None
    logged_on: date | None = None
    nature: str = ""
    confirmed: bool | None = None
    investigated: bool | None = None
    investigated_by: str | None = None
    outcome: str | None = None
    learning: str | None = None
    published_on: date | None = None
    published: bool | None = None
    notified_nhs_england_on: date | None = None
    notified_nhs_england: bool | None = None
    source: SourceRef


class SubGroupReport(Recorded):
    """A sub-committee's or working group's summary report (Annex E ii)."""

    group: str = Field(min_length=1)
    title: str = ""
    on: date | None = None
    conflicts: str | None = None  # its words on managing conflicts; None where it has no place for them, "" if blank
    minutes: bool | None = None  # its minutes came with it
    decided: bool | None = None  # words say that the group itself took the final decision, or only recommends
    source: SourceRef


class Publication(Recorded):
    """Where and when one list was published. `kept_list` is interests, gifts, procurement or breaches."""

    kept_list: str
    published: bool | None = None
    published_on: date | None = None
    address: str | None = None
    on_request: bool | None = None  # the public may see it on request
    source: SourceRef


class Guardian(Recorded):
    """The conflicts of interest guardian as assurance.yaml tells; `appointed` False where it says there is none."""

    name: str | None = None
    appointed: bool | None = None
    role: str | None = None
    appointed_on: date | None = None
    until: date | None = None
    audit_chair: bool | None = None
    provider_interest: bool | None = None
    interests: tuple[str, ...] = ()
    source: SourceRef

    def in_office(self, on: date) -> bool:
        """Whether the days given leave room for that day; both ends are included."""
        return (self.appointed_on is None or self.appointed_on <= on) and (self.until is None or on <= self.until)


class Policy(Recorded):
    """The body's conflicts of interest policy; `elements` are keys of Annex J it covers, `missing` those it lacks."""

    exists: bool | None = None  # False where the file says there is none
    title: str = ""
    approved_on: date | None = None
    elements: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    breach_notice_required: bool | None = None  # it asks that NHS England be told of breaches
    source: SourceRef


class InternalAudit(Recorded):
    """One internal audit. `subject` is conflicts_of_interest or primary_medical_care; `year` like 2017/18.

    `held` False: the file says none was done; `rated` False: it says none of its results was rated.
    """

    subject: str
    held: bool | None = None
    rated: bool | None = None
    year: str | None = None
    reported_on: date | None = None
    rating: str | None = None
    in_governance_statement: bool | None = None
    source: SourceRef


class SelfCertification(Recorded):
    """One return. `period` like "2017/18 Q2", or "2017/18" for the annual one."""

    period: str
    submitted: bool | None = None
    published: bool | None = None
    signed_by: tuple[str, ...] = ()
    submitted_on: date | None = None
    published_on: date | None = None
    training_percent: float | None = None
    source: SourceRef


class RemovedInterest(Recorded):
    """An interest taken off a register."""

    person: str = Field(min_length=1)
    organisation: str = ""
    ended_on: date | None = None
    removed_from_public_on: date | None = None
    removed_from_record_on: date | None = None
    source: SourceRef


class Redaction(Recorded):
    """Words withheld from the published register."""

    person: str = Field(min_length=1)
    organisation: str = ""
    decided_by: str | None = None
    decided_on: date | None = None
    reason: str | None = None
    unredacted_copy_kept: bool | None = None
    source: SourceRef


class CommitteeTerms(Recorded):
    """What the terms of reference of a committee on primary care say; without `committee`, of every such committee.

    `gp_vote_reason`: why GPs have a vote, empty where the file says that no reason is recorded. `invites`: everybody
    with a standing invitation; None where the file does not tell.
    """

    committee: str = ""
    gp_vote_reason: str | None = None
    invites: tuple[str, ...] | None = None
    source: SourceRef


class ReadinessAnswer(Recorded):
    """One answer of a body that asks for delegated authority, in its own words."""

    question: str
    answer: str
    source: SourceRef


class Assurance(Recorded):
    """Everything assurance.yaml states. `tells` are the sections that stand in it, even if they list nothing."""

    file: str
    tells: tuple[str, ...] = ()
    publications: tuple[Publication, ...] = ()
    guardian: Guardian | None = None  # the newest
    former_guardians: tuple[Guardian, ...] = ()
    policy: Policy | None = None
    internal_audits: tuple[InternalAudit, ...] = ()
    self_certifications: tuple[SelfCertification, ...] = ()
    removed_interests: tuple[RemovedInterest, ...] = ()
    redactions: tuple[Redaction, ...] = ()
    breaches: tuple[Breach, ...] = ()
    terms_of_reference: tuple[CommitteeTerms, ...] = ()
    readiness: tuple[ReadinessAnswer, ...] = ()
    source: SourceRef

    def with_more(self, other: Assurance) -> Assurance:
        """What two files tell together: all guardians, the newest last; of two policies the first that is told."""
        lists = (
            "publications", "internal_audits", "self_certifications", "removed_interests", "redactions", "breaches",
            "terms_of_reference", "readiness",
        )  # fmt: skip
        joined = {name: (*getattr(self, name), *getattr(other, name)) for name in lists}
        tells = tuple(dict.fromkeys((*self.tells, *other.tells)))
        guardians = sorted((*other.guardians(), *self.guardians()), key=lambda one: one.appointed_on or date.min)
        return self.model_copy(
            update={
                **joined,
                "tells": tells,
                "guardian": guardians[-1] if guardians else None,
                "former_guardians": tuple(guardians[:-1]),
                "policy": self.policy or other.policy,
            }
        )

    def guardians(self) -> tuple[Guardian, ...]:
        """All guardians it names, the newest last."""
        return (*self.former_guardians, *((self.guardian,) if self.guardian else ()))
