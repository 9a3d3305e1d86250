"""What reading a register of 500 rows costs beside the bare library that opens it: a workbook, a Word table, a CSV."""

from __future__ import annotations

import csv
import io
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import openpyxl
from python_calamine import CalamineWorkbook

from coi_audit.readers.registers.register import read_register

ROWS, ROUNDS = 500, 3
_HEADINGS = (
    "Name", "Position", "Declared interest", "Type of interest", "Direct or indirect", "From", "To", "Action taken",
)  # fmt: skip
_FIRST = ("Ann", "Ben", "Cal", "Dee", "Eva", "Flo", "Gus", "Hal", "Ivy", "Joy")
_LAST = ("Vale", "Ashe", "Tern", "Moor", "Fell", "Wick", "Holt", "Lea", "Marsh", "Stow")
_HELD = (
    "Partner, {} Surgery", "Shareholder in {} Care Ltd", "Spouse is employed by {} NHS Foundation Trust",
    "Trustee of the {} Hospice", "Director of {} Consulting Ltd", "Member practice of {} GP Federation",
)  # fmt: skip
_KINDS = ("Financial", "Non-financial professional", "Non-financial personal")


def rows() -> list[list[str]]:
    """The same 500 invented rows on every run."""
    chooser = random.Random(500)
    made = []
    for number in range(ROWS):
        name = f"Dr {_FIRST[number % 10]} {_LAST[number // 10 % 10]}-{_LAST[number // 100]}"
        held = chooser.choice(_HELD).format(chooser.choice(_LAST))
        direct = "Indirect" if held.startswith("Spouse") else "Direct"
        begun = f"{chooser.randrange(1, 28)}.{chooser.randrange(1, 13)}.{chooser.randrange(2009, 2017)}"
        made.append([name, "GP Member", held, chooser.choice(_KINDS), direct, begun, "to date", "Declare and leave"])
    return made


def _workbook(path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (_HEADINGS, *rows()):
        sheet.append(list(row))
    book.save(path)


def _word(path: Path) -> None:
    document = docx.Document()
    document.add_heading("Register of interests, September 2017")
    table = document.add_table(rows=ROWS + 1, cols=len(_HEADINGS))
    cells = table._cells  # `table.cell` looks the whole table through for each cell
    for at, text in enumerate(text for row in (_HEADINGS, *rows()) for text in row):
        cells[at].text = text
    document.save(str(path))


def _csv(path: Path) -> None:
    out = io.StringIO()
    csv.writer(out).writerows((_HEADINGS, *rows()))
    path.write_text(out.getvalue(), encoding="utf-8")


def _bare_workbook(path: Path) -> None:
    book = CalamineWorkbook.from_path(path)
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python()


def _bare_word(path: Path) -> None:
    for table in docx.Document(str(path)).tables:
        [cell.text for cell in table._cells]


def _bare_csv(path: Path) -> None:
    list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"))))


_KINDS_OF_FILE: dict[str, tuple[Callable[[Path], None], Callable[[Path], None], str]] = {
    "register.xlsx": (_workbook, _bare_workbook, "python-calamine"),
    "register.docx": (_word, _bare_word, "python-docx"),
    "register.csv": (_csv, _bare_csv, "csv"),
}


def _seconds(job: Callable[[], object]) -> float:
    begun = time.process_time()
    job()
    return time.process_time() - begun


def lines() -> Iterator[str]:
    """What to print. A file whose rows were not all read stops the run."""
    yield f"a register of {ROWS} rows, CPU seconds, median of {ROUNDS} rounds, beside the bare library in the same run"
    with tempfile.TemporaryDirectory() as place:
        for name, (make, bare, library) in _KINDS_OF_FILE.items():
            path = Path(place) / name
            make(path)
            yield _line(path, bare, library)


def _line(path: Path, bare: Callable[[Path], None], library: str) -> str:
    ours, theirs, found = [], [], 0
    for _ in range(ROUNDS):
        theirs.append(_seconds(lambda: bare(path)))
        path.touch()  # nothing remembered from the round before
        begun = time.process_time()
        found = read_register(path, root=path.parent).rows_read
        ours.append(time.process_time() - begun)
    if found != ROWS:
        raise SystemExit(f"{path.name}: {found} of {ROWS} rows were read")
    whole, part = statistics.median(ours), statistics.median(theirs)
    return f"  {path.name:<16} {whole:6.2f} s; {library} alone {part:.3f} s; {whole / part:6.1f} times that"
