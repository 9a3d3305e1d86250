# ruff: noqa: DTZ001, E501
"""Labelled registers in the house styles a governance lead meets: each builder writes a real file and says what is in it.

People, practices and companies are invented. Labels were written before the reader.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

import docx
import openpyxl

Row = dict[str, Any]
FIN, PRO, PER = "financial", "non_financial_professional", "non_financial_personal"


@dataclass
class Expected:
    """What a careful reader finds: fields left out of a row are not labelled."""

    interests: list[Row]
    nils: list[str] = field(default_factory=list)
    rejected: list[str] = field(default_factory=list)  # a piece of each problem, in order
    edition: date | None = None
    columns: set[str] = field(default_factory=set)


Builder = Callable[[Path], tuple[Path, Expected]]
STYLES: dict[str, Builder] = {}


def style(builder: Builder) -> Builder:
    STYLES[builder.__name__] = builder
    return builder


def row(person: str, **fields: Any) -> Row:
    return {"person": person, **fields}


def fill(sheet: Any, rows: list[list[Any]]) -> None:
    for line in rows:
        sheet.append(line)


def set_saved(path: Path, moment: str) -> None:
    """Write the moment of the last save into a workbook: openpyxl itself always writes the present."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    core = parts["docProps/core.xml"].decode()
    parts["docProps/core.xml"] = re.sub(r"(<dcterms:modified[^>]*>)[^<]*", rf"\g<1>{moment}", core).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def word_table(document: Any, rows: list[list[str]]) -> Any:
    table = document.add_table(rows=len(rows), cols=max(len(line) for line in rows))
    for at, line in enumerate(rows):
        for column, text in enumerate(line):
            table.cell(at, column).text = text
    return table


TEMPLATE_1 = [
    "Name",
    "Current position (s) held in the CCG i.e. Governing Body member; Committee member; Member practice; CCG employee or other",
    "Declared Interest (Name of the organisation and nature of business)",
    "Type of Interest", None, None,
    "Is the interest direct or indirect?", "Nature of Interest",
    "Date of Interest", None,
    "Action taken to mitigate risk",
]  # fmt: skip
TEMPLATE_2 = [None, None, None, "Financial Interest", "Non-Financial Professional Interest",
              "Non-Financial Personal Interest", None, None, "From", "To", None]  # fmt: skip
TEMPLATE_FIELDS = {
    "person", "position", "organisation", "category", "direct", "nature", "held_from", "held_until", "mitigation",
}  # fmt: skip


@style
def template_workbook(folder: Path) -> tuple[Path, Expected]:
    """NHS England's template: titles above, two merged header rows, ticks, names merged over their rows."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Register"
    fill(sheet, [
        ["NHS Fernmoor Clinical Commissioning Group"],
        ["Register of Interests as at 1 April 2018"],
        [],
        TEMPLATE_1, TEMPLATE_2,
        ["Dr Maya Thorne", "Governing Body GP member", "Larkfield Surgery - general practice", "✓", None, None, "Direct",
         "GP Partner", datetime(2011, 4, 1), "Current", "Leaves for items about the practice"],
        [None, None, "Fernmoor Health Alliance Ltd - provider", "✓", None, None, "Direct", "Shareholder (2.5% of shares)",
         "Sept 2014", None, "Declared at meetings"],
        [None, None, "Royal Fernmoor Hospital", "✓", None, None, "Indirect", "Husband is a consultant physician",
         2009, "ongoing", None],
        ["Mr Colin Batty", "Lay member", "Fernmoor Hospice", None, None, "✓", "Direct", "Trustee", "1.4.2015", "31.3.2017",
         "None required"],
        ["Ms Priya Nandakumar", "Chief Finance Officer", "Nil", "N/A", "N/A", "N/A", "N/A", "N/A", "N/A", "N/A", "N/A"],
        [],
        ["Note: interests are kept on the public register for six months after they end."],
    ])  # fmt: skip
    for merged in ("A1:K1", "A2:K2", "A4:A5", "B4:B5", "C4:C5", "D4:F4", "G4:G5", "H4:H5", "I4:J4", "K4:K5",
                   "A6:A8", "B6:B8"):  # fmt: skip
        sheet.merge_cells(merged)
    path = folder / "register.xlsx"
    book.save(path)
    thorne = {"person": "Dr Maya Thorne", "position": "Governing Body GP member", "category": FIN}
    return path, Expected(
        interests=[
            {**thorne, "organisation": "Larkfield Surgery - general practice", "nature": "GP Partner", "direct": True,
             "held_from": "1 April 2011", "held_until": None, "until_text": "Current", "relationship": None,
             "mitigation": "Leaves for items about the practice", "row": 6, "sheet": "Register"},
            {**thorne, "organisation": "Fernmoor Health Alliance Ltd - provider", "direct": True, "share_percent": 2.5,
             "held_from": "September 2014", "held_until": None, "row": 7},
            {**thorne, "organisation": "Royal Fernmoor Hospital", "direct": False, "relationship": "husband",
             "held_from": "2009", "held_until": None, "mitigation": None, "row": 8},
            row("Mr Colin Batty", position="Lay member", organisation="Fernmoor Hospice", nature="Trustee", category=PER,
                direct=True, held_from="1 April 2015", held_until="31 March 2017", row=9),
        ],
        nils=["Ms Priya Nandakumar"],
        edition=date(2018, 4, 1),
        columns=TEMPLATE_FIELDS,
    )  # fmt: skip


@style
def template_document(folder: Path) -> tuple[Path, Expected]:
    """The same template in Word: merged header cells, Yes/No and X in the type columns, several tables."""
    document = docx.Document()
    document.add_heading("Register of interests", 1)
    document.add_paragraph("Last updated: 14 November 2019")
    header = [[text or "" for text in TEMPLATE_1], [text or "" for text in TEMPLATE_2]]
    body = [
        ["Dr Owen Pask", "Clinical Chair", "Willow Bank Medical Centre", "Yes", "No", "No", "Direct", "Salaried GP",
         "01/09/17", "To date", "Noted"],
        ["", "", "Fernmoor LMC", "", "X", "", "Direct", "Elected member", "2016", "Present", ""],
        ["Jane Ollerton", "Practice manager member", "Willow Bank Medical Centre", "Yes", "", "", "direct",
         "Practice Manager", "03/2012", "", ""],
        ["", "", "Ollerton Joinery Ltd", "x", "", "", "Indirect - spouse", "Company director", "", "", ""],
    ]  # fmt: skip
    table = word_table(document, header + body)
    for first, last in (((0, 0), (1, 0)), ((0, 3), (0, 5)), ((0, 8), (0, 9)), ((2, 0), (3, 0)), ((4, 0), (5, 0))):
        table.cell(*first).merge(table.cell(*last))
    document.add_heading("Staff", 2)
    word_table(document, [*header, ["Tom Aske", "Contracts manager", "None", *["None"] * 7, ""]])
    path = folder / "Register of Interests.docx"
    document.save(str(path))
    pask = {"person": "Dr Owen Pask", "direct": True, "table": 1}
    return path, Expected(
        interests=[
            {**pask, "position": "Clinical Chair", "organisation": "Willow Bank Medical Centre", "category": FIN,
             "nature": "Salaried GP", "held_from": "1 September 2017", "until_text": "To date", "mitigation": "Noted",
             "row": 3},
            {**pask, "organisation": "Fernmoor LMC", "category": PRO, "held_from": "2016", "row": 4},
            row("Jane Ollerton", organisation="Willow Bank Medical Centre", category=FIN, direct=True,
                nature="Practice Manager", held_from="March 2012", held_until=None, relationship=None),
            row("Jane Ollerton", organisation="Ollerton Joinery Ltd", category=FIN, direct=False, relationship="spouse",
                nature="Company director", held_from=None),
        ],
        nils=["Tom Aske"],
        edition=date(2019, 11, 14),
        columns=TEMPLATE_FIELDS,
    )  # fmt: skip


@style
def annex_a_table(folder: Path) -> tuple[Path, Expected]:
    """One table in the words of the declaration form: "Indirect" is a type, the dates share one column."""
    document = docx.Document()
    document.add_paragraph("Declarations of interest, June 2017")
    word_table(document, [
        ["Name", "Position within, or relationship with, the CCG (or NHS England in the event of joint committees):",
         "Type of Interest*",
         "Description of Interest (including for indirect Interests, details of the relationship with the person who has the interest)",
         "Date interest relates From & To", "Actions to be taken to mitigate risk (to be agreed with line manager)"],
        ["Dr Hugh Pellow", "GP member", "Financial", "GP partner at Tansley Road Surgery", "2004 - present",
         "Exclude from decisions on the practice"],
        ["", "", "Indirect", "Wife is a partner at Birch Lane Practice", "From 1 May 2012", "As above"],
        ["", "", "Non-Financial Professional", "Clinical adviser to the Care Quality Commission",
         "01/04/2013 to 31/03/2016", ""],
        ["Angela Frith", "Lay member", "Nil return", "Nil return", "", ""],
    ])  # fmt: skip
    path = folder / "declarations.docx"
    document.save(str(path))
    pellow = {"person": "Dr Hugh Pellow", "position": "GP member"}
    return path, Expected(
        interests=[
            {**pellow, "category": FIN, "direct": True, "organisation": "Tansley Road Surgery", "held_from": "2004",
             "held_until": None, "until_text": "present", "nature": "GP partner at Tansley Road Surgery"},
            {**pellow, "category": None, "direct": False, "relationship": "wife", "held_from": "1 May 2012",
             "organisation": "Birch Lane Practice"},
            {**pellow, "category": PRO, "direct": True, "held_from": "1 April 2013", "held_until": "31 March 2016",
             "relationship": None, "organisation": "Care Quality Commission"},
        ],
        nils=["Angela Frith"],
        edition=date(2017, 6, 1),
        columns={"person", "position", "category", "nature", "held_from", "held_until", "mitigation"},
    )  # fmt: skip


@style
def annex_a_forms(folder: Path) -> tuple[Path, Expected]:
    """Two filled-in declaration forms in one document: the name stands beside "Name:", not in a column."""
    document = docx.Document()
    header = ["Type of Interest*", "Description of Interest (including for indirect Interests, details of the "
              "relationship with the person who has the interest)", "Date interest relates From & To",
              "Actions to be taken to mitigate risk"]  # fmt: skip
    forms = [
        ("Dr Sunil Varma", "GP member", [["Financial", "Director of Varma Medical Ltd", "2015 to date", "Discuss"]]),
        ("Beth Colley", "Lay member", [["N/A", "None", "N/A", "N/A"]]),
    ]
    for name, position, rows in forms:
        word_table(document, [["Name:", name], ["Position within, or relationship with, the CCG:", position]])
        word_table(document, [header, *rows])
        document.add_paragraph("Signed: ....... Date: 3 July 2017")
    path = folder / "forms 2017-07.docx"
    document.save(str(path))
    return path, Expected(
        interests=[
            row("Dr Sunil Varma", position="GP member", category=FIN, nature="Director of Varma Medical Ltd",
                organisation="Varma Medical Ltd", held_from="2015"),
        ],
        nils=["Beth Colley"],
        edition=date(2017, 7, 1),
        columns={"person", "position", "category", "nature", "held_from", "held_until", "mitigation"},
    )  # fmt: skip


@style
def plain_csv(folder: Path) -> tuple[Path, Expected]:
    """One row an interest, plain headings, every cell filled; the month is in the file's name."""
    path = folder / "register-2017-04.csv"
    path.write_text(
        "Name,Role,Organisation,Interest,Type,Direct/Indirect,From,To,Date declared,Mitigation\n"
        "Dr Ines Holt,GP,Quarry Street Surgery,Partner,Financial,Direct,2010-04-01,,2017-03-02,Leave the room\n"
        'Dr Ines Holt,GP,"Holt, Marsh and Co LLP",Owns 3 per cent,Financial,Direct,1st June 2015,ongoing,02/03/2017,\n'
        "Peter Quill,Chief Officer,Fernmoor Rugby Club,Member,Non-financial personal,Direct,n/a,n/a,2 March 2017,\n"
        "Rosa Lund,Lay member,,No interests declared,,,,,2.3.2017,\n",
        encoding="utf-8",
    )
    return path, Expected(
        interests=[
            row("Dr Ines Holt", position="GP", organisation="Quarry Street Surgery", nature="Partner", category=FIN,
                direct=True, held_from="1 April 2010", held_until=None, declared_on=date(2017, 3, 2),
                mitigation="Leave the room", row=2),
            row("Dr Ines Holt", organisation="Holt, Marsh and Co LLP", share_percent=3.0, held_from="1 June 2015",
                declared_on=date(2017, 3, 2), row=3),
            row("Peter Quill", position="Chief Officer", category=PER, held_from=None, declared_on=date(2017, 3, 2)),
        ],
        nils=["Rosa Lund"],
        edition=date(2017, 4, 1),
        columns={"person", "position", "organisation", "nature", "category", "direct", "held_from", "held_until",
                 "declared_on", "mitigation"},
    )  # fmt: skip


@style
def coded_semicolons(folder: Path) -> tuple[Path, Expected]:
    """Semicolons between cells, Windows encoding, type codes, and an edition in a title line."""
    path = folder / "interests.csv"
    path.write_bytes(
        (
            "Register of interests – Fernmoor;;;;;\n"
            "As at 30/06/2016;;;;;\n"
            "Name;Position held;Details of interest;Type (F/NFP/NFPe/I);Start date;End date\n"
            "Zoë Renard;Nurse member;Café Renard Ltd – owner, £5,000 a year;F;Apr-14;\n"
            "Zoë Renard;Nurse member;Brother is employed by Fernmoor Ambulance Trust;I;2015/16;\n"
            "Dr Abel Stott;GP;Trainer, Fernmoor GP training scheme;NFP;Oct 2012;\n"
            "Dr Abel Stott;GP;Volunteer at St Brannock’s Hospice;NFPe;;\n"
        ).encode("cp1252")
    )
    return path, Expected(
        interests=[
            row("Zoë Renard", position="Nurse member", category=FIN, nature="Café Renard Ltd – owner, £5,000 a year",
                held_from="April 2014", share_percent=None),
            row("Zoë Renard", category=None, direct=False, relationship="brother", held_from="2015",
                organisation="Fernmoor Ambulance Trust"),
            row("Dr Abel Stott", category=PRO, held_from="October 2012"),
            row("Dr Abel Stott", category=PER, nature="Volunteer at St Brannock’s Hospice", held_from=None,
                organisation="St Brannock’s Hospice"),
        ],
        edition=date(2016, 6, 30),
        columns={"person", "position", "nature", "category", "held_from", "held_until"},
    )  # fmt: skip


@style
def before_2016_document(folder: Path) -> tuple[Path, Expected]:
    """The scheme before 2016: personal or pecuniary, self or other."""
    document = docx.Document()
    document.add_paragraph("Register of Interests - updated 12 January 2015")
    word_table(document, [
        ["Member", "Designation", "Organisation", "Details", "Personal or Pecuniary*", "Self or other**", "Start Date"],
        ["Dr Lena Moss", "GP Director", "Moss and Partners", "GP Principal", "Direct pecuniary", "Self", "1998"],
        ["", "", "Moss Pharmacy Ltd", "Owner", "Indirect pecuniary", "Other - husband", "2007"],
        ["", "", "Fernmoor Carers", "Patron", "Non-pecuniary", "Self", ""],
        ["Mr Ivor Dace", "Lay Member", "Dace Consulting", "Sole trader", "Pecuniary", "Self", "May 2011"],
        ["Mrs Carol Venn", "Accountable Officer", "Fernmoor School", "Parent governor", "Personal", "self", ""],
        ["Mr Paul Ridd", "Nurse", "NIL", "NIL", "NIL", "NIL", "NIL"],
    ])  # fmt: skip
    path = folder / "doi.docx"
    document.save(str(path))
    return path, Expected(
        interests=[
            row("Dr Lena Moss", position="GP Director", organisation="Moss and Partners", nature="GP Principal",
                category=FIN, direct=True, held_from="1998"),
            row("Dr Lena Moss", organisation="Moss Pharmacy Ltd", category=FIN, direct=False, relationship="husband"),
            row("Dr Lena Moss", organisation="Fernmoor Carers", category=PER, direct=True),
            row("Mr Ivor Dace", category=FIN, direct=True, held_from="May 2011"),
            row("Mrs Carol Venn", category=PER, direct=True, relationship=None, organisation="Fernmoor School"),
        ],
        nils=["Mr Paul Ridd"],
        edition=date(2015, 1, 12),
        columns={"person", "position", "organisation", "nature", "category", "direct", "relationship", "held_from"},
    )  # fmt: skip


@style
def several_sheets(folder: Path) -> tuple[Path, Expected]:
    """Sheets per committee, section rows, a header repeated at a page's end, a total, and a sheet of notes."""
    book = openpyxl.Workbook()
    first = book.active
    first.title = "Governing Body"
    header = ["Surname", "First name", "Title", "Job title", "Interest", "Category", "Date of declaration"]
    fill(first, [
        header,
        ["Voting members"],
        ["Ash", "Rowan", "Dr", "GP member", "Partner, Ashdown Surgery", "Financial interests", date(2018, 1, 9)],
        [None, None, None, None, "Director, Ashdown Property LLP", "Financial interests", date(2018, 1, 9)],
        header,
        ["Members in attendance"],
        ["Firth", "Gail", "Ms", "Healthwatch", "Chair of Healthwatch Fernmoor", "Non-financial professional interests",
         datetime(2018, 2, 1, 0, 0)],
        ["Total interests: 3"],
    ])  # fmt: skip
    second = book.create_sheet("PCCC")
    fill(second, [
        ["Primary Care Commissioning Committee"],
        ["Name", "Role", "Interests declared", "Type", "Declared"],
        ["Mr Neil Orme", "Lay chair", "-", "-", 43110],
        ["Kay Sutton", "Director of Contracts", "None declared", "", "10 Jan 2018"],
    ])  # fmt: skip
    notes = book.create_sheet("Notes")
    notes["A1"] = "This register is published every quarter."
    book.create_sheet("Sheet4")
    path = folder / "Register January 2018.xlsx"
    book.save(path)
    ash = {"person": "Dr Rowan Ash", "position": "GP member", "category": FIN, "declared_on": date(2018, 1, 9)}
    return path, Expected(
        interests=[
            {**ash, "nature": "Partner, Ashdown Surgery", "organisation": "Ashdown Surgery", "row": 3},
            {**ash, "nature": "Director, Ashdown Property LLP", "organisation": "Ashdown Property LLP", "row": 4},
            row("Ms Gail Firth", category=PRO, declared_on=date(2018, 2, 1), sheet="Governing Body",
                organisation="Healthwatch Fernmoor"),
        ],
        nils=["Mr Neil Orme", "Kay Sutton"],
        rejected=["total"],
        edition=date(2018, 1, 1),
        columns={"person", "position", "nature", "category", "declared_on"},
    )  # fmt: skip


@style
def several_in_a_cell(folder: Path) -> tuple[Path, Expected]:
    """Everything of a person in one cell: bullets, lines, semicolons, and one sentence that must not be cut."""
    book = openpyxl.Workbook()
    sheet = book.active
    fill(sheet, [
        ["Name and position", "Interests", "Date of last update"],
        ["Dr Uma Kell – GP Member", "• GP partner at Kell Practice\n• Shareholder (less than 5%) in Northmoor Care Ltd\n"
         "• Wife is practice manager at Kell Practice", "Nov 2018"],
        ["Mr Adam Roe – Lay Member", "Trustee of Fernmoor Mind; Director of Roe Consulting Ltd", "Nov 2018"],
        ["Dr Ned Flint – Secondary care doctor",
         "Consultant at Eastmoor Hospital\nMember of the British Fever Society", "Nov 2018"],
        ["Ms Ida Penn – Chief Nurse",
         "Member of the advisory board of Fernmoor Care, a charity for carers, the elderly; and people at home",
         "Nov 2018"],
        ["Mr Sol Hart – Director of Finance", "1. Governor of Fernmoor College\n2. Sister works for Lark Homecare Ltd",
         "Nov 2018"],
    ])  # fmt: skip
    path = folder / "cells.xlsx"
    book.save(path)
    set_saved(path, "2018-12-04T09:30:00Z")
    kell = {"person": "Dr Uma Kell", "position": "GP Member", "row": 2}
    return path, Expected(
        interests=[
            {**kell, "nature": "GP partner at Kell Practice", "organisation": "Kell Practice"},
            {**kell, "nature": "Shareholder (less than 5%) in Northmoor Care Ltd", "share_percent": 5.0,
             "organisation": "Northmoor Care Ltd"},
            {**kell, "nature": "Wife is practice manager at Kell Practice", "relationship": "wife", "direct": False,
             "organisation": "Kell Practice"},
            row("Mr Adam Roe", nature="Trustee of Fernmoor Mind", organisation="Fernmoor Mind"),
            row("Mr Adam Roe", nature="Director of Roe Consulting Ltd", organisation="Roe Consulting Ltd"),
            row("Dr Ned Flint", nature="Consultant at Eastmoor Hospital", organisation="Eastmoor Hospital"),
            row("Dr Ned Flint", nature="Member of the British Fever Society"),
            row("Ms Ida Penn", nature="Member of the advisory board of Fernmoor Care, a charity for carers, the elderly; "
                "and people at home", position="Chief Nurse"),
            row("Mr Sol Hart", nature="Governor of Fernmoor College", organisation="Fernmoor College"),
            row("Mr Sol Hart", nature="Sister works for Lark Homecare Ltd", relationship="sister", direct=False,
                organisation="Lark Homecare Ltd"),
        ],
        edition=date(2018, 12, 4),
        columns={"person", "position", "nature", "declared_on"},
    )  # fmt: skip


@style
def interests_in_type_columns(folder: Path) -> tuple[Path, Expected]:
    """One row a person, and the words of the interest stand under the column of their type."""
    book = openpyxl.Workbook()
    sheet = book.active
    fill(sheet, [
        ["Register of Interests - December 2017"],
        ["Name", "Role", "Financial interests", "Non-financial professional interests",
         "Non-financial personal interests", "Indirect interests", "Date form received"],
        ["Dr Bea Lomas", "GP, North locality", "Partner at Highgate Surgery\nShareholder in GP Fernmoor Ltd",
         "LMC member", "None", "Husband is a director of Lomas IT Ltd", "1/12/2017"],
        ["Mr Reg Dunn", "Lay Member", "None", "None", "None", "None", "4/12/2017"],
        ["Ms Viv Cole", "Head of Contracting", None, None, "Volunteer, Fernmoor Food Bank", None, "4/12/2017"],
    ])  # fmt: skip
    path = folder / "roi.xlsx"
    book.save(path)
    lomas = {"person": "Dr Bea Lomas", "position": "GP, North locality", "declared_on": date(2017, 12, 1), "row": 3}
    return path, Expected(
        interests=[
            {**lomas, "nature": "Partner at Highgate Surgery", "category": FIN, "organisation": "Highgate Surgery"},
            {**lomas, "nature": "Shareholder in GP Fernmoor Ltd", "category": FIN},
            {**lomas, "nature": "LMC member", "category": PRO},
            {**lomas, "nature": "Husband is a director of Lomas IT Ltd", "category": None, "direct": False,
             "relationship": "husband", "organisation": "Lomas IT Ltd"},
            row("Ms Viv Cole", category=PER, organisation="Fernmoor Food Bank", declared_on=date(2017, 12, 4)),
        ],
        nils=["Mr Reg Dunn"],
        edition=date(2017, 12, 1),
        columns={"person", "position", "nature", "category", "direct", "declared_on"},
    )  # fmt: skip


@style
def board_of_an_icb(folder: Path) -> tuple[Path, Expected]:
    """An ICB's sheet: one header row, type in words, real dates, a hidden helper sheet, tabs in the file name."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Declarations"
    fill(sheet, [
        ["Employee", "Role", "Interest Type", "Interest Description (Abbreviated)", "Provider", "Interest Situation",
         "Relevant Dates From", "Relevant Dates To", "Date Interest Declared", "Mitigating action", "Ref"],
        ["Prof. Edwin Tarr", "Chair", "Outside employment", "Visiting professor", "University of Fernmoor", "Self",
         datetime(2020, 9, 1), None, datetime(2022, 7, 4), "Declare at meetings", 1],
        ["Prof. Edwin Tarr", "Chair", "Shareholdings and other ownership interests", "50% owner of company",
         "Tarr Analytics Limited", "Self", datetime(2018, 2, 1), datetime(2022, 3, 31), datetime(2022, 7, 4), None, 2],
        ["Ms Lois Bray", "Partner member, primary care", "Loyalty interests", "Daughter employed as a nurse",
         "Fernmoor Community NHS Trust", "Family member", datetime(2021, 1, 1), None, datetime(2022, 7, 6), None, 3],
        ["Mr Dev Pal", "Non-executive member", "Nil declaration", "No interests to declare", None, None, None, None,
         datetime(2022, 7, 6), None, 4],
    ])  # fmt: skip
    helper = book.create_sheet("Lists")
    fill(helper, [["Self"], ["Family member"]])
    helper.sheet_state = "hidden"
    path = folder / "icb register 20221001.xlsx"
    book.save(path)
    return path, Expected(
        interests=[
            row("Prof. Edwin Tarr", position="Chair", organisation="University of Fernmoor", category=FIN,
                nature="Visiting professor", held_from="1 September 2020", declared_on=date(2022, 7, 4), direct=True),
            row("Prof. Edwin Tarr", organisation="Tarr Analytics Limited", share_percent=50.0, category=FIN,
                held_until="31 March 2022"),
            row("Ms Lois Bray", organisation="Fernmoor Community NHS Trust", direct=False, relationship="daughter"),
        ],
        nils=["Mr Dev Pal"],
        edition=date(2022, 10, 1),
        columns={"person", "position", "category", "nature", "organisation", "direct", "relationship", "held_from",
                 "held_until", "declared_on", "mitigation"},
    )  # fmt: skip


@style
def tabs_and_trouble(folder: Path) -> tuple[Path, Expected]:
    """Tabs between cells, and what goes wrong: an impossible date, a duplicate, no name, no interest, a vacancy."""
    path = folder / "register 1 May 2017.txt.csv"
    lines = [
        ["Name", "Position", "Name of organisation", "Nature of interest", "Type", "From", "To"],
        ["", "", "Nameless Holdings Ltd", "Director", "Financial", "2010", ""],
        ["Dr Joy Marl", "GP", "Marl Surgery", "Partner", "Financial", "31/02/2017", ""],
        ["Dr Joy Marl", "GP", "Marl Surgery", "Partner", "Financial", "31/02/2017", ""],
        ["Mr Gus Eddy", "Lay member", "", "", "", "", ""],
        ["Vacant", "Nurse", "", "", "", "", ""],
        ["Ms Fay Lamb", "Director", "Lamb Ltd", "Owner", "Financial", "soon after Easter", "2016"],
        ["12345", "GP", "Marl Surgery", "Locum", "Financial", "2014", ""],
        ["Mr Tim Nash", "Secretary", "", "Declaration awaited", "", "", ""],
    ]
    path.write_text("\n".join("\t".join(line) for line in lines), encoding="utf-8-sig")
    return path, Expected(
        interests=[
            row("Dr Joy Marl", organisation="Marl Surgery", held_from=None, from_text="31/02/2017", row=3),
            row("Ms Fay Lamb", organisation="Lamb Ltd", held_from=None, held_until="2016", row=7),
        ],
        rejected=["no name", "is not a date", "same interest", "no interest and no nil return", "is not a date",
                  "is not a name", "no declaration"],
        edition=date(2017, 5, 1),
        columns={"person", "position", "organisation", "nature", "category", "held_from", "held_until"},
    )  # fmt: skip
