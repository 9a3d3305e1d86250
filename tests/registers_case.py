"""A small case folder with all three registers, planted with words that no public register may show.

Everybody and everything in it is invented.
"""

from __future__ import annotations

from pathlib import Path

import openpyxl
from small_case import HEADINGS, small_case, write_register

DAY = "2018-01-15"
GIFTS = "gifts and hospitality 2017.xlsx"
BOUGHT = "procurement decisions 2017.xlsx"
ROWS = (
    ("Margaret Hale", "Lay Member", "Nil return", "", "", "", "", "", "20/03/2017"),
    ("Dr Anil Rao", "GP Member", "Elm Street Surgery", "Financial", "GP partner", "Direct", "01/04/2012", "Current",
     "20/03/2017"),
    ("Dr Anil Rao", "GP Member", "Goldcrest Fabrics Ltd", "Financial", "Wife, Zelda Quillfeather, is a director",
     "Indirect", "Sept 2014", "Current", "20/03/2017"),
    ("Dr Anil Rao", "GP Member", "Zelda Quillfeather (wife), Bramblewick Studio", "Non-financial personal",
     "Zelda volunteers there", "Indirect", "2015", "Current", "20/03/2017"),
    ("Dr Anil Rao", "GP Member", "Oldcastle Lectures Ltd", "Financial", "Paid lecturer", "Direct", "01/04/2010",
     "31/05/2017", "20/03/2017"),
    ("Dr Anil Rao", "GP Member", "Millbeck Trust", "Non-financial personal", "Trustee", "Direct", "01/04/2010",
     "30/09/2017", "20/03/2017"),
    ("Dr Sunita Kale", "GP Member", "Park View Practice", "Financial", "GP partner", "Direct", "01/04/2014", "Current",
     "21/03/2017"),
    ("Dr Sunita Kale", "GP Member", "Umberland Orchids Ltd", "Financial", "=1+1 shareholder", "Direct", "01/04/2014",
     "Current", "21/03/2017"),
    ("Dr Ottoline Vane", "Clinical Lead", "Corvid Cottage Hospital", "Non-financial professional", "Adviser", "Direct",
     "01/04/2014", "Current", "21/03/2017"),
    ("Nigel Sparrowhawk", "Filing Clerk", "Thrushcombe Cycles Ltd", "Financial", "Owner", "Direct", "01/04/2014",
     "Current", "21/03/2017"),
    ("Ruth Ashby", "Lay Member", "Wayside Books Ltd", "Financial", "Director", "Direct", "31/02/2016", "Current",
     "21/03/2017"),
)  # fmt: skip
_GIFT_HEADINGS = (
    "Recipient name", "Position", "Date of offer", "Declined or accepted", "Details of gift or hospitality",
    "Estimated value", "Supplier or offeror name and nature of business", "Reason for accepting or declining",
    "Approved by",
)  # fmt: skip
_GIFTS = (
    ("Dr Anil Rao", "GP Member", "14/11/2017", "Accepted", "Chocolates from Mrs Ravenscroft", 8,
     "Mr Ptolemy Ravenscroft, patient", "A token of thanks", "Colin Marsh"),
    ("Colin Marsh", "Chief Officer", "01/12/2017", "Declined", "Two concert tickets", 60,
     "Tidewell Diagnostics Ltd, laboratories", "A supplier; my wife Ludmilla would have come", "Joan Petrie"),
    ("Colin Marsh", "Chief Officer", "01/12/2017", "Declined", "Two concert tickets", 60,
     "Tidewell Diagnostics Ltd, laboratories", "A supplier; my wife Ludmilla would have come", "Joan Petrie"),
)  # fmt: skip
_BOUGHT_HEADINGS = (
    "Ref no", "Contract or service title", "Procurement description", "Decision making committee",
    "Summary of conflicts of interest noted", "Actions to mitigate conflicts of interest",
    "Contract awarded (supplier name)", "Contract value total", "Evaluators", "Date of decision",
)  # fmt: skip
_BOUGHT = (
    ("NF1", "Dermatology clinics", "Clinics in four places", "Primary Care Commissioning Committee",
     "Zelda Quillfeather has shares in the bidder. Dr Rao declared it", "Dr Rao left the meeting",
     "Larkspur Clinics Ltd", 150000, "Basil Featherstonehaugh", "05/09/2017"),
    ("NF2", "Equipment for scans", "Two machines", "Primary Care Commissioning Committee",
     "Dr Kale holds shares in Umberland Orchids Ltd. Nobody else declared", "None needed",
     "Halcyon Scans Ltd", "", "Basil Featherstonehaugh", "07/11/2017"),
)  # fmt: skip
_ASSURANCE = """\
# Invented sample data: no real person or organisation.
guardian: {name: Margaret Hale, role: Lay Member, appointed_on: 2016-07-01}
redactions:
  - {person: Dr Ottoline Vane, decided_by: Margaret Hale, decided_on: 2017-05-01, reason: Risk of harm by a stalker,
     unredacted_copy_kept: yes}
  - {person: Dr Sunita Kale, organisation: Umberland Orchids Ltd, decided_by: Colin Marsh, decided_on: 2017-05-01,
     reason: Asked for, unredacted_copy_kept: yes}
"""
_STAFF = """\
Name,Position,Band,Decision maker
Dr Ottoline Vane,Clinical Lead,8d,Yes
Nigel Sparrowhawk,Filing Clerk,3,No
"""
# What may stand in no public file: relatives, private givers, what is withheld, what ended, whoever is not published.
SECRETS = (
    "Zelda", "Quillfeather", "Ludmilla", "Ptolemy", "Ravenscroft", "Ottoline", "Corvid", "stalker", "Umberland",
    "Oldcastle", "Sparrowhawk", "Thrushcombe", "Featherstonehaugh", "register 2017-04", "decisions 2017.xlsx",
    "hospitality 2017.xlsx", "staff.csv", "Joan Petrie", "Bramblewick",
)  # fmt: skip


def registers_case(folder: Path) -> Path:
    """Write the case folder and return it."""
    small_case(folder)
    write_register(folder / "register 2017-04.xlsx", ROWS)
    _write(folder / GIFTS, _GIFT_HEADINGS, _GIFTS)
    _write(folder / BOUGHT, _BOUGHT_HEADINGS, _BOUGHT)
    (folder / "assurance.yaml").write_text(_ASSURANCE, encoding="utf-8")
    (folder / "staff.csv").write_text(_STAFF, encoding="utf-8")
    return folder


def later_register(folder: Path, rows: tuple[tuple[object, ...], ...]) -> Path:
    """A second edition, of November 2017, with these rows."""
    assert HEADINGS
    return write_register(folder / "register 2017-11.xlsx", rows)


def _write(path: Path, headings: tuple[str, ...], rows: tuple[tuple[object, ...], ...]) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (headings, *rows):
        sheet.append(list(row))
    book.save(path)
