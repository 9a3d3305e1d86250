"""Rewrite a .docx or .xlsx so that the same content gives the same bytes on every run."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

STAMP = "2018-01-15T09:00:00Z"
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_DATES = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)")


def write_fixed(packed: bytes, target: Path) -> None:
    """Write the Office file `packed` to `target` with fixed zip times and fixed dates in its core properties."""
    target.parent.mkdir(parents=True, exist_ok=True)
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(packed)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as fixed:
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = _DATES.sub(rb"\g<1>" + STAMP.encode() + rb"\g<3>", content)
            info = zipfile.ZipInfo(name, _ZIP_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            fixed.writestr(info, content)
    target.write_bytes(out.getvalue())
