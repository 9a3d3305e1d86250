"""What the minutes say of the meeting as a whole: the chair, the quorum, the call for declarations, the public."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coi_audit.linking.items.sections import opens_declarations
from coi_audit.linking.participation.sentences import Sentence, sentences
from coi_audit.model.evidence import SourceRef
from coi_audit.model.letters import CAPITALS
from coi_audit.model.linking import MeetingRecord
from coi_audit.model.meetings import Agenda, Minutes, MinutesSection, Passage
from coi_audit.model.words import AttendanceStatus
from coi_audit.rulebook.minutes_words import MinutesWords, minutes_words

_VICE = re.compile(r"\b(?:vice|deputy|acting)[ -]?chair", re.IGNORECASE)
_CHAIR = re.compile(r"\bchair(?:man|woman|person)?\b(?! of\b)", re.IGNORECASE)
_TOOK = re.compile(
    rf"([{CAPITALS}][\w.' -]{{2,60}}?)\s*(?:\([^)]*\)\s*)?(?:was|took|in|presided|chaired)\s+(?:in\s+)?(?:the\s+)?"
    r"(?:chair|meeting)\b"
)
_LABEL = re.compile(
    rf"^\s*(?:Chair|Chairman|Chaired by|In the chair)\s*[:-]\s*([{CAPITALS}][^,;(\n]{{2,60}})", re.MULTILINE
)


def read_meeting_record(
    minutes: Sequence[Minutes], *, agendas: Sequence[Agenda] = (), words: MinutesWords | None = None
) -> MeetingRecord:
    """The record of one meeting over all its papers; the first words found for each thing stand.

    Of the agendas only why there is a private part counts, where the minutes do not say so.
    """
    known = words or minutes_words()
    opening = [
        one for paper in minutes for section in _opening(paper, known) for one in sentences(section.passages, known)
    ]
    declared = [
        one
        for paper in minutes
        for section in paper.sections
        if opens_declarations(section.title, known)
        for one in sentences(section.passages, known)
    ]
    every = [one for paper in minutes for one in _every(paper, known)]
    excluded = [one for one in every if known.find("public_excluded", one.text)]
    private = any(paper.private for paper in minutes) or bool(excluded)
    heads = [one for paper in agendas for one in _private_heads(paper, known)]
    return MeetingRecord(
        chair=_chair(minutes, opening),
        quorum_statement=_first("quorum_met", (*opening, *declared, *every), known, unless="inquorate"),
        call_for_declarations=_first("call", (*declared, *opening), known),
        no_declarations=_none_declared(declared, known),
        private_reason=_private_reason(excluded, (*every, *heads), known) if private or heads else None,
        public_invited=_invited(minutes, every, known),
    )


def _opening(paper: Minutes, words: MinutesWords) -> list[MinutesSection]:
    """The sections up to and with the declarations."""
    for index, section in enumerate(paper.sections):
        if opens_declarations(section.title, words):
            return list(paper.sections[: index + 1])
    return list(paper.sections[:3])


def _every(paper: Minutes, words: MinutesWords) -> Iterator[Sentence]:
    for section in paper.sections:
        heading = section.source.model_copy(update={"text": section.title})
        yield Sentence(section.title, heading, -1, -1)
        yield from sentences(section.passages, words)


def _private_heads(paper: Agenda, words: MinutesWords) -> Iterator[Sentence]:
    """The head of a private agenda, or the headings that private items stand under."""
    heads = [item.source.model_copy(update={"text": item.section}) for item in paper.items if item.private]
    heads = [paper.source] if paper.private else [one for one in heads if one.text]
    yield from sentences([Passage(text=one.text, source=one) for one in heads], words)


def _first(key: str, said: Sequence[Sentence], words: MinutesWords, *, unless: str = "") -> SourceRef | None:
    for one in said:
        if words.find(key, one.text) and not (unless and words.find(unless, one.text)):
            return one.source
    return None


def _none_declared(declared: Sequence[Sentence], words: MinutesWords) -> SourceRef | None:
    """ "There were no declarations": not where "further" or "other" says that some had been made before."""
    for one in declared:
        found = words.find("none_declared", one.text)
        if found and not re.search(r"\b(?:further|other|additional|new)\b", found.group(), re.IGNORECASE):
            return one.source
    return None


def _chair(minutes: Sequence[Minutes], opening: Sequence[Sentence]) -> str | None:
    every = [one for paper in minutes for one in paper.attendance]
    here = [one for one in every if one.status is AttendanceStatus.PRESENT]
    here = here or [one for one in every if one.status is AttendanceStatus.IN_ATTENDANCE and one.chair]
    marked = [one.name for one in here if one.chair] or [
        one.name for one in here if one.position and _CHAIR.search(one.position) and not _VICE.search(one.position)
    ]
    if marked:
        return marked[0]
    for one in opening:
        found = _LABEL.search(one.text) or _TOOK.search(one.text)
        if found:
            return found.group(1).strip()
    return None


def _private_reason(excluded: Sequence[Sentence], every: Sequence[Sentence], words: MinutesWords) -> str | None:
    for one in (*excluded, *every):
        found = words.find("private_reason", one.text)
        if found and (
            words.find("reason", one.text) or re.search(r"prejudic|confiden|sensitiv|privilege", one.text, re.I)
        ):
            return one.source.text
    return None


def _invited(minutes: Sequence[Minutes], every: Sequence[Sentence], words: MinutesWords) -> bool | None:
    if any(words.find("public_invited", one.text) for one in every):
        return True
    return False if minutes and all(paper.private for paper in minutes) else None
