"""Forms as files: each as a Word document, and all of one annex as one PDF."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from coi_audit.report.html import render, style
from coi_audit.report.office_file import same_bytes, writable
from coi_audit.report.pdf import render_pdf
from coi_audit.report.registers.form_parts import ANNEX_FOLDERS, Answers, Form, Grid, Heading, Note, Part
from coi_audit.report.words import day

_TEMPLATE, _STYLES = "registers/forms.html", ("base/paper.css", "registers/forms.css")
_INK, _QUIET = RGBColor(0x14, 0x36, 0x5C), RGBColor(0x52, 0x60, 0x6D)
_WIDTH = 170  # millimetres between the margins
METHOD = (
    "Filled from the body's records. Labels are short forms of the annex as recalled; the printed wording was not "
    "compared."
)


def form_files(forms: Sequence[Form], *, body: str, as_of: date) -> dict[str, bytes]:
    """Every file by its path below the folder of forms. The same forms give the same bytes."""
    files: dict[str, bytes] = {}
    for annex, folder in ANNEX_FOLDERS.items():
        own = [one for one in forms if one.annex == annex]
        for form in own:
            files[f"{folder}/{form.name}.docx"] = form_docx(form, body=body, as_of=as_of)
        if own:
            files[f"{folder}.pdf"] = forms_pdf(own, body=body, as_of=as_of)
    return files


def forms_pdf(forms: Sequence[Form], *, body: str, as_of: date) -> bytes:
    """All forms of one annex as one PDF, PDF/A-3a with the PDF/UA-1 mark, each form on a page of its own."""
    first = forms[0]
    title = f"Annex {first.annex}: {first.title.split(':')[0]}"
    context = {
        "body": {"name": body},
        "title": title,
        "as_of": day(as_of),
        "forms": [
            {"about": one.about, "title": one.title, "parts": [_shown(part) for part in one.parts]} for one in forms
        ],
        "method": METHOD,
    }
    return render_pdf(render(_TEMPLATE, context), as_of=as_of, style=style(*_STYLES))


def _shown(part: Part) -> dict[str, Any]:
    if isinstance(part, Answers):
        return {"kind": "answers", "pairs": part.pairs}
    if isinstance(part, Grid):
        rows = [[cell.split("\n") for cell in row] for row in part.all_rows]
        return {"kind": "grid", "caption": part.caption, "headings": part.headings, "rows": rows, "shares": part.shares}
    return {"kind": "heading" if isinstance(part, Heading) else "note", "text": part.text}


def form_docx(form: Form, *, body: str, as_of: date) -> bytes:
    """One form as a Word document that can be filled in."""
    document: Any = Document()
    _page(document)
    properties = document.core_properties
    properties.title, properties.author, properties.language = f"{form.title}: {form.about}", body, "en-GB"
    properties.last_modified_by, properties.comments = body, ""
    _words(document.add_paragraph(), f"{body} · Annex {form.annex}", colour=_QUIET)
    document.add_heading(writable(form.title), level=1)
    _words(document.add_paragraph(), form.about, bold=True)
    for part in form.parts:
        _part(document, part)
    _words(document.add_paragraph(), METHOD, colour=_QUIET, size=8)
    out = BytesIO()
    document.save(out)
    return same_bytes(out.getvalue(), as_of=as_of)


def _page(document: Any) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin = section.bottom_margin = Mm(18)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(10)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    normal.element.get_or_add_rPr().append(language)
    for level in (1, 2):
        heading = document.styles[f"Heading {level}"]
        heading.font.name, heading.font.color.rgb = "Arial", _INK
        heading.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:asciiTheme"), "")
        del heading.element.rPr.rFonts.attrib[qn("w:asciiTheme")]


def _part(document: Any, part: Part) -> None:
    if isinstance(part, Heading):
        document.add_heading(writable(part.text), level=2)
    elif isinstance(part, Note):
        _words(document.add_paragraph(), part.text)
    elif isinstance(part, Answers):
        _table(document, part.pairs, (38, 62), bold_first=True)
    else:
        caption = document.add_paragraph()
        caption.paragraph_format.keep_with_next = True
        _words(caption, part.caption, bold=True)
        _table(document, (part.headings, *part.all_rows), part.shares, head=True)


def _table(
    document: Any, rows: Sequence[Sequence[str]], shares: Sequence[int], *, head: bool = False, bold_first: bool = False
) -> None:
    table = document.add_table(rows=len(rows), cols=len(shares), style="Table Grid")
    table.autofit = False
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Mm(_WIDTH * share / sum(shares))
    for number, row in enumerate(rows):
        table.rows[number].height, table.rows[number].height_rule = Mm(7), WD_ROW_HEIGHT_RULE.AT_LEAST
        for at, (text, share) in enumerate(zip(row, shares, strict=True)):
            cell = table.cell(number, at)
            cell.width = Mm(_WIDTH * share / sum(shares))
            _words(cell.paragraphs[0], text, bold=(head and number == 0) or (bold_first and at == 0))
    if head:
        repeated = OxmlElement("w:tblHeader")
        table.rows[0]._tr.get_or_add_trPr().append(repeated)
    document.add_paragraph()


def _words(paragraph: Any, text: str, *, bold: bool = False, colour: RGBColor | None = None, size: int = 10) -> None:
    run = paragraph.add_run(writable(text))
    run.bold, run.font.size = bold, Pt(size)
    if colour is not None:
        run.font.color.rgb = colour
