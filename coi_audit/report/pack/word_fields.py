"""Fields of a Word document that somebody fills in: gaps for words, and boxes to tick."""

from __future__ import annotations

from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

_W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
_EMPTY, _TICKED = "☐", "☑"
_FONT = "Segoe UI Symbol"
# Also on the words themselves: not every program shows a style inside a field.
_SHADE = '<w:color w:val="3E4C59"/><w:shd w:val="clear" w:color="auto" w:fill="FFF4CE"/>'


def add_field(paragraph: Paragraph, what: str, number: int) -> None:
    """A gap that shows what belongs into it until somebody types; `number` is its own in the document."""
    field = _element(
        f'<w:sdt {nsdecls("w")}><w:sdtPr><w:alias/><w:tag w:val="field-{number}"/><w:id w:val="{number}"/>'
        "<w:showingPlcHdr/><w:text/></w:sdtPr>"
        f'<w:sdtContent><w:r><w:rPr><w:rStyle w:val="FieldText"/>{_SHADE}</w:rPr><w:t xml:space="preserve"/></w:r>'
        "</w:sdtContent></w:sdt>"
    )
    _named(field, what)
    _words(field).text = f"[{what}]"
    paragraph._p.append(field)


def add_box(paragraph: Paragraph, words: str, number: int, *, ticked: bool) -> None:
    """A box that a click ticks, with what it says beside it."""
    sign = _TICKED if ticked else _EMPTY
    box = _element(
        f'<w:sdt {nsdecls("w")} {_W14}><w:sdtPr><w:alias/><w:tag w:val="box-{number}"/><w:id w:val="{number}"/>'
        f'<w14:checkbox><w14:checked w14:val="{int(ticked)}"/>'
        f'<w14:checkedState w14:val="2611" w14:font="{_FONT}"/>'
        f'<w14:uncheckedState w14:val="2610" w14:font="{_FONT}"/></w14:checkbox></w:sdtPr>'
        f'<w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="{_FONT}" w:hAnsi="{_FONT}" w:eastAsia="{_FONT}"'
        f' w:cs="{_FONT}"/></w:rPr><w:t>{sign}</w:t></w:r></w:sdtContent></w:sdt>'
    )
    _named(box, words or "tick")
    paragraph._p.append(box)
    paragraph.add_run(f" {words}" if words else " ")


def _element(xml: str) -> Any:
    return parse_xml(xml)


def _named(field: Any, name: str) -> None:
    alias = field.find(f"{qn('w:sdtPr')}/{qn('w:alias')}")
    alias.set(qn("w:val"), name)


def _words(field: Any) -> Any:
    return next(field.iter(qn("w:t")))
