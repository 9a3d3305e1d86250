"""The pack as a Word document: real headings, tables whose header rows repeat, fields that the secretary fills in."""

from __future__ import annotations

import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from coi_audit.errors import UserError
from coi_audit.model.audit import Audit
from coi_audit.report.pack.blocks import (
    Block,
    Bullets,
    Card,
    Cell,
    Column,
    Heading,
    Line,
    Part,
    Run,
    Style,
    Table,
    Text,
    Tone,
)
from coi_audit.report.pack.fit import WORD
from coi_audit.report.pack.plan import Pack, pack_of
from coi_audit.report.pack.word_fields import add_box, add_field
from coi_audit.report.pack.word_file import finished
from coi_audit.report.pack.word_styles import QUIET, STYLES, plain_table, prepared, whole_row
from coi_audit.rulebook.types import Rulebook

_LABEL = 20  # millimetres that a hanging label takes


def write_pack_docx(audit: Audit, rulebook: Rulebook, path: Path) -> None:
    """Write the pack as DOCX. Two calls with the same audit give the same bytes.

    Raises `SetupError` where a font to measure with is missing, `UserError` where the file cannot be written.
    """
    data = pack_docx(audit, rulebook)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        reason = error.strerror or "the system refused"
        raise UserError(
            f"the Word document cannot be written here ({reason}).",
            where=str(path),
            fix="close the file if it is open in Word, or give another path.",
        ) from error


def pack_docx(audit: Audit, rulebook: Rulebook) -> bytes:
    """The document's bytes."""
    return docx_of(pack_of(audit, rulebook, WORD), on=audit.as_of)


def docx_of(pack: Pack, *, on: date) -> bytes:
    """The Word document of any paper made of such parts; every date in it is `on`."""
    document = Document()
    prepared(document, footer=f"{_clean(pack.body)} · {pack.title}")
    _Writer(document).pack(pack)
    return finished(document, title=f"{_clean(pack.body)}: {pack.title}", author=_clean(pack.body), on=on)


class _Writer:
    """Writes blocks at the end of a document; fields are numbered as they come."""

    def __init__(self, document: WordDocument) -> None:
        self.document = document
        self.fields = 0
        self._ids = {one.name: one.style_id for one in document.styles}  # looked up by name they cost most of the time

    def _paragraph(self, style: str, words: str = "") -> Paragraph:
        return self._styled(self.document.add_paragraph(_clean(words)), style)

    def _styled(self, paragraph: Paragraph, style: str) -> Paragraph:
        paragraph._p.style = self._ids[style]
        return paragraph

    def pack(self, pack: Pack) -> None:
        self._paragraph("Title", pack.body)
        self._paragraph("Subtitle", pack.title)
        for part in pack.parts:
            self._part(part)

    def _part(self, part: Part) -> None:
        heading = self._paragraph("Heading 1", part.title)
        heading.paragraph_format.page_break_before = part.new_page
        if part.whom:
            self._paragraph("Whom", part.whom)
        for block in part.blocks:
            self._block(block)

    def _block(self, block: Block) -> None:
        if isinstance(block, Text):
            self._text(block)
        elif isinstance(block, Bullets):
            self._bullets(block)
        elif isinstance(block, Heading):
            self._paragraph(f"Heading {block.level - 1}", block.text)
        elif isinstance(block, Card):
            for one in block.blocks:
                self._text(one, matter=True)
        else:
            self._table(block)

    def _text(self, block: Text, *, matter: bool = False) -> None:
        """A paragraph; one that opens a matter keeps with what follows."""
        paragraph = self._paragraph(STYLES.get(block.style, "Normal"))
        if matter and not block.label and block.style is Style.PLAIN:
            paragraph.paragraph_format.space_before = Pt(5)
            paragraph.paragraph_format.keep_with_next = True
        if block.leads_in:
            paragraph.paragraph_format.keep_with_next = True
        if block.label:
            paragraph.paragraph_format.left_indent = Mm(_LABEL)
            paragraph.paragraph_format.first_line_indent = Mm(-_LABEL)
            paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(_LABEL))
            paragraph.paragraph_format.space_after = Pt(2)
            paragraph.add_run(f"{block.label}\t").font.color.rgb = QUIET
        self._runs(paragraph, block.line)

    def _bullets(self, block: Bullets) -> None:
        for told in block.lines:
            paragraph = self._paragraph("Said list" if block.said else "List Bullet")
            if block.said:
                paragraph.add_run("•  ")
            self._runs(paragraph, told)

    def _runs(self, paragraph: Paragraph, told: Line) -> None:
        for run in told:
            if run.tone in (Tone.BLANK, Tone.WIDE):
                self.fields += 1
                add_field(paragraph, _clean(run.text), self.fields)
            elif run.tone in (Tone.TICK, Tone.TICKED):
                self.fields += 1
                add_box(paragraph, _clean(run.text), self.fields, ticked=run.tone is Tone.TICKED)
            else:
                _plain_run(paragraph, run)

    def _table(self, block: Table) -> None:
        if block.caption:
            caption = self._paragraph("Caption", block.caption)
            caption.paragraph_format.keep_with_next = True
        widths = _widths(block.columns)
        table = self.document.add_table(rows=1, cols=len(block.columns))
        plain_table(table, widths, about=block.caption or " / ".join(one.title for one in block.columns))
        table.alignment = WD_TABLE_ALIGNMENT.LEFT
        for column, place in zip(block.columns, table.rows[0].cells, strict=True):
            self._styled(place.paragraphs[0], "Table head").add_run(_clean(column.title))
        for row in block.rows:
            self._row(table, row, tall=block.tall, widths=widths)
        self._paragraph("After table")

    def _row(self, table: Any, row: tuple[Cell, ...], *, tall: bool, widths: list[float]) -> None:
        added = table.add_row()
        whole_row(added)
        if tall:
            added.height = Mm(9)
        for told, place, width in zip(row, added.cells, widths, strict=True):
            place.width = Mm(width)
            lines = [one for one in told if one]
            paragraph = self._styled(place.paragraphs[0], "Table text")
            for number, one in enumerate(lines):
                if number:
                    paragraph = self._styled(place.add_paragraph(), "Table text")
                self._runs(paragraph, one)


def _plain_run(paragraph: Paragraph, run: Run) -> None:
    added = paragraph.add_run(_clean(run.text))
    if run.tone in (Tone.STRONG, Tone.SIGN):
        added.bold = True
    elif run.tone is Tone.QUIET:
        added.font.color.rgb = QUIET


def _widths(columns: tuple[Column, ...]) -> list[float]:
    """Millimetres of each column: those without a width share what is left."""
    left = WORD.width - sum(one.width for one in columns)
    open_ = sum(not one.width for one in columns) or 1
    return [one.width or left / open_ for one in columns]


def _clean(text: str) -> str:
    """The words without signs that no XML may hold, or that turn the reading order round."""
    kept = (sign if unicodedata.category(sign) not in ("Cc", "Cf", "Cs", "Co", "Cn") else _gap(sign) for sign in text)
    return "".join(kept)


def _gap(sign: str) -> str:
    return " " if sign in "\t\n\r\v\f" else ""
