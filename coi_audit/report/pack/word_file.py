"""A Word document as a file: who, what and when in its properties, and the same bytes on every run."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, date, datetime

from docx.document import Document as WordDocument

_LANGUAGE = "en-GB"
_THUMBNAIL = "/thumbnail"  # of python-docx's own template: a picture of another document


def finished(document: WordDocument, *, title: str, author: str, on: date) -> bytes:
    """The document's bytes; every date in it is `on`."""
    moment = datetime(on.year, on.month, on.day, tzinfo=UTC)
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by = title, author, author
    properties.subject, properties.comments, properties.keywords = title, "", ""
    properties.language, properties.revision = _LANGUAGE, 1
    properties.created = properties.modified = moment
    relations = document.part.package.rels if document.part.package is not None else {}
    for key in [key for key, one in relations.items() if one.reltype.endswith(_THUMBNAIL)]:
        del relations[key]
    raw = io.BytesIO()
    document.save(raw)
    return _same_bytes(raw.getvalue(), moment)


def _same_bytes(raw: bytes, moment: datetime) -> bytes:
    """The same parts in the same order, each with the one date; a ZIP knows none before 1980."""
    stamp = (max(moment.year, 1980), moment.month, moment.day, 0, 0, 0)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as given, zipfile.ZipFile(out, "w") as written:
        for name in given.namelist():
            entry = zipfile.ZipInfo(name, stamp)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 0, 0
            written.writestr(entry, given.read(name))
    return out.getvalue()
