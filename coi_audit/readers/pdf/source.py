"""Opens a PDF and takes each page's letters, ruled lines and pictures; nothing in it is run, nothing followed."""

from __future__ import annotations

import math
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import byref, c_float, c_int
from itertools import pairwise
from pathlib import Path
from typing import Any

from coi_audit.errors import UserError
from coi_audit.readers.guard import FileType, file_name, require
from coi_audit.readers.pdf.bullets import Dot, bullets, is_dot
from coi_audit.readers.pdf.clips import Clip, clip_of, moved_in
from coi_audit.readers.pdf.fields import form_of, typed_words
from coi_audit.readers.pdf.letters import Letters, address
from coi_audit.readers.pdf.shapes import PageContent, Rule
from coi_audit.readers.pdf.view import View

MAX_PAGES = 1_500
MAX_LETTERS = 60_000  # on a page: a full page of small print has a tenth of it
MAX_OBJECTS = 60_000
_MAX_STEPS = 120_000  # of drawn lines on a page, maps and plans beyond this are not looked into
_DOT_STEPS = 80  # of a path: browsers draw a circle in some fifty
_DEEP = 6
_THIN = 2.6  # points: a filled box no thicker is a ruled line
_SHORT = 3.0
_PASSWORD = 4  # what PDFium answers where a password is wanted
ONE_AT_A_TIME = threading.RLock()  # held around `opened`: PDFium must not be asked by two threads at once


@contextmanager
def opened(path: Path, *, root: Path | None) -> Iterator[Any]:
    """The document, open until the block ends.

    Raises `UserError` for a file that is no PDF, is damaged, needs a password to be opened, or has over 1,500 pages.
    """
    where = file_name(path, root)
    require(path, wanted=(FileType.PDF,), where=where)
    import pypdfium2  # slow to import; not needed for other papers
    from pypdfium2 import PdfiumError

    try:
        document = pypdfium2.PdfDocument(path)
    except PdfiumError as error:
        raise (_protected(where) if error.err_code == _PASSWORD else _damaged(path, where)) from error
    try:
        pages = len(document)
        if pages == 0:
            raise _damaged(path, where)
        if pages > MAX_PAGES:
            raise UserError(
                f"this PDF has {pages:,} pages; over {MAX_PAGES:,} are not read.",
                where=where,
                fix="save only the pages that matter into a new file.",
            )
        yield document
    finally:
        document.close()


def _damaged(path: Path, where: str) -> UserError:
    named = path.suffix.casefold()
    problem = "this file is a damaged or incomplete PDF and cannot be opened."
    if named and named != ".pdf":
        problem = f'this file is a PDF although its name ends in "{named}"; it is damaged and cannot be opened.'
    return UserError(problem, where=where, fix="save or download it again, or print it to a new PDF.")


def _protected(where: str) -> UserError:
    return UserError(
        "this file is protected by a password.",
        where=where,
        fix="open it, print it to a new PDF without a password, and use that.",
    )


def told_about(document: Any) -> dict[str, str]:
    """What the file says of itself: its title, when and by what it was made. What cannot be decoded is left out."""
    found = {}
    for key in ("Title", "CreationDate", "ModDate", "Creator", "Producer"):
        try:
            found[key] = str(document.get_metadata_value(key))
        except ValueError:
            continue
    return found


def pages_of(document: Any) -> list[PageContent]:
    """Every page's content but that of pages which cannot be opened, with what was typed into its fields."""
    with form_of(document) as form:
        numbers = range(1, len(document) + 1)
        return [page for number in numbers if (page := _page_content(document, number, form))]


def _page_content(document: Any, number: int, form: Any) -> PageContent | None:
    """The page's content, turned so that most of its words read level; None for a page that cannot be opened."""
    from pypdfium2 import PdfiumError

    try:
        page = document[number - 1]
    except PdfiumError:
        return None
    try:
        return _content(page, number, form)
    finally:
        page.close()


def _content(page: Any, number: int, form: Any) -> PageContent:
    import pypdfium2.raw as pdfium

    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, byref(box))
    bounds = (box.left, box.bottom, box.right, box.top)
    text_page = pdfium.FPDFText_LoadPage(page)
    if not text_page:
        return PageContent(number, abs(box.right - box.left), abs(box.top - box.bottom))
    try:
        letters = Letters(pdfium, text_page, bounds).read(MAX_LETTERS)
    finally:
        pdfium.FPDFText_ClosePage(text_page)
    turn = letters.main_turn(pdfium.FPDFPage_GetRotation(page) % 4)
    view = View(bounds, turn)
    drawn = _Drawn(pdfium, view)
    drawn.look_through(page)
    typed = typed_words(page, form, view.point)
    words = moved_in([view.word(word, drawn.order, drawn.clips) for word in letters.words])
    return PageContent(
        number=number,
        width=view.width,
        height=view.height,
        words=(*words, *bullets(drawn.dots, words), *typed),
        across=tuple(drawn.across),
        down=tuple(drawn.down),
        pictured=min(1.0, drawn.pictured / max(1.0, view.width * view.height)),
        hidden=letters.hidden,
        slanted=" ".join(letters.slanted),
        drawn=drawn.steps,
        garbled=letters.garbled,
    )


class _Drawn:
    """The ruled lines of a page, and how large its pictures are."""

    def __init__(self, pdfium: Any, view: View) -> None:
        self.pdfium = pdfium
        self.view = view
        self.across: list[Rule] = []
        self.down: list[Rule] = []
        self.pictured = 0.0
        self.dots: list[Dot] = []
        self.steps = 0
        self.objects = 0
        self.order: dict[int, int] = {}
        self.clips: dict[int, Clip] = {}

    def look_through(self, page: Any) -> None:
        count = self.pdfium.FPDFPage_CountObjects(page)
        for at in range(min(count, MAX_OBJECTS)):
            self._object(self.pdfium.FPDFPage_GetObject(page, at), (1.0, 0.0, 0.0, 1.0, 0.0, 0.0), 0)
        if self.steps > _MAX_STEPS:
            self.across, self.down = [], []

    def _object(self, found: Any, outer: tuple[float, ...], depth: int) -> None:
        pdfium = self.pdfium
        self.objects += 1
        if not found or depth > _DEEP or self.objects > MAX_OBJECTS or self.steps > _MAX_STEPS:
            return
        kind = pdfium.FPDFPageObj_GetType(found)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            self._text(found, depth)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            self._path(found, _times(self._matrix(found), outer))
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            self._picture(_times(self._matrix(found), outer))
        elif kind == pdfium.FPDF_PAGEOBJ_FORM:
            inner = _times(self._matrix(found), outer)
            for at in range(min(pdfium.FPDFFormObj_CountObjects(found), MAX_OBJECTS)):
                self._object(pdfium.FPDFFormObj_GetObject(found, at), inner, depth + 1)

    def _text(self, found: Any, depth: int) -> None:
        key = address(found)
        self.order[key] = self.objects
        clip = None if depth else clip_of(self.pdfium, found)
        if clip is not None:
            self.clips[key] = clip

    def _matrix(self, found: Any) -> tuple[float, ...]:
        matrix = self.pdfium.FS_MATRIX()
        if not self.pdfium.FPDFPageObj_GetMatrix(found, byref(matrix)):
            return (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
        return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)

    def _picture(self, matrix: tuple[float, ...]) -> None:
        x0, y0 = self._place(0.0, 0.0, matrix)
        x1, y1 = self._place(1.0, 1.0, matrix)
        wide = max(0.0, min(max(x0, x1), self.view.width) - max(0.0, min(x0, x1)))
        tall = max(0.0, min(max(y0, y1), self.view.height) - max(0.0, min(y0, y1)))
        self.pictured += wide * tall

    def _place(self, x: float, y: float, matrix: tuple[float, ...]) -> tuple[float, float]:
        a, b, c, d, e, f = matrix
        return self.view.point(a * x + c * y + e, b * x + d * y + f)

    def _path(self, found: Any, matrix: tuple[float, ...]) -> None:
        pdfium = self.pdfium
        fill, stroke = c_int(), c_int()
        pdfium.FPDFPath_GetDrawMode(found, byref(fill), byref(stroke))
        if not fill.value and not stroke.value:
            return
        count = pdfium.FPDFPath_CountSegments(found)
        self.steps += count
        if self.steps > _MAX_STEPS:
            return
        if fill.value and count <= _DOT_STEPS and self._dot(found, count, matrix):
            return
        for piece in self._pieces(found, count, matrix):
            self._piece(piece, filled=not stroke.value)

    def _dot(self, found: Any, count: int, matrix: tuple[float, ...]) -> bool:
        x, y = c_float(), c_float()
        points = []
        for at in range(count):
            self.pdfium.FPDFPathSegment_GetPoint(self.pdfium.FPDFPath_GetPathSegment(found, at), byref(x), byref(y))
            points.append(self._place(x.value, y.value, matrix))
        if not points or not all(math.isfinite(value) for point in points for value in point):
            return False
        xs, ys = [x for x, _ in points], [y for _, y in points]
        bounds = (min(xs), min(ys), max(xs), max(ys))
        if not is_dot(*bounds):
            return False
        self.dots.append(bounds)
        return True

    def _pieces(self, found: Any, count: int, matrix: tuple[float, ...]) -> Iterator[list[tuple[float, float]]]:
        """The path's strokes as runs of points; a curve is left out and parts the run."""
        pdfium = self.pdfium
        x, y = c_float(), c_float()
        run: list[tuple[float, float]] = []
        for at in range(count):
            segment = pdfium.FPDFPath_GetPathSegment(found, at)
            kind = pdfium.FPDFPathSegment_GetType(segment)
            pdfium.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
            point = self._place(x.value, y.value, matrix)
            if kind != pdfium.FPDF_SEGMENT_LINETO:
                if len(run) > 1:
                    yield run
                run = [point]
            else:
                run.append(point)
            if pdfium.FPDFPathSegment_GetClose(segment) and len(run) > 2:
                run.append(run[0])
        if len(run) > 1:
            yield run

    def _piece(self, points: list[tuple[float, float]], *, filled: bool) -> None:
        xs, ys = [x for x, _ in points], [y for _, y in points]
        x0, x1, y0, y1 = min(xs), max(xs), min(ys), max(ys)
        if not all(math.isfinite(value) for value in (x0, x1, y0, y1)):
            return
        if y1 - y0 <= _THIN and x1 - x0 > max(_SHORT, y1 - y0):
            self.across.append(Rule((y0 + y1) / 2, x0, x1))
        elif x1 - x0 <= _THIN and y1 - y0 > max(_SHORT, x1 - x0):
            self.down.append(Rule((x0 + x1) / 2, y0, y1))
        elif not (filled and (x1 - x0) * (y1 - y0) > 0.8 * self.view.width * self.view.height):
            self._edges(points, filled)

    def _edges(self, points: list[tuple[float, float]], shade: bool) -> None:
        for (ax, ay), (bx, by) in pairwise(points):
            if abs(ay - by) < 0.5 and abs(ax - bx) > _SHORT:
                self.across.append(Rule((ay + by) / 2, min(ax, bx), max(ax, bx), shade))
            elif abs(ax - bx) < 0.5 and abs(ay - by) > _SHORT:
                self.down.append(Rule((ax + bx) / 2, min(ay, by), max(ay, by), shade))


def _times(inner: tuple[float, ...], outer: tuple[float, ...]) -> tuple[float, ...]:
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)
