"""What somebody typed into a PDF: the answers in a form's fields, boxes ticked, and notes written onto the page.

They stand beside the page's own drawing and are no part of it. Nothing that a form could run is run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ctypes import byref, c_ushort
from typing import Any

from coi_audit.readers.pdf.shapes import Word

Point = Callable[[float, float], tuple[float, float]]  # a place on the PDF's own page as one on the upright page
_MOST = 5_000  # fields and notes on a page
_LONGEST = 20_000  # letters in one
_UNSEEN = 0x02 | 0x20  # hidden, not to be viewed
_LARGEST = 11.0  # points of print
_WIDE = 0.5  # of the print's size: a letter's usual width
_STEP = 1.2
_PAD = 1.5


@contextmanager
def form_of(document: Any) -> Iterator[Any]:
    """What asks a document's fields for their answers, before any of its pages is opened; None where it has none."""
    import pypdfium2.raw as pdfium

    if pdfium.FPDF_GetFormType(document) == pdfium.FORMTYPE_NONE:
        yield None
        return
    settings = pdfium.FPDF_FORMFILLINFO(version=2)
    form = pdfium.FPDFDOC_InitFormFillEnvironment(document, settings)
    try:
        yield form or None
    finally:
        if form:
            pdfium.FPDFDOC_ExitFormFillEnvironment(form)


def typed_words(page: Any, form: Any, point: Point) -> list[Word]:
    """The words typed into a page's fields and onto it, each set within its field; a tick stands for a ticked box."""
    import pypdfium2.raw as pdfium

    found: list[Word] = []
    for at in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST)):
        note = pdfium.FPDFPage_GetAnnot(page, at)
        if not note:
            continue
        try:
            text = _text(pdfium, note, form)
            box = pdfium.FS_RECTF()
            if text and pdfium.FPDFAnnot_GetRect(note, byref(box)):
                found.extend(_set(text, point(box.left, box.top), point(box.right, box.bottom)))
        finally:
            pdfium.FPDFPage_CloseAnnot(note)
    return found


def _text(pdfium: Any, note: Any, form: Any) -> str:
    if pdfium.FPDFAnnot_GetFlags(note) & _UNSEEN:
        return ""
    kind = pdfium.FPDFAnnot_GetSubtype(note)
    if kind == pdfium.FPDF_ANNOT_FREETEXT:
        return _string(lambda buffer, size: pdfium.FPDFAnnot_GetStringValue(note, b"Contents", buffer, size))
    if kind != pdfium.FPDF_ANNOT_WIDGET or form is None:
        return ""
    field = pdfium.FPDFAnnot_GetFormFieldType(form, note)
    if field in (pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON):
        state = _string(lambda buffer, size: pdfium.FPDFAnnot_GetStringValue(note, b"AS", buffer, size))
        return "✓" if state not in ("", "Off") or pdfium.FPDFAnnot_IsChecked(form, note) else ""
    if field in (pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX):
        return _string(lambda buffer, size: pdfium.FPDFAnnot_GetFormFieldValue(form, note, buffer, size))
    return ""


def _string(ask: Callable[[Any, int], int]) -> str:
    """The words a call gives in UTF-16, which tells their length in bytes first."""
    size = ask(None, 0)
    if not 2 < size <= 2 * _LONGEST:
        return ""
    buffer = (c_ushort * (size // 2))()
    ask(buffer, size)
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\0")


def _set(text: str, one: tuple[float, float], other: tuple[float, float]) -> Iterator[Word]:
    """The words within a field, in print so small that every line fits: none may reach into the next column.

    Of several lines, none is so long that the next would seem to go on from it.
    """
    (left, right), (top, bottom) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    lines = [words for line in text.splitlines() if (words := line.split())]
    if not lines or right - left <= 2 * _PAD:
        return
    letters = max(len(" ".join(words)) for words in lines)
    room = (right - left - 2 * _PAD) * (0.45 if len(lines) > 1 else 1.0)
    size = min(_LARGEST, (bottom - top) / (len(lines) * _STEP), room / (letters * _WIDE))
    first = (top + bottom) / 2 - (len(lines) - 1) * _STEP * size / 2
    for at, words in enumerate(lines):
        middle, x = first + at * _STEP * size, left + _PAD
        for word in words:
            end = x + len(word) * _WIDE * size
            yield Word(word, x, middle - size / 2, end - 0.2 * _WIDE * size, middle + size / 2, size)
            x = end + _WIDE * size
