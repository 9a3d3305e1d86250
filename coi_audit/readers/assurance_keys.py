"""The keys of assurance.yaml, and the other words in which people write them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from coi_audit.strict_yaml import MarkedYaml, Path_

Names = Mapping[str, tuple[str, ...]]  # a key -> other words for it, folded

SECTIONS: Names = {
    "publication": ("publications", "published", "published_registers", "registers_published"),
    "guardian": ("guardians", "conflicts_of_interest_guardian", "coi_guardian", "conflict_of_interest_guardian"),
    "policy": ("conflicts_of_interest_policy", "coi_policy", "conflict_of_interest_policy", "standards_policy"),
    "internal_audits": ("internal_audit", "audits", "internal_audit_reports"),
    "self_certification": ("self_certifications", "self_cert", "self_certs", "self_certification_returns", "returns"),
    "breaches": ("breach", "breach_log", "breaches_log", "register_of_breaches", "breach_register"),
    "removed_interests": ("removed", "interests_removed", "removed_entries"),
    "redactions": ("redaction", "redacted", "redacted_interests", "redacted_entries"),
    "terms_of_reference": ("committee_terms", "committees_terms_of_reference", "tor"),
    "readiness": ("readiness_questions", "delegation_readiness", "delegated_authority"),
}
LISTS: Names = {
    "register_of_interests": ("interests", "register", "interests_register", "registers_of_interests"),
    "gifts_register": ("gifts", "gifts_and_hospitality", "register_of_gifts_and_hospitality", "hospitality_register",
                       "gifts_and_hospitality_register", "register_of_gifts"),
    "procurement_register": ("procurement", "procurement_decisions", "register_of_procurement_decisions", "contracts",
                             "procurement_decisions_register", "contracts_register"),
    "breaches": ("breach", "breach_register", "register_of_breaches", "breaches_register", "breach_log"),
}  # fmt: skip
PUBLICATION: Names = {
    "published": ("is_published", "on_website"),
    "published_on": ("date", "on", "published_date", "date_published", "date_of_publication", "last_published",
                     "updated_on", "last_updated"),
    "address": ("url", "link", "web_address", "website", "web_page", "page", "where", "published_at"),
    "on_request": ("available_on_request", "by_request", "open_on_request"),
}  # fmt: skip
GUARDIAN: Names = {
    "name": ("guardian", "who"),
    "appointed": ("in_post",),
    "role": ("position", "post", "title", "job_title"),
    "appointed_on": ("from", "since", "start", "started_on", "date_appointed", "appointment_date"),
    "until": ("to", "end", "ended_on", "left_on"),
    "audit_chair": ("is_audit_chair", "chairs_audit_committee", "audit_committee_chair", "chair_of_audit"),
    "provider_interest": ("provider_interests", "has_provider_interest", "interest_in_provider"),
    "interests": ("interest", "declared_interests"),
}
POLICY: Names = {
    "exists": ("in_place", "held"),
    "title": ("name", "policy"),
    "approved_on": ("approved", "date", "approval_date", "date_approved", "ratified_on", "adopted_on"),
    "covers": ("elements", "includes", "contains", "covered"),
    "lacks": ("missing", "omits", "does_not_cover", "not_covered"),
    "breach_notice_to_nhs_england": ("breach_notice_required", "notify_nhs_england", "breaches_to_nhs_england",
                                     "tell_nhs_england_of_breaches", "nhs_england_notice"),
}  # fmt: skip
AUDIT: Names = {
    "subject": ("audit", "title", "name", "of", "about"),
    "year": ("financial_year", "for_year", "fy"),
    "held": ("done", "carried_out", "completed", "took_place"),
    "reported_on": ("reported", "date", "report_date", "date_of_report", "issued_on", "completed_on"),
    "rating": ("opinion", "assurance", "assurance_level", "level", "result"),
    "in_governance_statement": ("governance_statement", "in_annual_governance_statement", "reported_in_statement",
                                "in_ags", "annual_governance_statement"),
}  # fmt: skip
RETURN: Names = {
    "period": ("quarter", "year", "for", "for_period", "return"),
    "submitted": ("sent", "returned"),
    "submitted_on": ("date", "date_submitted", "sent_on", "returned_on"),
    "published": ("on_website",),
    "published_on": ("date_published", "publication_date"),
    "training_percent": ("training", "training_completed_percent", "percent_trained", "training_completion",
                         "trained_percent", "staff_trained_percent"),
    "signed_by": ("signatories", "signed", "signatures"),
}  # fmt: skip
BREACH: Names = {
    "reference": ("ref", "reference_number", "number", "id", "no"),
    "happened_on": ("date", "on", "event_date", "date_of_breach", "date_of_event", "occurred_on"),
    "found_on": ("found", "discovered_on", "date_found", "identified_on", "date_identified", "reported_on"),
    "logged": ("recorded", "on_log", "on_register"),
    "logged_on": ("date_logged", "recorded_on", "date_recorded", "entered_on"),
    "nature": ("what", "description", "details", "breach", "nature_of_breach", "summary"),
    "confirmed": ("upheld", "is_breach", "found_to_be_a_breach"),
    "investigated": ("investigation",),
    "investigated_by": ("investigator", "by_whom", "investigating_officer"),
    "outcome": ("findings", "conclusion", "result"),
    "learning": ("lessons", "lessons_learned", "lessons_learnt", "actions", "action_taken", "learning_and_actions"),
    "published": ("on_website", "anonymised_and_published"),
    "published_on": ("date_published",),
    "notified_nhs_england": ("nhs_england_told", "nhs_england_notified", "reported_to_nhs_england", "told_nhs_england"),
    "notified_nhs_england_on": ("nhs_england_told_on", "nhs_england_notified_on", "reported_to_nhs_england_on"),
}  # fmt: skip
REMOVED: Names = {
    "person": ("name", "member", "who"),
    "organisation": ("organization", "interest", "body"),
    "ended_on": ("ended", "interest_ended_on", "expired_on", "until"),
    "removed_from_public_on": ("removed_on", "removed_from_public_register_on", "removed_from_website_on",
                               "taken_off_on"),
    "removed_from_record_on": ("deleted_on", "removed_from_private_record_on", "destroyed_on",
                               "removed_from_private_on"),
}  # fmt: skip
REDACTION: Names = {
    "person": ("name", "member", "who"),
    "organisation": ("organization", "interest", "body"),
    "decided_by": ("by", "approved_by", "authority"),
    "decided_on": ("date", "on", "approved_on", "decision_date"),
    "reason": ("why", "because", "grounds"),
    "unredacted_copy_kept": ("copy_kept", "unredacted_copy", "full_copy_kept", "confidential_copy_kept"),
}
TERMS: Names = {
    "committee": ("name", "of", "committee_name"),
    "gp_vote_reason": ("reason_for_gp_vote", "reason_for_gp_votes", "gp_votes_reason", "why_gps_vote", "gp_vote",
                       "gp_votes"),
    "invites": ("invited", "invitations", "standing_invitations", "standing_invitation", "standing_invitees"),
}  # fmt: skip
_OF_SECTION: Mapping[str, Names] = {
    "guardian": GUARDIAN, "policy": POLICY, "internal_audits": AUDIT, "self_certification": RETURN, "breaches": BREACH,
    "removed_interests": REMOVED, "redactions": REDACTION, "terms_of_reference": TERMS,
}  # fmt: skip


def folded(key: str) -> str:
    """A key without case, with underscores for spaces and hyphens: "Published on" is published_on."""
    return re.sub(r"[\s\-/&]+", "_", key.strip().casefold().replace("&", " and ").replace("’", "").replace("'", ""))


def is_assurance(data: object) -> bool:
    """Whether a YAML file's data have the sections of assurance.yaml: two of them, by whatever known name."""
    if not isinstance(data, dict):
        return False
    return sum(name in SECTIONS for _, name in _pairs(data, SECTIONS)) >= 2


def in_known_words(yaml: MarkedYaml) -> MarkedYaml:
    """The same file with every key that is another word for a known one under the known one, lines kept.

    A key whose known word stands there as well is left as written, so that it is reported and not lost.
    """
    lines: dict[Path_, int] = {(): yaml.line()}
    return MarkedYaml(_renamed(yaml.data, (), (), yaml, lines), lines)


def _renamed(value: Any, old: Path_, new: Path_, yaml: MarkedYaml, lines: dict[Path_, int]) -> Any:
    lines[new] = yaml.line(*old)
    if isinstance(value, dict):
        names = dict(_pairs(value, _names_at(new)))
        return {
            name: _renamed(value[key], (*old, key), (*new, name), yaml, lines) for key, name in names.items()
        }  # fmt: skip
    if isinstance(value, list):
        return [_renamed(one, (*old, at), (*new, at), yaml, lines) for at, one in enumerate(value)]
    return value


def _pairs(values: Mapping[str, Any], names: Names) -> Iterator[tuple[str, str]]:
    taken = {key for key in values if key in names}
    for key in values:
        word = folded(key)
        known = next((name for name, others in names.items() if word == name or word in others), None)
        if key in names or known is None or known in taken:
            yield key, key
        else:
            taken.add(known)
            yield key, known


def _names_at(path: Path_) -> Names:
    """The names known for the keys of the mapping at a path of known words."""
    words = [part for part in path if isinstance(part, str)]
    if not words:
        return SECTIONS
    if words[0] == "publication":
        return LISTS if len(words) == 1 else PUBLICATION if len(words) == 2 else {}
    return _OF_SECTION.get(words[0], {}) if len(words) == 1 else {}
