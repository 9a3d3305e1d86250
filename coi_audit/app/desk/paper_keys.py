"""What stands for a paper and a place in it in the desk's addresses."""

from __future__ import annotations

import hashlib
from urllib.parse import urlencode

from coi_audit.model.evidence import SourceRef


def paper_key(path: str) -> str:
    """12 hexadecimal digits for a paper's path: no path of the disk stands in an address."""
    return hashlib.sha256(path.encode("utf-8", "surrogateescape")).hexdigest()[:12]


def anchor_of(ref: SourceRef) -> str:
    """The mark by which the page of a paper names the row, paragraph or line of a place; "" for the whole paper."""
    if ref.row is not None:
        return f"t{ref.table}-r{ref.row}" if ref.table is not None else f"r{ref.row}"
    if ref.paragraph is not None:
        return f"p{ref.paragraph}"
    return f"l{ref.line}" if ref.line is not None else ""


def place_in(ref: SourceRef) -> str:
    """The address, below the papers', that shows a place: its paper, the sheet or page, and the row's mark."""
    anchor = anchor_of(ref)
    told = {"sheet": ref.sheet, "page": ref.page, "at": anchor}
    part = {name: value for name, value in told.items() if value not in (None, "")}
    query = f"?{urlencode(part)}" if part else ""
    return f"{paper_key(ref.file)}{query}{'#' + anchor if anchor else ''}"
