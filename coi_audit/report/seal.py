"""The seal of a report: a hash of the whole file, kept in the file, so that any later change to it shows.

It tells of accidents and of careless changes. Whoever knows how can seal a changed file anew; against that stands the
re-run from the papers themselves.
"""

from __future__ import annotations

import hashlib
import re
from enum import StrEnum
from io import BytesIO

_MARK = b"%coi-audit seal "
_BLANK = b"0" * 64
# A comment, which every reader of PDF passes over, between the list of objects and the pointer to it.
_SEAL = re.compile(rb"%coi-audit seal ([0-9a-f]{64})\n(?=startxref\s+\d+\s+%%EOF\s*\Z)")


class SealState(StrEnum):
    """What the seal of a file tells."""

    WHOLE = "whole"
    ALTERED = "altered"
    UNSEALED = "unsealed"  # made by another program or version, or saved anew by one


def sealed(pdf: bytes) -> bytes:
    """The PDF with its seal before the last `startxref`. Raises `ValueError` for bytes that have none."""
    at = pdf.rfind(b"startxref")
    if at < 0:
        raise ValueError("these bytes are no whole PDF")
    blank = pdf[:at] + _MARK + _BLANK + b"\n" + pdf[at:]
    return pdf[:at] + _MARK + _digest(blank) + b"\n" + pdf[at:]


def seal_state(pdf: bytes) -> SealState:
    """Whether the file is, byte for byte, the one that was sealed."""
    found = _SEAL.search(pdf)
    if found is None:
        return SealState.ALTERED if _MARK in pdf else SealState.UNSEALED
    blank = pdf[: found.start(1)] + _BLANK + pdf[found.end(1) :]
    return SealState.WHOLE if _digest(blank) == found[1] else SealState.ALTERED


def attachments_of(pdf: bytes) -> dict[str, bytes]:
    """The files carried inside a PDF, by name; nothing where it cannot be opened."""
    import pikepdf

    try:
        with pikepdf.open(BytesIO(pdf)) as document:
            return {name: one.get_file().read_bytes() for name, one in document.attachments.items()}
    except (pikepdf.PdfError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).hexdigest().encode()
