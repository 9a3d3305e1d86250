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
transformation treasurer trust trustee university update vacancy vacant venue via vice vice-chair voluntary voting
welcome wellbeing worker workforce
"""
NO_NAME = frozenset(_WORDS.split())

# Words of places that are surnames as well.
PLACE_ENDS = frozenset({"house", "lane", "place", "road", "street"})
# Words of posts that are surnames as well: only a title in front makes them one.
BOTH_NAME_AND_POST = frozenset({"doctor", "england", "guest", "head", "lay", "nurse", "senior"})

_BEGINS = """
abbey alder ash back bank baker beach beech birch bridge bridgend bright broad brook castle cathedral cedar central
chapel chestnut church clock college common corn corner cottage cross crown dock east eastern elm end factory farm
ferry field first fore forest front garden gate grange great green hawthorn hazel high hill holly king kings lake
lime little london long low lower main manor maple market marsh mary's meadow middle mill moor mount new north
northern oak old orchard orange palace parade parish park pine plum poplar port priory quay queen queens railway
ridge river rowan royal saint school sea second short silver south southern spring spruce square st station stone
sun sycamore the thames third tower town trinity union upper vale valley victoria view village walnut water well
west western white willow windmill wood woodland yew york
"""
# With these before it such a word is a street's or a building's, not somebody's.
PLACE_BEGINS = frozenset(_BEGINS.split())

_POSTS = """
accountable accountant acting administrator adviser advisor advocate analyst ao assistant associate attendee auditor
board business care ccg ceo cfo chair chairing chairman chairperson chairwoman charity chief clinic clinical clinician
co-opted cno commissioner commissioning committee consultant contracting convener coo coordinator co-ordinator council
councillor deputising deputy dentist director doctor england executive facilitator finance governance governing
governor gp guest head health healthcare healthwatch hospital icb interim lay lead leader lmc locum manager
medical member midwife minutes ned nhs nhse non-executive note nurse nursing observer officer optometrist paediatrician
partner patient pharmacist physician pcn practice practitioner president primary principal professor programme
public quality representative resident safeguarding salaried scribe secondary secretariat secretary social solicitor
specialist strategic supervisor surgeon surgery taker treasurer trainee transformation trust trustee vice vice-chair
volunteer voluntary
"""
# Words that tell a post or whom somebody comes from, and so speak for a person before them.
POST_WORDS = frozenset(_POSTS.split())
