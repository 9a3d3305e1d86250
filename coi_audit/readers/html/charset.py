"""The words of a web page from its bytes: by its own mark, by what it declares, else as other text files are read."""

from __future__ import annotations

import codecs
import re

from coi_audit.readers.encodings import decode

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_LOOKED_AT = 4096
# What pages mean by these names is what Windows means: the standard for web pages says so.
_WINDOWS = {"iso-8859-1", "latin-1", "latin1", "l1", "us-ascii", "ascii", "iso8859-1", "windows-1252"}


def page_text(data: bytes, charset: str | None = None) -> str:
    """The page's words; `charset` is what stands beside it (an e-mail's header) and goes before its own declaration."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        return decode(data)
    declared = _DECLARED.search(data[:_LOOKED_AT])
    for name in (charset, declared[1].decode("ascii") if declared else None):
        codec = _codec(name, data)
        if codec is None:
            continue
        try:
            return data.decode(codec).replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError:
            continue
    return decode(data)


def _codec(name: str | None, data: bytes) -> str | None:
    if name is None:
        return None
    known = name.strip().casefold()
    if known in _WINDOWS:
        return "cp1252"
    if known.replace("-", "").replace("_", "").startswith(("utf16", "unicode")) and b"\0" not in data[:200]:
        return None  # a declaration that could be read at all does not stand in two-byte letters
    try:
        found = codecs.lookup(known)
    except (LookupError, ValueError):
        return None
    return found.name if getattr(found, "_is_text_encoding", True) else None
