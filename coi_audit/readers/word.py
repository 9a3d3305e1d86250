"""Word documents as blocks in reading order: paragraphs with their automatic numbers rebuilt, and tables cell by cell.

It refuses to know what a document is about; registers, agendas and minutes are recognised elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from coi_audit.readers import word_xml as xml
from coi_audit.readers.guard import ARCHIVE_FAULTS, FileType, damaged, file_name, require
from coi_audit.readers.word_numbering import Numbering

# What the Word library raises for parts that are well-formed but hold the wrong things in the wrong places.
_MISSHAPEN = (AttributeError, TypeError, IndexError, AssertionError)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. `number` is Word's automatic number as printed, without its closing stop ("6", "8.1").

    `paragraph_index` counts the paragraphs outside tables from 1; it is 0 inside a table. `bold` means all of it.
    `page` counts from 1 where the format has pages, else None.
    """

    text: str
    style: str = ""
    number: str = ""
    paragraph_index: int = 0
    bold: bool = False
    bullet: bool = False
    page: int | None = None

    @property
    def shown(self) -> str:
        """The paragraph with its automatic number or bullet in front, as the page shows it."""
        mark = f"{self.number}." if self.number else ("•" if self.bullet else "")
        return f"{mark} {self.text}".strip()


@dataclass(frozen=True, slots=True)
class Cell:
    """One place in a table's grid; `repeated` marks a place covered by a merged cell that begins elsewhere.

    `cut` marks one whose words a print cut off at the edge of their column.
    """

    paragraphs: tuple[Paragraph, ...] = ()
    repeated: bool = False
    cut: bool = False

    @property
    def text(self) -> str:
        """The cell's paragraphs on lines of their own, each with its automatic number or bullet."""
        return "\n".join(shown for paragraph in self.paragraphs if (shown := paragraph.shown))


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of equal length; `table_index` counts the document's tables from 1.

    `pages` holds the page of each row, from 1, where the format has pages; else it is empty.
    """

    rows: tuple[tuple[Cell, ...], ...]
    table_index: int
    pages: tuple[int, ...] = ()

    def page_of(self, row: int) -> int | None:
        """The page of a row, rows and pages counted from 1; None where the format has no pages."""
        return self.pages[row - 1] if 0 < row <= len(self.pages) else None


@dataclass(frozen=True, slots=True)
class WordDocument:
    """A document's body in order, the words of its headers and footers, and when its program says it was saved.

    PDFs, web pages and whatever else holds paragraphs and tables take this shape too. `notices` are remarks about the
    reading itself, for whoever relies on it.
    """

    blocks: tuple[Paragraph | Table, ...]
    headers: tuple[str, ...] = ()
    footers: tuple[str, ...] = ()
    modified: datetime | None = None
    created: datetime | None = None
    title: str = ""
    notices: tuple[str, ...] = ()

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))

    @property
    def tables(self) -> tuple[Table, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Table))


def read_docx(path: Path, *, root: Path | None = None) -> WordDocument:
    """Read a .docx file.

    Deleted (tracked) text is left out, inserted text is kept. Raises `UserError` for a file that is not a Word
    document whatever its name, is damaged, protected by a password, over 50 MB, or would unpack beyond reason.
    """
    where = file_name(path, root)
    require(path, wanted=(FileType.DOCX,), where=where)
    import docx  # slow to import; not needed for spreadsheets
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import LxmlError

    try:
        document = docx.Document(str(path))
        return _Reader(document).read()
    except (PackageNotFoundError, LxmlError, *ARCHIVE_FAULTS, *_MISSHAPEN) as error:
        raise damaged(where) from error


class _Reader:
    def __init__(self, document: Any) -> None:
        self.document = document
        self.styles = {style.style_id: style.name or "" for style in document.styles}
        numbering = self._part_element("numbering")
        self.numbering = Numbering(numbering, document.styles.element)
        self.paragraphs = 0
        self.tables = 0

    def read(self) -> WordDocument:
        body = self.document.element.body
        blocks = tuple(self._blocks(body)) if body is not None else ()
        properties = self.document.core_properties
        return WordDocument(
            blocks=blocks,
            headers=self._margins("header"),
            footers=self._margins("footer"),
            modified=_moment(properties, "modified"),
            created=_moment(properties, "created"),
            title=properties.title or "",
        )

    def _part_element(self, kind: str) -> Any | None:
        for relation in self.document.part.rels.values():
            if not relation.is_external and relation.reltype.endswith(f"/{kind}"):
                return getattr(relation.target_part, "element", None)
        return None

    def _margins(self, kind: str) -> tuple[str, ...]:
        found = []
        for relation in self.document.part.rels.values():
            if not relation.is_external and relation.reltype.endswith(f"/{kind}"):
                element = getattr(relation.target_part, "element", None)
                words = [xml.text(p) for p in element.iter() if xml.local(p) == "p"] if element is not None else []
                found.append((str(relation.target_part.partname), "\n".join(word for word in words if word)))
        return tuple(text for _, text in sorted(found) if text)

    def _blocks(self, container: Any) -> Iterator[Paragraph | Table]:
        for element in xml.children(container):
            if xml.local(element) == "p":
                self.paragraphs += 1
                index = self.paragraphs
                yield self._paragraph(element, index)
                for box in xml.text_boxes(element):
                    yield from self._blocks(box)
            else:
                self.tables += 1
                yield self._table(element, self.tables)

    def _paragraph(self, element: Any, index: int) -> Paragraph:
        label = self.numbering.label(element)
        text = xml.text(element)
        properties = next((child for child in element if xml.local(child) == "pPr"), None)
        style_id = None
        if properties is not None:
            style = next((child for child in properties if xml.local(child) == "pStyle"), None)
            style_id = xml.attribute(style, "val") if style is not None else None
        style_name = self.styles.get(style_id or "", "Normal" if style_id is None else "")
        return Paragraph(text, style_name, label.number, index, xml.bold(element), label.bullet)

    def _table(self, element: Any, index: int) -> Table:
        rows: list[list[Cell]] = []
        for row in xml.rows(element):
            rows.append(self._row(row, rows[-1] if rows else []))
        width = max((len(row) for row in rows), default=0)
        return Table(tuple(tuple(row + [Cell()] * (width - len(row))) for row in rows), index)

    def _row(self, row: Any, above: list[Cell]) -> list[Cell]:
        cells: list[Cell] = [Cell()] * xml.grid_gap(row)
        for element in xml.cells(row):
            span, continues = xml.merge(element)
            at = len(cells)
            if continues and at < len(above):
                cell = Cell(above[at].paragraphs, repeated=True)
            else:
                cell = Cell(tuple(self._cell_paragraphs(element)), repeated=False)
            cells.append(cell)
            cells.extend([Cell(cell.paragraphs, repeated=True)] * (span - 1))
        return cells

    def _cell_paragraphs(self, cell: Any) -> Iterator[Paragraph]:
        for element in xml.children(cell):
            if xml.local(element) == "p":
                yield self._paragraph(element, 0)
                continue
            for row in xml.rows(element):  # a table within the cell: its words, row by row
                for inner in xml.cells(row):
                    yield from self._cell_paragraphs(inner)


def _moment(properties: Any, name: str) -> datetime | None:
    try:
        value = getattr(properties, name)
    except ValueError:
        return None
    return value if isinstance(value, datetime) else None
