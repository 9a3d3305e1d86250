"""Sheets printed several pages wide come back as one table."""

from __future__ import annotations

from pathlib import Path

import pikepdf
from pdf_builder import RULED, Piece, Side, clipped, drawn, net, printed, rows, texts

from coi_audit.readers.pdf.document import read_pdf

LEFT = [["Name", "Role"], ["Dr Ada Moss", "GP member"], ["Ben Thistle", "Lay member"], ["Cy Orr", "Chief officer"]]
RIGHT = [["Interest", "From", "To"], ["Moss Lane Surgery", "2014", "now"], ["Hospice", "2016", "2018"], ["Nil", "", ""]]
CSS = RULED + "body, table { margin: 0 }"
HEIGHTS = (20, 14, 30, 12)


def sheet(part: list[list[str]]) -> str:
    lines = (
        f"<tr style='height: {high}mm'>{''.join(f'<td>{words}</td>' for words in row)}</tr>"
        for high, row in zip(HEIGHTS, part, strict=True)
    )
    return f"<table style='break-after: page'>{''.join(lines)}</table>"


def test_pages_of_one_sheets_width_are_one_table(tmp_path: Path) -> None:
    path = printed(tmp_path / "a.pdf", sheet(LEFT) + sheet(RIGHT), CSS)
    document = read_pdf(path, root=tmp_path)
    assert rows(document) == [[*left, *right] for left, right in zip(LEFT, RIGHT, strict=True)]


def test_forms_a_page_each_stay_apart(tmp_path: Path) -> None:
    other = [["Name", "Role"], ["Di Pell", "Secretary"], ["Ed Fay", "GP member"], ["Flo Gee", "Lay member"]]
    document = read_pdf(printed(tmp_path / "a.pdf", sheet(LEFT) + sheet(other), CSS), root=tmp_path)
    assert [row[0] for row in rows(document)][:4] == [row[0] for row in LEFT]


NAMES = [["Dr Una Marsh", "Mr Leo Tench"], ["Ms Ada Crane", "Mrs Ivy Rudd"], ["Dr Per Holt", "Mr Sol Finch"]]
HEADS = [["Name", "Role"], ["Organisation", "From"]]


def pages_over_first(names: list[list[str]]) -> list[tuple[list[Piece], list[Side]]]:
    """Rows of one height, their headings on every page, the pages further over before those further down."""
    pages: list[tuple[list[Piece], list[Side]]] = []
    for people in names:
        for over, heads in enumerate(HEADS):
            table = [heads, *([one, f"Role {one}"] if not over else [f"Firm {one}", "2014"] for one in people)]
            pieces = [
                (55.0 + 150 * n, 64.0 + 20 * m, cell) for m, row in enumerate(table) for n, cell in enumerate(row)
            ]
            pages.append((pieces, net((50, 200, 350), [50 + 20 * at for at in range(len(table) + 1)])))
    return pages


def test_pages_with_other_headings_go_on_over_first(tmp_path: Path) -> None:
    document = read_pdf(drawn(tmp_path / "a.pdf", pages_over_first(NAMES), creator="Calc"), root=tmp_path)
    wanted = [[one, f"Role {one}", f"Firm {one}", "2014"] for people in NAMES for one in people]
    assert rows(document) == [[*HEADS[0], *HEADS[1]], *wanted]


def test_a_long_title_that_runs_over_the_page_is_no_other_table(tmp_path: Path) -> None:
    pages = pages_over_first(NAMES)
    pages[0][0].append(
        (50.0, 40.0, "Register of interests of the governing body and of all of its committees, as at 1 May 2018")
    )
    pages[1][0].append((50.0, 40.0, "and of its practices"))
    document = read_pdf(drawn(tmp_path / "a.pdf", pages, creator="Calc"), root=tmp_path)
    assert len(rows(document)[1]) == 4
    assert any("Register of interests" in text for text in (*texts(document), *document.headers))


def test_words_of_which_nothing_is_seen_stand_in_the_cell_they_were_drawn_for(tmp_path: Path) -> None:
    xs, ys = (50, 200, 350), (50, 80, 110, 140)
    cells = [["Name", "Role"], ["Dr Una Marsh", "GP member"], ["Mr Leo Tench", "Lay member"]]
    pieces: list[tuple[Piece, Side]] = []
    for m, row in enumerate(cells):
        for n, text in enumerate(row):
            box = (float(xs[n]), float(ys[m]), float(xs[n + 1]), float(ys[m + 1]))
            lower = 45.0 if text == "GP member" else 0.0  # the middle of a cell merged over the page's end
            pieces.append(((xs[n] + 5.0, ys[m] + 15.0 + lower, text), box))
    del pieces[5]
    document = read_pdf(clipped(tmp_path / "a.pdf", [(pieces, net(xs, ys))]), root=tmp_path)
    assert rows(document) == [["Name", "Role"], ["Dr Una Marsh", "GP member"], ["Mr Leo Tench", ""]]


def test_a_word_cut_at_its_cell_keeps_the_next_cells_words_out_of_it(tmp_path: Path) -> None:
    xs, ys = (50.0, 150.0, 250.0), (50.0, 80.0, 110.0, 140.0)
    cells = [["Name", "From"], ["Oak and Ash (Floors) Limited", "Jul. 1998"], ["Elm Ltd", "2014"]]
    pieces: list[tuple[Piece, Side]] = []
    for m, row in enumerate(cells):
        for n, text in enumerate(row):
            words = text.replace("(", "\\(").replace(")", "\\)")
            start = xs[n] + (0.5 if n else 1.0)
            pieces.append(((start, ys[m] + 15.0, words), (xs[n], ys[m], xs[n + 1], ys[m + 1])))
    path = clipped(tmp_path / "a.pdf", [(pieces, net(xs, ys))])
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.docinfo["/Creator"] = "Calc"
        pdf.save(path)
    assert [row[1] for row in rows(read_pdf(path, root=tmp_path))] == ["From", "Jul. 1998", "2014"]


def test_words_cut_at_a_space_are_told(tmp_path: Path) -> None:
    cells = [["Name", "From"], ["Oak and Ash Surgery of ", "July 1998"], ["Elm Surgery", "2014"]]
    xs, ys = (50.0, 145.0, 250.0), (50.0, 80.0, 110.0, 140.0)
    pieces: list[Piece] = [(xs[n] + 2, ys[m] + 15, text) for m, row in enumerate(cells) for n, text in enumerate(row)]
    path = drawn(tmp_path / "a.pdf", [(pieces, net(xs, ys))], creator="Calc")
    found = read_pdf(path, root=tmp_path).tables[0].rows
    assert [[cell.cut for cell in row] for row in found] == [[False, False], [True, False], [False, False]]
