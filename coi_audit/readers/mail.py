"""E-mails as papers: who wrote, to whom, when and about what, then the words; what is attached is told, not opened."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import Path

from coi_audit.model.dates import in_words
from coi_audit.readers.guard import FileType, damaged, file_name, require, shown
from coi_audit.readers.html.archive import MAIL_FAULTS, Page
from coi_audit.readers.html.charset import page_text
from coi_audit.readers.html.page import read_pages
from coi_audit.readers.word import Paragraph, Table, WordDocument

_SHOWN = ("From", "Date", "To", "Cc", "Subject")
_HEADERS = re.compile(r"^[>\s]*(?:from|sent|date|to|cc|subject)[ \t]*:", re.IGNORECASE)
_QUOTED = re.compile(r"^(?:>[ \t]?)+")
_LOOKED_AT = 60  # lines
_WRAPPED = range(60, 81)  # where e-mail programs break lines that nobody broke
_MOST_NAMED = 12


def read_mail(path: Path, *, root: Path | None = None) -> WordDocument:
    """Read an e-mail saved as .eml: its headers as lines, then its body, as a web page where it has tables or lists.

    Raises `UserError` for a file that is no e-mail whatever its name, or is damaged, empty or over 50 MB.
    """
    where = file_name(path, root)
    require(path, wanted=(FileType.EMAIL,), where=where)
    try:
        message = message_from_bytes(path.read_bytes(), policy=policy.default)
        headers = [line for name in _SHOWN if (line := _header(message, name))]
        plain, pages, attached = _parts(message)
        sent = _sent(message)
    except MAIL_FAULTS as error:
        raise damaged(where) from error
    body, said = _body(plain, pages, where)
    found = [Paragraph(shown(line)) for line in headers] + list(body)
    return WordDocument(
        blocks=tuple(_numbered(found)),
        modified=sent,
        created=sent,
        title=shown(" ".join(str(message.get("Subject", "")).split())),
        notices=(*said, *_told(attached)),
    )


def without_quotes(text: str) -> str:
    """A text as it was before e-mail programs set marks (">") before its lines; any other text as it is.

    Every line keeps its place.
    """
    lines = text.split("\n")
    if sum(1 for line in lines[:_LOOKED_AT] if _HEADERS.match(line)) < 3:
        return text
    return "\n".join(_QUOTED.sub("", line) for line in lines)


def _header(message: EmailMessage, name: str) -> str:
    words = " ".join(str(message.get(name, "")).split())
    sent = _sent(message) if name == "Date" else None
    if sent is not None:
        words = f"{in_words(sent.date())} {sent:%H:%M}"
    return f"{name}: {words}" if words else ""


def _sent(message: EmailMessage) -> datetime | None:
    try:
        return parsedate_to_datetime(str(message.get("Date", ""))).replace(tzinfo=None)
    except (ValueError, TypeError, IndexError):
        return None


def _parts(message: EmailMessage) -> tuple[str, tuple[Page, ...], list[str]]:
    """The plain words, the pages, and the names of what is attached."""
    plain: list[str] = []
    pages: list[Page] = []
    attached: list[str] = []
    for part in message.walk():
        kind, name = part.get_content_type(), part.get_filename()
        if part.is_multipart() and kind != "message/rfc822":
            continue
        if part.get_content_disposition() == "attachment" or (name and kind != "text/html"):
            attached.append(" ".join(str(name or "a message").split()))
        elif kind in ("text/plain", "text/html"):
            data = part.get_payload(decode=True)
            if isinstance(data, bytes) and kind == "text/html":
                pages.append(Page(data, part.get_content_charset()))
            elif isinstance(data, bytes):
                plain.append(page_text(data, part.get_content_charset()))
    return "\n".join(plain), tuple(pages), attached


def _body(plain: str, pages: tuple[Page, ...], where: str) -> tuple[tuple[Paragraph | Table, ...], tuple[str, ...]]:
    """The body's blocks. Plain words lose tables and lists, so a page that has them goes before."""
    laid_out = any(re.search(rb"<(?:table|ol|ul)\b", page.data, re.IGNORECASE) for page in pages)
    if pages and (laid_out or not plain.strip()):
        read = read_pages(pages, where=where)
        return read.blocks, read.notices
    return tuple(_paragraphs(plain, where)), ()


def _paragraphs(text: str, where: str) -> list[Paragraph]:
    from coi_audit.readers.paper import Line  # they build on this
    from coi_audit.readers.plain_text import text_lines, unwrap, wrap_width

    words = "\n".join(_QUOTED.sub("", line) for line in shown(text).split("\n"))
    lines = [line for line in text_lines(words, where) if isinstance(line, Line)]
    widest = max((line.width for line in lines), default=0)
    joined = unwrap(lines, wrap_width(lines) or (widest if widest in _WRAPPED else 0))
    return [Paragraph(line.text, "Heading 1" if line.heading else "Normal") for line in joined]


def _numbered(blocks: list[Paragraph | Table]) -> list[Paragraph | Table]:
    """The blocks, their paragraphs counted from the first header on."""
    found: list[Paragraph | Table] = []
    count = 0
    for block in blocks:
        if isinstance(block, Paragraph):
            count += 1
            found.append(replace(block, paragraph_index=count))
        else:
            found.append(block)
    return found


def _told(attached: list[str]) -> list[str]:
    """What is said of attachments: their words may matter, so nobody should take them for read."""
    if not attached:
        return []
    names = ", ".join(f'"{shown(name)[:80]}"' for name in attached[:_MOST_NAMED])
    more = f" and {len(attached) - _MOST_NAMED} more" if len(attached) > _MOST_NAMED else ""
    one = len(attached) == 1
    return [
        f"what is attached to this e-mail was not opened: {names}{more}. "
        f"Save {'it' if one else 'them'} beside the e-mail to have {'it' if one else 'them'} read."
    ]
