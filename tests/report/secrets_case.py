"""A case folder with a name that may not be published in every place a paper can hold one, and what was written of it.

Everybody and everything in it is invented.
"""

from __future__ import annotations

import html
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pikepdf
import pypdfium2
from small_case import FIRST, HEADINGS, ROWS, small_case

NATURE, MITIGATION, COUSIN, THANKED = "Xanthe Quillfeather", "Ottoline Brackwater", "Ptolemy Rao", "Grace Banks"
PRIVATE_TITLE, PRIVATE_WORDS, FILE, REGISTER_FILE = (
    "Isolde Wexcombe",
    "Leander Fothergale",
    "Zuleika Drumm",
    "Ulf Trask",
)
AUTHOR, REMARK, REJECTED, KEY = "Quentin Ashplant", "Hortensia Veale", "Mungo Slype", "Perpetua Glew"
SHEET, REASON, PATIENT, CLERK = "Barnaby Thrupp", "Fenella Quaife", "Cosmo Whelp", "Araminta Skene"
REDACTED = "Larkmead Pain Clinic"
SECRETS = (
    NATURE, MITIGATION, COUSIN, THANKED, PRIVATE_TITLE, PRIVATE_WORDS, FILE, REGISTER_FILE, AUTHOR, REMARK, REJECTED,
    KEY, SHEET, REASON, PATIENT, CLERK, REDACTED,
)  # fmt: skip
_MORE = (
    ("Dr Anil Rao", "GP Member", "Elm Street Surgery", "Financial", f"Wife, {NATURE}, is the practice manager",
     "Indirect", "01/04/2015", "Current", "20/03/2017", f"Her sister {MITIGATION} is not to be told"),
    ("Dr Sunita Kale", "GP Member", REDACTED, "Financial", "Director", "Direct", "01/04/2015", "Current", "20/03/2017",
     ""),
    ("Colin Marsh", "Chief Officer", "Harrow Ltd", "Financial", "Shareholder", "Direct",
     f"31/02/2017 (see {REJECTED})", "Current", "20/03/2017", ""),
)  # fmt: skip
_ANSWERS = f"""\
answers:
  - question: "cb0a6a8a781c36b7"
    kind: organisation
    about: "Harrow"
    asked: "Which organisation is Harrow?"
    answer: "no organisation"
    by: "{AUTHOR}"
    on: 2018-01-14
    remark: "Asked {REMARK}"
"""
_ASSURANCE = f"""\
redactions:
  - {{person: Dr Sunita Kale, organisation: {REDACTED}, decided_by: Margaret Hale, decided_on: 2017-04-30,
     reason: Real risk of harm, unredacted_copy_kept: yes}}
"""


def secrets_case(folder: Path) -> Path:
    """Write the folder and return it."""
    small_case(folder)
    next(folder.glob("register*")).unlink()
    _workbook(folder / f"register 2017-04 {REGISTER_FILE}.xlsx", f"GB {SHEET}", (
        (*HEADINGS, "Action taken to mitigate risk"), *((*row, "") for row in ROWS), *_MORE))  # fmt: skip
    _workbook(folder / "gifts 2017.xlsx", "Gifts", (
        ("Name", "Date of offer", "Details of gift", "Value", "Supplier or offeror", "Accepted or declined"),
        ("Dr Anil Rao", "05/06/2017", "Wine", "60", f"{PATIENT}, a patient", "Accepted")))  # fmt: skip
    _workbook(folder / "training 2017.xlsx", "Training", (
        ("Name", "Job title", "Module 1 completed", "Required"), (CLERK, "Clerk", "", "Yes")))  # fmt: skip
    (folder / f"notes on {FILE}.txt").write_text("Nothing of note.", encoding="utf-8")
    (folder / "answers.yaml").write_text(_ANSWERS, encoding="utf-8")
    (folder / "assurance.yaml").write_text(_ASSURANCE, encoding="utf-8")
    with (folder / "body.yaml").open("a", encoding="utf-8") as body:
        body.write(f"confidant: {KEY}\n")
    _meeting(folder / FIRST)
    return folder


def _meeting(place: Path) -> None:
    agenda = (place / "agenda.txt").read_text(encoding="utf-8")
    private = f"\nPART 2 - PRIVATE\n6. Complaint of {PRIVATE_TITLE} about Elm Street Surgery - For decision\n"
    (place / "agenda.txt").write_text(agenda + private, encoding="utf-8")
    minutes = (place / "minutes.txt").read_text(encoding="utf-8")
    said = f"Dr Rao's cousin {COUSIN} works there. {THANKED} was thanked for her report. Dr Rao left the room"
    minutes = minutes.replace("Dr Rao left the room", said)
    minutes += f"\nPART 2 - PRIVATE\n6. Complaint of {PRIVATE_TITLE} about Elm Street Surgery\n"
    minutes += f"{PRIVATE_WORDS} had written to the committee. Dr Rao left the room. The complaint was upheld.\n"
    (place / "minutes.txt").write_text(minutes, encoding="utf-8")
    ruling = (
        f'- {{person: Dr Anil Rao, item: "4", action: note, authority: chair, reason: "Aunt {REASON} asked for it"}}\n'
    )
    (place / "decisions.yaml").write_text(ruling, encoding="utf-8")


def _workbook(path: Path, title: str, rows: tuple[tuple[object, ...], ...]) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    book.save(path)


def told_in(path: Path) -> Iterator[tuple[str, str]]:
    """Every text a file holds, with where: each page, stream, attachment and property, or each part of a workbook."""
    if path.suffix == ".pdf":
        yield from _in_pdf(path)
    elif path.suffix == ".xlsx":
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
            yield from ((one.filename, _decoded(archive.read(one))) for one in archive.infolist())
    else:
        yield path.name, _decoded(path.read_bytes())


def _in_pdf(path: Path) -> Iterator[tuple[str, str]]:
    yield "bytes", path.read_bytes().decode("latin-1")
    document = pypdfium2.PdfDocument(path)
    for number in range(len(document)):
        yield f"page {number + 1}", " ".join(document[number].get_textpage().get_text_range().split())
    document.close()
    with pikepdf.open(path) as pdf:
        for one in pdf.objects:
            if isinstance(one, pikepdf.Stream):
                yield "stream", _decoded(one.read_bytes())
            elif isinstance(one, pikepdf.Dictionary):
                yield "dictionary", " ".join(str(value) for value in one.values())  # type: ignore[operator]
        for name, attached in pdf.attachments.items():
            yield f"attachment {name}", _decoded(attached.get_file().read_bytes())


def _decoded(data: bytes) -> str:
    return html.unescape(data.decode("utf-8", errors="replace"))
