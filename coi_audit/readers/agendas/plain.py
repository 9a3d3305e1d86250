"""Agendas without numbers, times or tables, one item a line: which lines are items, and which head or explain them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coi_audit.readers.agendas.details import read_detail
from coi_audit.readers.agendas.words import (
    Fields,
    ends_agenda,
    is_action,
    is_closing,
    is_pause,
    is_section_heading,
    split_fields,
    title_goes_on,
)
from coi_audit.readers.days_in_text import find_days
from coi_audit.readers.item_numbers import is_time
from coi_audit.readers.minutes.headings import VERB
from coi_audit.readers.paper import Line, Paper
from coi_audit.readers.paper_header import find_bodies, find_committee, is_private

_OPENING = re.compile(
    r"^(?:(?:the )?chair(?:man|woman|person)?['’]?s? (?:welcome|opening|introduct|remarks)|welcome|introductions?\b"
    r"|opening (?:of|remarks|business)|apolog|declarations?\b|disclosures?\b|minutes of|notes of the (?:last|previous)"
    r"|quorum|attendance and apolog|questions from)",
    re.IGNORECASE,
)
_COMES_FIRST = re.compile(
    r"\b(?:stor(?:y|ies)|experience|journey|voice|spotlight|presentation|questions|video|tour|seminar)\b", re.IGNORECASE
)
_HEAD_OF_ITEMS = re.compile(r"^(?:the )?(?:draft |meeting |public |private )?agenda(?: items)?\W*$", re.IGNORECASE)
_ABOUT_MEETING = re.compile(
    r"^(?:date|day|time|start|venue|location|place|room|where|when|chair(?:ed by|man|person)?|clerk|secretary"
    r"|to|from|cc|attendees|invitees|members(?:hip)?|present|join(?:ing)?|dial|tele?phone|tel|teams|zoom|meeting id"
    r"|passcode|contact|email|notice|please|n\.?b\.?|note)\b[\w\s/&()-]{0,30}:|https?:|www\.|.*@\w+\.",
    re.IGNORECASE,
)
_SENTENCE_WORDS = re.compile(
    r"\b(?:(?:is|are) (?:asked|invited|requested|recommended) to|will (?:be|present|give|ask|turn|meet|take|begin))\b",
    re.IGNORECASE,
)
_FEWEST = 3
_LONGEST_TITLE = 40  # words
_MOSTLY = 0.7


def plain_items(paper: Paper) -> tuple[Line, ...]:
    """The lines that are items, in order; empty where the paper is no plain list of items, prose for instance.

    The list begins at the first usual item (a welcome, apologies, declarations), else below the line "Agenda", else at
    the first of several lines that state an action. A line in the style of few others is a heading, a sentence is more
    words of the item above.
    """
    lines = [block for block in paper.blocks if isinstance(block, Line)]
    start = _first(lines)
    if start is None:
        return ()
    listed = list(_listed(lines[start:]))
    found = [line for line in listed if _reads_as_title(line)]
    found = _in_one_style(found, least=listed[0].indent if listed else 0)
    sentences = sum(_is_sentence(line.text) for line in listed)
    return tuple(found) if len(found) >= _FEWEST and len(found) > sentences else ()


def _first(lines: Sequence[Line]) -> int | None:
    usual = (at for at, line in enumerate(lines) if _OPENING.match(line.text) and _reads_as_title(line))
    at = next(usual, None)
    if at is not None:
        return _before_usual(lines, at)
    head = next((at for at, line in enumerate(lines) if _HEAD_OF_ITEMS.match(line.text)), None)
    if head is not None:
        return head + 1
    acting = [at for at, line in enumerate(lines) if split_fields(line.text).action is not None]
    return acting[0] if len(acting) > 1 else None


def _before_usual(lines: Sequence[Line], usual: int) -> int:
    """Where the list begins: items may stand before the welcome, below the line "Agenda" or else known by their words.

    They are titles in the style of the usual item, and do not name the meeting; the first of them begins the list.
    """
    head = next((at for at in range(usual - 1, -1, -1) if _HEAD_OF_ITEMS.match(lines[at].text)), None)
    first = usual
    for at in range(usual - 1, -1 if head is None else head, -1):
        line = lines[at]
        alike = _style(line) == _style(lines[usual])
        title = alike and _reads_as_title(line) and not (_tells_of_meeting(line.text) or _names_meeting(line.text))
        if title and (head is not None or _COMES_FIRST.search(line.text)):
            first = at
        elif head is None:
            break
    return first


def _style(line: Line) -> tuple[bool, bool, int]:
    return line.bold, line.heading > 0, line.indent


def _names_meeting(text: str) -> bool:
    named = find_bodies([text]) or find_committee([text])
    return bool(named) or is_private(text) is not None


def _listed(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines up to the end of the agenda or of its part; what only tells of the meeting is left out."""
    ended = False
    for line in lines:
        ended = not (is_section_heading(line.text) or is_private(line.text) is not None) and (
            ended or ends_agenda(line.text)
        )
        if not (ended or _tells_of_meeting(line.text) or is_closing(line.text) or is_pause(line.text)):
            yield line


def _tells_of_meeting(text: str) -> bool:
    """A day, a time, a place with its label, or how to join: no item."""
    if _ABOUT_MEETING.match(text) or is_time(text) or _HEAD_OF_ITEMS.match(text):
        return True
    days = find_days(text)
    return bool(days) and days[0].start <= len("on Wednesday ") and len(text.split()) <= 12


def _reads_as_title(line: Line) -> bool:
    words = line.text.strip()
    if not words[:1].isupper() and words[:1] not in "\"'‘“(0123456789":
        return False
    if line.bullet or len(words.split()) > _LONGEST_TITLE or _is_sentence(words) or is_section_heading(words):
        return False
    return not (is_closing(words) or is_action(words) or read_detail(words, Fields()))


def _is_sentence(text: str) -> bool:
    words = text.strip()
    if _SENTENCE_WORDS.search(words):
        return True
    return words.endswith(".") and (len(words.split()) > 8 or VERB.search(words) is not None)


def _in_one_style(lines: Sequence[Line], *, least: int) -> list[Line]:
    """Without lines set in from the first, headings among plain items, and the lines below a title set apart."""
    level = [line for line in lines if line.indent <= least + 1]
    for marked in (_in_capitals, _in_bold, _as_heading):
        some = [line for line in level if marked(line)]
        if some and len(some) < len(level) / 2:
            level = [line for line in level if not marked(line)]
    apart = sum(line.blank_before for line in level)
    if level and apart >= _MOSTLY * len(level) and apart < len(level):
        level = [line for line in level if line.blank_before or line is level[0]]
    pairs = zip([None, *level], level, strict=False)
    return [line for before, line in pairs if before is None or line.blank_before or not title_goes_on(before.text)]


def _in_capitals(line: Line) -> bool:
    return line.text.isupper() and len(line.text) > len("A.O.B.")


def _in_bold(line: Line) -> bool:
    return line.bold


def _as_heading(line: Line) -> bool:
    return line.heading > 0
