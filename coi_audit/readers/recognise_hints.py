"""What a paper's name, the words of its headings and its bare looks hint at, where its content leaves it open."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from coi_audit.readers.document_kinds import DocumentKind

# Kinds that a name may tell where the content does not.
_BY_NAME = frozenset(
    {
        DocumentKind.GIFTS,
        DocumentKind.PROCUREMENT,
        DocumentKind.BIDDERS,
        DocumentKind.CHECKLIST,
        DocumentKind.TRAINING,
        DocumentKind.BREACHES,
        DocumentKind.STAFF,
        DocumentKind.ASSURANCE,
        DocumentKind.ORGANISATIONS,
    }
)
IGNORED_NAMES = re.compile(
    r"^(?:~\$.*|~.*\.tmp|\..*|thumbs\.db|desktop\.ini|.*\.(?:tmp|bak|lnk)|readme(?:\..*)?|.*\.md)$", re.IGNORECASE
)
IMAGE_NAMES = re.compile(r"\.(?:png|jpe?g|gif|bmp|tiff?|svg|webp|heic)$", re.IGNORECASE)
_NAME_HINTS = (
    (DocumentKind.GIFTS, r"gifts?|hospitality|(?<![a-z])g ?& ?h(?![a-z])"),
    (DocumentKind.BIDDERS, r"bidders?(?![a-z])|annex[ _-]?i(?![a-z])"),
    (DocumentKind.CHECKLIST, r"procurement[ _-]?check|annex[ _-]?g(?![a-z])"),
    (
        DocumentKind.PROCUREMENT,
        r"^(?!.*(?:minutes|agenda|attendance)).*(?:procurement"
        r"|contracts?[ _-](?:register|awarded|list|log|record)|^contracts(?![a-z]))",
    ),
    (DocumentKind.TRAINING, r"training"),
    (DocumentKind.BREACHES, r"breach"),
    (DocumentKind.STAFF, r"staff|decision[ _-]makers?"),
    (DocumentKind.ASSURANCE, r"assurance"),
    (DocumentKind.ATTENDANCE, r"attendance|attendees|apologies"),
    (DocumentKind.MINUTES, r"minutes|mins|notes of"),
    (DocumentKind.AGENDA, r"agenda"),
    (DocumentKind.REGISTER, r"register|declarations?|interests"),
    (DocumentKind.ORGANISATIONS, r"organisations?|epraccur|eccg|etr|epcn"),
)
_CONTENT_HINTS = (
    (DocumentKind.GIFTS, r"\bgifts?\b.*\bhospitality\b|\bdetails of gift\b|\bdate of offer\b|\bdeclined or accepted\b"),
    (DocumentKind.PROCUREMENT, r"\bprocurement (?:type|description|decisions?)\b|\bcontract/service title\b"
                               r"|\bcontract awarded\b|\bcontract value\b"),
    (DocumentKind.TRAINING, r"\btraining\b.*\b(?:completed|date|module|passed|score|due)\b|\bmodule\s?1\b"
                            r"|\bdate of training\b"),
    (DocumentKind.BREACHES, r"\b(?:nature|date|details) of (?:the )?breach\b|\bbreach(?:es)? (?:log|register|ref)\b"),
    (DocumentKind.STAFF, r"\bdecision[\s-]making staff\b|\bafc band\b|\bpay band\b|\bband\b.*\bdecision"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Recognised:
    """The kind and, in words, why."""

    kind: DocumentKind
    why: str


def by_name(path: Path, readable: tuple[DocumentKind, ...]) -> Recognised:
    """The kind a file's name hints at: one that is read from such a file, or one of the other registers."""
    for kind, pattern in _NAME_HINTS:
        if re.search(pattern, path.stem, re.IGNORECASE) and (kind in readable or kind in _BY_NAME):
            return Recognised(kind, "its name")
    return Recognised(DocumentKind.UNKNOWN, "neither its content nor its name tells")


def by_content(words: str) -> DocumentKind | None:
    """The kind that headings of other registers tell; `words` are in lower case."""
    return next((kind for kind, pattern in _CONTENT_HINTS if re.search(pattern, words)), None)
