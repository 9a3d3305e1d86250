"""What each kind of paper is called on the desk's pages."""

from __future__ import annotations

from collections.abc import Mapping

KIND_WORDS: Mapping[str, str] = {
    "body": "About the body",
    "register": "Register of interests",
    "agenda": "Agenda",
    "minutes": "Minutes",
    "attendance": "Attendance list",
    "decisions": "Chair's rulings",
    "organisations": "Local organisations",
    "gifts": "Register of gifts and hospitality",
    "procurement": "Register of procurement decisions",
    "training": "Training list",
    "breaches": "Log of breaches",
    "staff": "Decision-making staff",
    "assurance": "Assurance facts",
    "bidders": "Declarations of bidders",
    "checklist": "Procurement checklist",
    "sub_group_report": "Report of a sub-group",
    "urgent_decisions": "Decisions between meetings",
    "policy": "The body's own policy",
    "answers": "Answers to questions",
    "image": "Picture, left aside",
    "ignored": "Left aside",
    "unreadable": "Not readable",
    "unknown": "Not understood",
}
