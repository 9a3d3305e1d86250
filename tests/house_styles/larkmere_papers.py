# ruff: noqa: E501 - papers keep the lines they were written in
"""The words of the invented NHS Larkmere CCG: a London-style CCG, 2019-2020, with virtual meetings and a Part 2."""

from __future__ import annotations

from datetime import date

BODY = """\
# Invented sample data: no real person or organisation.
name: NHS Larkmere CCG
ods_code: 98X
kind: ccg
co_commissioning: delegated
guardian: Olwen Sefton
committees:
  - name: Governing Body
    kind: governing_body
    shared_interest_policy: no_vote
    quorum: {members: 6, must_include: [lay, executive]}
    members:
      - {name: Dr Shilpa Raman, role: gp, title: Clinical Chair, practice: Fountain Court Surgery, chair: true, voting: true}
      - {name: Leonard Pettifer, role: lay, title: Deputy Chair and Lay Member, vice_chair: true, voting: true}
      - {name: Olwen Sefton, role: lay, title: Lay Member for Audit and Governance, voting: true}
      - {name: Beverley Adeyemi-Stott, role: lay, title: Lay Member for Patient and Public Involvement, voting: true}
      - {name: Jonathan Wray, role: executive, title: Accountable Officer, voting: true}
      - {name: Rukhsana Ali, role: executive, title: Chief Finance Officer, voting: true}
      - {name: Ngozi Eze, role: nurse, title: Chief Nurse, voting: true, from: 2016-05-03}
      - {name: Dr Hamish Orr, role: secondary_care, title: Secondary Care Doctor, voting: true}
      - {name: Dr Callum Brody, role: gp, title: GP Member, practice: Alder Walk Surgery, voting: true}
      - {name: Dr Pia Lindgren, role: gp, title: GP Member, practice: Everley Practice, voting: true}
  - name: Primary Care Commissioning Committee
    kind: pccc
    shared_interest_policy: no_vote
    quorum: {members: 4, must_include: [lay, executive], lay_executive_majority: true}
    members:
      - {name: Beverley Adeyemi-Stott, role: lay, title: Lay Member for Patient and Public Involvement, chair: true, voting: true}
      - {name: Leonard Pettifer, role: lay, title: Lay Member, vice_chair: true, voting: true}
      - {name: Olwen Sefton, role: lay, title: Lay Member for Audit and Governance, voting: true}
      - {name: Rukhsana Ali, role: executive, title: Chief Finance Officer, voting: true}
      - {name: Marcus Fennimore, role: executive, title: Director of Primary Care, voting: true}
      - {name: Ngozi Eze, role: nurse, title: Chief Nurse, voting: true, from: 2016-05-03}
      - {name: Dr Hamish Orr, role: secondary_care, title: Secondary Care Doctor, voting: true}
      - {name: Dr Shilpa Raman, role: gp, title: Clinical Chair, practice: Fountain Court Surgery, voting: true}
      - {name: Dr Callum Brody, role: gp, title: GP Member, practice: Alder Walk Surgery, voting: false}
      - {name: Dr Pia Lindgren, role: gp, title: GP Member, practice: Everley Practice, voting: false}
      - {name: Joan Tolliver, role: practice_manager, title: Practice Manager Representative, practice: The Hollies Surgery, voting: false}
      - {name: Terence Oyelaran, role: healthwatch, title: Healthwatch Larkmere, voting: false}
      - {name: Dr Felix Mbeki, role: lmc, title: Larkmere LMC, voting: false}
organisations:
  - {name: Alder Walk Surgery, kind: practice, ods_code: Z98001}
  - {name: Bishop's Yard Medical Centre, kind: practice, ods_code: Z98002, aliases: [Bishops Yard]}
  - {name: Canal Side Medical Practice, kind: practice, ods_code: Z98003}
  - {name: Dunfield Road Surgery, kind: practice, ods_code: Z98004}
  - {name: Everley Practice, kind: practice, ods_code: Z98005}
  - {name: Fountain Court Surgery, kind: practice, ods_code: Z98006}
  - {name: Granary Wharf Medical Centre, kind: practice, ods_code: Z98007}
  - {name: The Hollies Surgery, kind: practice, ods_code: Z98008}
  - {name: Ironmonger Lane Surgery, kind: practice, ods_code: Z98009}
  - {name: Jubilee Mews Practice, kind: practice, ods_code: Z98010}
  - {name: Kestrel Practice, kind: practice, ods_code: Z98011}
  - name: Larkmere North PCN
    kind: pcn
    members: [Alder Walk Surgery, Bishop's Yard Medical Centre, Canal Side Medical Practice, Dunfield Road Surgery]
  - name: Larkmere South PCN
    kind: pcn
    members: [Everley Practice, Fountain Court Surgery, Granary Wharf Medical Centre, The Hollies Surgery]
  - name: Riverside PCN
    kind: pcn
    members: [Ironmonger Lane Surgery, Jubilee Mews Practice, Kestrel Practice]
  - name: Larkmere GP Federation Ltd
    kind: federation
    aliases: [Larkmere GP Federation]
    members: [Alder Walk Surgery, Bishop's Yard Medical Centre, Canal Side Medical Practice, Dunfield Road Surgery,
              Everley Practice, Fountain Court Surgery]
  - {name: Larkmere Carers Link, kind: charity}
  - {name: Penrose Digital Health Ltd, kind: company}
  - {name: Penhallow Healthcare Ltd, kind: company}
"""

REGISTER_TITLE = "NHS Larkmere CCG - Register of Interests as at 12 June 2020"

FIN, PROF, PERS = "Financial", "Non-financial professional", "Non-financial personal"
LEAVES = "Leaves the meeting when relevant"

REGISTER: list[list[str | date | None]] = [
    ["Surname", "Forename", "Position held", "Organisation", "Nature of interest", "Type", "Direct/Indirect", "Start",
     "End", "Date declared", "Mitigating action"],
    ["Adeyemi-Stott", "Beverley", "Lay Member (PPI); Chair of PCCC", "Larkmere Carers Link", "Trustee", PERS, "Direct",
     date(2015, 9, 1), "Current", date(2019, 4, 9), "To declare at meetings as they arise"],
    ["Adeyemi-Stott", "Beverley", "Lay Member (PPI); Chair of PCCC", "Self-employed",
     "Equality and diversity trainer. No NHS clients.", FIN, "Direct", "2011", "Current", date(2019, 4, 9), "None needed"],
    ["Ali", "Rukhsana", "Chief Finance Officer", "Penrose Digital Health Ltd", "Shareholder (2,000 ordinary shares)", FIN,
     "Direct", date(2019, 12, 2), None, date(2019, 12, 11), "Takes no part in any business with the company"],
    ["Ali", "Rukhsana", "Chief Finance Officer", "Southbourne Carers Centre", "Sister is a volunteer there", PERS,
     "Indirect", "March 2018", "ongoing", date(2019, 4, 2), "None at present"],
    ["Brody", "Dr Callum", "GP Member", "Alder Walk Surgery", "GP partner", FIN, "Direct", date(2012, 8, 1), "Current",
     date(2019, 4, 11), LEAVES],
    [None, None, None, "Larkmere GP Federation Ltd", "Director (paid, two sessions a month)", FIN, "Direct",
     date(2018, 4, 1), "Current", date(2019, 4, 11), LEAVES],
    [None, None, None, "Penrose Digital Health Ltd", "Paid clinical adviser", FIN, "Direct", date(2018, 10, 1),
     date(2020, 3, 31), date(2019, 4, 11), LEAVES],
    ["Eze", "Ngozi", "Chief Nurse", "Penhallow Healthcare Ltd", "Husband is employed as operations lead", FIN, "Indirect",
     date(2019, 11, 4), "Current", date(2020, 5, 28), "To be agreed with the Guardian"],
    ["Eze", "Ngozi", "Chief Nurse", "Royal College of Nursing", "Member", PROF, "Direct", "1998", "Current",
     date(2019, 4, 3), "None needed"],
    ["Fennimore", "Marcus", "Director of Primary Care", "Bishop's Yard Medical Centre",
     "Wife will take up post as practice manager", FIN, "Indirect", date(2020, 9, 1), None, date(2020, 6, 8),
     "Will not handle the practice's contract from that date"],
    ["Lindgren", "Dr Pia", "GP Member", "Everley Practice", "Salaried GP", FIN, "Direct", "01.09.2014", "Current",
     date(2019, 4, 25), LEAVES],
    ["Lindgren", "Dr Pia", "GP Member", "Larkmere South PCN", "Clinical Director (paid, one day a week)", FIN, "Direct",
     date(2019, 7, 1), "Current", date(2019, 7, 9), LEAVES],
    ["Lindgren", "Dr Pia", "GP Member", "Dunfield Road Medical Practice, Hexworth",
     "Husband is a GP partner. The practice is in Hexworth CCG, outside Larkmere.", FIN, "Indirect", "June 2016",
     "Current", date(2019, 4, 25), "None needed"],
    ["Mbeki", "Dr Felix", "LMC representative, PCCC", "Ironmonger Lane Surgery", "GP Partner", FIN, "Direct", "2005",
     "Current", date(2019, 5, 2), LEAVES],
    ["Mbeki", "Dr Felix", "LMC representative, PCCC", "Larkmere LMC", "Vice Chair", PROF, "Direct", date(2017, 1, 1),
     "Current", date(2019, 5, 2), "None needed"],
    ["Orr", "Dr Hamish", "Secondary Care Doctor", "Eastholm Hospitals NHS Foundation Trust",
     "Consultant physician (not a provider to the CCG)", FIN, "Direct", date(2008, 2, 1), "Current", date(2019, 4, 15),
     "To declare as required"],
    ["Oyelaran", "Terence", "Healthwatch Larkmere", "Nil", "Nil", "N/A", "N/A", None, None, date(2019, 4, 30), "N/A"],
    ["Pettifer", "Leonard", "Lay Member; Deputy Chair", "Granary Wharf Medical Centre",
     "Daughter is employed as a practice nurse", FIN, "Indirect", "Sept 2017", "Current", date(2019, 4, 4),
     "To declare; Chair to decide"],
    ["Pettifer", "Leonard", "Lay Member; Deputy Chair", "Larkmere and District Credit Union", "Chair of the board", PROF,
     "Direct", date(2013, 5, 20), "Current", date(2019, 4, 4), "None needed"],
    ["Raman", "Dr Shilpa", "Clinical Chair", "Fountain Court Surgery", "GP partner and part-owner of the surgery building",
     FIN, "Direct", "April 2009", "Current", date(2019, 4, 8), LEAVES],
    ["Raman", "Dr Shilpa", "Clinical Chair", "Larkmere GP Federation Ltd",
     "My practice is a member of the federation (one share, held by the practice)", FIN, "Direct", date(2016, 2, 1),
     "Current", date(2019, 4, 8), LEAVES],
    ["Sefton", "Olwen", "Lay Member (Audit), COI Guardian", "Canal Side Medical Practice", "Registered patient", PERS,
     "Direct", "1994", "Current", date(2019, 4, 2), "None needed"],
    ["Sefton", "Olwen", "Lay Member (Audit), COI Guardian", "Larkmere GP Federation Ltd",
     "Husband was employed as finance manager", FIN, "Indirect", date(2016, 2, 1), date(2018, 6, 30), date(2019, 4, 2),
     "None - ended"],
    ["Tolliver", "Joan", "Practice Manager representative, PCCC", "The Hollies Surgery", "Practice manager (employed)", FIN,
     "Direct", date(2018, 4, 1), "Current", date(2019, 4, 17), LEAVES],
    ["Tolliver", "Joan", "Practice Manager representative, PCCC", "Canal Side Medical Practice", "Reception manager", FIN,
     "Direct", "May 2010", date(2018, 3, 31), date(2019, 4, 17), "None - ended"],
    ["Wray", "Jonathan", "Accountable Officer", "None", "Nil return", "N/A", "N/A", None, None, date(2019, 4, 1), "N/A"],
]  # fmt: skip

BOARD_AGENDA = """
# NHS Larkmere Clinical Commissioning Group

# Governing Body - meeting in public

Wednesday 16 October 2019, 2.00pm to 4.30pm

Council Chamber, Larkmere Town Hall

# AGENDA

1.|Welcome, introductions and apologies|Chair||Verbal

2.|Declarations of interest|Chair|To note|Enc. A

3.|Minutes of the meeting held on 11 September 2019 and action log|Chair|For approval|Enc. B

4.|Accountable Officer's report|J Wray|To note|Verbal

5.|Extended access hubs 2020/21: contract award to Larkmere GP Federation Ltd|M Fennimore|For approval|Enc. C

6.|Larkmere Carers Link: grant for 2019/20|N Eze|For approval|Enc. D

7.|Finance report, month 5 (including delegated primary care)|R Ali|To note|Enc. E

8.|Remuneration of lay members from 1 April 2020|J Wray|For approval|Enc. F

9.|Questions from members of the public|Chair||Verbal

10.|Any other business and date of next meeting|Chair||Verbal
"""

BOARD_MINUTES = """
# NHS Larkmere Clinical Commissioning Group

# Minutes of the Governing Body meeting held in public on Wednesday 16 October 2019, 2.00pm, Council Chamber, Larkmere
Town Hall

APPROVED MINUTES

# Present:

Dr Shilpa Raman (SR), Clinical Chair (Chair)

Leonard Pettifer (LP), Lay Member and Deputy Chair

Olwen Sefton (OS), Lay Member for Audit and Governance

Beverley Adeyemi-Stott (BAS), Lay Member for Patient and Public Involvement

Jonathan Wray (JW), Accountable Officer

Rukhsana Ali (RA), Chief Finance Officer

Ngozi Eze (NE), Chief Nurse

Dr Hamish Orr (HO), Secondary Care Doctor

Dr Callum Brody (CB), GP Member, Alder Walk Surgery

# In attendance:

Marcus Fennimore (MF), Director of Primary Care

Delroy Haines (DH), Governance Manager (minutes)

Two members of the public

# Apologies:

Dr Pia Lindgren (PL), GP Member

# 1. Welcome, introductions and apologies

SR opened the meeting at 2.02pm and welcomed members of the public. Apologies were received from PL. Nine of the ten
voting members were present and the meeting was quorate.

# 2. Declarations of interest

The Chair reminded members of their obligation to declare any interest they may have on any issue arising at Governing
Body meetings which might conflict with the business of the CCG. Declarations are listed in the Register of Interests,
which is on the CCG website.

The following declarations were made:

* SR - item 5, as a partner at Fountain Court Surgery, which is a member practice of the Federation.

* CB - item 5, as a paid director of Larkmere GP Federation and a partner at Alder Walk Surgery.

* BAS - item 6, as a trustee of Larkmere Carers Link.

* LP, OS and BAS - item 8, which is about their own remuneration.

# 3. Minutes of the meeting held on 11 September 2019 and action log

The minutes were agreed as a correct record. All actions were closed or on the agenda.

# 4. Accountable Officer's report

JW spoke about winter planning and thanked staff for their work on the flu campaign. HO asked about bed numbers and JW
will circulate the figures. The Governing Body NOTED the report.

# 5. Extended access hubs 2020/21: contract award to Larkmere GP Federation Ltd

SR handed the chair to LP for this item. SR and CB left the room at 2.25pm. DH confirmed that Enc. C had not been sent to
CB.

MF presented the outcome of the process. One bid had been received, from the Federation, and the panel had scored it at
78 per cent. RA confirmed that the price was inside the budget. OS asked how Saturday capacity would be checked; MF said
that it would be reported each month.

The Governing Body APPROVED the award of the contract for twelve months from 1 April 2020.

SR and CB came back at 2.50pm and SR resumed the chair.

# 6. Larkmere Carers Link: grant for 2019/20

NE asked for approval of a grant of £42,000. BAS had declared that she is a trustee. The Chair asked BAS to stay in the
room to answer questions, because no officer of the charity could attend that afternoon and members wanted the referral
numbers explained; she did not vote.

LP asked what would happen to the young carers' group without the grant. BAS said that it would close in December.

The Governing Body APPROVED the grant.

# 7. Finance report, month 5 (including delegated primary care)

RA said that the CCG remained on plan, with a small underspend on delegated primary care. The report was NOTED.

# 8. Remuneration of lay members from 1 April 2020

LP, OS and BAS left the room, as the paper concerned their own pay. JW presented the recommendation, a rise of 1.5 per
cent in line with staff.

The Governing Body AGREED the recommendation. LP, OS and BAS returned at 3.50pm.

# 9. Questions from members of the public

A resident asked about step-free access at the walk-in centre. JW will reply in writing.

# 10. Any other business and date of next meeting

There was no other business. The next meeting in public will be on Wednesday 11 December 2019 at 2.00pm.
"""

MAY_AGENDA = """
# NHS Larkmere Clinical Commissioning Group

# Primary Care Commissioning Committee

# Part 1 - meeting in public, held by Microsoft Teams

Wednesday 20 May 2020, 10.00am - 12.00 noon

# AGENDA

+ Welcome and apologies|BAS|Verbal

+ Declarations of interest|All|To note|Enc. 1

+ Minutes of the meeting held on 18 March 2020|BAS|For approval|Enc. 2

+ Covid-19: update on general practice|MF|To note|Verbal

+ Local Incentive Scheme 2020/21|MF|For approval|Enc. 3

+ Canal Side Medical Practice and Dunfield Road Surgery: application to merge|MF|For approval|Enc. 4

+ Ironmonger Lane Surgery: application to close the patient list for six months|HA|For approval|Enc. 5

The neighbouring practices (The Hollies Surgery, Jubilee Mews Practice and Kestrel Practice) have been asked for their
views, which are at Appendix B.

+ Larkmere South PCN: additional roles plan and funding 2020/21|PL / HA|For approval|Enc. 6

+ GP IT: laptop refresh for remote working|RA|For approval|Enc. 7

+ Primary care finance report, month 12|RA|To note|Enc. 8

+ Any other business|All|Verbal

+ Date of next meeting: Wednesday 15 July 2020, 10.00am|BAS
"""

MAY_AGENDA_PART_2 = """
# NHS Larkmere Clinical Commissioning Group

# Primary Care Commissioning Committee

# Part 2 - CONFIDENTIAL

Wednesday 20 May 2020, 12.10pm, by Microsoft Teams

The Committee will be asked to agree that the press and public be excluded, publicity being prejudicial to the public
interest by reason of the confidential nature of the business.

13.|Declarations of interest in Part 2 items|All|To note|Verbal

14.|Granary Wharf Medical Centre: remedial notice following CQC inspection|HA|For approval|Enc. 9

15.|Kestrel Practice: direct award of a caretaking contract to Penhallow Healthcare Ltd|MF|For approval|Enc. 10

16.|Any other confidential business|All|Verbal
"""

MAY_MINUTES = """
# NHS Larkmere Clinical Commissioning Group

# Primary Care Commissioning Committee, Part 1

# Unconfirmed minutes of the meeting held on Wednesday 20 May 2020 at 10.00am by Microsoft Teams

# Present:

Beverley Adeyemi-Stott (BAS), Lay Member for Patient and Public Involvement (Chair)

Leonard Pettifer (LP), Lay Member (Vice Chair)

Olwen Sefton (OS), Lay Member for Audit and Governance

Rukhsana Ali (RA), Chief Finance Officer (from item 6)

Marcus Fennimore (MF), Director of Primary Care

Ngozi Eze (NE), Chief Nurse

Dr Shilpa Raman (SR), Clinical Chair

# Present, non-voting:

Dr Callum Brody (CB), GP Member

Dr Pia Lindgren (PL), GP Member

Joan Tolliver (JT), Practice Manager Representative

Dr Felix Mbeki (FM), Larkmere LMC

Terence Oyelaran (TO), Healthwatch Larkmere

# In attendance:

Hugh Amesbury (HA), Head of Primary Care Contracts

Delroy Haines (DH), Governance Manager (minutes)

# Apologies:

Dr Hamish Orr (HO), Secondary Care Doctor

# 1. Welcome and apologies

BAS welcomed everyone to the second virtual meeting and asked those not speaking to stay on mute. She explained that
anybody leaving for an item would be moved to the waiting room and brought back by DH. The meeting was quorate.

# 2. Declarations of interest

BAS reminded members that interests should be declared at the start of the meeting or as soon as they become apparent,
and that members with a conflict may be asked to leave the call. The register had been circulated as Enc. 1.

Members declared as follows:

* SR, CB, PL and FM, items 5 and 9, as GPs in Larkmere practices.

* JT, items 5 and 9, as the employed manager of The Hollies Surgery.

* LP, items 5, 8 and 9: his daughter is a practice nurse at Granary Wharf Medical Centre.

* OS, item 6: she is a registered patient of Canal Side Medical Practice.

* FM, item 7, as a partner in Ironmonger Lane Surgery, and JT, item 7, as manager of a neighbouring practice.

* SR and JT, item 8, as their practices are members of Larkmere South PCN; PL, item 8, as its Clinical Director.

The Chair's decision on each is recorded under the item.

# 3. Minutes of the meeting held on 18 March 2020

Agreed, subject to correcting the spelling of HA's name on page 3.

# 4. Covid-19: update on general practice

MF gave a verbal update. All practices were open, most of them with telephone triage, and two hot sites were running.
PPE supply was better than in April. TO reported that residents liked video appointments but that some older people had
given up trying. NOTED.

# 5. Local Incentive Scheme 2020/21

MF introduced the scheme, which would pay practices £4.10 a patient for work on diabetes, frailty and learning
disability checks.

The GPs and JT were invited to answer questions of fact. BAS ruled that they should take no part in the decision. SR, CB,
PL, FM and JT went on mute when the decision was taken and took no part in it. The Chair noted LP's interest and was
content for him to take a full part.

OS asked whether the frailty payment bought anything new; MF undertook to report on it in six months.

The Committee APPROVED the scheme.

# 6. Canal Side Medical Practice and Dunfield Road Surgery: application to merge

RA joined the call at 10.40am, before this item was taken.

OS's interest as a patient of Canal Side was noted and she took part as normal.

HA said that the two partnerships had shared a back office since last summer. There would be one contract and one list of
14,300 from 1 October 2020, and both sites would stay open. 212 patients had replied to the survey. CB asked whether the
PCN would need to change its agreement; HA said only the schedule of members.

The Committee APPROVED the merger.

# 7. Ironmonger Lane Surgery: application to close the patient list for six months

FM was moved to the waiting room for the whole of this item.

HA explained that two partners were shielding and a salaried doctor had resigned. The neighbouring practices had been
consulted. The Hollies Surgery and Kestrel Practice were worried about extra registrations; Jubilee Mews Practice had
not replied.

JT stayed on the call, on mute.

SR asked whether a cap on new registrations would do instead. HA thought not.

The Committee APPROVED the closure of the list until 30 November 2020. FM was brought back to the call.

# 8. Larkmere South PCN: additional roles plan and funding 2020/21

PL, as Clinical Director, introduced the plan for three pharmacists and a social prescribing link worker. She stayed on
the line for the rest of the item but took no part in the decision.

SR and JT spoke about supervision and room space, and both left the call before the decision. LP's interest was noted.

RA confirmed that the money was in the delegated budget.

The Committee APPROVED the plan. SR and JT rejoined.

# 9. GP IT: laptop refresh for remote working

RA asked the Committee to approve the replacement of 140 CCG-owned laptops; there would be no payment to practices. The
interests of the GPs, JT and LP were noted and all took part.

APPROVED.

# 10. Primary care finance report, month 12

RA reported break-even, subject to audit. NOTED.

# 11. Any other business

BAS thanked TO, who had chaired the residents' panel through April. MF said that a practice nurse well known to the
Committee had left the area after thirty years and asked that thanks be recorded.

# 12. Date of next meeting

Wednesday 15 July 2020, 10.00am, by Teams. CB, PL, JT, FM and TO left the call and Part 1 closed at 12.05pm.
"""

MAY_MINUTES_PART_2 = """
# NHS Larkmere Clinical Commissioning Group

# Primary Care Commissioning Committee, Part 2 - CONFIDENTIAL

# Unconfirmed minutes of the confidential part of the meeting held on Wednesday 20 May 2020 by Microsoft Teams

# Present:

Beverley Adeyemi-Stott (BAS), Lay Member for Patient and Public Involvement (Chair)

Leonard Pettifer (LP), Lay Member (Vice Chair)

Olwen Sefton (OS), Lay Member for Audit and Governance

Rukhsana Ali (RA), Chief Finance Officer

Marcus Fennimore (MF), Director of Primary Care

Ngozi Eze (NE), Chief Nurse

Dr Shilpa Raman (SR), Clinical Chair

# In attendance:

Hugh Amesbury (HA), Head of Primary Care Contracts

Delroy Haines (DH), Governance Manager (minutes)

# 13. Declarations of interest in Part 2 items

LP declared that his daughter works at Granary Wharf Medical Centre (item 14). NE declared that her husband is employed by
Penhallow Healthcare Ltd (item 15); she had realised this on reading the agenda and would send in a form.

# 14. Granary Wharf Medical Centre: remedial notice following CQC inspection

LP left the call. Enc. 9 had not been sent to him.

HA went through the report, which rated the practice as requires improvement, with breaches on recruitment checks and
emergency medicines. The Committee AGREED to issue a remedial notice and to ask for an action plan within 28 days.

LP rejoined the call.

# 15. Kestrel Practice: direct award of a caretaking contract to Penhallow Healthcare Ltd

NE left the call for the whole of this item.

MF said that the sole partner would retire on ill-health grounds on 30 June. Penhallow had run the practice's out-of-hours
cover and could start at once. The Committee AGREED a direct award for nine months, at the same price per patient.

NE rejoined.

# 16. Any other confidential business

None. The meeting closed at 12.45pm.
"""

JULY_AGENDA = """
# NHS Larkmere Clinical Commissioning Group

# Primary Care Commissioning Committee - Part 1 (in public, by Microsoft Teams)

Wednesday 15 July 2020, 10.00am

# AGENDA

1|Welcome and apologies|Chair||

2|Declarations of interest|All|To note|Enc. A

3|Minutes of the meeting held on 20 May 2020|Chair|For approval|Enc. B

4|Action log|Chair|To note|Enc. C

5|Fountain Court Surgery: application for an improvement grant|H Amesbury|For approval|Enc. D

6|Bishop's Yard Medical Centre: closure of the Tollgate Street branch surgery|H Amesbury|For approval|Enc. E

Alder Walk Surgery, 0.3 miles away, is the nearest practice and would expect to take about 900 of the patients.

7|Extension of the contract with Penrose Digital Health Ltd (online consultations) to March 2022|M Fennimore|For
approval|Enc. F

8|Locally commissioned services 2021/22: review of tariffs, emerging options|M Fennimore|For discussion|Enc. G

9|Primary care finance report, month 2|R Ali|To note|Enc. H

10|Any other business|All||
"""

JULY_ATTENDANCE = """
Name,Expected (yes/no),Deputy,Papers withheld
Beverley Adeyemi-Stott,Yes,,
Leonard Pettifer,Yes,,
Olwen Sefton,No - annual leave,,
Rukhsana Ali,Yes,,
Marcus Fennimore,Yes,,
Ngozi Eze,Yes,,
Dr Hamish Orr,Yes,,
Dr Shilpa Raman,Yes,,
Dr Callum Brody,Yes,,
Dr Pia Lindgren,Yes,,
Joan Tolliver,Yes,,
Terence Oyelaran,Yes,,
Dr Felix Mbeki,Yes,,
Note: Invented sample data: no real person or organisation.,,,
"""
