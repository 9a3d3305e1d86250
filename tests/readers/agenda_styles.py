"""Agendas in many house styles, each labelled with what a person reads in it. Bodies and people are invented."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from docx_builder import Paper, write_text

Item = tuple[str, str, dict[str, Any]]  # number, title, and any further fields that must hold


@dataclass(frozen=True)
class AgendaStyle:
    name: str
    build: Callable[[Path], Path]
    on: date | None
    committee: str | None
    items: list[Item]
    bodies: tuple[str, ...] | None = None
    private: bool = False
    extra: dict[str, Any] = field(default_factory=dict)


def table_with_sections(folder: Path) -> Path:
    return (
        Paper()
        .line("NHS Northfield Clinical Commissioning Group", bold=True)
        .line("Primary Care Commissioning Committee", bold=True)
        .line("AGENDA", bold=True)
        .line("To be held on Tuesday 5 September 2017 at 2.00pm")
        .line("Venue: Board Room, 1 Market Street, Northfield")
        .table(
            ("No", "Item", "Lead", "Purpose", "Paper", "Time"),
            ("Standing items",),
            ("1", "Welcome and introductions", "Chair", "To note", "Verbal", "14:00"),
            ("2", "Declarations of interest", "Chair", "To note", "Enc A", "14:05"),
            ("Items for decision",),
            ("3", "Merger of Elm Street Surgery and Park View Practice", "T Berry", "For approval", "Enc B", "14:10"),
            ("4", "Branch closure at Low Road", "T Berry", "For approval", "Enc C", "14:30"),
            ("Items for information",),
            ("5", "Finance report month 5", "S Cole", "For information", "Enc D", "14:50"),
            ("6", "Date of next meeting: 7 November 2017", "", "", "", ""),
        )
        .save(folder / "agenda.docx")
    )


def automatic_numbers(folder: Path) -> Path:
    paper = Paper()
    paper.heading("NHS Westbrook CCG", 1).heading("Governing Body meeting in public", 1)
    paper.lines("Agenda", "Wednesday 4 March 2020, 1.30 pm to 4.00 pm", "St Anne's Hall, Westbrook")
    n = paper.new_list()
    paper.numbered(n, 0, "Apologies for absence")
    paper.numbered(n, 0, "Declarations of interest")
    paper.numbered(n, 0, "Patient story")
    paper.numbered(n, 0, "Quality")
    paper.numbered(n, 1, "Quality and safety report\tDr Olu Adeyemi\tAssurance")
    paper.numbered(n, 1, "Safeguarding annual report\tJane Frost\tFor approval")
    paper.numbered(n, 0, "Community diagnostics contract award\tRita Shah\tFor decision\tEnc 5")
    paper.line("The Governing Body is asked to:")
    m = paper.new_list()
    paper.numbered(m, 0, "approve the award to the preferred bidder; and")
    paper.numbered(m, 0, "note the mobilisation plan.")
    paper.numbered(n, 0, "Any other business")
    paper.line("Date of next meeting: 6 May 2020")
    return paper.save(folder / "agenda.docx")


def text_with_tabs(folder: Path) -> Path:
    return write_text(
        folder / "agenda.txt",
        "NHS Kingsmere CCG\n"
        "PRIMARY CARE COMMISSIONING COMMITTEE\n"
        "Meeting in public, Thursday 30th January 2020, 10.00am - 12.00pm\n"
        "Conference Room A, Kingsmere House\n"
        "\n"
        "AGENDA\n"
        "\n"
        "1.\tApologies for Absence and Welcome\tMargaret Dunn\tVerbal\n"
        "2.\tRegister and Declarations of Interest\tMargaret Dunn\tPaper\n"
        "3.\tMinutes of Previous Meeting held on 28 November 2019\tMargaret Dunn\tPaper\n"
        "4.\tSection 96 Funding Policy – draft\tTom Ellis\tPaper\tFor approval\n"
        "5.\tAdditional GMS Space Application for Harbour Medical Group\tTom Ellis\tPaper\tFor decision\n"
        "6.\tPrimary Care Finance update\tAnn Peel\tPaper\tTo note\n"
        "7.\tDate and Time of Next Meeting in Public\n"
        "\tThursday 26 March 2020, 10.00am\n",
    )


def text_with_actions_at_line_end(folder: Path) -> Path:
    return write_text(
        folder / "agenda.txt",
        "Agenda for the Primary Care Commissioning Committee of NHS Oakdale CCG\r\n"
        "Date: 12/06/2018   Time: 9.30   Place: Civic Centre, Oakdale\r\n"
        "\r\n"
        "1) Welcome and apologies\r\n"
        "2) Declarations of interest – to note\r\n"
        "3) Minutes of the last meeting (10 April 2018) – for approval\r\n"
        "4) Application by Mill Lane Surgery to close its branch at Ford End – for decision\r\n"
        "   The practice proposes to close the branch from 1 October 2018.\r\n"
        "   Neighbouring practices: Ford End Medical Centre.\r\n"
        "5) Proposal to merge the Brook Practice with\r\n"
        "   the Weir Surgery – for decision\r\n"
        "6) PMS review: reinvestment of premium (For discussion)\r\n"
        "7) 2018/19 budget. For information\r\n"
        "8) Any other business\r\n",
        encoding="cp1252",
    )


def numbers_by_year(folder: Path) -> Path:
    return (
        Paper()
        .line("Primary Care Commissioning Committee (Part 1)", bold=True)
        .line("25 April 2018", bold=True)
        .line("Southmoor Civic Offices", bold=True)
        .table(
            ("Standing items",),
            ("14/18", "Welcome and introductions", "Chair", "13:00"),
            ("15/18", "Declarations of interest", "Chair", "13:05"),
            ("16/18", "Review of minutes from the previous meeting on 28 February 2018", "Chair", "13:10"),
            ("Items for decision",),
            ("17/18", "Castle Medical Practice procurement update", "J Marsh", "13:20"),
            ("18/18", "Quayside branch closure", "J Marsh", "13:40"),
            ("Items for discussion",),
            ("19/18", "Primary care finance report month 11", "L Ross", "14:00"),
            ("Other agenda items",),
            ("20/18", "Questions from members of the public", "Chair", "14:20"),
        )
        .save(folder / "2018-04-25 PCCC agenda part 1.docx")
    )


def item_word_headings(folder: Path) -> Path:
    return (
        Paper()
        .line("NHS Ashcombe CCG Remuneration Committee", bold=True)
        .line("Agenda - Monday, 11th May 2015 at 4pm")
        .heading("Item 1: Welcome and apologies", 2)
        .heading("Item 2: Declarations of interest", 2)
        .line("Members are reminded to declare any interest in the items below.")
        .heading("Item 3: Pay of the Accountable Officer", 2)
        .line("Purpose: for decision")
        .line("Lead: Helen Voss, Head of HR")
        .heading("Item 4: Any other business", 2)
        .save(folder / "rem com agenda.docx")
    )


def in_common_ticks(folder: Path) -> Path:
    return (
        Paper()
        .line("NHS Northfield CCG, NHS Southfield CCG and NHS Eastfield CCG", bold=True)
        .line("Primary Care Commissioning Committees meeting in common", bold=True)
        .line("19 June 2019, 9.00 - 11.00, Eastfield Town Hall")
        .table(
            ("Item", "Subject", "Northfield", "Southfield", "Eastfield", "Action", "Presenter"),
            ("1", "Welcome and apologies", "✓", "✓", "✓", "", "Chair"),
            ("2", "Declarations and management of real or perceived conflicts", "✓", "✓", "✓", "Note", "Chair"),
            ("3", "Bank View Surgery boundary reduction", "✓", "", "", "Approve", "D Hall"),
            ("4", "Lock Side Practice boundary expansion", "", "✓", "✓", "Approve", "D Hall"),
            ("5", "Primary care risk register", "✓", "✓", "✓", "Note", "P Webb"),
        )
        .save(folder / "agenda.docx")
    )


def in_common_brackets(folder: Path) -> Path:
    return write_text(
        folder / "agenda.txt",
        "NHS Northfield, NHS Southfield and NHS Eastfield Clinical Commissioning Groups\n"
        "Committees in Common: Primary Care Commissioning Committees\n"
        "Agenda, Friday 17 January 2020\n\n"
        "1   Welcome\n"
        "2   Declarations of interest\n"
        "3   Closure of list at Hill Top Surgery (Northfield only)        For decision\n"
        "4   PMS growth funding (Southfield and Eastfield)                For approval\n"
        "5   Finance report                                               For noting\n",
    )


def two_parts(folder: Path) -> Path:
    return write_text(
        folder / "agenda.txt",
        "NHS Larkhill CCG\nPrimary Care Commissioning Committee\nTuesday 3 July 2018\n\n"
        "PART 1 - MEETING IN PUBLIC\n\n"
        "1. Welcome\n"
        "2. Declarations of interest\n"
        "3. Relocation of Bridge Surgery - for approval\n\n"
        "PART 2 - PRIVATE SESSION\n"
        "(members of the public are asked to leave)\n\n"
        "1. Declarations of interest\n"
        "2. Award of the APMS contract for Dale Medical Centre - for decision\n"
        "3. Any other business\n",
    )


def private_apart(folder: Path) -> Path:
    return (
        Paper()
        .line("PRIVATE AND CONFIDENTIAL", bold=True)
        .line("NHS Larkhill CCG Primary Care Commissioning Committee - Part 2", bold=True)
        .line("3rd July 2018")
        .table(
            ("Ref", "Agenda item", "Purpose", "Presented by"),
            ("PCCC/18/21", "Declarations of interest", "Information", "Chair"),
            ("PCCC/18/22", "Award of the APMS contract for Dale Medical Centre", "Decision", "Ruth Amos"),
        )
        .save(folder / "agenda part 2.docx")
    )


def headings_without_numbers(folder: Path) -> Path:
    return (
        Paper()
        .line("Agenda", style="Title")
        .line("Audit Committee of NHS Fenwick CCG, 14 February 2017, 9am, Room 3")
        .heading("Declarations of interest", 2)
        .heading("Internal audit plan", 2)
        .line("For approval. Presented by Colin Hay.")
        .heading("Conflicts of interest audit report", 2)
        .line("For information")
        .save(folder / "audit agenda.docx")
    )


def time_first_with_letters(folder: Path) -> Path:
    return (
        Paper()
        .line("NHS Merton Vale ICB", bold=True)
        .line("Primary Care Commissioning Committee meeting agenda", bold=True)
        .table(
            ("Date:", "21 March 2024"),
            ("Time:", "1:00pm - 3:00pm"),
            ("Venue:", "Microsoft Teams"),
            ("Chair:", "Ola Brandt"),
        )
        .table(
            ("Time", "Item No", "Topic", "Lead", "Purpose of the item", "Format"),
            ("13:00", "1", "Welcome and apologies", "Ola Brandt", "Information", "Verbal"),
            ("13:05", "2", "Contracts", "", "", ""),
            ("", "2a", "Rowan Health Centre: preferred procurement option", "Kit Doyle", "Decision", "Attached"),
            ("", "2b", "Special allocation scheme extension", "Kit Doyle", "Decision", "Attached"),
            ("13:40", "3", "PCN estates programme\nThe committee is asked to endorse the plan.", "Amy Lund", "Discussion",  # noqa: E501
             "Attached"),
            ("14:00", "4", "Any other business", "All", "", "Verbal"),
        )
        .line("Next meeting: 18 April 2024")
        .save(folder / "agenda.docx")
    )  # fmt: skip


def number_and_title_together(folder: Path) -> Path:
    return (
        Paper()
        .line("AGENDA", bold=True)
        .line("Joint Committee for Primary Care: NHS Coastal CCG and NHS England")
        .line("Held on 8 December 2016 at 14.00 in Seaview House")
        .table(
            ("AGENDA ITEM", "ACTION", "LEAD"),
            ("1. Welcome and apologies", "", "Chair"),
            ("2. Declarations of interest", "To note", "Chair"),
            ("3. Undated resignations of GP partners", "To consider", "Nick Orr"),
            ("4. Estates strategy", "To endorse", "Nick Orr"),
            ("4.1 Pier Road Surgery rent review", "To approve", "Nick Orr"),
            ("5. Date of next meeting", "", ""),
        )
        .save(folder / "agenda.docx")
    )


def automatic_numbers_in_table(folder: Path) -> Path:
    paper = Paper()
    paper.line("Primary Care Commissioning Committee Agenda").line("Thursday, 6 October 2016")
    n = paper.new_list()
    paper.table(
        ("Item", "Title", "Purpose"),
        ("", "Declarations of interest", "Information"),
        ("", "List closure at Old Forge Surgery", "Decision"),
        ("", "Risk register", "Assurance"),
        number_first_column=n,
    )
    return paper.save(folder / "agenda.docx")


def trailing_information_items(folder: Path) -> Path:
    return write_text(
        folder / "agenda.txt",
        "Primary Care Commissioning Committee - 2 June 2016\n"
        "AGENDA\n"
        "10.00  1.0  Welcome & introductions           JB\n"
        "10.05  2.0  Declarations of interest          JB\n"
        "       2.1  Questions from the public         JB\n"
        "10.15  3.0  Additional portakabin at Beacon Surgery in Thornley   LH   Decision\n"
        "10.30  4.0  Cross Close Practice in Thornley  LH   consider options and agree a way forward\n"
        "10.50  5.0  AOB\n"
        "\n"
        "FOR INFORMATION ONLY\n"
        "-  Finance Report\n"
        "-  Quality Report\n"
        "\n"
        "Papers to: pccc.papers@example.org\n",
    )


def parts_a_and_b(folder: Path) -> Path:
    paper = Paper()
    paper.line("PRIMARY CARE COMMISSIONING COMMITTEE", bold=True).line("Wednesday 10 October 2018 at 2 p.m.")
    paper.line("Part A: Public")
    n = paper.new_list()
    paper.numbered(n, 0, "Welcome and introductions")
    paper.numbered(n, 0, "Declarations of Interest")
    paper.numbered(n, 0, "Minutes of the Meeting held on 12 September 2018 (attached)")
    paper.line("Contracts", bold=True)
    paper.numbered(n, 0, "Closure of Lime Grove Surgery – For Approval – Report of the Director of Primary Care")
    paper.numbered(n, 1, "To receive the engagement report")
    paper.line("Part B: Private", bold=True)
    paper.numbered(n, 0, "APMS procurement: award")
    paper.line("Dates of future meetings: 14 November 2018, 12 December 2018")
    return paper.save(folder / "papers.docx")


def weak_numbers(folder: Path) -> Path:
    return write_text(
        folder / "agenda.txt",
        "Primary Care Commissioning Committee meeting\n"
        "Monday 3rd October 2016\n"
        "1 Market Street, Northfield\n\n"
        "Agenda items\n\n"
        "1 Welcome and apologies\n"
        "2 Declarations of interest\n"
        "3 Oak Surgery: request to reduce hours (for decision - paper attached)\n"
        "4 2016/17 QOF achievement (for information)\n"
        "5 Boundary of Elm Practice\n"
        "6 Date of next meeting - 7 November 2016\n",
    )


def icb_grid(folder: Path) -> Path:
    return (
        Paper()
        .line("Ridgeway Integrated Care Board")
        .line("Primary Medical Services Committee")
        .table(("Date", "Thursday 11 January 2024"), ("Time", "10:00 to 12:00"), ("Venue", "Room 4"))
        .table(
            ("Agenda",),
            ("No.", "Agenda item and purpose", "Lead", "Format", "Time"),
            ("Opening matters",),
            ("1.", "Declarations of interest\nFor noting", "JP", "Paper A", "10:05"),
            ("Decisions",),
            ("2.", "Hill Road Surgery rent\nFor approval", "ZH", "Paper B", "10:10"),
            ("", "• Lease plan", "", "", ""),
            ("3i", "PCN estates\nFor decision", "ZH", "Paper C", "10:30"),
            ("Closing matters",),
            ("4.", "AOB", "All", "Verbal", "11:50"),
        )
        .save(folder / "Agenda.docx")
    )


def bars(folder: Path) -> Path:
    return write_text(
        folder / "agenda.txt",
        "Audit Committee agenda, 1 May 2018\n"
        "|No|Item|Lead|Action|\n|--|--|--|--|\n|1|Welcome|Chair||\n|2|Internal audit plan|CH|Approve|\n",
    )


def comma_separated(folder: Path) -> Path:
    return write_text(
        folder / "agenda 2018-05-01.csv",
        'Item no,Title,Lead,Action\n1,Welcome,Chair,\n2,"Elm Street merger, phase 2",TB,Approve\n',
    )


STYLES = [
    AgendaStyle(
        "table with sections",
        table_with_sections,
        date(2017, 9, 5),
        "Primary Care Commissioning Committee",
        [
            ("1", "Welcome and introductions", {"section": "Standing items", "action": "To note", "paper": "Verbal"}),
            ("2", "Declarations of interest", {"section": "Standing items", "paper": "Enc A"}),
            (
                "3",
                "Merger of Elm Street Surgery and Park View Practice",
                {"section": "Items for decision", "action": "For approval", "presenter": "T Berry", "paper": "Enc B"},
            ),
            ("4", "Branch closure at Low Road", {"section": "Items for decision", "action": "For approval"}),
            ("5", "Finance report month 5", {"section": "Items for information", "action": "For information"}),
            ("6", "Date of next meeting: 7 November 2017", {}),
        ],
        bodies=("NHS Northfield Clinical Commissioning Group",),
    ),
    AgendaStyle(
        "automatic numbers",
        automatic_numbers,
        date(2020, 3, 4),
        "Governing Body",
        [
            ("1", "Apologies for absence", {}),
            ("2", "Declarations of interest", {}),
            ("3", "Patient story", {}),
            ("4", "Quality", {}),
            ("4.1", "Quality and safety report", {"presenter": "Dr Olu Adeyemi", "action": "Assurance"}),
            ("4.2", "Safeguarding annual report", {"presenter": "Jane Frost", "action": "For approval"}),
            (
                "5",
                "Community diagnostics contract award",
                {"action": "For decision", "paper": "Enc 5", "text~": "preferred bidder"},
            ),
            ("6", "Any other business", {}),
        ],
    ),
    AgendaStyle(
        "text with tabs",
        text_with_tabs,
        date(2020, 1, 30),
        "PRIMARY CARE COMMISSIONING COMMITTEE",
        [
            ("1", "Apologies for Absence and Welcome", {"presenter": "Margaret Dunn", "paper": "Verbal"}),
            ("2", "Register and Declarations of Interest", {"paper": "Paper", "action": None}),
            ("3", "Minutes of Previous Meeting held on 28 November 2019", {}),
            ("4", "Section 96 Funding Policy – draft", {"action": "For approval"}),
            ("5", "Additional GMS Space Application for Harbour Medical Group", {"action": "For decision"}),
            ("6", "Primary Care Finance update", {"action": "To note", "presenter": "Ann Peel"}),
            ("7", "Date and Time of Next Meeting in Public", {"text~": "26 March 2020"}),
        ],
    ),
    AgendaStyle(
        "text with actions at line end",
        text_with_actions_at_line_end,
        date(2018, 6, 12),
        "Primary Care Commissioning Committee",
        [
            ("1", "Welcome and apologies", {"action": None}),
            ("2", "Declarations of interest", {"action": "to note"}),
            ("3", "Minutes of the last meeting (10 April 2018)", {"action": "for approval"}),
            (
                "4",
                "Application by Mill Lane Surgery to close its branch at Ford End",
                {"action": "for decision", "text~": "Neighbouring practices: Ford End Medical Centre."},
            ),
            ("5", "Proposal to merge the Brook Practice with the Weir Surgery", {"action": "for decision"}),
            ("6", "PMS review: reinvestment of premium", {"action": "For discussion"}),
            ("7", "2018/19 budget", {"action": "For information"}),
            ("8", "Any other business", {}),
        ],
    ),
    AgendaStyle(
        "numbers by year",
        numbers_by_year,
        date(2018, 4, 25),
        "Primary Care Commissioning Committee",
        [
            ("14/18", "Welcome and introductions", {"section": "Standing items", "presenter": "Chair"}),
            ("15/18", "Declarations of interest", {}),
            ("16/18", "Review of minutes from the previous meeting on 28 February 2018", {}),
            (
                "17/18",
                "Castle Medical Practice procurement update",
                {"section": "Items for decision", "presenter": "J Marsh"},
            ),
            ("18/18", "Quayside branch closure", {"section": "Items for decision"}),
            ("19/18", "Primary care finance report month 11", {"section": "Items for discussion"}),
            ("20/18", "Questions from members of the public", {"section": "Other agenda items"}),
        ],
    ),
    AgendaStyle(
        "item word headings",
        item_word_headings,
        date(2015, 5, 11),
        "Remuneration Committee",
        [
            ("1", "Welcome and apologies", {}),
            ("2", "Declarations of interest", {"text~": "reminded"}),
            ("3", "Pay of the Accountable Officer", {"action": "for decision", "presenter": "Helen Voss, Head of HR"}),
            ("4", "Any other business", {}),
        ],
    ),
    AgendaStyle(
        "in common, ticks",
        in_common_ticks,
        date(2019, 6, 19),
        "Primary Care Commissioning Committees",
        [
            ("1", "Welcome and apologies", {"bodies": ()}),
            ("2", "Declarations and management of real or perceived conflicts", {"bodies": (), "action": "Note"}),
            (
                "3",
                "Bank View Surgery boundary reduction",
                {"bodies": ("NHS Northfield CCG",), "action": "Approve", "presenter": "D Hall"},
            ),
            (
                "4",
                "Lock Side Practice boundary expansion",
                {"bodies": ("NHS Southfield CCG", "NHS Eastfield CCG")},
            ),
            ("5", "Primary care risk register", {"bodies": ()}),
        ],
        bodies=("NHS Northfield CCG", "NHS Southfield CCG", "NHS Eastfield CCG"),
    ),
    AgendaStyle(
        "in common, brackets",
        in_common_brackets,
        date(2020, 1, 17),
        "Primary Care Commissioning Committees",
        [
            ("1", "Welcome", {"bodies": ()}),
            ("2", "Declarations of interest", {"bodies": ()}),
            (
                "3",
                "Closure of list at Hill Top Surgery (Northfield only)",
                {"bodies": ("NHS Northfield Clinical Commissioning Group",), "action": "For decision"},
            ),
            (
                "4",
                "PMS growth funding (Southfield and Eastfield)",
                {
                    "bodies": (
                        "NHS Southfield Clinical Commissioning Group",
                        "NHS Eastfield Clinical Commissioning Group",
                    ),
                    "action": "For approval",
                },
            ),
            ("5", "Finance report", {"bodies": (), "action": "For noting"}),
        ],
        bodies=(
            "NHS Northfield Clinical Commissioning Group",
            "NHS Southfield Clinical Commissioning Group",
            "NHS Eastfield Clinical Commissioning Group",
        ),
    ),
    AgendaStyle(
        "two parts",
        two_parts,
        date(2018, 7, 3),
        "Primary Care Commissioning Committee",
        [
            ("1", "Welcome", {"private": False}),
            ("2", "Declarations of interest", {"private": False}),
            ("3", "Relocation of Bridge Surgery", {"private": False, "action": "for approval"}),
            ("1", "Declarations of interest", {"private": True}),
            (
                "2",
                "Award of the APMS contract for Dale Medical Centre",
                {"private": True, "action": "for decision", "section": "PART 2 - PRIVATE SESSION"},
            ),
            ("3", "Any other business", {"private": True}),
        ],
    ),
    AgendaStyle(
        "private apart",
        private_apart,
        date(2018, 7, 3),
        "Primary Care Commissioning Committee",
        [
            ("PCCC/18/21", "Declarations of interest", {"private": True}),
            (
                "PCCC/18/22",
                "Award of the APMS contract for Dale Medical Centre",
                {"private": True, "action": "Decision", "presenter": "Ruth Amos"},
            ),
        ],
        private=True,
    ),
    AgendaStyle(
        "headings without numbers",
        headings_without_numbers,
        date(2017, 2, 14),
        "Audit Committee",
        [
            ("", "Declarations of interest", {}),
            ("", "Internal audit plan", {"action": "For approval", "presenter": "Colin Hay"}),
            ("", "Conflicts of interest audit report", {"action": "For information"}),
        ],
    ),
    AgendaStyle(
        "time first, lettered",
        time_first_with_letters,
        date(2024, 3, 21),
        "Primary Care Commissioning Committee",
        [
            ("1", "Welcome and apologies", {"presenter": "Ola Brandt", "action": "Information", "paper": "Verbal"}),
            ("2", "Contracts", {}),
            ("2a", "Rowan Health Centre: preferred procurement option", {"action": "Decision"}),
            ("2b", "Special allocation scheme extension", {"presenter": "Kit Doyle"}),
            ("3", "PCN estates programme", {"text~": "asked to endorse the plan", "action": "Discussion"}),
            ("4", "Any other business", {}),
        ],
        bodies=("NHS Merton Vale ICB",),
    ),
    AgendaStyle(
        "number and title together",
        number_and_title_together,
        date(2016, 12, 8),
        "Joint Committee for Primary Care",
        [
            ("1", "Welcome and apologies", {"presenter": "Chair"}),
            ("2", "Declarations of interest", {"action": "To note"}),
            ("3", "Undated resignations of GP partners", {"action": "To consider"}),
            ("4", "Estates strategy", {"action": "To endorse"}),
            ("4.1", "Pier Road Surgery rent review", {"action": "To approve"}),
            ("5", "Date of next meeting", {}),
        ],
    ),
    AgendaStyle(
        "automatic numbers in a table",
        automatic_numbers_in_table,
        date(2016, 10, 6),
        "Primary Care Commissioning Committee",
        [
            ("1", "Declarations of interest", {"action": "Information"}),
            ("2", "List closure at Old Forge Surgery", {"action": "Decision"}),
            ("3", "Risk register", {"action": "Assurance"}),
        ],
    ),
    AgendaStyle(
        "trailing information items",
        trailing_information_items,
        date(2016, 6, 2),
        "Primary Care Commissioning Committee",
        [
            ("1.0", "Welcome & introductions", {"presenter": "JB"}),
            ("2.0", "Declarations of interest", {}),
            ("2.1", "Questions from the public", {}),
            ("3.0", "Additional portakabin at Beacon Surgery in Thornley", {"action": "Decision", "presenter": "LH"}),
            (
                "4.0",
                "Cross Close Practice in Thornley",
                {"action": "consider options and agree a way forward"},
            ),
            ("5.0", "AOB", {}),
            ("", "Finance Report", {"section": "FOR INFORMATION ONLY"}),
            ("", "Quality Report", {"section": "FOR INFORMATION ONLY"}),
        ],
    ),
    AgendaStyle(
        "parts A and B",
        parts_a_and_b,
        date(2018, 10, 10),
        "PRIMARY CARE COMMISSIONING COMMITTEE",
        [
            ("1", "Welcome and introductions", {"private": False}),
            ("2", "Declarations of Interest", {}),
            ("3", "Minutes of the Meeting held on 12 September 2018", {"paper": "attached"}),
            (
                "4",
                "Closure of Lime Grove Surgery",
                {"action": "For Approval", "section": "Contracts", "text~": "Report of the Director"},
            ),
            ("4.1", "To receive the engagement report", {}),
            ("5", "APMS procurement: award", {"private": True}),
        ],
    ),
    AgendaStyle(
        "weak numbers",
        weak_numbers,
        date(2016, 10, 3),
        "Primary Care Commissioning Committee",
        [
            ("1", "Welcome and apologies", {}),
            ("2", "Declarations of interest", {}),
            ("3", "Oak Surgery: request to reduce hours", {"action": "for decision", "paper": "paper attached"}),
            ("4", "2016/17 QOF achievement", {"action": "for information"}),
            ("5", "Boundary of Elm Practice", {}),
            ("6", "Date of next meeting - 7 November 2016", {}),
        ],
    ),
    AgendaStyle(
        "ICB grid",
        icb_grid,
        date(2024, 1, 11),
        "Primary Medical Services Committee",
        [
            ("1", "Declarations of interest", {"section": "Opening matters", "action": "For noting"}),
            ("2", "Hill Road Surgery rent", {"section": "Decisions", "action": "For approval", "text~": "Lease plan"}),
            ("3i", "PCN estates", {"action": "For decision", "paper": "Paper C", "presenter": "ZH"}),
            ("4", "AOB", {"section": "Closing matters"}),
        ],
        bodies=("Ridgeway Integrated Care Board",),
    ),
    AgendaStyle(
        "bars",
        bars,
        date(2018, 5, 1),
        "Audit Committee",
        [("1", "Welcome", {"presenter": "Chair"}), ("2", "Internal audit plan", {"action": "Approve"})],
    ),
    AgendaStyle(
        "comma separated",
        comma_separated,
        date(2018, 5, 1),
        None,
        [("1", "Welcome", {}), ("2", "Elm Street merger, phase 2", {"action": "Approve", "presenter": "TB"})],
    ),
]
