"""How the Word document looks: page, type, colours and tables, all as styles that whoever edits it can change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table

from coi_audit.report.pack.blocks import Style

FACE = "Arial"
INK, BLUE, QUIET = RGBColor(0x1B, 0x27, 0x33), RGBColor(0x14, 0x36, 0x5C), RGBColor(0x52, 0x60, 0x6D)
STYLES: Mapping[Style, str] = {
    Style.SAY: "Said",
    Style.DO: "Direction",
    Style.SMALL: "Small",
    Style.META: "Direction",
    Style.NOTE: "Note",
    Style.NONE: "Nothing",
    Style.DRAFT: "Draft",
}
_PAGE, _MARGINS = (210, 297), (18, 16)
_LANGUAGE = "en-GB"
_CELL = (("top", 34), ("left", 0), ("bottom", 34), ("right", 100))  # room in a cell, in twentieths of a point


def prepared(document: WordDocument, *, footer: str) -> None:
    """Give an empty document its page, its styles, its language and its footer."""
    _page(document)
    _language(document)
    styles = document.styles
    _font(styles["Normal"], 10, after=5)
    _font(styles["Title"], 20, bold=True, colour=BLUE, after=0)
    _font(styles["Subtitle"], 12, colour=QUIET, after=8)
    for level, size in ((1, 15), (2, 12), (3, 10.5)):
        heading = styles[f"Heading {level}"]
        _font(heading, size, bold=True, colour=BLUE, after=4)
        heading.paragraph_format.space_before = Pt(10)
        heading.paragraph_format.keep_with_next = True
    _font(styles["Caption"], 9.5, bold=True, colour=BLUE, after=2)
    _font(styles["List Bullet"], 10, after=2)
    _own_styles(document)
    _footer(document, footer)


def _page(document: WordDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(_PAGE[0]), Mm(_PAGE[1])
    section.left_margin = section.right_margin = Mm(_MARGINS[0])
    section.top_margin = section.bottom_margin = Mm(_MARGINS[1])
    section.header_distance = section.footer_distance = Mm(8)


def _language(document: WordDocument) -> None:
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    language = OxmlElement("w:lang")
    for name in ("w:val", "w:eastAsia"):
        language.set(qn(name), _LANGUAGE)
    defaults.append(language)


def _own_styles(document: WordDocument) -> None:
    said = _own(document, "Said", 11.5, after=5)
    _edge(said)
    listed = _own(document, "Said list", 11, after=2)
    _edge(listed)
    _own(document, "Direction", 9, colour=QUIET, after=5)
    _own(document, "Small", 9, after=4)
    _own(document, "Nothing", 9.5, colour=QUIET, after=4, italic=True)
    _own(document, "Whom", 9.5, bold=True, colour=QUIET, after=6)
    _own(document, "Table text", 9, after=1)
    _own(document, "Table head", 9, bold=True, colour=BLUE, after=1)
    _own(document, "After table", 4, after=2)
    note = _own(document, "Note", 9.5, after=5)
    _edge(note)
    draft = _own(document, "Draft", 10, after=6)
    draft.paragraph_format.keep_together = True
    _shade(draft, "F1F4F7")
    field = document.styles.add_style("Field Text", WD_STYLE_TYPE.CHARACTER)
    field.element.set(qn("w:styleId"), "FieldText")
    field.font.color.rgb = RGBColor(0x3E, 0x4C, 0x59)
    shade = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="FFF4CE"/>')
    field.element.get_or_add_rPr().append(shade)


def _own(document: WordDocument, name: str, size: float, **looks: Any) -> Any:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    _font(style, size, **looks)
    return style


def _font(
    style: Any, size: float, *, after: float, bold: bool = False, italic: bool = False, colour: RGBColor = INK
) -> None:
    font = style.font
    font.name, font.size, font.bold, font.italic, font.color.rgb = FACE, Pt(size), bold, italic, colour
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in [one for one in fonts.attrib if one.endswith("Theme")]:
        del fonts.attrib[name]
    for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(name), FACE)
    style.paragraph_format.space_after, style.paragraph_format.space_before = Pt(after), Pt(0)
    style.paragraph_format.line_spacing = 1.08


def _edge(style: Any) -> None:
    """A bar at the left edge."""
    border = f'<w:pBdr {nsdecls("w")}><w:left w:val="single" w:sz="24" w:space="8" w:color="14365C"/></w:pBdr>'
    _insert(style, parse_xml(border))
    style.paragraph_format.left_indent = Mm(5)


def _shade(style: Any, colour: str) -> None:
    _insert(style, parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{colour}"/>'))


def _insert(style: Any, element: Any) -> None:
    """Where the schema wants it: after what keeps lines together, before spacing and indents."""
    properties = style.element.get_or_add_pPr()
    early = {qn(f"w:{name}") for name in ("keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr")}
    place = sum(child.tag in early for child in properties)
    properties.insert(place, element)


def plain_table(table: Table, widths: list[float], *, about: str) -> None:
    """Thin lines under the rows, fixed widths, the header row repeated on each page, and words that say what it is."""
    table.autofit = False
    properties = table._tbl.tblPr
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="B8C2CC"/>' for side in ("bottom", "insideH")
    )
    borders = parse_xml(f"<w:tblBorders {nsdecls('w')}>{lines}</w:tblBorders>")
    properties.find(qn("w:tblLayout")).addprevious(borders)  # type: ignore[union-attr]  # autofit has just set it
    sides = "".join(f'<w:{side} w:w="{wide}" w:type="dxa"/>' for side, wide in _CELL)
    properties.find(qn("w:tblLook")).addprevious(parse_xml(f"<w:tblCellMar {nsdecls('w')}>{sides}</w:tblCellMar>"))  # type: ignore[union-attr]
    told = OxmlElement("w:tblCaption")
    told.set(qn("w:val"), about)
    properties.append(told)
    for column, place, width in zip(table.columns, table.rows[0].cells, widths, strict=True):
        column.width = place.width = Mm(width)
    whole_row(table.rows[0])
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def whole_row(row: Any) -> None:
    """Keep a row on one page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _footer(document: WordDocument, words: str) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(_PAGE[0] - 2 * _MARGINS[0]), alignment=_right())
    run = paragraph.add_run(f"{words}\tpage ")
    run.font.size, run.font.color.rgb = Pt(8), QUIET
    for code, between in (("PAGE", " of "), ("NUMPAGES", "")):
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), code)
        inner = OxmlElement("w:r")
        inner.append(parse_xml(f'<w:rPr {nsdecls("w")}><w:color w:val="52606D"/><w:sz w:val="16"/></w:rPr>'))
        shown = OxmlElement("w:t")
        shown.text = "1"
        inner.append(shown)
        field.append(inner)
        paragraph._p.append(field)
        last = paragraph.add_run(between)
        last.font.size, last.font.color.rgb = Pt(8), QUIET


def _right() -> Any:
    from docx.enum.text import WD_TAB_ALIGNMENT

    return WD_TAB_ALIGNMENT.RIGHT
