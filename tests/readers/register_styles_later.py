# ruff: noqa: DTZ001, E501
"""A second set of labelled registers, written after the reader worked on the first and before it was run on these.

People, practices and companies are invented.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import docx
import openpyxl
from register_styles import FIN, PER, PRO, Builder, Expected, fill, row, word_table

LATER: dict[str, Builder] = {}


def later(builder: Builder) -> Builder:
    LATER[builder.__name__] = builder
    return builder


@later
def type_as_subheadings(folder: Path) -> tuple[Path, Expected]:
    """Template exported to CSV: merged cells have become blanks in both header rows."""
    path = folder / "Copy of Register of Interests Sept 2017.csv"
    path.write_text(
        "Marshgate CCG,,,,,,,,,\n"
        "Name,Current position(s) held in the CCG,Declared Interest,Type of Interest,,,Is the interest direct or indirect?,Date of Interest,,Action taken to mitigate risk\n"
        ",,(Name of the organisation and nature of business),Financial,Non-Financial Professional,Non-Financial Personal,,From,To,\n"
        "Dr Amy Vole,GP Member,Ditton Lane Surgery (GP partner),X,,,Direct,Apr-09,Ongoing,Withdraw when the practice is discussed\n"
        ",,Marshgate Federation Limited (shareholder through practice),X,,,Direct,2014,Ongoing,\n"
        ",,Husband employed by Marshgate Hospital NHS Trust,X,,,Indirect,2012,Ongoing,\n"
        "Ben Ames,Lay Member - PPI,No interests to declare,,,,,,,\n"
        "Dr Cy Dorn,Secondary Care Consultant,Westfold University Hospital - Consultant Anaesthetist,X,X,,Direct,1/10/2003,to date,\n",
        encoding="utf-8",
    )
    vole = {"person": "Dr Amy Vole", "position": "GP Member", "category": FIN}
    return path, Expected(
        interests=[
            {**vole, "direct": True, "held_from": "April 2009", "until_text": "Ongoing", "row": 4,
             "mitigation": "Withdraw when the practice is discussed"},
            {**vole, "direct": True, "held_from": "2014"},
            {**vole, "direct": False, "relationship": "husband", "held_from": "2012"},
            row("Dr Cy Dorn", category=FIN, direct=True, held_from="1 October 2003"),
        ],
        nils=["Ben Ames"],
        edition=date(2017, 9, 1),
        columns={"person", "position", "organisation", "category", "direct", "held_from", "held_until", "mitigation"},
    )  # fmt: skip


@later
def council_style(folder: Path) -> tuple[Path, Expected]:
    """A short Word table under a heading per committee; type told in front of the words."""
    document = docx.Document()
    document.add_heading("Declarations of Interest Register 2018/19", 0)
    document.add_paragraph("Updated on 3rd May 2018")
    document.add_heading("Governing Body", 1)
    word_table(document, [
        ["Board Member", "Nature of Interest", "Date Declared"],
        ["Dr Ola Brand (Chair)", "Financial – GP Partner, Brand and Cole Surgery", "4 April 2018"],
        ["", "Non-financial personal – School governor at Elder Primary School", "4 April 2018"],
        ["Mrs Pat Cole", "Nil", "11/04/18"],
    ])  # fmt: skip
    document.add_heading("Audit Committee", 1)
    word_table(document, [
        ["Board Member", "Nature of Interest", "Date Declared"],
        ["Mr Quentin Darke - Lay Member", "Non-executive director of Darke Homes Plc (4% shareholding)", "12.04.18"],
    ])  # fmt: skip
    path = folder / "DOI.docx"
    document.save(str(path))
    return path, Expected(
        interests=[
            row("Dr Ola Brand", position="Chair", category=FIN, organisation="Brand and Cole Surgery",
                declared_on=date(2018, 4, 4), table=1),
            row("Dr Ola Brand", category=PER, organisation="Elder Primary School", declared_on=date(2018, 4, 4)),
            row("Mr Quentin Darke", position="Lay Member", share_percent=4.0, organisation="Darke Homes Plc",
                declared_on=date(2018, 4, 12), table=2),
        ],
        nils=["Mrs Pat Cole"],
        edition=date(2018, 5, 3),
    )  # fmt: skip


@later
def practice_register(folder: Path) -> tuple[Path, Expected]:
    """Member practices' people: practice first, surnames in capitals, numbers in front, footnotes."""
    book = openpyxl.Workbook()
    sheet = book.active
    fill(sheet, [
        ["REGISTER OF INTERESTS: MEMBER PRACTICES"],
        ["(correct as at 31st December 2016)"],
        ["No.", "Practice", "Name", "Role", "Details of interest", "Type of interest", "From", "To", "Date Signed"],
        [1, "Abbot Street Surgery", "FENN, Dr Lucy", "GP Partner", "Partner in Abbot Street Surgery", "Financial interest",
         datetime(2005, 8, 1), "Current", datetime(2016, 11, 2)],
        [2, "Abbot Street Surgery", "FENN, Dr Lucy", "GP Partner", "Owns 25% of the surgery building", "Financial interest",
         datetime(2005, 8, 1), "Current", datetime(2016, 11, 2)],
        [3, "Low Moor Practice", "Gray, Tom", "Practice Manager", "none", "n/a", "n/a", "n/a", datetime(2016, 11, 9)],
        [4, "Low Moor Practice", "Dr Ed Hobbs*", "Salaried GP", "Out of hours sessions for Nightingale Urgent Care CIC",
         "Financial interest", "Summer 2015", None, datetime(2016, 11, 10)],
        ["* on maternity or paternity leave at the time of the return"],
    ])  # fmt: skip
    path = folder / "practices.xlsx"
    book.save(path)
    return path, Expected(
        interests=[
            row("Dr Lucy FENN", position="GP Partner (Abbot Street Surgery)", organisation="Abbot Street Surgery",
                category=FIN, held_from="1 August 2005", until_text="Current", declared_on=date(2016, 11, 2)),
            row("Dr Lucy FENN", nature="Owns 25% of the surgery building", share_percent=25.0, category=FIN),
            row("Dr Ed Hobbs", organisation="Nightingale Urgent Care CIC", held_from="2015", category=FIN,
                declared_on=date(2016, 11, 10)),
        ],
        nils=["Tom Gray"],
        edition=date(2016, 12, 31),
        columns={"person", "position", "nature", "category", "held_from", "held_until", "declared_on"},
    )  # fmt: skip


@later
def many_in_word_cells(folder: Path) -> tuple[Path, Expected]:
    """One row a person in Word, paragraphs and bullets in every cell, and a date for each interest."""
    document = docx.Document()
    document.add_paragraph("Interests of the Primary Care Committee as of 20.09.2017")
    table = word_table(document, [
        ["Name", "Job Title", "Organisation", "Nature of interest", "Type", "Dates"],
        ["Dr Will Ingham", "GP", "Stone Bridge Surgery\nIngham Health Ltd", "Partner\nDirector and shareholder",
         "Financial\nFinancial", "2010 – present\n2013 – 2016"],
        ["Kim Jarrow", "Chief Nurse", "", "", "", ""],
        ["Lee Kent", "Contracts Manager", "N/A", "N/A", "N/A", "N/A"],
    ])  # fmt: skip
    cell = table.cell(2, 3)
    cell.paragraphs[0].text = "Trustee of Marsh Hospice"
    cell.paragraphs[0].style = "List Bullet"
    cell.add_paragraph("Daughter is a pharmacist at Kent Pharmacy", style="List Bullet")
    path = folder / "pcc.docx"
    document.save(str(path))
    return path, Expected(
        interests=[
            row("Dr Will Ingham", organisation="Stone Bridge Surgery", nature="Partner", category=FIN, held_from="2010",
                until_text="present"),
            row("Dr Will Ingham", organisation="Ingham Health Ltd", nature="Director and shareholder", held_from="2013",
                held_until="2016"),
            row("Kim Jarrow", nature="Trustee of Marsh Hospice", organisation="Marsh Hospice", position="Chief Nurse"),
            row("Kim Jarrow", relationship="daughter", direct=False, organisation="Kent Pharmacy"),
        ],
        nils=["Lee Kent"],
        edition=date(2017, 9, 20),
    )  # fmt: skip


@later
def type_letters_and_legend(folder: Path) -> tuple[Path, Expected]:
    """A legend above the table, the direct/indirect letter in its own column, dates as text with a dot."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Apr 2019"
    fill(sheet, [
        ["Key: F = financial, NFP = non-financial professional, NFPe = non-financial personal; D = direct, I = indirect"],
        [],
        ["Person", "Position in the CCG", "Name of organisation", "Interest", "F/NFP/NFPe", "D/I", "Start", "Finish", "Mitigation"],
        ["Dr Noor Lund", "Locality Lead", "Church Row Medical Practice", "GP principal", "F", "D", "1.7.99", "", "Leaves the room"],
        ["Dr Noor Lund", "Locality Lead", "Fernmoor LMC", "Committee member", "NFP", "D", "1.1.2016", "31.12.2018", ""],
        ["Dr Noor Lund", "Locality Lead", "Lund Dental Ltd", "Brother's company", "F", "I", "", "", ""],
        ["Orla Marsh", "Lay Member", "Marsh Allotments Society", "Treasurer", "NFPe", "D", "2001", "", ""],
    ])  # fmt: skip
    path = folder / "Interests.xlsx"
    book.save(path)
    return path, Expected(
        interests=[
            row("Dr Noor Lund", organisation="Church Row Medical Practice", category=FIN, direct=True, held_from="1 July 1999",
                mitigation="Leaves the room"),
            row("Dr Noor Lund", category=PRO, direct=True, held_until="31 December 2018"),
            row("Dr Noor Lund", category=FIN, direct=False, relationship="brother", held_from=None),
            row("Orla Marsh", category=PER, direct=True, held_from="2001"),
        ],
        edition=date(2019, 4, 1),
        columns={"person", "position", "organisation", "nature", "category", "direct", "held_from", "held_until", "mitigation"},
    )  # fmt: skip


@later
def old_four_columns(folder: Path) -> tuple[Path, Expected]:
    """The scheme of 2013 with a column for each kind, words beneath, loyalty among them."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Register of interests, October 2014"
    word_table(document, [
        ["Name", "Direct pecuniary interests", "Indirect pecuniary interests", "Non-pecuniary interests", "Conflicts of loyalty"],
        ["Dr Rex Nairn, GP", "Partner at Nairn Road Practice", "Wife is a director of Nairn Care Ltd", "None", "None"],
        ["Mr Saul Ogden, Lay Member", "None", "None", "Member of the Ogden Trust", "Patron of Fernmoor Stroke Club"],
        ["Ms Tess Pike, Nurse", "None", "None", "None", "None"],
    ])  # fmt: skip
    path = folder / "interests.docx"
    document.save(str(path))
    return path, Expected(
        interests=[
            row("Dr Rex Nairn", position="GP", category=FIN, organisation="Nairn Road Practice", direct=True),
            row("Dr Rex Nairn", direct=False, relationship="wife", organisation="Nairn Care Ltd", category=FIN),
            row("Mr Saul Ogden", position="Lay Member"),
            row("Mr Saul Ogden", organisation="Fernmoor Stroke Club"),
        ],
        nils=["Ms Tess Pike"],
        edition=date(2014, 10, 1),
    )  # fmt: skip


@later
def role_after_organisation(folder: Path) -> tuple[Path, Expected]:
    """Pipes between cells; the role stands after the organisation; statuses instead of end dates; mixed separators."""
    path = folder / "coi_register_2021-03-15.csv"
    path.write_text(
        "First name|Last name|CCG role|Organisation|Role|Paid?|Start date|End date|Comments\n"
        "Una|Quayle|Clinical Chair|Quayle and Partners|GP partner|Yes|01-Apr-2001|Current|\n"
        "Una|Quayle|Clinical Chair|Marshgate PCN|Clinical director|Yes|01-Jul-2019|Current|\n"
        "Viktor|Rudd|Lay Vice-Chair|Rudd Advisory LLP|Managing partner|Yes|12/2015|Feb 2021|Sold\n"
        "Wren|Sable|Chief Finance Officer|None|None||||\n",
        encoding="utf-8",
    )
    return path, Expected(
        interests=[
            row("Una Quayle", position="Clinical Chair", organisation="Quayle and Partners", nature="GP partner",
                held_from="1 April 2001"),
            row("Una Quayle", organisation="Marshgate PCN", nature="Clinical director", held_from="1 July 2019"),
            row("Viktor Rudd", position="Lay Vice-Chair", held_from="December 2015", held_until="February 2021"),
        ],
        nils=["Wren Sable"],
        edition=date(2021, 3, 15),
        columns={"person", "position", "organisation", "nature", "held_from", "held_until"},
    )  # fmt: skip


@later
def staff_with_sections(folder: Path) -> tuple[Path, Expected]:
    """Merged section bars, a count at the foot, type words long, relationship column, dates in one column."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Register"
    fill(sheet, [
        ["Register of Declared Interests v4.2 - 1 February 2020"],
        ["Name", "Job role", "Declared interest", "Type of interest", "Whose interest?", "Date of interest (from and to)", "Date of declaration"],
        ["PRIMARY CARE COMMISSIONING COMMITTEE"],
        ["Yan Tolley", "Head of Primary Care", "Works one day a week for Tolley Training Ltd", "Financial Interests", "Self",
         "01/06/2018 - current", "07/01/2020"],
        ["Zara Usk", "Lay Member", "Employed as a receptionist at Hill Rise Surgery", "Indirect interests", "Son", "Since 2019", "08/01/2020"],
        ["STAFF"],
        ["Abe Vance", "Analyst", "No interests", None, None, None, "09/01/2020"],
        ["Number of declarations: 3"],
    ])  # fmt: skip
    for merged in ("A1:G1", "A3:G3", "A6:G6"):
        sheet.merge_cells(merged)
    path = folder / "Declared interests.xlsx"
    book.save(path)
    return path, Expected(
        interests=[
            row("Yan Tolley", position="Head of Primary Care", organisation="Tolley Training Ltd", category=FIN, direct=True,
                relationship=None, held_from="1 June 2018", until_text="current", declared_on=date(2020, 1, 7)),
            row("Zara Usk", direct=False, relationship="son", organisation="Hill Rise Surgery", held_from="2019",
                declared_on=date(2020, 1, 8)),
        ],
        nils=["Abe Vance"],
        rejected=["total"],
        edition=date(2020, 2, 1),
        columns={"person", "position", "nature", "category", "direct", "relationship", "held_from", "held_until", "declared_on"},
    )  # fmt: skip
