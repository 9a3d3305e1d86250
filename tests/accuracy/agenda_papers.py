"""Writes the labelled agendas as files: Word, HTML, PDF, plain text, CSV and a workbook from one set of marks.

Marks, one line each: `^` page header, `_` page footer, `#` and `##` headings, `!` bold, `/` italic, `-` bullet, `+1`
to `+3` numbered by the program itself, `===` page break, `|` a table row (cells parted by `|`, a cell `^` merged with
the one above, `<` with the one before, `⏎` a new line in the cell), `||` a row merged across, `→` a tab. A row begun
`| cell ||` merges all that follows its first cell.
"""

from __future__ import annotations

import csv
import html
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import docx
import openpyxl
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from open_documents import text_document

MERGED = "\0"  # a cell that belongs to the one before it


def write(paper: str, kind: str, path: Path) -> Path:
    """The paper as a file of that kind, at that path."""
    lines = paper.rstrip("\n").split("\n")
    kinds = {"docx": _word, "html": _html, "pdf": _pdf, "txt": _text, "csv": _csv, "xlsx": _workbook, "odt": _open_text}
    kinds[kind](lines, path)
    return path


def _row(line: str) -> list[str]:
    if line.startswith("||"):
        return [line[2:].strip()]
    if line.count("||") == 1:
        first, rest = line[1:].split("||")
        return [first.strip(), rest.split("|")[0].strip()] + [MERGED] * (rest.count("|"))
    return [cell.strip() for cell in line[1:].split("|")]


def _mark(line: str) -> tuple[str, str]:
    for mark in ("===", "##", "#", "^", "_", "!", "/", "-", "+1", "+2", "+3"):
        if line == mark or line.startswith(mark + " "):
            return mark, line[len(mark) :].strip()
    return "", line


def _blocks(lines: list[str]) -> Iterator[tuple[str, Any]]:
    for is_row, group in groupby(lines, key=lambda line: line.startswith("|")):
        if is_row:
            yield "table", [_row(line) for line in group]
        else:
            for line in group:
                yield _mark(line)


def _word(lines: list[str], path: Path) -> None:
    document: Any = docx.Document()
    number = _numbering(document)
    for mark, content in _blocks(lines):
        if mark == "table":
            _word_table(document, content)
        elif mark == "^":
            document.sections[0].header.paragraphs[0].text = content
        elif mark == "_":
            document.sections[0].footer.paragraphs[0].text = content
        elif mark == "===":
            document.add_page_break()
        else:
            _word_line(document, mark, content.replace("→", "\t"), number)
    document.save(str(path))


def _word_line(document: Any, mark: str, text: str, number: int) -> None:
    style = {"#": "Heading 1", "##": "Heading 2", "-": "List Bullet"}.get(mark)
    paragraph = document.add_paragraph(style=style)
    run = paragraph.add_run(text)
    run.bold = True if mark == "!" else None
    run.italic = True if mark == "/" else None
    if mark.startswith("+"):
        numbered = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{int(mark[1:]) - 1}"/><w:numId w:val="{number}"/></w:numPr>'
        paragraph._p.get_or_add_pPr().append(parse_xml(numbered))


def _numbering(document: Any) -> int:
    numbering, number = document.part.numbering_part.element, 950
    texts = ("%1.", "%1.%2", "%1.%2.%3")
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, text in enumerate(texts)
    )
    first = numbering.find("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}num")
    first.addprevious(parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{levels}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'))
    return number


def _word_table(document: Any, rows: list[list[str]]) -> None:
    width = max(len(row) for row in rows)
    table = document.add_table(rows=len(rows), cols=width)
    table.style = "Table Grid"
    for at, row in enumerate(rows):
        if len(row) == 1 and width > 1:
            table.cell(at, 0).merge(table.cell(at, width - 1)).text = row[0]
            continue
        for column, text in enumerate(row):
            if text not in ("<", MERGED, "^"):
                across = sum(1 for _ in _merged_after(row, column))
                down = sum(1 for _ in _merged_below(rows, at, column))
                cell = table.cell(at, column).merge(table.cell(at + down, column + across))
                cell.text = text.replace("⏎", "\n")


def _html(lines: list[str], path: Path) -> None:
    path.write_text(as_html(lines), encoding="utf-8")


def _pdf(lines: list[str], path: Path) -> None:
    import weasyprint

    weasyprint.HTML(string=as_html(lines)).write_pdf(str(path))


def as_html(lines: list[str]) -> str:
    """The paper as a saved web page; numbers a program would count stand in the text, as browsers save them."""
    parts, counts = [], [0, 0, 0]
    tags = {"#": ("<h1>", "</h1>"), "##": ("<h2>", "</h2>"), "!": ("<p><b>", "</b></p>"), "/": ("<p><i>", "</i></p>")}
    header = "".join(
        f'<div class="header">{html.escape(text)}</div>' for mark, text in map(_mark, lines) if mark == "^"
    )
    for mark, content in _blocks(lines):
        if mark == "table":
            parts.append(_html_table(content))
        elif mark in ("^", "_"):
            continue
        elif mark == "===":
            parts.append('<div style="page-break-after: always"></div>')
        elif mark == "-":
            parts.append(f"<ul><li>{html.escape(content)}</li></ul>")
        elif mark.startswith("+"):
            level = int(mark[1:])
            counts = [*counts[: level - 1], counts[level - 1] + 1, *[0] * (3 - level)]
            number = ".".join(str(count) for count in counts[:level]) + ("." if level == 1 else "")
            parts.append(f"<p>{number} {html.escape(content)}</p>")
        elif content:
            before, after = tags.get(mark, ("<p>", "</p>"))
            parts.append(f"{before}{html.escape(content)}{after}")
    style = "table, td { border: 1px solid black; border-collapse: collapse; padding: 3px }"
    head = f"<meta charset='utf-8'><title>Agenda</title><style>{style}</style>"
    return f"<!DOCTYPE html><html><head>{head}</head><body>{header}{''.join(parts)}</body></html>"


def _html_table(rows: list[list[str]]) -> str:
    width = max(len(row) for row in rows)
    out = []
    for at, row in enumerate(rows):
        if len(row) == 1:
            out.append(f'<tr><td colspan="{width}">{html.escape(row[0])}</td></tr>')
            continue
        cells = []
        for column, text in enumerate(row):
            if text in ("<", MERGED, "^"):
                continue
            across = 1 + sum(1 for _ in _merged_after(row, column))
            down = 1 + sum(1 for _ in _merged_below(rows, at, column))
            span = (f' colspan="{across}"' if across > 1 else "") + (f' rowspan="{down}"' if down > 1 else "")
            cells.append(f"<td{span}>{html.escape(text).replace('⏎', '<br>')}</td>")
        out.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table>{''.join(out)}</table>"


def _merged_after(row: list[str], column: int) -> Iterator[str]:
    for text in row[column + 1 :]:
        if text not in ("<", MERGED):
            return
        yield text


def _merged_below(rows: list[list[str]], at: int, column: int) -> Iterator[str]:
    for row in rows[at + 1 :]:
        if len(row) <= column or row[column] != "^":
            return
        yield row[column]


def _open_text(lines: list[str], path: Path) -> None:
    blocks = [
        [[cell.replace("⏎", "\n") for cell in row] for row in content] if mark == "table" else content
        for mark, content in _blocks(lines)
    ]
    text_document(blocks, path)


def _text(lines: list[str], path: Path) -> None:
    plain = []
    for line in lines:
        mark, content = _mark(line)
        if mark == "-":
            plain.append(f"- {content}")
        elif mark not in ("^", "_", "==="):
            plain.append(line if not mark else content)
    path.write_text("\n".join(plain).replace("→", "\t") + "\n", encoding="utf-8")


def _grid(lines: list[str]) -> list[list[str]]:
    return [_row(line) for line in lines if line.startswith("|")]


def _csv(lines: list[str], path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(_grid(lines))


def _workbook(lines: list[str], path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in _grid(lines):
        sheet.append([int(cell) if cell.isdigit() else cell or None for cell in row])
    book.save(path)
