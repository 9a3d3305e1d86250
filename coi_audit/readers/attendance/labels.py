"""The labels that open an attendance list: "Present:", "Members in attendance", "Apologies were received from"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coi_audit.model.words import AttendanceStatus
from coi_audit.readers.paper_header import find_bodies

_P, _I, _A, _N = (
    AttendanceStatus.PRESENT,
    AttendanceStatus.IN_ATTENDANCE,
    AttendanceStatus.APOLOGIES,
    AttendanceStatus.ABSENT,
)
_QUALIFIED = r"(?:\s+(?:present|attending|in attendance))?"
_LABELS = (
    (_A, r"(?:(?:those|members) (?:who (?:had )?)?)?(?:sent |sending |with |gave |giving )?(?:apolog(?:ies|y)|apols?)"
         r"(?:\s+(?:for|of)\s+absence)?(?:\s+(?:were\s+|was\s+)?(?:received|given|noted|sent))?(?:\s+from)?"),
    (_N, r"(?:those )?absent(?:\s+without apology)?|absentees|not present|not in attendance|did not attend"
         r"|non-attend(?:ance|ees)"),
    (_I, r"(?:also\s+|those\s+)?in attendance"
         r"(?:\s+\(?(?:non-?voting|officers?|for items?[^:]{0,30}|non[\s-]members)\)?)?"
         r"|also (?:present|attending|in attendance|there|at the meeting)"
         r"|(?:non-?members|observers?|guests?|invitees|invited(?: guests| attendees)?|by invitation|officers"
         r"|other attendees|others|staff|presenters|"
         r"regular attendees|standing (?:attendees|invitees)|additional attendees|(?:those )?attending|support"
         r"|secretariat|advisers)"
         rf"{_QUALIFIED}(?:\s+present)?|part attendance|in part attendance"),
    (_P, r"(?:(?:core |voting |non-?voting |full |standing |committee |board |governing body )*(?:members|membership"
         r"|attendees|attendance))"
         rf"{_QUALIFIED}(?:\s+\(?(?:voting|non-?voting)\)?)?|(?:those )?present(?:\s+\(?(?:voting|non-?voting"
         rf"|members|voting members|non-voting members)\)?)?|attended by|attendance list"
         r"|(?:voting|non-?voting)(?: members)?(?: present)?|persons present"),
)  # fmt: skip
# "by video", "on the call", "(via Teams)": how people came says nothing of the list they stand in.
_HOW = (
    r"(?:\s+\(?(?:by (?:video|tele|phone|invitation)\S*|via \S+(?: \S+)?|on the call|on[\s-]?line|in person|remotely"
    r"|virtually|on (?:microsoft )?teams|on zoom)\)?|\s+\((?!\s*[A-Z]{2,4}\s*\))[^()\d:]{1,40}\))?"
)
_MEMBERS_OF = re.compile(
    r"^(?P<label>(?:voting |non-voting |core )?members (?:of|from|for|representing) (?!(?:the )?(?:public|staff"
    r"|parliament)\b)"
    r"[^.:;,]{3,80}?)(?: present| in attendance)?\s*:?$",
    re.IGNORECASE,
)
_MEMBERS_ATTENDING = re.compile(r"^in attendance\s*\(?(?:voting |committee |core )?members\b", re.IGNORECASE)
_SAYS_SOMETHING = re.compile(r"\b(?:were|was|are|is|had|have|has|would|should|agreed|noted|asked|declared)\b")
LABELS = [
    (
        status,
        re.compile(
            rf"^(?P<label>{pattern}){_HOW}(?P<note>\s+(?:from|for|until|at)\s+(?=[^:]*\d)[^:]{{1,25}}?)?\s*(?:[:–-]+|\t"
            rf"|\(s\):?|$)\s*(?P<rest>.*)$",
            re.IGNORECASE | re.DOTALL,
        ),
    )
    for status, pattern in _LABELS
]
NOBODY = re.compile(
    r"^(?:none|nil|no(?:ne)? (?:apologies|received|were received)|n/a|not applicable|there were (?:no|none)"
    r"|no\b.*)[\w\s]*\.?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Label:
    """A list's label and what stands behind it on the same line."""

    status: AttendanceStatus
    rest: str
    arrived: str | None = None
    body: str | None = None
    words: str = ""


def read_label(text: str) -> Label | None:
    """The list a line opens ("Present:", "Northfield CCG members present", "Apologies: Dr Lal"), or None."""
    words = text.strip().strip("*_").strip()
    bodies = find_bodies([words[:120]])
    body = None
    if bodies and len(bodies) == 1:
        stripped = re.sub(
            rf"^(?:NHS\s+)?{re.escape(_core(bodies[0]))}\s*(?:['’]s)?[\s:,–-]*", "", words, flags=re.IGNORECASE
        )
        stripped = re.sub(
            rf"\s*[(–-]*\s*(?:for\s+|from\s+)?(?:NHS\s+)?{re.escape(_core(bodies[0]))}\)?\s*(?=:|$)",
            "",
            stripped,
            flags=re.IGNORECASE,
        )
        if stripped != words and stripped:
            words, body = stripped.strip(), bodies[0]
    for status, pattern in LABELS:
        match = pattern.match(words)
        if match is None:
            continue
        rest = match["rest"].strip()
        if body and rest and not words.endswith(":") and ":" not in words:
            return None
        note = match["note"].strip() if match["note"] else None
        members = status is _I and _MEMBERS_ATTENDING.match(words) is not None
        return Label(_P if members else status, rest, note, body, match["label"])
    return _members_of(text.strip().strip("*_").strip(), bodies)


def _members_of(words: str, bodies: tuple[str, ...]) -> Label | None:
    """ "Members of the Upper Vale CCG committee": those present, of that body where one is named."""
    match = _MEMBERS_OF.match(words)
    if match is None or _SAYS_SOMETHING.search(words):
        return None
    return Label(_P, "", None, bodies[0] if len(bodies) == 1 else None, match["label"])


def split_labels(text: str) -> list[str]:
    """One paragraph of several lists ("Present: A; B. Apologies: C.") as a piece for each; most texts are one."""
    if read_label(text) is None:
        return [text]
    starts: list[int] = []
    told = text.find(":")  # the end of the label last read
    for found in _BEFORE_A_LABEL.finditer(text):
        if 0 <= told < found.start() and _opens_list(text[found.end() :]):
            starts.append(found.end())
            told = text.index(":", found.end())
    return [text[start:end].strip() for start, end in zip([0, *starts], [*starts, len(text)], strict=True)]


# A print may run a line into the next: "Dr Mara Finch Apologies: Owen Stagg".
_BEFORE_A_LABEL = re.compile(r"(?<=[\w.;,)])(?<!\bof)(?<!\bthe)(?<!\bfor)\s+(?=[A-Z][A-Za-z -]{3,40}:)")


def _opens_list(text: str) -> bool:
    label = read_label(text)
    return label is not None and text[: text.index(":")].strip().casefold().startswith(label.words.casefold())


def _core(body: str) -> str:
    return re.sub(r"^NHS\s+", "", body)
