"""Word and Excel files made the same on every run: fixed times inside, and text that is never taken for a formula."""

from __future__ import annotations

import re
import zipfile
from datetime import date
from io import BytesIO

_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_DATES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
# Control signs that XML cannot hold.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udfff]")


def same_bytes(packed: bytes, *, as_of: date) -> bytes:
    """The office file with fixed zip times, and the as-of date for the day it was made and changed."""
    stamp = f"{as_of.isoformat()}T00:00:00Z".encode()
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(packed)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as fixed:
        for name in sorted(source.namelist(), key=_first_things_first):
            content = source.read(name)
            if name == "docProps/core.xml":
                content = _DATES.sub(rb"\g<1>" + stamp + rb"\g<2>", content)
            info = zipfile.ZipInfo(name, _ZIP_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            fixed.writestr(info, content)
    return out.getvalue()


def writable(text: str) -> str:
    """The text without signs that an office file cannot hold."""
    return _CONTROL.sub("", text)


def never_a_formula(text: str) -> str:
    """Text for a CSV file: a spreadsheet program that opens it shows it as it stands, and works nothing out."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _first_things_first(name: str) -> tuple[bool, str]:
    return (name != "[Content_Types].xml", name)
