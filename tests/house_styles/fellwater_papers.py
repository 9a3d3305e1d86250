# ruff: noqa: E501 - papers keep the lines they were written in
"""The words of the invented NHS Fellwater ICB: a northern integrated care board in 2023 with a primary care committee.

The register is saved as Excel saves "CSV (Windows)": semicolons and code page 1252, which has the circumflex of Siân but no
Polish letters, so that Łukasz Zieliński stands there as Lukasz Zielinski.
"""

from __future__ import annotations

BODY = """\
# Invented sample data: no real person or organisation.
name: NHS Fellwater Integrated Care Board
ods_code: Q9Z
kind: icb
co_commissioning: delegated
guardian: Priscilla Thornber
committees:
  - name: Primary Care Commissioning Committee
    kind: pccc
    shared_interest_policy: leave
    quorum: {members: 5, must_include: [lay, executive, [gp, nurse]], lay_executive_majority: true}
    members:
      - {name: Desmond Ackroyd, role: lay, title: Non-Executive Member, chair: true, voting: true}
      - {name: Siân Prosser-Lloyd, role: lay, title: Non-Executive Member, vice_chair: true, voting: true}
      - {name: Priscilla Thornber, role: lay, title: Non-Executive Member (Audit Chair), voting: true}
      - {name: Łukasz Zieliński, role: executive, title: Executive Director of Finance, voting: true}
      - {name: Dr Moira Kettlewell, role: executive, title: Executive Medical Director, voting: true}
      - {name: Yvonne Braddock, role: nurse, title: Executive Director of Nursing, voting: true}
      - {name: Dr Tariq Mahmood, role: gp, title: Partner Member (primary medical services), practice: Hollin Bank Surgery, voting: true}
      - {name: Cllr Edith Sowerby, role: other, title: Partner Member (local authorities), voting: true}
      - {name: Hannah Lofthouse, role: other, title: Partner Member (NHS trusts), voting: true}
      - {name: Dr Bronagh Sweeney, role: gp, title: PCN Clinical Director representative, practice: Cragdale Practice, voting: false}
      - {name: Colin Whitelock, role: practice_manager, title: Practice Manager representative, practice: Mill Fold Medical Group, voting: false}
      - {name: Amrit Bassi, role: other, title: Local Dental Committee, voting: false}
      - {name: Rev. Jonas Peake, role: healthwatch, title: Healthwatch Fellwater, voting: false}
organisations:
  - {name: Hollin Bank Surgery, kind: practice, ods_code: Z97001}
  - {name: Mill Fold Medical Group, kind: practice, ods_code: Z97002}
  - {name: Thwaite Street Surgery, kind: practice, ods_code: Z97003}
  - {name: Beckside Health Centre, kind: practice, ods_code: Z97004}
  - {name: Cragdale Practice, kind: practice, ods_code: Z97005}
  - {name: Old Dairy Surgery, kind: practice, ods_code: Z97006}
  - {name: Lowgill Medical Centre, kind: practice, ods_code: Z97007}
  - {name: Scar View Practice, kind: practice, ods_code: Z97008}
  - {name: Weir Lane Surgery, kind: practice, ods_code: Z97009}
  - {name: Upper Fell PCN, kind: pcn, members: [Hollin Bank Surgery, Cragdale Practice, Lowgill Medical Centre]}
  - {name: Fellwater Central PCN, kind: pcn, members: [Mill Fold Medical Group, Beckside Health Centre, Old Dairy Surgery, Weir Lane Surgery]}
  - {name: Rowan Gate Primary Care Ltd, kind: company}
  - {name: Tarn Properties LLP, kind: company}
  - {name: Bassi Dental Care Ltd, kind: company}
  - {name: Harrier Lane Advisory Ltd, kind: consultancy}
  - {name: Fellwater Young Carers, kind: charity}
  - {name: Fellwater Teaching Hospitals NHS Foundation Trust, kind: trust}
"""

REGISTER = """
NHS Fellwater ICB: register of interests, members and regular attenders of the Primary Care Commissioning Committee;;;;;;;;
Published 1 September 2023;;;;;;;;
Name;Role in the ICB;Declared interest (organisation and role);Category of interest;Direct or indirect;From;To;Date of declaration;Action to mitigate
Desmond Ackroyd;Non-Executive Member, committee Chair;Rowan Gate Primary Care Ltd - son is employed there as contracts officer;Financial;Indirect;06/09/2021;ongoing;04/11/2022;Hand over the chair and leave
Desmond Ackroyd;Non-Executive Member, committee Chair;Ackroyd & Daughters Joinery Ltd - director and owner;Financial;Direct;1996;ongoing;04/11/2022;None needed
Amrit Bassi;Local Dental Committee;Bassi Dental Care Ltd - director and owner;Financial;Direct;01/04/2010;ongoing;21/11/2022;Leave for dental contract items
Amrit Bassi;Local Dental Committee;Fellwater Local Dental Committee - secretary;Non-financial professional;Direct;May 2019;ongoing;21/11/2022;Declare
Yvonne Braddock;Executive Director of Nursing;Old Dairy Surgery - sister is a GP partner;Financial;Indirect;2015;ongoing;07/11/2022;Declare; Chair decides
Dr Moira Kettlewell;Executive Medical Director;Tarn Properties LLP - husband is a member of the partnership, which owns surgery buildings;Financial;Indirect;14/02/2018;ongoing;09/11/2022;Leave when premises are discussed
Dr Moira Kettlewell;Executive Medical Director;Scar View Practice - will work there as salaried GP, two sessions;Financial;Direct;01/12/2023;;30/08/2023;To be agreed
Hannah Lofthouse;Partner Member (NHS trusts);Fellwater Teaching Hospitals NHS Foundation Trust - Chief Operating Officer;Financial;Direct;03/06/2019;ongoing;10/11/2022;Leave for contracts of the Trust
Hannah Lofthouse;Partner Member (NHS trusts);Fellwater Young Carers - chair of the trustees;Non-financial personal;Direct;2017;31/03/2023;10/11/2022;Ended
Dr Tariq Mahmood;Partner Member (primary medical services);Hollin Bank Surgery - GP partner;Financial;Direct;01/08/2011;ongoing;02/11/2022;Leave as required
Dr Tariq Mahmood;Partner Member (primary medical services);GP trainer, postgraduate deanery;Non-financial professional;Direct;2016;ongoing;02/11/2022;None needed
Rev. Jonas Peake;Healthwatch Fellwater;Nil;;;;;15/11/2022;
Siân Prosser-Lloyd;Non-Executive Member, Vice-Chair;Fellwater Young Carers - befriending volunteer (unpaid);Non-financial personal;Direct;Sept 2020;ongoing;03/11/2022;Declare
Siân Prosser-Lloyd;Non-Executive Member, Vice-Chair;Tarnside Primary School - governor;Non-financial professional;Direct;2018;ongoing;03/11/2022;None needed
Cllr Edith Sowerby;Partner Member (local authorities);Fellwater Council - elected member (allowance);Financial;Direct;05/05/2016;ongoing;18/11/2022;Declare
Cllr Edith Sowerby;Partner Member (local authorities);Weir Lane Surgery - registered patient;Non-financial personal;Direct;1988;ongoing;18/11/2022;None needed
Dr Bronagh Sweeney;PCN Clinical Director representative;Cragdale Practice - GP partner;Financial;Direct;01/10/2013;ongoing;08/11/2022;Leave as required
Dr Bronagh Sweeney;PCN Clinical Director representative;Upper Fell PCN - Clinical Director (paid);Financial;Direct;01/07/2021;ongoing;08/11/2022;Leave as required
Priscilla Thornber;Non-Executive Member (Audit Chair);Weir Lane Pharmacy Ltd - brother owns the shop;Financial;Indirect;2009;ongoing;01/11/2022;Declare for pharmacy items
Priscilla Thornber;Non-Executive Member (Audit Chair);Scar View Practice - a close friend is a GP partner;Financial;Indirect;2014;ongoing;01/11/2022;Declare; Chair decides
Colin Whitelock;Practice Manager representative;Mill Fold Medical Group - practice manager;Financial;Direct;11/01/2016;ongoing;14/11/2022;Leave as required
Lukasz Zielinski;Executive Director of Finance;Cragdale Practice - wife is employed as practice nurse;Financial;Indirect;April 2017;ongoing;03/11/2022;Declare; Chair decides
Lukasz Zielinski;Executive Director of Finance;Harrier Lane Advisory Ltd - shares kept from former employment;Financial;Direct;2012;ongoing;03/11/2022;Takes no part in buying from the company
Philippa Garstang;Deputy Director of Finance;Nil return;;;;;24/08/2023;
Note: Invented sample data: no real person or organisation.;;;;;;;;
""".replace("Declare; Chair decides", '"Declare; Chair decides"')

JULY_AGENDA = """
NHS FELLWATER INTEGRATED CARE BOARD
Primary Care Commissioning Committee - meeting held in public
Wednesday 12 July 2023, 9.30am to 12 noon
Seminar Room 2, Tarnside House

AGENDA

1.  Welcome, apologies and confirmation of quorum
    Lead: Chair                Purpose: -             Verbal

2.  Declarations of interest
    Lead: Chair                Purpose: Note          Paper 1

3.  Minutes of the meeting held on 10 May 2023 and matters arising
    Lead: Chair                Purpose: Approve       Paper 2

4.  Beckside Health Centre: procurement of the APMS contract - preferred option
    Lead: Gwen Harker          Purpose: Decision      Paper 3
    The caretaking contract with Rowan Gate Primary Care Ltd ends on 31 March 2024. Options are a direct award
    to the company or an open procurement.

5.  Weir Lane Surgery: closure of the Sallow Bridge branch surgery
    Lead: Gwen Harker          Purpose: Decision      Paper 4

6.  Thwaite Street Surgery: rent review (landlord: Tarn Properties LLP)
    Lead: Imran Shackleton     Purpose: Decision      Paper 5

7.  Fellwater Quality Contract 2023/24: local incentive scheme payment bands
    Lead: Gwen Harker          Purpose: Decision      Paper 6

8.  Primary care finance report, month 2
    Lead: Łukasz Zieliński     Purpose: Note          Paper 7

9.  Any other business and date of next meeting
    Lead: Chair                Purpose: -             Verbal

Invented sample data: no real person or organisation.
"""

JULY_MINUTES: tuple[str | list[list[str]], ...] = (
    """
# NHS Fellwater Integrated Care Board

# Primary Care Commissioning Committee

Minutes of the meeting held in public on Wednesday 12 July 2023, 9.30am, Seminar Room 2, Tarnside House

Ratified at the meeting on 13 September 2023

# Members present
""",
    [
        ["Name", "Role"],
        ["Desmond Ackroyd", "Non-Executive Member (Chair)"],
        ["Siân Prosser-Lloyd", "Non-Executive Member (Vice-Chair)"],
        ["Priscilla Thornber", "Non-Executive Member (Audit Chair)"],
        ["Łukasz Zieliński", "Executive Director of Finance"],
        ["Dr Moira Kettlewell", "Executive Medical Director"],
        ["Yvonne Braddock", "Executive Director of Nursing"],
        ["Dr Tariq Mahmood", "Partner Member (primary medical services)"],
        ["Cllr Edith Sowerby", "Partner Member (local authorities)"],
        ["Dr Bronagh Sweeney", "PCN Clinical Director representative (non-voting)"],
        ["Colin Whitelock", "Practice Manager representative (non-voting)"],
        ["Rev. Jonas Peake", "Healthwatch Fellwater (non-voting)"],
    ],
    """
# In attendance

Gwen Harker, Head of Primary Care

Imran Shackleton, Estates Manager

Tess Wolstencroft, Corporate Governance Officer (minutes)

# Apologies

Hannah Lofthouse, Partner Member (NHS trusts); Amrit Bassi, Local Dental Committee

# Declarations of interest
""",
    [
        ["Name", "Agenda item", "Interest declared", "Action agreed"],
        [
            "Desmond Ackroyd",
            "4",
            "Son is employed by Rowan Gate Primary Care Ltd",
            "To leave; Vice-Chair to take the item",
        ],
        ["Colin Whitelock", "4", "Practice manager at Mill Fold Medical Group, a neighbouring practice", "To leave"],
        ["Cllr Edith Sowerby", "5", "Registered patient of Weir Lane Surgery", "Noted, may take a full part"],
        ["All partner members", "7", "As providers of general practice, where that applies", "To leave for the item"],
        ["Dr Bronagh Sweeney", "7", "GP partner, Cragdale Practice", "See item 7"],
        ["Colin Whitelock", "7", "Practice manager, Mill Fold Medical Group", "See item 7"],
        ["Łukasz Zieliński", "7", "Wife is a practice nurse at Cragdale Practice", "Noted, may take a full part"],
        ["Priscilla Thornber", "7", "A close friend is a partner at Scar View Practice", "Noted, may take a full part"],
    ],
    "# Minutes",
    [
        ["Item", "Discussion", "Action"],
        [
            "1",
            """Welcome, apologies and confirmation of quorum

            Mr Ackroyd opened the meeting. Eight voting members were present and the meeting was quorate.""",
            "",
        ],
        [
            "2",
            """Declarations of interest

            The Chair reminded everyone of the need to declare any interest in the business on the agenda and to say so at once
            if a conflict became apparent later. The declarations made are in the table above.""",
            "",
        ],
        [
            "3",
            """Minutes of the meeting held on 10 May 2023 and matters arising

            Agreed as a true record. There were no matters arising.""",
            "TW to publish",
        ],
        [
            "4",
            """Beckside Health Centre: procurement of the APMS contract - preferred option

            Mr Ackroyd handed over to Ms Prosser-Lloyd, who took the chair for this item. Mr Ackroyd and Mr Whitelock left the
            room.

            Mrs Harker set out the two options. The neighbouring practices, Mill Fold Medical Group and Lowgill Medical Centre,
            had said that they could not absorb the list of 5,200. Mr Zieliński was satisfied with the cost of running a
            procurement.

            Resolved: that an open procurement be the preferred option and that it start in September.

            Mr Ackroyd and Mr Whitelock came back and Mr Ackroyd resumed the chair.""",
            "GH to publish the notice",
        ],
        [
            "5",
            """Weir Lane Surgery: closure of the Sallow Bridge branch surgery

            Mrs Harker said that the branch was open for six hours a week and had no disabled access. Hollin Bank Surgery is the
            nearest other practice and expects to register about 400 of the patients. Dr Mahmood declared that he is a partner
            at Hollin Bank Surgery and said that he would withdraw before the decision was taken.

            Cllr Sowerby, who is a patient, asked about the bus service; the stop is being moved.

            Resolved: that the closure be approved from 31 October 2023.""",
            "GH to write to patients",
        ],
        [
            "6",
            """Thwaite Street Surgery: rent review (landlord: Tarn Properties LLP)

            Mr Shackleton reported the District Valuer's figure of £61,500 a year, an increase of £4,250. Dr Kettlewell asked
            whether the landlord would renew the boiler. It was confirmed that this was part of the settlement.

            Resolved: that the new rent be approved from 1 April 2023.""",
            "IS to confirm",
        ],
        [
            "7",
            """Fellwater Quality Contract 2023/24: local incentive scheme payment bands

            All partner members declared an interest and left the meeting for this item.

            The Chair asked Mr Whitelock to stay for the discussion, because nobody else in the room could explain how recalls
            are coded; he left before the decision. Dr Sweeney stayed in the room but took no part in the decision.

            Mrs Harker recommended that the top band be cut from 95 to 90 per cent. Mrs Braddock supported this, since some
            patients will always decline.

            Resolved: that the bands be approved as recommended. Those who had left returned.""",
            "GH to issue",
        ],
        [
            "8",
            """Primary care finance report, month 2

            Mr Zieliński reported a forecast of break-even. The report was noted.""",
            "",
        ],
        [
            "9",
            """Any other business and date of next meeting

            None. Next meeting: Wednesday 13 September 2023.""",
            "",
        ],
    ],
)

SEPTEMBER_AGENDA = """
NHS Fellwater ICB
PRIMARY CARE COMMISSIONING COMMITTEE
Wednesday 13 September 2023 – 9.30 am – Tarnside House and by video link

AGENDA

1   Apologies and quorum (Chair)
2   Declarations of interest (Chair) – to note – Paper 1
3   Minutes of 12 July 2023 (Chair) – for approval – Paper 2
4   Special Allocation Scheme: extension of the contract with Cragdale Practice to March 2025 (Gwen Harker) – for decision – Paper 3
5   Upper Fell PCN estates plan: funding for two clinical rooms (Imran Shackleton) – for decision – Paper 4
6   Dental access: award of additional units of dental activity to Bassi Dental Care Ltd (Shabnam Ives) – for decision – Paper 5
7   Discretionary payments policy: reimbursement of locum costs for sickness and parental leave (Gwen Harker) – for approval – Paper 6
8   Primary care quality report (Yvonne Braddock) – for information – Paper 7
9   Fellwater Young Carers: grant 2023/24 (Siân Prosser-Lloyd and Gwen Harker) – for approval – Paper 8
10  Any other business (Chair)

Invented sample data: no real person or organisation.
"""

SEPTEMBER_MINUTES = """
NHS FELLWATER INTEGRATED CARE BOARD

PRIMARY CARE COMMISSIONING COMMITTEE

DRAFT minutes of the meeting held on Wednesday 13 September 2023 at 9.30am, Tarnside House and by video link

PRESENT

Mr Desmond Ackroyd        Non-Executive Member, Chair
Ms Siân Prosser-Lloyd     Non-Executive Member, Vice-Chair
Ms Priscilla Thornber     Non-Executive Member, Audit Chair
Dr Moira Kettlewell       Executive Medical Director
Mrs Yvonne Braddock       Executive Director of Nursing
Dr Tariq Mahmood          Partner Member (primary medical services)
Ms Hannah Lofthouse       Partner Member (NHS trusts)
Mrs Philippa Garstang     Deputy Director of Finance, deputising for Łukasz Zieliński
Dr Bronagh Sweeney        PCN Clinical Director representative (non-voting)
Mr Colin Whitelock        Practice Manager representative (non-voting)
Mr Amrit Bassi            Local Dental Committee (non-voting)
Rev. Jonas Peake          Healthwatch Fellwater (non-voting)

IN ATTENDANCE

Mrs Gwen Harker           Head of Primary Care
Mr Imran Shackleton       Estates Manager
Ms Shabnam Ives           Dental Commissioning Manager
Ms Tess Wolstencroft      Corporate Governance Officer (minutes)

APOLOGIES

Mr Łukasz Zieliński, Executive Director of Finance
Cllr Edith Sowerby, Partner Member (local authorities)

1   APOLOGIES AND QUORUM

Apologies were noted as above. Mrs Garstang attended as deputy for Mr Zieliński, with his vote, and had nothing to
declare. The Chair confirmed that the meeting was quorate.

2   DECLARATIONS OF INTEREST

Members were reminded that an interest should be declared even where it is already on the register, and that anyone
in doubt should ask the governance team before the meeting.

The following were declared:

Item 4   Dr Sweeney, partner at Cragdale Practice
Item 5   Dr Mahmood, partner at Hollin Bank Surgery; Dr Sweeney, Clinical Director of Upper Fell PCN
Item 6   Mr Bassi, owner of Bassi Dental Care Ltd
Item 7   Dr Mahmood, Dr Sweeney and Mr Whitelock, who work in practices; Mrs Braddock, whose sister is a partner at Old
         Dairy Surgery; Ms Thornber, whose close friend is a partner at Scar View Practice. The Chair noted the last two.
Item 9   Ms Prosser-Lloyd, who is a volunteer with Fellwater Young Carers. The Chair noted this.

3   MINUTES OF 12 JULY 2023

Approved.

4   SPECIAL ALLOCATION SCHEME: EXTENSION OF THE CONTRACT WITH CRAGDALE PRACTICE TO MARCH 2025

Dr Sweeney had not received Paper 3 and left the meeting for this item.

Mrs Harker said that 23 patients were on the scheme and that no other practice had come forward. Mrs Garstang confirmed
the price.

The extension was APPROVED. Dr Sweeney returned.

5   UPPER FELL PCN ESTATES PLAN: FUNDING FOR TWO CLINICAL ROOMS

Dr Sweeney left the meeting for the whole item.

Mr Shackleton showed the drawings. Dr Mahmood spoke in favour and described the pressure on rooms at the moment. He then
left before the decision was taken.

The funding of £118,000 was APPROVED. Dr Mahmood and Dr Sweeney came back in.

6   DENTAL ACCESS: AWARD OF ADDITIONAL UNITS OF DENTAL ACTIVITY TO BASSI DENTAL CARE LTD

Mr Bassi left the meeting. He had not been sent Paper 5.

Ms Ives said that three dental providers had been asked and one had offered evening sessions. Dr Mahmood was glad that
toothache would stop filling GP appointments. The award was APPROVED.

Mr Bassi returned.

7   DISCRETIONARY PAYMENTS POLICY: REIMBURSEMENT OF LOCUM COSTS FOR SICKNESS AND PARENTAL LEAVE

Dr Mahmood, Dr Sweeney and Mr Whitelock left the meeting for this item.

Mrs Harker explained the new weekly ceilings, which apply to every practice. Ms Lofthouse asked about adoption leave,
which is covered.

The policy was APPROVED. Dr Mahmood, Dr Sweeney and Mr Whitelock returned.

8   PRIMARY CARE QUALITY REPORT

Mrs Braddock took the report as read. Mr Peake declared himself pleased with the rise in patient survey scores. NOTED.

9   FELLWATER YOUNG CARERS: GRANT 2023/24

Ms Prosser-Lloyd introduced the paper with Mrs Harker and described the weekend respite programme. Members agreed
unanimously to APPROVE the grant of £27,500.

10  ANY OTHER BUSINESS

None. The next meeting is on Wednesday 8 November 2023.

Invented sample data: no real person or organisation.
"""

NOVEMBER_AGENDA = """
NHS FELLWATER INTEGRATED CARE BOARD
Primary Care Commissioning Committee
Wednesday 8 November 2023 at 9.30am, Tarnside House

AGENDA

1.  Welcome and apologies
    Chair

2.  Declarations of interest
    Chair / to note / Paper 1

3.  Minutes of the meeting held on 13 September 2023
    Chair / to approve / Paper 2

4.  Old Dairy Surgery: application to change the practice boundary
    Gwen Harker / to approve / Paper 3
    Mill Fold Medical Group, as the neighbouring practice, has objected.

5.  Lowgill Medical Centre and Scar View Practice: proposed merger
    Gwen Harker / to approve / Paper 4

6.  Appointment of Harrier Lane Advisory Ltd: consultancy support for the estates strategy
    Imran Shackleton / to approve / Paper 5

7.  Primary care finance report, month 6
    Łukasz Zieliński / to note / Paper 6

8.  Any other business

Invented sample data: no real person or organisation.
"""

NOVEMBER_ATTENDANCE = """
Name,Expected (yes/no),Deputy,Papers withheld
Desmond Ackroyd,yes,,
Siân Prosser-Lloyd,yes,,
Priscilla Thornber,yes,,
Łukasz Zieliński,yes,,Paper 5
Dr Moira Kettlewell,yes,,
Yvonne Braddock,yes,,
Dr Tariq Mahmood,yes,,
Cllr Edith Sowerby,no,,
Hannah Lofthouse,yes,,
Dr Bronagh Sweeney,yes,,
Colin Whitelock,yes,,
Amrit Bassi,yes,,
Rev. Jonas Peake,yes,,
Note: Invented sample data: no real person or organisation.,,,
"""
