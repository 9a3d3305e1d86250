"""What an agenda table's column headings say of the columns: the usual headings whole, any other by its chief word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum


class Kind(StrEnum):
    NUMBER = "number"
    TIME = "time"
    TITLE = "title"
    BODY = "body"  # of a meeting in common: which bodies the item concerns, in words
    PART = "part"  # whether the item is of the public or the private part
    ACTION = "action"
    PRESENTER = "presenter"
    PAPER = "paper"


_WHOLE = (
    (Kind.NUMBER, r"(?:agenda )?(?:item )?(?:no|nos|number|num|ref|reference|#)|(?:agenda|item) ref(?:erence)?|ref no"
                  r"|item no|agenda no"),
    (Kind.TIME, r"times?|timings?|start(?: time)?|duration|mins|minutes|approx(?:imate)? time|time allocated"),
    (Kind.TITLE, r"(?:agenda )?(?:items?|topics?|subjects?|titles?|descriptions?|business|matters?|headings?)(?: title"
                 r"| of business|/.*)?"
                 r"|(?:agenda )?(?:items?|titles?|subjects?|topics?)(?: (?:and|of|for|under) [a-z ]*|/[a-z ]*)"
                 r"|(?:item|paper|report) (?:title|description)|discussion items?|title of (?:paper|report|item)"
                 r"|subject matter"),
    (Kind.BODY, r"(?:relevant |which )?(?:ccgs?|icbs?|body|bodies|committees?|organisations?|ccgs?/icbs?)"
                r"(?: (?:concerned|affected|involved|deciding))?|applies to|applicable to|decision of"),
    (Kind.PART, r"(?:meeting )?(?:part|session)|(?:public|open)(?:/| or )(?:private|closed|confidential)"
                r"|(?:private|confidential)(?:/| or )(?:public|open)"),
    (Kind.ACTION, r"actions?(?: required| requested)?|purpose.*|for|recommendations?|decisions?(?: required)?|required"
                  r"|outcome(?: required)?"
                  r"|for approval.*|(?:approval|decision|discussion|information)(?:\s*/.*)+|type|requirement"
                  r"|action/purpose|status|approve.*|[adinr](?: ?/ ?[adinr]){1,4}"),
    (Kind.PRESENTER, r"leads?(?: officer| presenter| director)?|presenters?|presented by|presenting|owners?|speakers?"
                     r"|who|by|by whom|led by|responsible.*"
                     r"|authors?|sponsors?|officer|name|person|lead/presenter|presenter/lead"),
    (Kind.PAPER, r"papers?(?: no)?|encs?|encl|enclosures?|attachments?|format|documents?|docs?|paper ref(?:erence)?"
                 r"|page(?:s| no)?|appendi(?:x|ces)"
                 r"|enclosed|verbal/paper|paper/verbal|paper or verbal|attached"),
)  # fmt: skip
_CHIEF_WORD = (
    (Kind.PRESENTER, r"leads?|leading|presenters?|presented|presenting|introduced|authors?|sponsors?|owners?|speakers?"
                     r"|officers?|responsible|whom"),
    (Kind.ACTION, r"actions?|purpose|recommendations?|decisions?|asked|outcome|required|approval"),
    (Kind.TIME, r"times?|timings?|duration|minutes|start"),
    (Kind.BODY, r"(?:which|relevant|by|for) (?:ccgs?|icbs?|body|bodies|committees?)"),
    (Kind.PAPER, r"papers?|enclosures?|encs?|encl|attachments?|documents?|appendix|appendices|page|pages|verbal"),
    (Kind.NUMBER, r"no|nos|number|ref|reference"),
    (Kind.TITLE, r"items?|topics?|subjects?|titles?|business|agenda"),
)  # fmt: skip
_REFERENCE = re.compile(r"\b(?:ref|reference)\b|^paper no$")
_PEOPLE = re.compile(r"(?:full )?names?(?: of .*)?|(?:committee )?members?(?: name| present)?|attendees?|initials")
_OF_ITEMS = re.compile(r"\b(?:items?|agenda|topics?|subjects?|business)\b")
_FOLLOWED_UP = re.compile(
    r"due(?: date| by)?|deadline|by when|target(?: date)?|completion(?: date)?|progress.*|rag(?: rating| status)?"
    r"|date (?:raised|due|closed|completed)|action (?:log )?(?:no|ref)"
)


def label_of(text: str) -> str:
    """A heading in small letters, without stops."""
    return re.sub(r"[^a-z#/ ]", "", re.sub(r"\s+", " ", text.casefold().replace("\n", " "))).strip()


def kind_of(label: str) -> Kind | None:
    """What a column so headed holds, by the whole heading, else by the chief word in it; None for any other."""
    for kind, pattern in _WHOLE:
        if re.fullmatch(pattern, label):
            return kind
    for kind, pattern in _CHIEF_WORD:
        if re.search(rf"\b(?:{pattern})\b", label) and len(label.split()) <= 12:
            return kind
    return None


def is_whole(label: str) -> bool:
    """Whether the heading is one of the usual ones, word for word."""
    return any(re.fullmatch(pattern, label) for _, pattern in _WHOLE)


def is_reference(label: str) -> bool:
    """Whether a column of numbers is headed as one of references, which may be the papers'."""
    return bool(_REFERENCE.search(label))


def lists_something_else(labels: Sequence[str]) -> bool:
    """Whether the headings are those of a list of people, or of an action log, and not of an agenda."""
    if any(_FOLLOWED_UP.fullmatch(label) for label in labels):
        return True
    of_items = any(_OF_ITEMS.search(label) for label in labels)
    numbered = any(kind_of(label) is Kind.NUMBER for label in labels)
    return not of_items and not numbered and any(_PEOPLE.fullmatch(label) for label in labels)
