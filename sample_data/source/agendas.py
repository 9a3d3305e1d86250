"""Agendas in three house styles: a table with an action column, Word-numbered lists, a table with section rows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from source.word import bold, fill, grid, new_paper, number, numbering, save, widths


def _head(paper: Any, agenda: dict[str, Any]) -> None:
    for line in agenda["heading"]:
        bold(paper, line, size=12)
    for line in agenda.get("details", []):
        paper.add_paragraph(line)


def _table_with_action(paper: Any, agenda: dict[str, Any]) -> None:
    rows = [
        (
            str(i["n"]),
            "\n".join([i["title"], *i.get("text", [])]),
            i.get("action", ""),
            i.get("lead", ""),
            i.get("paper", ""),
        )
        for i in agenda["items"]
    ]
    widths(grid(paper, ("Item", "Subject", "Action", "Lead", "Paper"), rows), (1.2, 7.8, 2.4, 2.8, 1.8))


def _word_numbered(paper: Any, agenda: dict[str, Any]) -> None:
    items = agenda["items"]
    num_id = numbering(paper, int(items[0]["n"]))
    section = None
    for item in items:
        if item.get("section") != section and item.get("section"):
            section = item["section"]
            bold(paper, section)
        lead = f"\t{item['lead']}" if item.get("lead") else ""
        number(paper.add_paragraph(f"{item['title']}{lead}"), num_id, 0)
        for text in item.get("text", []):
            paper.add_paragraph(text)


def _table_with_sections(paper: Any, agenda: dict[str, Any]) -> None:
    table = grid(paper, ("No.", "Agenda item", "Presenter", "Enclosure"), [])
    section = None
    for item in agenda["items"]:
        if item.get("section") != section and item.get("section"):
            section = item["section"]
            cells = table.add_row().cells
            fill(cells[0].merge(cells[-1]), [section], first_bold=True)
        cells = table.add_row().cells
        fill(cells[0], [str(item["n"])])
        fill(cells[1], [item["title"], *item.get("text", [])])
        fill(cells[2], [item.get("lead", "")])
        fill(cells[3], [item.get("paper", "")])
    widths(table, (1.2, 9.0, 3.0, 2.8))


_STYLES = {
    "table_with_action": _table_with_action,
    "word_numbered": _word_numbered,
    "table_with_sections": _table_with_sections,
}


def write_agenda(agenda: dict[str, Any], folder: Path) -> None:
    """Write one agenda of a meeting's source file into the meeting's folder."""
    paper = new_paper(" ".join(agenda["heading"]))
    _head(paper, agenda)
    _STYLES[agenda["style"]](paper, agenda)
    for line in agenda.get("after", []):
        paper.add_paragraph(line)
    save(paper, folder / agenda["file"])
