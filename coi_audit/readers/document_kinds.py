"""What a file of a case folder can be."""

from __future__ import annotations

from enum import StrEnum


class DocumentKind(StrEnum):
    """What a file was taken for."""

    BODY = "body"
    REGISTER = "register"
    AGENDA = "agenda"
    MINUTES = "minutes"
    ATTENDANCE = "attendance"
    DECISIONS = "decisions"
    ORGANISATIONS = "organisations"
    GIFTS = "gifts"
    PROCUREMENT = "procurement"
    TRAINING = "training"
    BREACHES = "breaches"
    STAFF = "staff"
    ASSURANCE = "assurance"
    BIDDERS = "bidders"  # declarations of bidders and contractors
    CHECKLIST = "checklist"  # of a procurement
    SUB_GROUP_REPORT = "sub_group_report"
    URGENT_DECISIONS = "urgent_decisions"  # taken by the chair or by e-mail between meetings
    POLICY = "policy"  # policy.yaml: what the body set otherwise in the rulebook
    ANSWERS = "answers"  # answers.yaml: what people answered to open questions
    IMAGE = "image"
    IGNORED = "ignored"
    UNREADABLE = "unreadable"  # a format that is not read
    UNKNOWN = "unknown"
