"""Links to files on a saved agenda page: "Report (PDF, 88KB)", "PDF 245 KB", "Item 4 rent.pdf [1.1MB]"."""

from __future__ import annotations

import re

_KIND = r"(?:pdf|docx?|xlsx?|pptx?|rtf|odt|ods|csv|zip|word|excel|powerpoint)"
_SIZE = r"\d+(?:[.,]\d+)?\s?(?:[KMG]i?B|bytes|[KMG](?=\W*$))"
_NEW = r"(?:this link )?opens? in (?:a )?new (?:window|tab|page)"
_PART = rf"(?:\.?{_KIND}(?: (?:document|file|format))?|{_SIZE}|{_NEW}|new window|download)"
_BRACKETED = re.compile(rf"\s*[(\[]\s*{_PART}(?:\s*[,;:|/–-]?\s*{_PART})*\s*[)\]]\s*$", re.IGNORECASE)
_BARE = re.compile(rf"(?:^|[\s,–-]+){_KIND}[\s,:–-]*{_SIZE}\s*$|(?:^|[\s,–-]+){_SIZE}\s*$", re.IGNORECASE)
_ENDING = re.compile(rf"\.{_KIND}$", re.IGNORECASE)
_VERB = re.compile(r"^(?:download|view|open|read|see)\s+(?:the\s+)?(?=\S)", re.IGNORECASE)


def without_file_note(text: str) -> str:
    """A title without what its page adds to a link: the kind of file, its size, that it opens elsewhere."""
    words, before = text, ""
    while words != before:
        before = words
        for pattern in (_BRACKETED, _BARE):
            words = pattern.sub("", words).rstrip(" ,–-")
    return words or text


def file_named(text: str) -> str | None:
    """The name of the file where a line is a link to one and says nothing else; "" where only its size is told."""
    words = text.strip()
    bare = without_file_note(words)
    if bare != words or _ENDING.search(words):
        return _VERB.sub("", bare)
    return "" if _BRACKETED.fullmatch(words) or _BARE.fullmatch(words) else None
