"""Words of common use in registers and minutes: by them a broken word is told from two that stand side by side."""

from __future__ import annotations

_SMALL = """
a act all an and any are as at be but by can ccg co day did do dr due end etc few for from gp had has he her him his
how i icb if in is it its led ltd man may me men mr mrs ms my new nhs no non nor not of off on one or our out own
pcn per plc see set she six so st tba ten the to too two up us use via was way we who yes yet you
"""
_BEFORE_HYPHENS = """
anti bi co cross de decision evidence ex extra face five follow four full half hand high inter intra joint key lay
lead long low macro micro mid mini multi non on one out over pan part patient per post pre pro quasi re self semi
short single six sub sun third three two ultra under up vice well wide year
"""
_USUAL = """
able about above academic access accountable action actions active additional administrator advice adviser advisory
affected after agenda agreed allied also annual another applicable appointment area areas arrangements asked
associate association attend attended away based because become before being below beneficial benefit benefits
between bid bidding board body both branch brother building business capacity care case chair chairman chairperson
change charity children civil client clinical close colleague college commissioner commissioning committee community
company confidential conflict conflicts consultancy consultant contract contractor contracts council councillor
county course current daughter days dealt declaration declarations declared dental dentist department deputy
description details development director directorship directorships discussed discussion district doctor does done
during each education elected employed employee employer employment ensure estate event every excluded executive
external facilitator family father federation fees financial financially first forum foundation four free friend
friends full fund funded funding further general gift give given going governance governing grant group groups hall
have having head health healthcare held help here herself himself holds home honorary hospice hospital hours house
housing husband including income independent indirect individual information interest interests investment involved
involving issue issues item items joined joint known late lead leads learning leave leaves lecturer left legal
length level limb limited line link list local locum made main maintain make making manage managed management
manager managing many matter matters medical medicine meeting meetings member membership mental midwife minutes
mitigate mitigating mitigation month monthly months more most mother name named near need needed network none note
noted nurse nursing occasional occasionally offered office officer once only organisation organisations other others
outside over ownership paid paper papers parent part participate parties partner partnership party past patient
patients payment pecuniary performer person personal pharmaceutical pharmacist pharmacy physiotherapist
physiotherapy planning policy position possible post practice practitioner premises prescribing present previous
previously primary private professional professionally programme project provider providers provision public quality
quarter quarterly received receives recorded register related relating relationship relative relevant remain
remuneration rent report representative required research resident responsibility review risk risks role room
salaried salary school secondary secretary sector self senior service services session sessions several share
shareholder shareholding shareholdings shares since sister site social some someone sometimes son speaker special
specialist sponsored spouse staff still stock student subject such supplier support surgery system take taken team
term than that their them there these they third this those three through time times town trade trading training
transformation treasurer treatment trust trustee under unit university unpaid until used value various vice visiting
voluntary volunteer vote want ward website week weekly well were when where which while wife will with within
without work worked worker working works would year yearly years young
"""

SMALL_WORDS = frozenset(_SMALL.split())
PREFIXES = frozenset(_BEFORE_HYPHENS.split())
USUAL_WORDS = frozenset(_USUAL.split())
