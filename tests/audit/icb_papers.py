"""The papers of an invented integrated care board of 2024, small enough to build in a moment.

Everybody and everything in it is invented.
"""

from __future__ import annotations

import csv
from pathlib import Path

import openpyxl
from docx import Document

BODY = """\
# Invented sample data: no real person or organisation.
name: NHS Sedgebrook Integrated Care Board
ods_code: Q8Z
kind: icb
co_commissioning: delegated
guardian: Harriet Lunn
committees:
  - name: Primary Medical Services Committee
    shared_interest_policy: no_vote
    quorum: {members: 3, must_include: [non-executive, executive]}
    members:
      - {name: Harriet Lunn, role: non-executive member, title: Independent Non-Executive Member, chair: true}
      - {name: Owen Stagg, role: NED, title: Non-Executive Member, vice_chair: true}
      - {name: Beatrix Noon, role: executive, title: Chief Finance Officer}
      - {name: Corin Vale, role: executive, title: Chief Nursing Officer}
      - name: Dr Mina Sarkar
        role: partner member
        title: Partner Member (primary medical services)
        practice: Tansy Street Surgery
      - {name: Silas Broome, role: partner member, title: "Partner Member (NHS trusts)"}
      - {name: Tilda Frost, role: other, title: Clinical adviser for dentistry, voting: false}
organisations:
  - {name: Tansy Street Surgery, kind: practice}
  - {name: Fennel Road Surgery, kind: practice}
"""
OWN = ("Financial", "Direct")
GP_PARTNER = "Partner Member (primary medical services)"
ROWS = (
    ("Harriet Lunn", "Independent Non-Executive Member", "Yarrow Opticians: shareholder", *OWN),
    ("Owen Stagg", "Non-Executive Member", "Bistort Community College: governor", "Non-financial professional",
     "Direct"),
    ("Beatrix Noon", "Chief Finance Officer", "Nil return", "", ""),
    ("Corin Vale", "Chief Nursing Officer", "Bramble Lane Pharmacy: wife is the owner", "Financial", "Indirect"),
    ("Dr Mina Sarkar", GP_PARTNER, "Tansy Street Surgery: GP partner", *OWN),
    ("Silas Broome", "Partner Member (NHS trusts)", "Sedgebrook Hospitals NHS Trust: chief executive", *OWN),
    ("Tilda Frost", "Clinical adviser for dentistry", "Marigold Dental Practice: dentist and partner", *OWN),
)  # fmt: skip
AGENDA = """\
NHS Sedgebrook Integrated Care Board
Primary Medical Services Committee
Tuesday 14 May 2024

AGENDA

1. Welcome and apologies
2. Declarations of interest
3. Contract hand-back: Marigold Dental Practice          For decision
4. Pharmacy consolidation application: Bramble Lane Pharmacy          For decision
5. Tansy Street Surgery: request to close the patient list          For decision
6. Locally commissioned services: prices for 2024/25          For decision
7. Date of next meeting
"""
MINUTES = """\
NHS Sedgebrook Integrated Care Board
Primary Medical Services Committee
Minutes of the meeting held on 14 May 2024

Present:
Harriet Lunn (Chair), Independent Non-Executive Member
Owen Stagg, NED
Beatrix Noon, Chief Finance Officer
Corin Vale, Chief Nursing Officer
Dr Mina Sarkar, Partner Member (primary medical services)

In attendance:
Tilda Frost, Clinical adviser for dentistry

Apologies: Silas Broome

1. Welcome and apologies
The Chair welcomed members. The meeting was quorate.

2. Declarations of interest
The Chair asked members to declare any interest in the items on the agenda.

3. Contract hand-back: Marigold Dental Practice
Tilda Frost declared an interest as a partner in Marigold Dental Practice. The Chair ruled that she should leave.
Tilda Frost left the meeting for this item. The committee approved the plan to place the patients. Tilda Frost
returned to the meeting.

4. Pharmacy consolidation application: Bramble Lane Pharmacy
The committee approved the application.

5. Tansy Street Surgery: request to close the patient list
Dr Mina Sarkar declared an interest as a partner in Tansy Street Surgery. The interest was noted.
The committee approved the closure of the list for six months.

6. Locally commissioned services: prices for 2024/25
Dr Mina Sarkar declared an interest as a GP partner. The conflicts panel had instructed that Dr Sarkar should not take
part in the decision because her practice would be paid. Dr Sarkar did not vote. The committee agreed the prices.

7. Date of next meeting
9 July 2024
"""
LOG = ("Date of decision", "Matter", "Decision taken", "Decided by", "Consulted", "Interests declared",
       "Reason for urgency", "Committee")  # fmt: skip
DECISIONS = (
    ("11/06/2024", "Sight test contract extension: Yarrow Opticians", "Extended by six months",
     "Harriet Lunn (Chair) and Beatrix Noon (Chief Finance Officer)", "Tilda Frost", "None",
     "The contract ended before the next meeting", "Primary Medical Services Committee"),
    ("18/06/2024", "Fennel Road Surgery: caretaking contract", "Approved",
     "Owen Stagg, Beatrix Noon and Corin Vale", "", "None declared", "The practice closed at short notice",
     "Primary Medical Services Committee"),
)  # fmt: skip


def write_icb(root: Path, *, log: str = "xlsx") -> Path:
    """The case folder; `log` is the ending of the paper with the urgent decisions: xlsx, csv, docx or txt."""
    folder = root / "sedgebrook-icb"
    meeting = folder / "meetings/2024-05-14-committee"
    meeting.mkdir(parents=True)
    (folder / "body.yaml").write_text(BODY, encoding="utf-8")
    (meeting / "agenda.txt").write_text(AGENDA, encoding="utf-8")
    (meeting / "minutes.txt").write_text(MINUTES, encoding="utf-8")
    with (folder / "register_of_interests_2024-04-30.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("Name", "Position", "Declared interest", "Type of interest", "Direct or indirect",
                         "Date from", "Date to", "Date declared"))  # fmt: skip
        for row in ROWS:
            writer.writerow((*row, "" if row[2] == "Nil return" else "01/07/2022", "", "15/04/2024"))
    write_log(folder / f"decisions_chairs_action_2024.{log}")
    return folder


def write_log(path: Path) -> None:
    """The log of urgent decisions in the format its name asks for: a table, or in a text a form for each."""
    if path.suffix == ".xlsx":
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.append(("Log of chair's action and urgent decisions 2024/25",))
        for row in (LOG, *DECISIONS):
            sheet.append(row)
        book.save(path)
    elif path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows((LOG, *DECISIONS))
    elif path.suffix == ".docx":
        document = Document()
        document.add_heading("Chair's action and urgent decisions", 1)
        table = document.add_table(rows=0, cols=len(LOG))
        for row in (LOG, *DECISIONS):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
        document.save(str(path))
    else:
        forms = ["\n".join(f"{label}: {text}" for label, text in zip(LOG, row, strict=True)) for row in DECISIONS]
        path.write_text("Urgent decisions (chair's action)\n\n" + "\n\n".join(forms) + "\n", encoding="utf-8")
