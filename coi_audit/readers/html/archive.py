"""Web pages saved with all they need in one file (.mht, .mhtml): the pages inside, pictures and styles left alone."""

from __future__ import annotations

from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message

from coi_audit.readers.guard import damaged

# What Python's e-mail reader raises for a message that nobody's program wrote.
MAIL_FAULTS = (ValueError, LookupError, TypeError, AttributeError, RecursionError)
_MAX_PAGES = 200


@dataclass(frozen=True, slots=True)
class Page:
    """One page's bytes, and the encoding that stands beside it where one does."""

    data: bytes
    charset: str | None = None


def pages_of(data: bytes, *, where: str) -> tuple[Page, ...]:
    """The pages of a single-file web page, the first to be shown first. Raises `UserError` where there is none."""
    try:
        message = message_from_bytes(data)
        found = [page for part in message.walk() if (page := _page(part)) is not None]
    except MAIL_FAULTS as error:
        raise damaged(where) from error
    if not found:
        raise damaged(where)
    return tuple(found[:_MAX_PAGES])


def _page(part: Message) -> Page | None:
    if part.get_content_type() not in ("text/html", "application/xhtml+xml"):
        return None
    data = part.get_payload(decode=True)
    return Page(data, part.get_content_charset()) if isinstance(data, bytes) and data.strip() else None
