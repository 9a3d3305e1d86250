"""Decisions taken by e-mail and told in prose: which messages tell of one, and what their sentences say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from coi_audit.model.evidence import SourceRef
from coi_audit.model.meetings import Attendance, Passage, UrgentDecision
from coi_audit.model.words import AttendanceStatus
from coi_audit.readers.attendance.labels import Label
from coi_audit.readers.attendance.lists import PeopleLists, without_repeats
from coi_audit.readers.days_in_text import first_day
from coi_audit.readers.records.paper import PaperLine

_HEADER = re.compile(r"^(?P<name>from|sent|date|to|cc|subject)\s*:\s*(?P<value>.*)$", re.IGNORECASE)
_LOOKED_AT = 12  # lines
_LEAST = 3  # headers of a message
_OTHER_HEADER = re.compile(
    r"^(?:bcc|reply-to|message-id|mime-version|content-[\w-]+|importance|attachments?)\s*:", re.I
)
_ANSWERED = re.compile(r"^(?:(?:re|fw|fwd|aw)\s*:\s*)+", re.IGNORECASE)
_GREETING = re.compile(r"^(?:dear|hi|hello|good (?:morning|afternoon)|all|colleagues|members)\b[^.]{0,40}$", re.I)
_SIGN_OFF = re.compile(
    r"^(?:(?:kind|best|warm|with)?\s*(?:regards|wishes)|many thanks|thanks|thank you|yours\b.*)[,.]?$", re.I
)
_BROKEN = 55  # letters: e-mail programs break no shorter lines
_SIGNATURE = 3  # lines below the last words
_TAKEN = re.compile(r"\b(?:agreed|approved|decided|supported|endorsed|ratified|declined|rejected)\b", re.IGNORECASE)
_DECIDING = re.compile(r"\b(?:deci[ds]\w+|approv\w+|agree\w*|vot(?:e[ds]?|ing))\b", re.IGNORECASE)
_DECLARES = re.compile(r"\bdeclar|\binterests?\b|\bconflict", re.IGNORECASE)
_ONE = (
    r"(?:(?:Dr|Mr|Mrs|Ms|Miss|Prof(?:essor)?|Sir|Dame|Cllr)\.? )?"
    r"(?!The\b|All\b)[A-Z][\w'’.-]+(?: [a-z]{2,3})?(?: [A-Z][\w'’-]+)+"
)
_NAMES = rf"(?P<names>{_ONE}(?:\s*(?:,|;|,? and|&)\s*{_ONE})*)"
_BY = re.compile(
    rf"\b(?i:(?:approved|agreed|supported|endorsed)(?: by e-?mail)? by|in favour|(?:following|these) members [a-z ]+)"
    rf"\s*[:–-]?\s*{_NAMES}"
)
_THEY = re.compile(
    rf"^{_NAMES},? (?:(?:all|both|each|have|has|had) )*"
    r"(?:agreed|approved|replied|responded|voted|supported|confirmed)\b"
)


def is_mail(lines: Sequence[str]) -> bool:
    """Whether a paper begins with the headers of a message."""
    names = {match["name"].casefold() for line in lines[:_LOOKED_AT] if (match := _HEADER.match(line.strip()))}
    return len(names) >= _LEAST


def tells_decision(lines: Sequence[str], told: Sequence[bool]) -> bool:
    """Whether a message says in its prose that something was decided; `told` says of which lines how it was."""
    if not is_mail(lines) or not any(_TAKEN.search(line) for line in lines):
        return False
    return any(how and (_HEADER.match(line) or _DECIDING.search(line)) for how, line in zip(told, lines, strict=True))


def mailed_decision(lines: Sequence[PaperLine], how: str) -> UrgentDecision | None:
    """The decision that a message tells of, with all of its prose; None for a paper that is no message."""
    if not is_mail([line.text for line in lines]):
        return None
    headers = {
        match["name"].casefold(): match["value"] for line in reversed(lines) if (match := _HEADER.match(line.text))
    }
    title = _ANSWERED.sub("", " ".join(headers.get("subject", "").split()))
    prose = _whole(_prose(lines))
    declared = [line for line in prose if _DECLARES.search(line.text)]
    rest = [line for line in prose if line not in declared]
    if not title or not prose:
        return None
    return UrgentDecision(
        on=first_day(headers.get("date") or headers.get("sent") or ""),
        title=title[:500],
        how=how,
        decided_by=_people(prose),
        passages=tuple(Passage(text=line.text, source=line.source) for line in (*declared, *rest)),
        source=lines[0].source,
    )


def _prose(lines: Sequence[PaperLine]) -> Iterator[PaperLine]:
    """The message's sentences: neither headers nor greetings nor who signed it."""
    signed = 0
    for line in lines:
        text = " ".join(line.text.split())
        if _SIGN_OFF.match(text):
            signed = _SIGNATURE
        elif _HEADER.match(text) or _OTHER_HEADER.match(text):
            signed = 0
        elif signed and len(text.split()) <= 8 and not text.endswith("."):
            signed -= 1
        elif not _GREETING.match(text):
            signed = 0
            yield PaperLine(text, line.source)


def _whole(lines: Iterable[PaperLine]) -> list[PaperLine]:
    """Lines that the e-mail program broke, put together again."""
    found: list[PaperLine] = []
    ends: int | None = None  # the number of the last line, where it may go on
    for line in lines:
        number = line.source.line
        if found and number is not None and ends == number - 1:
            found[-1] = PaperLine(f"{found[-1].text} {line.text}", found[-1].source)
        else:
            found.append(line)
        ends = number if len(line.text) >= _BROKEN else None
    return found


def _people(prose: Sequence[PaperLine]) -> tuple[Attendance, ...]:
    """Those of whom the prose says that they approved or answered."""
    found: list[Attendance] = []
    for line in prose:
        for sentence in re.split(r"(?<=[a-z)][.;])\s+", line.text):
            for match in (*_BY.finditer(sentence), *_THEY.finditer(sentence)):
                found.extend(_named(match["names"], line.source))
    return without_repeats(found)


def _named(names: str, source: SourceRef) -> tuple[Attendance, ...]:
    lists = PeopleLists()
    lists.open(Label(AttendanceStatus.PRESENT, ""))
    lists.add_text(names, source, several=True)
    return tuple(lists.everybody())
