"""A case folder whose papers leave something open of every kind that a person can answer. All in it is invented."""

from __future__ import annotations

from pathlib import Path

import openpyxl

AS_OF = "2018-01-15"
BODY = """\
# Invented sample data: no real person or organisation.
name: NHS Wetherdale CCG
ods_code: 99Y
kind: ccg
co_commissioning: delegated
guardian: Margaret Hale
committees:
  - name: Primary Care Commissioning Committee
    kind: pccc
    quorum: {members: 3, must_include: [lay, executive]}
    members:
      - {name: Margaret Hale, role: lay, chair: true, from: 2016-04-01}
      - {name: Ruth Ashby, role: lay, vice_chair: true, from: 2016-04-01}
      - {name: Colin Marsh, title: Chief Officer, from: 2016-04-01}
      - {name: Dr Jane Smith, role: gp, practice: Birch Lane Surgery, voting: false, from: 2016-04-01}
      - {name: Dr John Smith, role: gp, practice: Mill Road Practice, voting: false, from: 2016-04-01}
      - {name: Dr Ann Perry, role: gp, title: GP Member, practice: Oak Hill Surgery, from: 2016-04-01}
      - {name: Dr Ann Perry, role: nurse, title: Nurse Member, from: 2016-04-01}
organisations:
  - {name: Birch Lane Surgery, kind: practice}
  - {name: Mill Road Practice, kind: practice}
  - {name: Oak Hill Surgery, kind: practice}
  - {name: Elm Hill Surgery, kind: practice}
"""
HEADINGS = (
    "Name", "Position", "Organisation", "Type", "Nature of interest", "Direct or indirect", "From", "To", "Declared on",
)  # fmt: skip
ROWS = (
    ("Margaret Hale", "Lay Member", "Nil return", "", "", "", "", "", "20/03/2017"),
    ("Dr Jane Smith", "GP Member", "Birch Lane Surgery", "Financial", "GP partner", "Direct", "01/04/2012", "Current",
     "20/03/2017"),
    ("Dr John Smith", "GP Member", "Mill Road Practice", "Financial", "GP partner", "Direct", "01/04/2014", "Current",
     "21/03/2017"),
    ("Dr John Smith", "GP Member", "Hill Surgery", "", "Owns the premises", "Direct", "see the form", "Current",
     "21/03/2017"),
    ("Dr Jane Smith", "GP Member", "Elm Hill Surgery", "Financial", "Salaried GP", "Indirect", "01/04/2014", "Current",
     "20/03/2017"),
    ("Dr Ann Perry", "Member", "Oak Hill Surgery", "Financial", "GP partner", "Direct", "01/04/2014", "Current",
     "20/03/2017"),
    ("J Smith", "GP Member", "Elm Hill Surgery", "Financial", "Director", "Direct", "01/04/2015", "Current",
     "20/03/2017"),
)  # fmt: skip
AGENDA = """\
NHS Wetherdale CCG
Primary Care Commissioning Committee
Tuesday 5 September 2017, 2.00 pm, Room 1
AGENDA

1. Welcome and apologies
2. Declarations of interest
3. Minutes of the last meeting - For approval
4. Hill Surgery: application to close its patient list - For decision
5. Finance
6. Elm Hill Surgery: premises - For decision
7. Oak Hill Surgery: boundary change - For decision
8. Application from a practice to close its branch - For decision
9. Local incentive scheme - For decision
10. Any other business
"""
MINUTES = """\
NHS Wetherdale CCG
Primary Care Commissioning Committee
Minutes of the meeting held on Tuesday 5 September 2017 at 2.00 pm

Present:
Margaret Hale (Chair), Lay Member
Ruth Ashby, Lay Member
Colin Marsh, Chief Officer
Dr Jane Smith, GP Member
Dr John Smith, GP Member
Dr Ann Perry, GP Member
Dr Ann Perry, Nurse Member

Apologies: none

1. Welcome and apologies
The Chair welcomed members. The meeting was quorate.

2. Declarations of interest
Members were reminded to declare interests.

3. Minutes of the last meeting
The minutes were approved as a correct record.

4. Hill Surgery: application to close its patient list
Dr Smith left the room for this item. The committee approved the application.

5. Finance
The committee noted the paper.

6. Elm Hill Surgery: premises
JQ declared an interest and left the room. The committee approved the paper.

7. Oak Hill Surgery: boundary change
The committee approved the change.

8. Application from a practice to close its branch
The committee approved the closure.

9. Local incentive scheme
Ruth Ashby declared an interest in this item and left the room. The committee approved the scheme.

10. Any other business
The closure of a practice list was raised and will come back.
"""
MEETING = "meetings/2017-09-05-pccc"


def doubtful_case(folder: Path, *, agenda: str = AGENDA, minutes: str = MINUTES, body: str = BODY) -> Path:
    """Write the case folder and return it."""
    (folder / MEETING).mkdir(parents=True)
    (folder / MEETING / "agenda.txt").write_text(agenda, encoding="utf-8")
    (folder / MEETING / "minutes.txt").write_text(minutes, encoding="utf-8")
    (folder / "body.yaml").write_text(body, encoding="utf-8")
    write_rows(folder / "register 2017-04.xlsx", ROWS)
    return folder


def write_rows(path: Path, rows: tuple[tuple[str, ...], ...]) -> None:
    """A register of interests as a workbook with one row of headings."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Register"
    for row in (HEADINGS, *rows):
        sheet.append(list(row))
    book.save(path)
