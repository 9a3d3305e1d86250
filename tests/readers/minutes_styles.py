"""Minutes in many house styles, each labelled with what a person reads in it. Bodies and people are invented."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from docx_builder import Paper, write_text

Entry = tuple[str, str, dict[str, Any]]  # name, status, further fields that must hold
Section = tuple[str, str, list[str]]  # number, title, a word or phrase each passage must hold, in order


@dataclass(frozen=True)
class MinutesStyle:
    name: str
    build: Callable[[Path], Path]
    on: date | None
    committee: str | None
    status: str
    people: list[Entry]
    sections: list[Section]
    next_meetings: tuple[date, ...] = ()
    bodies: tuple[str, ...] | None = None
    private: tuple[str, ...] = ()  # numbers of the private sections


def annex_f(folder: Path) -> Path:
    return (
        Paper()
        .line("NHS Northfield CCG Primary Care Commissioning Committee Meeting", bold=True)
        .line("Date: 5 September 2017")
        .line("Time: 2.00pm to 4.00pm")
        .line("Location: Board Room, 1 Market Street, Northfield")
        .line("Attendees:", bold=True)
        .table(
            ("Name", "Initials", "Role"),
            ("Margaret Hale", "MH", "Lay Member for Governance (Chair)"),
            ("Tom Berry", "TB", "Chief Officer"),
            ("Dr Anil Rao", "AR", "GP Member"),
        )
        .line("In attendance from 2.35pm:", bold=True)
        .table(("Name", "Initials", "Role"), ("Neil Rossi", "NR", "Primary Care Development Director"))
        .line("Apologies:", bold=True)
        .table(("Name", "Initials", "Role"), ("Jean Lowe", "JL", "Lay Vice Chair"))
        .table(
            ("Item No", "Agenda Item", "Actions"),
            ("1", "Chair's welcome", ""),
            ("2", "Apologies for absence\nApologies were noted as above.", ""),
            (
                "3",
                "Declarations of interest\nMH reminded members of their obligation to declare any interest.\n"
                "Dr Rao declared a direct financial interest in item 5 as a partner at Elm Street Surgery.",
                "",
            ),
            ("4", "Minutes of the last meeting and matters arising\nThe minutes were approved.", ""),
            (
                "5",
                "Merger of Elm Street Surgery and Park View Practice\nDr Rao left the meeting at 2.40pm.\n"
                "The Committee approved the merger.\nDr Rao rejoined the meeting at 3.05pm.",
                "TB to write to the practices",
            ),
            ("6", "Any other business\nThere was none.", ""),
            ("7", "Date and time of the next meeting\n7 November 2017, 2.00pm", ""),
        )
        .save(folder / "minutes.docx")
    )


def lines_with_initials(folder: Path) -> Path:
    return write_text(
        folder / "minutes-draft.txt",
        "NHS Kingsmere CCG\n"
        "DRAFT minutes of the Primary Care Commissioning Committee held in public\n"
        "on Thursday 30 January 2020 at 10.00am, Kingsmere House\n"
        "\n"
        "Present:\n"
        "Margaret Dunn (MD), Lay Member (Chair)\n"
        "Ray Osei (RO), Lay Member for Patient Involvement\n"
        "Tom Ellis (TE), Chief Finance Officer\n"
        "Dr Priya Nair (PN) – GP Member (left at 11.20)\n"
        "\n"
        "In attendance:\n"
        "Ann Peel (AP), Head of Primary Care (from item 5)\n"
        "Sam Doyle (SD), Practice Manager, Harbour Medical Group (item 5 only)\n"
        "Lucy Webb, Minute Taker\n"
        "\n"
        "Apologies:\n"
        "Dr Keith Lang (KL), Secondary Care Doctor\n"
        "\n"
        "1. Welcome and apologies\n"
        "The Chair welcomed everyone. The meeting was quorate.\n"
        "\n"
        "2. Declarations of interest\n"
        "2.1 PN declared an interest in item 5 as a salaried GP at Harbour Medical Group.\n"
        "2.2 The Chair ruled that PN would leave for item 5.\n"
        "\n"
        "3. Minutes of the meeting held on 28 November 2019\n"
        "The minutes were approved as a correct record.\n"
        "\n"
        "5. Additional GMS space application for Harbour Medical Group\n"
        "PN left the meeting. AP presented the paper and explained that the practice had asked for\n"
        "a further room, and that the rent would rise.\n"
        "\n"
        "RESOLVED: The Committee approved the application.\n"
        "\n"
        "7. Date of next meeting\n"
        "Thursday 26 March 2020, 10.00am\n",
    )


def comma_paragraph(folder: Path) -> Path:
    return (
        Paper()
        .line("Ratified Minutes", bold=True)
        .line("Oakdale Clinical Commissioning Group")
        .line("Minutes of the Primary Care Commissioning Committee meeting held on Tuesday 12th June 2018")
        .line(
            "Present: Gwen Park (Lay Member, Chair), Dr Omar Siddiq (GP Clinical Lead), Paul Stone (Chief Officer), "
            "Beth Kane (Chief Nurse) and Ian Moss (Lay Member)"
        )
        .line("In attendance: Rosa Lyle (Primary Care Manager), Dr Fay Winter (LMC) for item 4")
        .line("Apologies: Dr Hugh Marlow and Carol Betts")
        .heading("1. Welcome and apologies", 2)
        .line("Gwen Park welcomed those present.")
        .heading("2. Declarations of interest", 2)
        .line("There were no declarations of interest.")
        .heading("4. Mill Lane Surgery: closure of the Ford End branch", 2)
        .line("Rosa Lyle presented the paper.")
        .line("The Committee agreed to the closure.")
        .heading("8. Next meeting", 2)
        .line("14 August 2018 and 9 October 2018 at 9.30am, Civic Centre")
        .save(folder / "minutes.docx")
    )


def table_with_section_rows(folder: Path) -> Path:
    return (
        Paper()
        .line("Minutes of the Westbrook CCG Governing Body", bold=True)
        .line("Wednesday 4 March 2020, St Anne's Hall")
        .table(
            ("Members present",),
            ("Dr Helen Carr", "HC", "Clinical Chair (Chair)"),
            ("Frank Odell", "FO", "Lay Member, Audit"),
            ("Rita Shah", "RS", "Accountable Officer"),
            ("In attendance",),
            ("Olu Adeyemi", "OA", "Director of Quality"),
            ("Liz Tarrant", "LT", "Deputy Chief Finance Officer (deputising for Neil Grant)"),
            ("Apologies",),
            ("Neil Grant", "NG", "Chief Finance Officer"),
        )
        .line("5. Community diagnostics contract award", bold=True)
        .line("5.1 RS outlined the procurement.")
        .line("5.2 The Governing Body APPROVED the award.")
        .line("6. Any other business", bold=True)
        .line("None.")
        .save(folder / "GB minutes 4 March 2020.docx")
    )


def automatic_numbers(folder: Path) -> Path:
    paper = Paper()
    paper.header("UNCONFIRMED")
    paper.line("Unconfirmed minutes of the Audit Committee", bold=True)
    paper.line("NHS Fenwick CCG")
    paper.line("Held on 14 February 2017 at 9am")
    paper.line("Present", bold=True)
    paper.line("Colin Hay\tLay Member (Chair)")
    paper.line("Dr Ewan Best\tGP Governing Body Member")
    paper.line("In attendance", bold=True)
    paper.line("Mary Lund\tChief Finance Officer")
    paper.line("Apologies for absence", bold=True)
    paper.line("None")
    n = paper.new_list()
    paper.numbered(n, 0, "Declarations of interest", bold=True)
    paper.numbered(n, 1, "There were none.")
    paper.numbered(n, 0, "Internal audit plan", bold=True)
    paper.numbered(n, 1, "ML presented the plan.")
    paper.numbered(n, 1, "The Committee approved the plan.")
    paper.numbered(n, 0, "Date of next meeting", bold=True)
    paper.numbered(n, 1, "16 May 2017")
    return paper.save(folder / "minutes.docx")


def reference_numbers(folder: Path) -> Path:
    return write_text(
        folder / "minutes.txt",
        "PRIMARY CARE COMMISSIONING COMMITTEE\n"
        "CONFIDENTIAL MINUTES - PART 2 (PRIVATE)\n"
        "NHS Larkhill CCG\n"
        "3 July 2018\n"
        "\n"
        "VOTING MEMBERS\n"
        "RA    Ruth Amos        Lay Member (Chair)\n"
        "PB    Peter Bold       Director of Commissioning\n"
        "NON-VOTING MEMBERS\n"
        "SC    Dr Sunil Chand   GP Member\n"
        "APOLOGIES\n"
        "TE    Dr Tessa Evans   GP Member\n"
        "\n"
        "PCCC/18/21  DECLARATIONS OF INTEREST\n"
        "SC declared that his wife is a director of Dale Health Ltd.\n"
        "\n"
        "PCCC/18/22  AWARD OF THE APMS CONTRACT\n"
        "SC had not received the papers and left the room.\n"
        "The committee agreed to award the contract to bidder B.\n",
    )


def in_common(folder: Path) -> Path:
    return (
        Paper()
        .line("NHS Northfield CCG, NHS Southfield CCG and NHS Eastfield CCG", bold=True)
        .line("Primary Care Commissioning Committees meeting in common", bold=True)
        .line("Draft minutes, 19 June 2019")
        .line("Present", bold=True)
        .line("NHS Northfield CCG", bold=True)
        .line("Margaret Hale, Lay Member (Chair)")
        .line("Tom Berry, Chief Officer")
        .line("NHS Southfield CCG", bold=True)
        .line("Ada Finch, Lay Member")
        .line("Dr Leo Marsh, GP Member")
        .line("In attendance:", bold=True)
        .line("Dawn Hall, Head of Primary Care")
        .line("Item 3: Bank View Surgery boundary reduction", bold=True)
        .line("Dawn Hall presented the paper.")
        .line("The Northfield committee approved the change.")
        .line("Item 5: Primary care risk register", bold=True)
        .line("Noted.")
        .save(folder / "minutes.docx")
    )


def unnumbered_bold(folder: Path) -> Path:
    return (
        Paper()
        .line("Ashcombe CCG Remuneration Committee", bold=True)
        .line("Minutes: 11 May 2015")
        .line("Those present: Irene Cobb (Chair); Derek Fall; Dr May Penn")
        .line("Apologies received from: Jo Strand")
        .line("Welcome", bold=True)
        .line("Irene Cobb opened the meeting.")
        .line("Declarations of interest", bold=True)
        .line("No interests were declared.")
        .line("Pay of the Accountable Officer", bold=True)
        .line("The Committee agreed the pay of the Accountable Officer.")
        .line("Signed as a correct record: Irene Cobb   Date: 6 July 2015")
        .save(folder / "minutes.docx")
    )


def item_discussion_action(folder: Path) -> Path:
    return (
        Paper()
        .line("Coastal Joint Committee for Primary Care", bold=True)
        .line("Notes of the meeting held on 8 December 2016")
        .table(
            ("Present:", "Nora Quay (Chair), Lay Member\nNick Orr, Director of Primary Care\nDr Abe Stone, GP Member"),
            ("In attendance:", "Vic Tull, NHS England"),
            ("Apologies:", "Dr Una Reed, GP Member"),
        )
        .table(
            ("Item", "Discussion", "Action"),
            ("1. Welcome", "The Chair welcomed all.", ""),
            ("3. Undated resignations", "Dr Stone left the room.\nThe committee discussed the letters.", "NO"),
            ("", "Dr Stone returned.", ""),
            ("4. Estates strategy", "Endorsed.", "VT"),
        )
        .save(folder / "notes.docx")
    )


def attendance_columns(folder: Path) -> Path:
    return (
        Paper()
        .line("Fairwater ICB Primary Care Commissioning Committee - minutes of 18 April 2024", bold=True)
        .table(
            ("Name", "Title", "Organisation", "Attendance"),
            ("Ola Brandt", "Non-Executive Member (Chair)", "Fairwater ICB", "Present"),
            ("Kit Doyle", "Director of Primary Care", "Fairwater ICB", "Present until item 3"),
            ("Dr Sal Hunt", "Partner Member", "Fairwater ICB", "Apologies"),
            ("Amy Lund", "Estates Lead", "Fairwater ICB", "In attendance"),
            ("Bob Frew", "Healthwatch representative", "Healthwatch Fairwater", "Absent"),
        )
        .heading("01/24 Welcome", 2)
        .line("All were welcomed.")
        .heading("02/24 Rowan Health Centre", 2)
        .line("The Committee approved the preferred option.")
        .heading("Confidential session", 1)
        .heading("03/24 Special allocation scheme", 2)
        .line("The contract was extended.")
        .save(folder / "minutes.docx")
    )


def role_first(folder: Path) -> Path:
    return write_text(
        folder / "minutes.txt",
        "Minutes of the Thornley CCG Primary Care Committee meeting, 2 June 2016\n"
        "Status: approved\n"
        "\n"
        "Members Present:\n"
        "  Chair: Jane Birch\n"
        "  Lay Member: Luke Hart\n"
        "  GP Member: Dr Ravi Menon\n"
        "Also present:\n"
        "  Minutes: Pat Rudd\n"
        "Apologies: none received\n"
        "\n"
        "1.0 WELCOME\n"
        "Jane Birch opened the meeting at 10.00.\n"
        "3.0 BEACON SURGERY PORTAKABIN\n"
        "3.1 Dr Menon declared an interest and remained in the room but took no part in the decision.\n"
        "3.2 The Committee approved the application.\n"
        "4.0 FINANCE\n"
        "4.1 Budget report\n"
        "Luke Hart asked about the underspend.\n"
        "4.2 Allocations\n"
        "Noted.\n"
        "5.0 NEXT MEETING\n"
        "The next meeting will be held on 4 August 2016.\n",
    )


def wrapped_text(folder: Path) -> Path:
    return write_text(
        folder / "minutes.txt",
        "Draft Minutes\n"
        "NHS Holme CCG Primary Care Commissioning Committee\n"
        "21 November 2018, 2pm\n\n"
        "Present: Alice Moor (AM) Lay Member and Chair, Bill Tate (BT) Chief Officer,\n"
        "Dr Chris Wynn (CW) GP Member, Diane Yew (DY) Nurse Member\n\n"
        "Apologies were received from Eric Zane.\n\n"
        "1. Declarations of interest\n\n"
        "CW declared that he is a partner at Green Lane Surgery and so has a direct\n"
        "financial interest in item 2. The Chair decided that he should leave the room.\n\n"
        "2. Green Lane Surgery\n\n"
        "CW left the room.  The Committee:\n"
        "   a) approved the improvement grant; and\n"
        "   b) asked BT to write to the practice.\n\n"
        "CW returned.\n",
    )


def narrative(folder: Path) -> Path:
    return write_text(
        folder / "minutes.txt",
        "Minutes of the meeting of the Governing Body of NHS Saltmarsh Clinical Commissioning Group held on Wednesday "
        "6 September 2017 at 2 pm in the Guildhall\n"
        "Present: Dr A Quill (Chair); Mrs B Reeve (Lay Member) [from item 4]; Mr C Sykes (Chief Finance Officer), "
        "Dr D Tran (GP)\n"
        "In attendance: Miss E Usher\n"
        "Apologies: Mr F Vance (Mr G Webb deputising)\n\n"
        "64/17 Apologies for absence – Apologies were received from Mr F Vance.\n"
        "65/17 Declarations of interest – Dr Tran declared an interest in minute 67/17 below.\n"
        "67/17 Community pharmacy scheme – The Governing Body considered a report. Dr Tran withdrew.\n",
    )


def ticks_and_two_parts(folder: Path) -> Path:
    return (
        Paper()
        .line("NHS Moorland CCG")
        .line("Primary Care Commissioning Committee – Public Session")
        .line("Minutes of meeting held 20.03.2018 at 13:30")
        .table(
            ("Name", "Role", "Present", "Apologies"),
            ("Ivy Dean", "Lay Member (Chair)", "✓", ""),
            ("Carl Reed", "Chief Officer", "✓", ""),
            ("Dr Sam Oke", "GP", "", "✓"),
        )
        .table(
            ("In attendance:", ""),
            ("Amy Potts", "Minutes"),
            ("Dr Lee Ward (item 4 only)", "Partner, Fell Side Surgery"),
        )
        .heading("1. Welcome", 2)
        .line("Ivy opened.")
        .heading("4. Fell Side Surgery: relocation", 2)
        .table(("Decision", "The Committee approved the relocation."), ("Action", "CR to write"))
        .line("The Committee resolved to:")
        .lines("1. approve the relocation", "2. note the cost")
        .heading("PART TWO – CONFIDENTIAL", 1)
        .line("Present: Ivy Dean (Chair), Carl Reed")
        .heading("5. APMS award", 2)
        .line("Agreed.")
        .save(folder / "minutes.docx")
    )


def in_common_weak_numbers(folder: Path) -> Path:
    return write_text(
        folder / "minutes.txt",
        "MINUTES OF THE PRIMARY CARE COMMISSIONING COMMITTEES IN COMMON\n"
        "of NHS Aford CCG and NHS Beeton CCG\nWednesday 6 February 2019\n\n"
        "Aford CCG Members Present:\nAnn Bell, Lay Member (Chair of the meeting)\nDr Cy Dunn, GP\n\n"
        "Beeton CCG Members Present:\nEd Finn, Lay Member\n\n"
        "In attendance: Ida Jones (Aford CCG), Ken Lark (NHS England)\n\n"
        "1 Welcome\nAB welcomed all.\n"
        "2 Conflicts of interest\nDr Dunn declared an interest in item 3.\n"
        "3 Rent reimbursement, Oak House Surgery\nThe Aford CCG committee approved the rent.\n",
    )


STYLES = [
    MinutesStyle(
        "Annex F template",
        annex_f,
        date(2017, 9, 5),
        "Primary Care Commissioning Committee",
        "unstated",
        [
            (
                "Margaret Hale",
                "present",
                {"initials": "MH", "position": "Lay Member for Governance (Chair)", "chair": True},
            ),
            ("Tom Berry", "present", {"initials": "TB", "position": "Chief Officer", "chair": False}),
            ("Dr Anil Rao", "present", {"initials": "AR", "position": "GP Member"}),
            ("Neil Rossi", "in_attendance", {"initials": "NR", "arrived": "from 2.35pm"}),
            ("Jean Lowe", "apologies", {"initials": "JL", "chair": False}),
        ],
        [
            ("1", "Chair's welcome", []),
            ("2", "Apologies for absence", ["noted as above"]),
            ("3", "Declarations of interest", ["MH reminded", "Dr Rao declared"]),
            ("4", "Minutes of the last meeting and matters arising", ["were approved"]),
            (
                "5",
                "Merger of Elm Street Surgery and Park View Practice",
                ["left the meeting", "approved the merger", "rejoined", "TB to write"],
            ),
            ("6", "Any other business", ["none"]),
            ("7", "Date and time of the next meeting", ["7 November 2017"]),
        ],
        next_meetings=(date(2017, 11, 7),),
    ),
    MinutesStyle(
        "lines with initials",
        lines_with_initials,
        date(2020, 1, 30),
        "Primary Care Commissioning Committee",
        "draft",
        [
            ("Margaret Dunn", "present", {"initials": "MD", "position": "Lay Member (Chair)", "chair": True}),
            ("Ray Osei", "present", {"initials": "RO", "position": "Lay Member for Patient Involvement"}),
            ("Tom Ellis", "present", {"position": "Chief Finance Officer"}),
            ("Dr Priya Nair", "present", {"initials": "PN", "position": "GP Member", "left": "left at 11.20"}),
            ("Ann Peel", "in_attendance", {"position": "Head of Primary Care", "arrived": "from item 5"}),
            (
                "Sam Doyle",
                "in_attendance",
                {
                    "position": "Practice Manager, Harbour Medical Group",
                    "arrived": "from item 5",
                    "left": "until item 5",
                },
            ),
            ("Lucy Webb", "in_attendance", {"position": "Minute Taker", "initials": None}),
            ("Dr Keith Lang", "apologies", {"initials": "KL", "position": "Secondary Care Doctor"}),
        ],
        [
            ("1", "Welcome and apologies", ["quorate"]),
            ("2", "Declarations of interest", ["PN declared", "ruled"]),
            ("3", "Minutes of the meeting held on 28 November 2019", ["correct record"]),
            (
                "5",
                "Additional GMS space application for Harbour Medical Group",
                ["asked for a further room", "RESOLVED"],
            ),
            ("7", "Date of next meeting", ["26 March"]),
        ],
        next_meetings=(date(2020, 3, 26),),
    ),
    MinutesStyle(
        "comma paragraph",
        comma_paragraph,
        date(2018, 6, 12),
        "Primary Care Commissioning Committee",
        "ratified",
        [
            ("Gwen Park", "present", {"position": "Lay Member, Chair", "chair": True}),
            ("Dr Omar Siddiq", "present", {"position": "GP Clinical Lead"}),
            ("Paul Stone", "present", {"position": "Chief Officer"}),
            ("Beth Kane", "present", {"position": "Chief Nurse"}),
            ("Ian Moss", "present", {"position": "Lay Member"}),
            ("Rosa Lyle", "in_attendance", {"position": "Primary Care Manager"}),
            ("Dr Fay Winter", "in_attendance", {"position": "LMC", "arrived": "from item 4", "left": "until item 4"}),
            ("Dr Hugh Marlow", "apologies", {}),
            ("Carol Betts", "apologies", {}),
        ],
        [
            ("1", "Welcome and apologies", ["welcomed"]),
            ("2", "Declarations of interest", ["no declarations"]),
            ("4", "Mill Lane Surgery: closure of the Ford End branch", ["presented", "agreed to the closure"]),
            ("8", "Next meeting", ["14 August"]),
        ],
        next_meetings=(date(2018, 8, 14), date(2018, 10, 9)),
    ),
    MinutesStyle(
        "table with section rows",
        table_with_section_rows,
        date(2020, 3, 4),
        "Governing Body",
        "unstated",
        [
            ("Dr Helen Carr", "present", {"initials": "HC", "position": "Clinical Chair (Chair)", "chair": True}),
            ("Frank Odell", "present", {"initials": "FO", "position": "Lay Member, Audit"}),
            ("Rita Shah", "present", {"position": "Accountable Officer"}),
            ("Olu Adeyemi", "in_attendance", {"position": "Director of Quality"}),
            (
                "Liz Tarrant",
                "in_attendance",
                {"position": "Deputy Chief Finance Officer", "deputising_for": "Neil Grant"},
            ),
            ("Neil Grant", "apologies", {"position": "Chief Finance Officer"}),
        ],
        [
            ("5", "Community diagnostics contract award", ["outlined", "APPROVED"]),
            ("6", "Any other business", ["None."]),
        ],
    ),
    MinutesStyle(
        "automatic numbers",
        automatic_numbers,
        date(2017, 2, 14),
        "Audit Committee",
        "draft",
        [
            ("Colin Hay", "present", {"position": "Lay Member (Chair)", "chair": True}),
            ("Dr Ewan Best", "present", {"position": "GP Governing Body Member"}),
            ("Mary Lund", "in_attendance", {"position": "Chief Finance Officer"}),
        ],
        [
            ("1", "Declarations of interest", ["There were none"]),
            ("2", "Internal audit plan", ["presented", "approved"]),
            ("3", "Date of next meeting", ["16 May 2017"]),
        ],
        next_meetings=(date(2017, 5, 16),),
    ),
    MinutesStyle(
        "reference numbers",
        reference_numbers,
        date(2018, 7, 3),
        "PRIMARY CARE COMMISSIONING COMMITTEE",
        "unstated",
        [
            ("Ruth Amos", "present", {"initials": "RA", "position": "Lay Member (Chair)", "chair": True}),
            ("Peter Bold", "present", {"initials": "PB", "position": "Director of Commissioning"}),
            ("Dr Sunil Chand", "present", {"initials": "SC", "position": "GP Member"}),
            ("Dr Tessa Evans", "apologies", {"initials": "TE"}),
        ],
        [
            ("PCCC/18/21", "DECLARATIONS OF INTEREST", ["his wife"]),
            ("PCCC/18/22", "AWARD OF THE APMS CONTRACT", ["not received", "bidder B"]),
        ],
        private=("PCCC/18/21", "PCCC/18/22"),
    ),
    MinutesStyle(
        "in common",
        in_common,
        date(2019, 6, 19),
        "Primary Care Commissioning Committees",
        "draft",
        [
            ("Margaret Hale", "present", {"body": "NHS Northfield CCG", "chair": True}),
            ("Tom Berry", "present", {"body": "NHS Northfield CCG"}),
            ("Ada Finch", "present", {"body": "NHS Southfield CCG", "position": "Lay Member"}),
            ("Dr Leo Marsh", "present", {"body": "NHS Southfield CCG"}),
            ("Dawn Hall", "in_attendance", {"body": None}),
        ],
        [
            ("3", "Bank View Surgery boundary reduction", ["presented", "Northfield committee approved"]),
            ("5", "Primary care risk register", ["Noted"]),
        ],
        bodies=("NHS Northfield CCG", "NHS Southfield CCG", "NHS Eastfield CCG"),
    ),
    MinutesStyle(
        "unnumbered bold headings",
        unnumbered_bold,
        date(2015, 5, 11),
        "Remuneration Committee",
        "ratified",
        [
            ("Irene Cobb", "present", {"chair": True}),
            ("Derek Fall", "present", {}),
            ("Dr May Penn", "present", {}),
            ("Jo Strand", "apologies", {}),
        ],
        [
            ("", "Welcome", ["opened"]),
            ("", "Declarations of interest", ["No interests"]),
            ("", "Pay of the Accountable Officer", ["agreed the pay", "Signed"]),
        ],
    ),
    MinutesStyle(
        "item, discussion, action",
        item_discussion_action,
        date(2016, 12, 8),
        "Coastal Joint Committee for Primary Care",
        "unstated",
        [
            ("Nora Quay", "present", {"chair": True, "position": "Lay Member"}),
            ("Nick Orr", "present", {"position": "Director of Primary Care"}),
            ("Dr Abe Stone", "present", {"position": "GP Member"}),
            ("Vic Tull", "in_attendance", {"position": "NHS England"}),
            ("Dr Una Reed", "apologies", {}),
        ],
        [
            ("1", "Welcome", ["welcomed all"]),
            ("3", "Undated resignations", ["left the room", "discussed", "NO", "returned"]),
            ("4", "Estates strategy", ["Endorsed", "VT"]),
        ],
    ),
    MinutesStyle(
        "attendance column",
        attendance_columns,
        date(2024, 4, 18),
        "Primary Care Commissioning Committee",
        "unstated",
        [
            ("Ola Brandt", "present", {"chair": True}),
            ("Kit Doyle", "present", {"left": "until item 3"}),
            ("Dr Sal Hunt", "apologies", {"position": "Partner Member"}),
            ("Amy Lund", "in_attendance", {}),
            ("Bob Frew", "absent", {}),
        ],
        [
            ("01/24", "Welcome", ["welcomed"]),
            ("02/24", "Rowan Health Centre", ["approved"]),
            ("03/24", "Special allocation scheme", ["extended"]),
        ],
        private=("03/24",),
    ),
    MinutesStyle(
        "role first",
        role_first,
        date(2016, 6, 2),
        "Primary Care Committee",
        "ratified",
        [
            ("Jane Birch", "present", {"chair": True}),
            ("Luke Hart", "present", {"position": "Lay Member", "chair": False}),
            ("Dr Ravi Menon", "present", {"position": "GP Member"}),
            ("Pat Rudd", "in_attendance", {"position": "Minutes"}),
        ],
        [
            ("1.0", "WELCOME", ["opened"]),
            ("3.0", "BEACON SURGERY PORTAKABIN", ["remained in the room", "approved"]),
            ("4.0", "FINANCE", []),
            ("4.1", "Budget report", ["underspend"]),
            ("4.2", "Allocations", ["Noted"]),
            ("5.0", "NEXT MEETING", ["4 August 2016"]),
        ],
        next_meetings=(date(2016, 8, 4),),
    ),
    MinutesStyle(
        "wrapped text",
        wrapped_text,
        date(2018, 11, 21),
        "Primary Care Commissioning Committee",
        "draft",
        [
            ("Alice Moor", "present", {"initials": "AM", "position": "Lay Member and Chair", "chair": True}),
            ("Bill Tate", "present", {"initials": "BT", "position": "Chief Officer"}),
            ("Dr Chris Wynn", "present", {"initials": "CW", "position": "GP Member"}),
            ("Diane Yew", "present", {"initials": "DY", "position": "Nurse Member"}),
            ("Eric Zane", "apologies", {}),
        ],
        [
            ("1", "Declarations of interest", ["direct financial interest in item 2. The Chair decided"]),
            (
                "2",
                "Green Lane Surgery",
                ["CW left the room.", "approved the improvement grant", "asked BT to write", "CW returned."],
            ),
        ],
    ),
    MinutesStyle(
        "narrative",
        narrative,
        date(2017, 9, 6),
        "Governing Body",
        "unstated",
        [
            ("Dr A Quill", "present", {"chair": True}),
            ("Mrs B Reeve", "present", {"arrived": "from item 4", "position": "Lay Member"}),
            ("Mr C Sykes", "present", {"position": "Chief Finance Officer"}),
            ("Dr D Tran", "present", {"position": "GP"}),
            ("Mr G Webb", "present", {"deputising_for": "Mr F Vance"}),
            ("Miss E Usher", "in_attendance", {}),
            ("Mr F Vance", "apologies", {}),
        ],
        [
            ("64/17", "Apologies for absence", ["were received"]),
            ("65/17", "Declarations of interest", ["Dr Tran declared"]),
            ("67/17", "Community pharmacy scheme", ["Dr Tran withdrew"]),
        ],
        bodies=("NHS Saltmarsh Clinical Commissioning Group",),
    ),
    MinutesStyle(
        "ticks and two parts",
        ticks_and_two_parts,
        date(2018, 3, 20),
        "Primary Care Commissioning Committee",
        "unstated",
        [
            ("Ivy Dean", "present", {"chair": True}),
            ("Carl Reed", "present", {}),
            ("Dr Sam Oke", "apologies", {}),
            ("Amy Potts", "in_attendance", {"position": "Minutes"}),
            ("Dr Lee Ward", "in_attendance", {"arrived": "from item 4", "left": "until item 4"}),
        ],
        [
            ("1", "Welcome", ["opened"]),
            (
                "4",
                "Fell Side Surgery: relocation",
                ["Decision", "approved the relocation", "Action", "CR", "resolved to", "approve", "note the cost"],
            ),
            ("5", "APMS award", ["Agreed"]),
        ],
        private=("5",),
    ),
    MinutesStyle(
        "in common, weak numbers",
        in_common_weak_numbers,
        date(2019, 2, 6),
        "PRIMARY CARE COMMISSIONING COMMITTEES IN COMMON",
        "unstated",
        [
            ("Ann Bell", "present", {"chair": True, "body": "NHS Aford CCG"}),
            ("Dr Cy Dunn", "present", {"body": "NHS Aford CCG"}),
            ("Ed Finn", "present", {"body": "NHS Beeton CCG"}),
            ("Ida Jones", "in_attendance", {"body": "NHS Aford CCG"}),
            ("Ken Lark", "in_attendance", {"body": None, "position": "NHS England"}),
        ],
        [
            ("1", "Welcome", ["welcomed"]),
            ("2", "Conflicts of interest", ["Dr Dunn declared"]),
            ("3", "Rent reimbursement, Oak House Surgery", ["approved"]),
        ],
        bodies=("NHS Aford CCG", "NHS Beeton CCG"),
    ),
]
