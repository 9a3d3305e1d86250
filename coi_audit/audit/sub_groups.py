"""What the papers tell of a sub-group that reports to a committee: its minutes, its conflicts, and who decided."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coi_audit.model.assurance import SubGroupReport
from coi_audit.model.case import Case
from coi_audit.model.meetings import Meeting
from coi_audit.model.words import CommitteeKind

if TYPE_CHECKING:
    from coi_audit.audit.examine import Examined

_GROUP = (
    r"(?:sub-?groups?|sub-?committees?|working (?:group|party)|(?<!commissioning )(?<!medical )(?<!practice )groups?)"
)
_FIRMLY = r"(?:had |has |have )?(?:already |unanimously |itself |formally |also )*"
_DECIDED = re.compile(
    rf"\b{_GROUP} {_FIRMLY}(?:approved|awarded|ratified|authorised|decided|signed off|granted"
    rf"|agreed to (?:award|approve|fund|extend|grant|pay)|took the (?:final )?decision|made the (?:final )?decision)\b"
    rf"|\b(?:approved|awarded|decided|authorised) by the [\w&' -]{{0,60}}?\b{_GROUP}",
    re.IGNORECASE,
)
_LEFT_TO_COMMITTEE = re.compile(
    rf"\b{_GROUP} {_FIRMLY}(?:recommend(?:ed|s)?|propose[ds]?|advise[ds]?|ask(?:ed|s) the|supported)\b"
    rf"|\brecommendations? (?:of|from|by|made by) the [\w&' -]{{0,60}}?\b{_GROUP}"
    rf"|\b{_GROUP}['’]s? recommendations?\b",
    re.IGNORECASE,
)
_NO_MINUTES = re.compile(
    r"\bno (?:minutes|notes)\b|\b(?:minutes|notes)\b[^.;]{0,60}\b(?:not (?:yet )?(?:been |be )?(?:available|attached|"
    r"ready|provided|received|agreed|written|circulated|enclosed|taken|kept)|unavailable|to follow|outstanding)\b",
    re.IGNORECASE,
)
_MINUTES = re.compile(
    r"\b(?:minutes|notes)\b[^.;]{0,120}\b(?:attached|enclosed|appended|received|noted|presented|circulated|included|"
    r"tabled|annexed|provided)\b|\b(?:attached|enclosed|appended|received|noted)\b[^.;]{0,60}\b(?:minutes|notes)\b"
    r"|\b(?:and|with) (?:its |the |draft )?(?:minutes|notes)\b",
    re.IGNORECASE,
)
_OWN_FINAL = re.compile(
    r"\bunder (?:its |their |the )?delegated (?:authority|powers?|limits?)\b|\bfinal decision\b", re.IGNORECASE
)
_RECOMMENDS = re.compile(r"\brecommend", re.IGNORECASE)
_COMMON = frozenset({
    "the", "of", "and", "for", "a", "an", "group", "sub", "subgroup", "committee", "subcommittee", "working", "party",
    "report", "from", "primary", "care", "update", "task", "finish", "meeting", "minutes", "notes", "icb", "ccg", "nhs",
    "summary",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class SubGroupPapers:
    """`reports` are the groups' own; `minuted` the names of other committees and groups whose minutes are there."""

    reports: tuple[SubGroupReport, ...] = ()
    minuted: tuple[str, ...] = ()


NO_SUB_GROUPS = SubGroupPapers()
# The fields for an item that is no report: all of them, because items are told apart by the same names of facts.
NO_GROUP: dict[str, Any] = {
    "sub_group": None,
    "sub_group_minutes": None,
    "sub_group_conflicts": None,
    "sub_group_decided": None,
}


def sub_group_papers(case: Case, meeting: Meeting) -> SubGroupPapers:
    """The reports that came to this meeting, by folder or else by day; and the groups whose minutes are there."""
    if meeting.between_meetings is not None:
        return NO_SUB_GROUPS
    reports = [
        one
        for one in case.records.sub_group_reports
        if one.source.file.startswith(f"{meeting.folder}/")
        or (
            not one.source.file.startswith("meetings/") and one.on is not None and 0 <= (meeting.on - one.on).days <= 92
        )
    ]
    minuted = {
        one.committee
        for one in case.meetings
        if one.minutes and one.committee and one.committee != meeting.committee and one.on <= meeting.on
    }
    return SubGroupPapers(tuple(reports), tuple(sorted(minuted)))


def about_sub_group(examined: Examined, index: int, words: str) -> dict[str, Any]:
    """The fields of `ItemFacts` on sub-groups; `words` are the item's, of the agenda and the minutes."""
    item = examined.audit.items[index]
    title, told = item.item.title, item.classification.sub_group
    report = _report_for(title, told, examined.sub_groups.reports)
    group = told or (report.group if report is not None else None)
    if group is None:
        return {**NO_GROUP, "sub_group_decided": _lower(examined, words)}
    return {
        "sub_group": group if group.casefold().startswith("the ") else f"the {group}",
        "sub_group_minutes": _minutes(examined, group, title, words, report),
        "sub_group_conflicts": item.record.sub_group_conflicts or (report.conflicts if report is not None else None),
        "sub_group_decided": _decided(words, report),
    }


def unplaced_reports(examined: Examined) -> tuple[SubGroupReport, ...]:
    """Reports to this meeting that are no item's."""
    items = [(one.item.title, one.classification.sub_group) for one in examined.audit.items]
    return tuple(
        one
        for one in examined.sub_groups.reports
        if not any(_report_for(title, told, (one,)) is not None for title, told in items)
    )


def about_report(report: SubGroupReport) -> dict[str, Any]:
    """The same fields for a report that stands under no item of the agenda."""
    group = report.group
    return {
        "sub_group": group if group.casefold().startswith("the ") else f"the {group}",
        "sub_group_minutes": report.minutes,
        "sub_group_conflicts": report.conflicts,
        "sub_group_decided": report.decided,
    }


def _report_for(title: str, told: str | None, reports: Iterable[SubGroupReport]) -> SubGroupReport | None:
    for one in reports:
        named = _alike(one.group, told) if told else _within(one.group, title)
        if named or (one.title and _alike(one.title, title)):
            return one
    return None


def _minutes(examined: Examined, group: str, title: str, words: str, report: SubGroupReport | None) -> bool | None:
    if report is not None and report.minutes is not None:
        return report.minutes
    if _NO_MINUTES.search(words):
        return False
    tabled = [one.item.title for one in examined.audit.items if re.search(r"\bminutes\b", one.item.title, re.I)]
    if _MINUTES.search(f"{title}. {words}") or any(_within(group, one) for one in tabled):
        return True
    return True if any(_alike(group, one) for one in examined.sub_groups.minuted) else None


def _decided(words: str, report: SubGroupReport | None) -> bool | None:
    if _DECIDED.search(words):
        return True
    if report is not None and report.decided is not None:
        return report.decided
    return False if _LEFT_TO_COMMITTEE.search(words) else None


def _lower(examined: Examined, words: str) -> bool | None:
    """Of a committee of no kind that body.yaml gives: whether its own words call its decision final."""
    if examined.audit.committee_kind is not CommitteeKind.OTHER:
        return None
    if _OWN_FINAL.search(words):
        return True
    return False if _RECOMMENDS.search(words) else None


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]+", name.casefold().replace("'s", ""))) - _COMMON


def _alike(one: str, other: str) -> bool:
    mine, theirs = _words(one), _words(other)
    if not mine or not theirs:
        return " ".join(one.casefold().split()) == " ".join(other.casefold().split())
    return len(mine & theirs) * 2 > len(mine | theirs)


def _within(group: str, text: str) -> bool:
    """Whether a text names the group: every word that tells it from others, and that it is a group."""
    own = _words(group)
    return bool(own) and own <= _words(text) and bool(re.search(_GROUP, text, re.IGNORECASE))
