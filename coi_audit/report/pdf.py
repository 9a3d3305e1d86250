"""HTML to PDF/A-3a with the PDF/UA-1 mark: tagged, archivable, and the same file on every machine."""

from __future__ import annotations

import gc
import hashlib
import logging
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf

from coi_audit.errors import SetupError, UserError
from coi_audit.report.fonts import use_only_our_fonts
from coi_audit.report.seal import sealed

_UA = "http://www.aiim.org/pdfua/ns/id/"
# PDF/A asks that a schema it does not know be described inside the file.
_UA_SCHEMA = (
    '<rdf:Description xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" rdf:about=""'
    ' xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
    ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>"
    f"<pdfaSchema:namespaceURI>{_UA}</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>'
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description></rdf:li></rdf:Seq>"
    "</pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"
    f'<rdf:Description xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" rdf:about="" xmlns:pdfuaid="{_UA}">'
    "<pdfuaid:part>1</pdfuaid:part></rdf:Description>"
)


@dataclass(frozen=True, slots=True)
class Attached:
    """A file carried inside the PDF, e.g. the JSON the report was made from."""

    name: str
    content: bytes
    description: str
    relationship: str = "Source"


def write_pdf(html: str, path: Path, *, as_of: date, style: str, attached: Sequence[Attached] = ()) -> None:
    """Render and write. Two calls with the same values give the same bytes.

    Raises `SetupError` where Pango or a font is missing, `UserError` where the file cannot be written, and
    `ValueError` for anything WeasyPrint complains of: a report with a hole in it is not written.
    """
    data = render_pdf(html, as_of=as_of, style=style, attached=attached)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        reason = error.strerror or "the system refused"
        raise UserError(
            f"the PDF cannot be written here ({reason}).",
            where=str(path),
            fix="close the file if it is open in a viewer, or give another path.",
        ) from error


def render_pdf(html: str, *, as_of: date, style: str, attached: Sequence[Attached] = ()) -> bytes:
    """The PDF's bytes; see `write_pdf`."""
    weasyprint = _weasyprint()
    moment = datetime(as_of.year, as_of.month, as_of.day, tzinfo=UTC)
    digest = hashlib.sha256((html + style).encode()).digest()
    with _reproducible(moment), _no_complaints():
        document = weasyprint.HTML(string=html, base_url="template:/", url_fetcher=_refuse)
        attachments = [
            weasyprint.Attachment(
                string=one.content,
                name=one.name,
                description=one.description,
                relationship=one.relationship,
                created=moment,
                modified=moment,
            )
            for one in attached
        ]
        raw = document.write_pdf(
            stylesheets=[_sheet(style)],
            pdf_variant="pdf/a-3a",
            pdf_identifier=False,  # set below; WeasyPrint would write every object a second time to hash it
            attachments=attachments,
            pdf_tags=True,
            finisher=_scope_headers,
        )
    return _finish(raw, digest[:16])


def _finish(raw: bytes, identifier: bytes) -> bytes:
    """Add the PDF/UA-1 mark to the metadata, fix the identifier and seal the file."""
    with pikepdf.open(BytesIO(raw)) as pdf:
        metadata = bytes(pdf.Root.Metadata.read_bytes())
        pdf.Root.Metadata.write(metadata.replace(b"</rdf:RDF>", _UA_SCHEMA.encode() + b"</rdf:RDF>", 1))
        pdf.trailer["/ID"] = pikepdf.Array([pikepdf.String(identifier), pikepdf.String(identifier)])
        out = BytesIO()
        pdf.save(out, static_id=False, deterministic_id=True, linearize=False)
    return sealed(out.getvalue())


def _scope_headers(_document: Any, pdf: Any) -> None:
    """Give every header cell its scope, before the file is written: WeasyPrint leaves it out.

    Our tables have their headers in the head row alone, so each is a column's.
    """
    for element in pdf.objects:
        if isinstance(element, dict) and element.get("S") == "/TH":
            element["A"].setdefault("Scope", "/Column")


def _weasyprint() -> Any:
    use_only_our_fonts()
    try:
        import weasyprint
    except OSError as error:
        raise SetupError(
            "the library Pango, which lays out the PDF, is missing.",
            where=str(error).split("\n", maxsplit=1)[0],
            fix="run ./run setup, or: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
        ) from error
    return weasyprint


@cache
def _sheet(style: str) -> Any:
    """The style sheet, read once for all papers that share it: nothing in it changes as a paper is laid out."""
    return _weasyprint().CSS(string=style, url_fetcher=_refuse)


def _refuse(url: str, *_: object, **__: object) -> Any:
    """Nothing is fetched: a report holds only what its template gives it."""
    raise ValueError(f"a report may not fetch {url[:80]}")


@contextmanager
def _reproducible(moment: datetime) -> Iterator[None]:
    """The as-of date for the file's dates, and no collector in the way (a quarter of the time)."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = str(int(moment.timestamp()))
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before


class _Collect(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.told.append(record.getMessage())


@contextmanager
def _no_complaints() -> Iterator[None]:
    """Anything WeasyPrint warns of is an error: a missing picture or an unknown property would pass in silence."""
    logger = logging.getLogger("weasyprint")
    handler = _Collect()
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagate
    if any("HarfBuzz-Subset" in told for told in handler.told):
        raise SetupError(
            "the library HarfBuzz-Subset, which cuts fonts to size, is missing.",
            fix="run ./run setup, or: sudo apt-get install libharfbuzz-subset0",
        )
    if handler.told:
        raise ValueError("the report's layout is faulty: " + "; ".join(handler.told[:5]))
