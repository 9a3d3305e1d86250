"""What stands under an agenda item's title and belongs to its fields: "Lead: Chair", "For approval", "To agree ..."."""

from __future__ import annotations

import re
from dataclasses import replace

from coi_audit.readers.agendas.files import file_named
from coi_audit.readers.agendas.words import Fields, is_action, is_paper
from coi_audit.readers.item_numbers import is_time

_KEYS = (
    r"purpose|action(?: required| requested)?|decision(?: required)?|recommendation|lead(?: officer| director)?"
    r"|presenters?|presented by|presenting|led by|speakers?|papers?(?: ref(?:erence)?)?|enclosures?|attachments?|encl?"
    r"|authors?|sponsor|for|time|owner|format|reports?|documents?"
)
_DETAIL = re.compile(rf"^(?P<key>{_KEYS})\s*[:–-]\s*(?P<value>\S.*)$", re.IGNORECASE)
_KEYED = re.compile(rf"\s*[.;,|]?\s+(?=(?:{_KEYS})\s*:\s*\S)", re.IGNORECASE)
_PRESENTED = re.compile(r"^(?:presented|led|introduced) by\s+(?P<name>[^.]+?)\.?$", re.IGNORECASE)
_LONGEST_NAME = 8  # words, the post included
_LONGEST_REFERENCE = 5  # words
_ASKED = (
    r"(?:To|For) (?:agree|approve|note|receive|consider|discuss|ratify|review|decide|endorse|confirm|declare|support"
    r"|adopt|update|invite|respond)\b.{12,}"
)
_WHO_IS_ASKED = r"(?:The|That the) (?:[Cc]ommittee|[Bb]oard|[Gg]overning [Bb]ody|[Mm]embers?)|(?:Committee )?[Mm]embers"
_QUESTION = re.compile(
    r"^(?P<title>[^.]{4,}?[\w)?’'\"”:])\s+"
    rf"(?P<rest>(?:{_ASKED}|Recommendations?:.*"
    rf"|(?:{_WHO_IS_ASKED}) (?:is|are|will|may|should|approves?|agrees?|notes?)\b.*"
    r"|(?:Presented by|Presenter|Lead|Purpose|Action|Paper):.*))$",
    re.DOTALL,
)


def is_keyed(text: str) -> bool:
    """Whether a line names what it tells: "Presenter: Una Webb", "Presented by Una Webb"."""
    return bool(_DETAIL.match(text.strip()) or _PRESENTED.match(text.strip()))


def read_detail(text: str, fields: Fields) -> bool:
    """Take a line under an item that only states its purpose, lead or paper; False where it says more than that."""
    words = text.strip()
    file = file_named(words)
    if file is not None and (fields.paper is None or not file):
        fields.paper = fields.paper or file or None
        return True
    if _DETAIL.match(words):
        return _read_keyed(words, fields)
    sentences = [part.strip() for part in re.split(r"(?<=[a-z])\.\s+", words) if part.strip()]
    understood = Fields()
    for sentence in sentences:
        presented = _PRESENTED.match(sentence)
        if is_action(sentence) and understood.action is None:
            understood.action = sentence.rstrip(".")
        elif is_paper(sentence) and understood.paper is None:
            understood.paper = sentence.rstrip(".")
        elif presented and understood.presenter is None:
            understood.presenter = presented["name"].strip()
        else:
            return False
    fields.action = fields.action or understood.action
    fields.paper = fields.paper or understood.paper
    fields.presenter = fields.presenter or understood.presenter
    return True


def _read_keyed(words: str, fields: Fields) -> bool:
    """Take "Lead: Chair. Action: to agree": nothing is taken where one of the parts says more than its key."""
    taken = replace(fields)
    for part in _KEYED.split(words):
        detail = _DETAIL.match(part.strip())
        if detail is None or not _set_detail(detail["key"].casefold(), detail["value"].strip(), taken):
            return False
    fields.action, fields.paper, fields.presenter = taken.action, taken.paper, taken.presenter
    return True


def _set_detail(key: str, value: str, fields: Fields) -> bool:
    if key.startswith(("lead", "present", "led", "speaker", "author", "sponsor", "owner")):
        fields.presenter = fields.presenter or value.rstrip(".")
    elif key.startswith(("report", "document")) and len(value.split()) > _LONGEST_REFERENCE:
        return False  # what the report says
    elif key.startswith(("paper", "enc", "attach", "format", "report", "document")):
        fields.paper = fields.paper or value
    elif key == "time":
        return is_time(value)
    elif key.startswith(("purpose", "action", "decision", "for")) or is_action(value):
        if len(value.split()) > 12:
            return False
        fields.action = fields.action or value.rstrip(".")
    else:
        return False
    return True


def split_question(title: str) -> tuple[str, str]:
    """A title and the sentence that runs on from it: "Minutes of the last meeting To agree the minutes as ...".

    Cells and lines put together again from a page have no break between the two.
    """
    match = _QUESTION.match(title)
    if match is None or (is_keyed(match["rest"]) and not _says_no_more(match["rest"])):
        return title, ""
    return match["title"].rstrip(" :–-"), match["rest"]


def _says_no_more(text: str) -> bool:
    """Whether "Action: to agree" holds an action, and not the matter itself: "Chair's Action: a practice closes"."""
    fields = Fields()
    known = read_detail(text, fields) and (fields.action is None or is_action(fields.action))
    return known and len((fields.presenter or "").split()) <= _LONGEST_NAME and len((fields.paper or "").split()) < 4
