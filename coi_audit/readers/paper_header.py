"""What the head of an agenda or of minutes tells: day, committee, bodies, private or public, draft or not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import PurePosixPath

from coi_audit.model.words import MinutesStatus
from coi_audit.readers.days_in_text import find_days

_LONGEST = 400  # characters of one line that can be a heading; a longer line is a paragraph
_BODY_NOUN = r"(?:CCGs?|ICBs?|Clinical\s+Commissioning\s+Groups?|Integrated\s+Care\s+Boards?)"
_NOT_IN_NAME = r"(?:NHS|Committees?|Agenda|Minutes|Meetings?|Governing|Body|Board|Draft|Part)\b"
_BODY = re.compile(
    rf"\bNHS\s+(?P<named>(?:(?!\b(?:committee|meeting|agenda"
    rf"|minutes)\b)[^\n\t:;()|]){{1,160}}?)\s+(?P<noun>{_BODY_NOUN})\b"
    rf"|\b(?P<bare>(?:(?!{_NOT_IN_NAME})(?-i:[A-Z])[\w’'-]*,?\s+(?:(?:and|&|upon|of|on|in|the)\s+)?){{1,6}})"
    rf"(?P<noun2>{_BODY_NOUN})\b",
    re.IGNORECASE,
)
_NOISE = re.compile(
    r"^.*\b(?:agenda|minutes|meetings?|committees?|drafts?|the|for|at|by|held|between|joint|unconfirmed|ratified|board"
    r"|governing|body|bodies|offices?|of)\b[\s:,-]*(?=\S)",
    re.IGNORECASE,
)
_COMMITTEE_NOUN = (
    r"(?:(?:Sub-?\s?)?Committees?(?![ ]+Room)(?:[\s-]+in[\s-]+Common)?|Governing\s+Bod(?:y|ies)|Board(?!\s*room)|Panel"
    r"|Forum)"
)
_COMMITTEE = re.compile(
    rf"(?P<lead>(?:[A-Z][\w’'-]*[ ]+|(?:and|&|of"
    rf"|for)[ ]+(?=[A-Z]))*)(?P<noun>{_COMMITTEE_NOUN})(?P<tail>[ ]+for[ ]+[A-Z][\w’'-]*"
    r"(?:[ ]+(?:and[ ]+)?[A-Z][\w’'-]*)*)?"
)
_LISTED = re.compile(
    r"(?<!\d )\b(?!Agenda|Minutes|Meeting|Part)[A-Z]\w+(?:, [A-Z]\w+)*, [A-Z]\w+,? (?:and|&) [A-Z]\w+"
    r"(?= (?:Sub-?)?(?:Committee|COMMITTEE)\b)"
)  # "Finance, Performance and Quality" is one name
_USUAL_LETTERS = re.compile(r"\b(?:PCCC|PCJC|PCCIC)\b")
_LEADING = re.compile(
    r"^(?:(?:draft|final|approved|ratified|unconfirmed|unratified|confirmed|confidential|private|public|agenda"
    r"|minutes?|notes?"
    r"|meetings?|part|of|for|the|and|a|extraordinary)\b[\s:,-]*)+",
    re.IGNORECASE,
)
_OTHER_MEETING = re.compile(r"\b(?:next|previous|last|future|preceding|forthcoming)\b", re.IGNORECASE)
_MAIL_SENT = re.compile(
    r"^(?:sent|received|on)\s*:|^date\s*:.*\d{1,2}:\d{2}:\d{2}|^date\s*:.*(?:\bGMT\b|\bBST\b|[+-]\d{4})|\bwrote:\s*$",
    re.IGNORECASE,
)
_SENT_OUT = re.compile(
    r"\b(?:circulated|issued|published|sent out|distributed|papers? (?:due|deadline))\b", re.IGNORECASE
)
_THE_DAY = re.compile(
    r"\b(?:held|date|meeting|monday|tuesday|wednesday|thursday|friday|saturday|sunday|on)\b", re.IGNORECASE
)
_PRIVATE = re.compile(
    r"\bpart[\s-]*(?:2|ii|two|b)\b|\b(?:private|confidential|closed)(?:\s+(?:and\s+confidential|session|part|section"
    r"|meeting|"
    r"agenda|minutes|business|items?)|\s*[-–—(:)\]]|\s*$)|\bin\s+(?:private|confidence|committee)\b|\bin[\s-]?camera\b"
    r"|\bpart[\s_-]*2(?=\D|$)",
    re.IGNORECASE,
)
_PUBLIC = re.compile(
    r"\bpart[\s-]*(?:1|i|one|a)\b|\b(?:in|held in|open to the) public\b|\bpublic\s+(?:session|part|section|meeting"
    r"|agenda|items?|business)\b|\bopen\s+session\b",
    re.IGNORECASE,
)
_AFTER_ANOTHER = re.compile(
    r"\b(?:following|after|immediately after|on the rising of|at the (?:end|close|conclusion) of|preceding"
    r"|before)\s+(?:the\s+)?"
    r"(?:(?:part\s*\w+)(?:\s+(?:in\s+)?(?:public|private))?|(?:public|private|open|closed)\s+(?:meeting|session"
    r"|part)|meeting in (?:public|private))",
    re.IGNORECASE,
)
_EXCLUDED = re.compile(
    r"\bpublic\b.{0,40}\bexcluded\b|\bexclu(?:de|sion)\b.{0,60}\bpublic\b|\bnot (?:held |open )?(?:in|to the) public\b",
    re.IGNORECASE,
)
_DRAFT = re.compile(
    r"\b(?:draft|unconfirmed|unratified|unapproved|not yet (?:approved|ratified|confirmed)"
    r"|(?:subject to|awaiting|pending|for|to be) (?:approval|approved|ratification|ratified|confirmation|confirmed))\b",
    re.IGNORECASE,
)
_MAIL_HEADER = re.compile(r"^(?:from|sent|date|to|cc|subject)\s*:", re.IGNORECASE)
_RATIFIED = re.compile(r"\b(?:ratified|approved|confirmed|agreed|signed)\b", re.IGNORECASE)
_SIGNED = re.compile(
    r"\bsigned\b.{0,60}\b(?:correct|true|accurate)\b.{0,20}\brecord\b|\b(?:these|the above) minutes (?:were"
    r"|have been) (?:approved|agreed|ratified|confirmed)\b"
    r"|\b(?:approved|agreed|ratified|confirmed) (?:by the committee |as a correct record )?(?:at (?:the"
    r"|its) meeting )?on\b",
    re.IGNORECASE,
)


def header_day(lines: Sequence[str], file: str) -> date | None:
    """The meeting's own day: from the header's lines, else from the file's name."""
    fallback: date | None = None
    sent = _sent_lines(lines)
    for at, line in enumerate(lines):
        found = find_days(line)
        if at in sent or not found or _SENT_OUT.search(line) or _MAIL_SENT.search(line):
            continue
        first = next(
            (day for day in found if not _OTHER_MEETING.search(line[max(0, day.start - 40) : day.start])), None
        )
        if first is None:
            continue
        if _THE_DAY.search(line):
            return first.on
        fallback = fallback or first.on
    if fallback is not None:
        return fallback
    named = find_days(PurePosixPath(file).stem)
    return named[0].on if named else None


def _sent_lines(lines: Sequence[str]) -> set[int]:
    """Where an e-mail's headers stand together, the line that tells when it was sent, whatever its form."""
    found: set[int] = set()
    start = 0
    for at in range(len(lines) + 1):
        if at < len(lines) and _MAIL_HEADER.match(lines[at]):
            continue
        if at - start >= 3:
            dated = (one for one in range(start, at) if re.match(r"(?:date|sent)\b", lines[one], re.IGNORECASE))
            found.update([first] if (first := next(dated, None)) is not None else [])
        start = at + 1
    return found


def circulated_day(lines: Sequence[str]) -> date | None:
    """The day the paper says it was sent out."""
    for line in lines:
        found = find_days(line)
        if found and _SENT_OUT.search(line):
            return found[-1].on
    return None


def find_bodies(lines: Sequence[str]) -> tuple[str, ...]:
    """The commissioning bodies the header names, each once, in order."""
    found: list[str] = []
    for line in lines:
        for match in _BODY.finditer(line[:_LONGEST]):
            for name in _body_names(match):
                if distinctive(name) and all(distinctive(name) != distinctive(other) for other in found):
                    found.append(name)
    return tuple(found)


def distinctive(body: str) -> str:
    """The words of a body's name that are its own: "NHS Northfield CCG" gives "northfield"."""
    words = re.sub(rf"\bNHS\b|\b{_BODY_NOUN}\b", " ", body, flags=re.IGNORECASE)
    return " ".join(re.sub(r"[^\w\s]", " ", words.casefold().replace("&", " and ")).split())


def _body_names(match: re.Match[str]) -> list[str]:
    noun = match["noun"] or match["noun2"]
    words = match["named"] or match["bare"] or ""
    single = re.sub(r"s$", "", noun, flags=re.IGNORECASE) if not noun.casefold().endswith("ss") else noun
    if match["named"] is None:
        words = _NOISE.sub("", words).strip(" ,")
        if not words or not words[0].isupper():
            return []
    plural = noun.casefold().endswith("s")
    parts = re.split(r",\s*(?:and\s+)?|\s+and\s+(?=NHS\b)|\s+and\s+", words) if plural else [words]
    if not plural:
        parts = [re.split(r"\bNHS\s+", words)[-1]]
    names = [re.sub(r"^NHS\s+", "", part.strip(" ,"), flags=re.IGNORECASE) for part in parts]
    names = [name for name in names if name and name[0].isupper() and name.casefold() not in ("england", "the")]
    names = [re.sub(r"^England\s+and\s+", "", name) for name in names]
    prefix = "NHS " if match["named"] is not None else ""
    return [f"{prefix}{name} {single}" for name in names]


# A meeting that watches over contracts; what it is called before that ("Community Services") is its provider's.
_WATCHING = re.compile(
    r"\b(?:contracts?|contracting|clinical)(?: (?:and|&|[a-z]+)){0,2}?"
    r" (?:monitoring|review|management|performance|quality)"
    r"(?: (?:and|&|[a-z]+)){0,3}? (?:meeting|group|board|panel|forum|committee)\b",
    re.IGNORECASE,
)


def find_committee(lines: Sequence[str]) -> str | None:
    """The committee as the header writes it, without the body's name; the fullest of the first few lines."""
    watching = next((found for line in lines[:8] if (found := _WATCHING.search(line[:_LONGEST])) is not None), None)
    if watching is not None:
        return watching[0]
    best: str | None = None
    for line in lines:
        plain = re.sub(r"[–—:;|\t(]", " | ", _BODY.sub(" | ", line[:_LONGEST]))
        words = _LISTED.sub(lambda found: found[0].replace(",", " "), plain).replace(",", "|")
        for match in _COMMITTEE.finditer(_capitalised(words)):  # same length, so that places agree
            lead = _LEADING.sub("", plain[match.start("lead") : match.end("lead")].strip() + " ").strip()
            rest = plain[match.start("noun") : match.end()].strip()
            name = f"{lead} {rest}".strip()
            if best is None or (len(name.split()) > len(best.split()) and (" in Common" in best or " " not in best)):
                best = name
    if best is None and any(re.search(r"integrated care board|\bICB\b", line) for line in lines):
        return (
            "Board"
            if any(re.search(r"\bboard\b", _BODY.sub("", line[:_LONGEST]), re.IGNORECASE) for line in lines)
            else None
        )
    letters = next((found for line in lines if (found := _USUAL_LETTERS.search(line))), None)
    return best or (letters[0] if letters else None)


def _capitalised(line: str) -> str:
    """Capitals throughout are a matter of style: the nouns are looked for as ordinary title case."""
    nouns = r"\b(sub-?committees?|committees?|governing body|governing bodies|board|panel|forum|in common)\b"
    if not line.isupper() and not re.search(r"\b(?:COMMITTEES?|GOVERNING BODY)\b", line):
        return line
    return re.sub(nouns, lambda m: m[0].title().replace("In Common", "in Common"), line, flags=re.IGNORECASE)


def is_private(text: str) -> bool | None:
    """True for words of a private part, False for those of a public one, None where neither is said."""
    words = _AFTER_ANOTHER.sub(" ", text)
    public, private = _PUBLIC.search(words), _PRIVATE.search(words)
    if public and _EXCLUDED.search(words):
        public = None
    if public and private:
        return private.start() < public.start()
    return False if public else (True if private else None)


def header_private(lines: Sequence[str], file: str) -> bool:
    """Whether the paper is of a private part: by the first line that says so, its file's name, then an exclusion."""
    named = re.sub(r"[-_.]+", " ", PurePosixPath(file).name)
    short = [line for line in lines[:8] if len(line.split()) <= 25]
    said = next((one for line in (*short, named) if (one := is_private(line)) is not None), None)
    if said is not None:
        return said
    return any(_EXCLUDED.search(line) for line in lines[:8])


def minutes_status(header: Sequence[str], margins: Sequence[str], tail: Sequence[str], file: str) -> MinutesStatus:
    """Draft or ratified, by the header and page margins, the file's name, then the signature at the end."""
    named = PurePosixPath(file).stem.replace("_", " ").replace("-", " ")
    for text in (*header, *margins, named):
        if _DRAFT.search(text):
            return MinutesStatus.DRAFT
    mailed = sum(bool(_MAIL_HEADER.match(text)) for text in header[:12]) >= 3  # who approved what it tells of
    heads = [text for text in (*header, *margins) if len(text.split()) <= 25 and not mailed]
    if any(_RATIFIED.search(text) and not _OTHER_MEETING.search(text) for text in (*heads, named)):
        return MinutesStatus.RATIFIED
    signed = [text for text in tail if _SIGNED.search(text)]
    if any(_filled_in(text) for text in signed):
        return MinutesStatus.RATIFIED
    return MinutesStatus.UNSTATED


def _filled_in(text: str) -> bool:
    """A signature line counts once somebody filled it in."""
    blank = re.search(r"[._…]{4,}", text)
    return bool(find_days(text)) or (not blank and bool(re.search(r"record\W+(?:by\s+)?[A-Z][a-z]+", text)))
