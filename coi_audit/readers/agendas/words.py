"""The words around an agenda item: what is an action, a paper, a time, a presenter or a heading, and what is title."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coi_audit.readers.agendas.files import without_file_note
from coi_audit.readers.attendance.names import is_name
from coi_audit.readers.item_numbers import is_time

_VERBS = (
    r"approv(?:e|al)|decisions?|decide|discuss(?:ion)?|inform(?:ation)?|not(?:e|ing)|assur(?:e|ance)|ratif(?:y"
    r"|ication)|consider(?:ation)?"
    r"|endorse(?:ment)?|agree(?:ment)?|review|comments?|action|receive|support|recommend(?:ation)?s?|resolve"
    r"|sign[\s-]?off|confirm(?:ation)?"
    r"|determin(?:e|ation)|advise|advice|update|debate|acceptance|accept|adopt(?:ion)?|scrutin(?:y|ise)"
    r"|monitor(?:ing)?|report"
)
_ACTION_PHRASE = rf"(?:(?:for|to)\s+(?:(?:be\s+)?(?:{_VERBS}))\b(?:[\w\s,/&-]{{0,70}})?)"
_ACTION_WORD = (
    r"(?:approv(?:e|al)|decisions?|discuss(?:ion)?|information|noting|note|assurance|ratif(?:y|ication)"
    r"|consider(?:ation)?|endorse(?:ment)?"
    r"|agree(?:ment)?|receive|recommend(?:ation)?|support|resolve|decide|confirm|adopt)"
)
_ACTION_WORDS = rf"{_ACTION_WORD}(?:\s*(?:/|&|,|and|or)\s*{_ACTION_WORD})*(?:\s+(?:only|required|item))?"
_ACTION = re.compile(rf"^(?:{_ACTION_PHRASE}|{_ACTION_WORDS})[.]?$", re.IGNORECASE)
_ACTION_SENTENCE = re.compile(rf"^(?:{_VERBS})\b[\w\s,/&-]{{0,80}}[.]?$")
_PAPER_NOUN = (
    r"(?:enc(?:l|losure|s)?s?|papers?|attach(?:ment)?s?|att|append(?:ix|ices)|annex(?:es)?|docs?|documents?|pages?"
    r"|pp?(?=[.\s]))\.?"
)
_PAPER_MARK = r"(?:[A-Za-z]{0,6}[/.-]?\d[\w./-]*|(?-i:[A-Z]{1,2}[a-z]?)(?![\w’'])|[ivx]{1,4}\b)"
_PAPER_NAME = rf"{_PAPER_NOUN}\s*(?:nos?\.?\s*)?{_PAPER_MARK}(?:\s*(?:,|&|and|to|-|–)\s*{_PAPER_MARK})*"
_NO_PAPER = r"verbal\b|oral\b|to follow\b|tabled\b|presentation\b|slides?\b|n/a\b|none\b|available\b|at meeting\b"
_PAPER = re.compile(
    rf"^(?:{_PAPER_NAME}(?:\s*[(\[]?[a-z ]{{3,20}}[)\]]?)?$"
    r"|(?:enc(?:l|losure|losed|s)?\b\.?|papers?\b|attach(?:ment|ed)\b|appendix\b|annex\b|report attached\b"
    rf"|{_NO_PAPER})[\w\s./&()-]{{0,25}}$)",
    re.IGNORECASE,
)
_ACTION_AND_PAPER = re.compile(
    r"^(?P<action>\S.*?)\s+(?P<paper>(?:enc(?:l|losure)?\.?|papers?|attachment|appendix)\s+\w{1,3})$", re.IGNORECASE
)
_INITIALS = re.compile(r"^[A-Z]{2,4}(?:\s?(?:/|&|,|and)\s?[A-Z]{2,4})*$")
_NAMES = re.compile(
    r"^(?:(?:Dr|Mr|Mrs|Ms|Miss|Prof(?:essor)?|Cllr|Sir|Dame)\.?\s+)?[A-Z][\w’'.-]*(?:\s+[A-Z][\w’'.-]*){0,3}"
    r"(?:\s*(?:/|&|,|and)\s*(?:(?:Dr|Mr|Mrs|Ms|Miss|Prof|Cllr)\.?\s+)?[A-Z][\w’'.-]*(?:\s+[A-Z][\w’'.-]*){0,3})*$"
)
_ANYONE = re.compile(r"^(?:the\s+)?(?:chair(?:man|person)?|all|vice[\s-]chair|committee)\.?$", re.IGNORECASE)
_END = re.compile(
    rf"(?P<before>.*?\S)(?:\s*[-–—:;|]\s*|\s*[.,]\s+|\s*[(\[]\s*|\s+(?=For\s)|\s+(?=FOR\s)|\s+(?=To\s))"
    rf"(?P<action>{_ACTION_PHRASE}|{_ACTION_WORDS})\s*[)\].]*$",
    re.IGNORECASE,
)
_START = re.compile(
    rf"^(?P<action>(?:for|to) {_ACTION_WORD}(?: ?/ ?{_ACTION_WORD})*|approval|decision|discussion|information|noting"
    r"|assurance|ratification)(?:\s*:|\s+[-–—])\s+(?P<rest>[A-Z0-9].*)$",
    re.IGNORECASE,
)
_END_CASED = re.compile(r"\s(?:For|FOR|To|TO)\s|[-–—:;|.,(\[]")
_ATTACHED = r"(?:see\s+)?(?:papers?|reports?|copy|minutes)\s+(?:attached|enclosed|to follow|tabled)"
_VERBAL = r"verbal(?: (?:update|report|item))?|oral|to follow|tabled|attached|enclosed"
_END_PAPER = re.compile(
    r"(?P<before>.*?\S)(?:\s*[-–—:;|(\[,]\s*|(?<=[)\]])\s+)"
    rf"(?P<paper>(?:{_PAPER_NAME}|{_ATTACHED}|{_VERBAL})(?:\s+(?:attached|enclosed|to follow))?)\s*[)\].]*$",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"^(?:(?:agenda\s+)?items?\s+(?:for|to|of|requiring)\b.*|(?:standing|opening|closing|other|routine|consent"
    r"|general|main|strategic|operational|formal)\s+"
    r"(?:agenda\s+)?(?:items?|business|matters)\b.*"
    r"|for\s+(?:decision|discussion|information|approval|noting|assurance|note|action)\b.*|(?:decision|discussion"
    r"|information)\s+items?\b.*"
    r"|part\s+(?:\d|[ivx]+|[a-d]|one|two|three)\b.*|section\s+(?:\d|[a-d])\b.*)$",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"^(?:(?:the\s+)?dates?(?:,? (?:and|time|venue|place)\b[\w\s,]*)? of (?:the )?(?:next|future)\b.*"
    r"|(?:the )?(?:next|future) meetings?\b.*|papers (?:to|for)\b.*|distribution\b.*"
    r"|circulation\b.*|members(?:hip)?\s*:.*|quor(?:um|acy)\b.*|apologies to\b.*|contact\b.*"
    r"|for further information\b.*|please (?:send|contact|note)\b.*"
    r"|(?:many |with )?(?:thanks|thank you|(?:kind |best )?regards|best wishes|yours (?:sincerely|faithfully))\W*$"
    r"|page \d+.*|\*+.*|key\s*:.*|(?:\w+\s*:\s*)?[A-Z]{1,3}\s*=\s*\w.*=.*)$",
    re.IGNORECASE,
)
_MEETING_END = re.compile(
    r"^(?:\d{1,2}[.:]\d{2}\s*(?:am|pm)?\s*)?(?:close|end|finish|meeting (?:closes?|ends?))(?: of (?:the )?meeting)?\W*$"
    r"|^dates?(?:,? (?:and|time|venue)\b[\w\s,]*)? of (?:the )?(?:next|future)\b",
    re.IGNORECASE,
)
_PAUSE = re.compile(
    r"^(?:(?:short|comfort|coffee|tea|lunch|refreshment|refreshments|screen)\s+)*"
    r"(?:break|lunch|refreshments|interval|tea|coffee|tea and coffee|adjournment)\W*$",
    re.IGNORECASE,
)
_GAP = re.compile(r"\s*(?:\.{4,}|…{2,}|_{4,})\s*|\t+|\s{2,}")  # between columns of text; leaders of dots as well
_TITLE_GOES_ON = re.compile(r"(?:\b(?:with|and|of|the|for|to|at|in|on|by|from|a|an|between|or)|[,–&-])$", re.IGNORECASE)


@dataclass(slots=True)
class Fields:
    """One line's parts, sorted by what they are."""

    title: str = ""
    action: str | None = None
    paper: str | None = None
    presenter: str | None = None
    text: str = ""


def is_action(text: str) -> bool:
    """Whether the words are an action ("For approval", "To note", "Decision/Assurance") and nothing else."""
    return bool(_ACTION.match(text.strip()))


def is_paper(text: str) -> bool:
    """Whether the words name a paper or say that there is none ("Enc 4", "Verbal")."""
    return bool(_PAPER.match(text.strip()))


def is_presenter(text: str) -> bool:
    """Whether the words can be whoever presents: names, initials, "Chair", "All"."""
    words = text.strip()
    return bool(_INITIALS.match(words) or _ANYONE.match(words) or (_NAMES.match(words) and len(words) <= 60))


def is_anyone(text: str) -> bool:
    """Whether the words are whoever holds the chair, or everybody: "Chair", "All"."""
    return bool(_ANYONE.match(text.strip()))


def is_section_heading(text: str) -> bool:
    """Whether the words head a group of items ("Items for decision", "Part 2")."""
    return len(text.split()) <= 14 and bool(_SECTION.match(text.strip(" :-–")))


def is_closing(text: str) -> bool:
    """Whether an unnumbered line is the agenda's small print: next meeting, papers, quorum, distribution."""
    return bool(_CLOSING.match(text.strip()))


def ends_agenda(text: str) -> bool:
    """Whether an unnumbered line closes the agenda, however deep it is set in ("15:10 Close")."""
    return bool(_MEETING_END.match(text.strip()))


def is_pause(text: str) -> bool:
    """Whether a row is a break or the meeting's end, and so no item."""
    return bool(_PAUSE.match(text.strip())) or ends_agenda(text)


def title_goes_on(title: str) -> bool:
    """Whether a title cannot end where its line ends."""
    return bool(_TITLE_GOES_ON.search(title))


def split_fields(text: str) -> Fields:
    """Take a line apart at its tabs and wide gaps, then take action and paper off the title's end."""
    parts = [part.strip() for part in _GAP.split(without_file_note(text.strip())) if part.strip()]
    fields = Fields(title=parts[0] if parts else "")
    for part in parts[1:]:
        if re.search(r"\w", part):
            _place(fields, part)
    take_end(fields)
    return fields


def _place(fields: Fields, part: str) -> None:
    both = _ACTION_AND_PAPER.match(part)
    if both is not None and fields.action is None and fields.paper is None and is_action(both["action"]):
        fields.action, fields.paper = both["action"], both["paper"]  # two columns with a single space between
    elif fields.action is None and is_action(part):
        fields.action = part
    elif fields.paper is None and is_paper(part):
        fields.paper = part
    elif is_time(part):
        return
    elif fields.presenter is None and is_presenter(part):
        fields.presenter = part
    elif fields.action is None and _ACTION_SENTENCE.match(part):
        fields.action = part
    elif fields.presenter is None and fields.action is None and fields.paper is None:
        fields.title = f"{fields.title} {part}"
    else:
        fields.text = f"{fields.text}\n{part}".strip()


def take_end(fields: Fields) -> None:
    """Move a paper and an action that stand at the title's end, or an action before it, into their own fields."""
    first = _START.match(fields.title)
    if first is not None and fields.action is None:
        fields.action, fields.title = first["action"], first["rest"]
    found = _END_PAPER.match(fields.title)
    if found and fields.paper is None:
        fields.title, fields.paper = found["before"], found["paper"]
    found = _END.match(fields.title)
    if fields.action is not None:
        return
    if found is None:
        _take_middle(fields)
        return
    between = fields.title[found.end("before") : found.start("action") + 4]
    if _END_CASED.search(between):
        fields.title = found["before"].rstrip(" -–—:;|.,([")
        action, *more = re.split(r"\s+[-–—]\s+|,\s+", found["action"].strip(), maxsplit=1)
        if more and is_paper(more[0]) and fields.paper is None:
            fields.action, fields.paper = action, more[0]
        else:
            fields.action = found["action"].strip()
    else:
        _take_last(fields)


def _take_last(fields: Fields) -> None:
    """An action behind the last dash of a title that holds such words itself: "Items for noting - All - To note"."""
    before, dash, last = re.sub(r"\s+[-–—]\s+", "\0", fields.title).rpartition("\0")
    if dash and is_action(last):
        fields.title, fields.action = before.replace("\0", " – "), last


def _take_middle(fields: Fields) -> None:
    """An action set between dashes: "Closure of a surgery - For approval - Report of the Director"."""
    parts = re.split(r"\s+[-–—]\s+", fields.title)
    at = next((index for index, part in enumerate(parts[1:], start=1) if is_action(part)), None)
    if at is not None:
        fields.action = parts[at]
        fields.title = " – ".join(parts[:at])
        rest = parts[at + 1 :]
        if len(rest) == 1 and fields.presenter is None and (is_anyone(rest[0]) or is_name(rest[0])):
            fields.presenter = rest.pop()
        fields.text = "\n".join([*([fields.text] if fields.text else []), *rest])
