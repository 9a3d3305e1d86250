"""Words that tell a post, an organisation or a heading: no part of anybody's name, so a name ends where one begins."""

from __future__ import annotations

_WORDS = """
absent accountable accountant acting action actions administration administrator adviser advisor agenda agreement
all alliance also and annual any apologies apology appointed assistant associate assurance at attendance attendee
attendees attending audit auditor auditors board body boundary budget business cabinet care ccg ccgs centre ceo cfo
chair chairing chairman chairperson chief children clinic clinical clinician closing co-opted commissioner
commissioning committee communications communities community company confidential consultant contract contracting
contracts cooperative corporate council councillor county date decision declaration declarations delegated dental
dentist deputising deputy development digital director directors discussion district doctor draft elected engagement
england estates exclusion executive executives external facilitator federation finance financial for forward from
general governance governing governor gp group guest head health healthcare healthwatch hospital house icb in
independent informatics information integrated integration interest interests interim internal introduction
introductions involvement item items joint lane lay lead leader legal limited lmc local locality locum log ltd
manager managing matters medical medicine medicines meeting member members membership midwife minute minutes name
names neighbourhood network next nhs non non-executive non-voting notes nurse nursing observer observers of officer
officers operating operations optometrist other others outreach paediatrician part partner partners partnership
partnerships patient patients performance permanent personal pharmacist pharmacy place plan planning policy practice
practices present president previous primary principal private procurement programme project projects provider
public quality questions quorum reablement regional register registered relations report reports representative
representing resident resilience review risk road role salaried scribe secondary secretariat secretary section
senior service services session shadow social solicitor specialist staff standing statutory strategic strategy
street supervisor support surgeon surgery system systems taker taking team technology terms the title to
transformation treasurer trust trustee university update vacancy vacant vice vice-chair voluntary voting welcome
wellbeing worker workforce
"""
NO_NAME = frozenset(_WORDS.split())
