"""Minutes in three house styles: typed numbers with an attendance table, Word numbering with lists, one long table."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from source.word import bold, fill, grid, new_paper, number, numbering, save, widths

_LISTS = (("present", "Present"), ("in_attendance", "In attendance"), ("apologies", "Apologies"))


def _typed(paper: Any, minutes: dict[str, Any]) -> None:
    for key, label in _LISTS:
        if minutes.get(key):
            bold(paper, f"{label}:")
            grid(paper, minutes["attendance_heads"], minutes[key])
    for section in minutes["sections"]:
        paper.add_heading(f"{section['n']}. {section['title']}", level=2)
        for text in section.get("text", []):
            paper.add_paragraph(text)


def _word_numbered(paper: Any, minutes: dict[str, Any]) -> None:
    for key, label in _LISTS:
        if minutes.get(key):
            bold(paper, label)
            for row in minutes[key]:
                paper.add_paragraph("\t".join(row))
    num_id = numbering(paper, int(minutes["sections"][0]["n"]))
    for section in minutes["sections"]:
        number(bold(paper, section["title"]), num_id, 0)
        for text in section.get("text", []):
            number(paper.add_paragraph(text), num_id, 1)


def _one_table(paper: Any, minutes: dict[str, Any]) -> None:
    heads = minutes["attendance_heads"]
    bold(paper, "Attendees")
    grid(paper, heads, [*minutes["present"], *minutes.get("in_attendance", [])])
    paper.add_paragraph("Apologies: " + "; ".join(", ".join(row) for row in minutes["apologies"]))
    table = grid(paper, ("Item No", "Agenda Item", "Actions"), [])
    for section in minutes["sections"]:
        cells = table.add_row().cells
        fill(cells[0], [str(section["n"])])
        fill(cells[1], [section["title"], *section.get("text", [])], first_bold=True)
        fill(cells[2], [section.get("actions", "")])
    widths(table, (1.6, 11.4, 3.0))


_STYLES = {"typed": _typed, "word_numbered": _word_numbered, "one_table": _one_table}


def write_minutes(minutes: dict[str, Any], folder: Path) -> None:
    """Write one set of minutes of a meeting's source file into the meeting's folder."""
    paper = new_paper(" ".join(minutes["heading"]))
    for line in minutes["heading"]:
        bold(paper, line, size=12)
    for line in minutes.get("details", []):
        paper.add_paragraph(line)
    _STYLES[minutes["style"]](paper, minutes)
    for line in minutes.get("after", []):
        paper.add_paragraph(line)
    save(paper, folder / minutes["file"])
