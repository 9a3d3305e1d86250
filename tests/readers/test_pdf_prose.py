"""Prose in columns: each column is read to its foot before the next, and tables are left as tables."""

from __future__ import annotations

from pathlib import Path

import weasyprint

from coi_audit.readers.pdf.document import read_pdf

PROSE = [
    f"Item {at}. The committee heard what had been said of the premises in village {at}, asked about the money, and "
    f"agreed that the officers should come back with a plan for number {at} in the spring{', or later' * (at % 4)}."
    for at in range(1, 15)
]


def read(path: Path, css: str, body: str) -> list[str]:
    page = "@page { size: A4; margin: 20mm } body { font: 10pt/1.3 sans-serif } p { margin: 0 0 5pt } "
    weasyprint.HTML(string=f"<html lang=en><style>{page}{css}</style>{body}</html>").write_pdf(path)
    return [one.shown for one in read_pdf(path).paragraphs]


def test_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    css = "body { columns: 2; column-gap: 8mm } h1 { column-span: all; font-size: 14pt }"
    body = "<h1>Minutes of the committee for primary care in common</h1>" + "".join(f"<p>{one}</p>" for one in PROSE)
    found = read(tmp_path / "a.pdf", css, body)
    assert found[0] == "Minutes of the committee for primary care in common"
    assert [one[:7] for one in found[1:] if one.startswith("Item")] == [one[:7] for one in PROSE]
    assert sum(one in found for one in PROSE) >= len(PROSE) - 1


def test_three_columns(tmp_path: Path) -> None:
    css = "body { columns: 3; column-gap: 6mm; font-size: 8pt }"
    found = read(tmp_path / "a.pdf", css, "".join(f"<p>{one}</p>" for one in PROSE))
    assert [one[:7] for one in found if one.startswith("Item")] == [one[:7] for one in PROSE]


def test_a_bare_table_of_two_columns_of_prose_stays_a_table(tmp_path: Path) -> None:
    css = "table { width: 100% } td { width: 50%; padding: 0 9mm 3mm 0; vertical-align: top; font: 10pt sans-serif }"
    cells = "".join(f"<tr><td>{one}</td><td>Answer to {one}</td></tr>" for one in PROSE[:6])
    path = tmp_path / "a.pdf"
    weasyprint.HTML(string=f"<html lang=en><style>{css}</style><table>{cells}</table></html>").write_pdf(path)
    (table,) = read_pdf(path).tables
    assert any("Answer to Item 1." in cell.text for cell in table.rows[0])
