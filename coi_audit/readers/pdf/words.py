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
able about above absence academic access accountable action actions active additional administration administrator
advice adviser advisory affected after agenda agreed allied allocation also anaesthetist annual another anticoagulation
apologies apologised appendix applicable application applications appointment approval approve approved area areas
arising arrangements asked associate association assurance attend attendance attended away based because become before
being below beneficial benefit benefits between bid bidding board body both boundaries boundary branch brother building
business capacity cardiologist cardiology care case chair chairman chairperson change charity chief children civil
client clinical close closure collaborative colleague college commissioned commissioner commissioning committee
communications community company confidential configuration confirmation conflict conflicts consultancy consultant
consultation contract contracting contractor contracts council councillor county course current daughter days dealt
decision decisions declaration declarations declared delegated dental dentist department deputising deputy
dermatologist dermatology description details development diagnostics digital direct directly director directorship
directorships discuss discussed discussion district doctor does done during each education elected employed employee
employer employment enclosed engagement enhanced ensure equality estate estates evaluation event every excluded
executive extension external facilitator family father federation fees finance financial financially first forum
foundation four framework free freelance friend friends full fund funded funding further general gift give given going
governance governing grant group groups gynaecologist hall have having head health healthcare healthwatch held help
here herself himself holds home honorary hospice hospital hours house housing husband impact improvement incentive
including income independent indirect individual information integrated interest interests introduction introductions
investment involved involving issue issues item items joined joint known late lead leads learning leave leaves lecturer
left legal length level limb limited line link list local locum made main maintain make making manage managed
management manager managers managing many matter matters medical medicine medicines meeting meetings member membership
mental merger mergers midwife midwifery minutes mitigate mitigating mitigation month monthly months more most mother
musculoskeletal name named near need needed neighbourhood network neurologist none note noted nurse nursing observer
observers occasional occasionally offered office officer once only operational ophthalmology optometrist organisation
organisations orthopaedics other others outside over ownership paediatrician paid paper papers paramedic parent part
participate parties partner partnership partnerships party past patient patients payment pecuniary performance
performer person personal pharmaceutical pharmacist pharmacy physician physiotherapist physiotherapy planning policy
position possible post practice practitioner premises prescribing present presented previous previously primary private
procurement professional professionally programme project provider providers provision psychiatry psychologist public
quality quarter quarterly quoracy quorum radiologist received receives recommendation recommendations recommended
recorded reduction register related relating relationship relative relevant remain remuneration rent report reports
representative required research resident resilience responsibility review risk risks role room safety salaried salary
scheme school secondary secretary sector self senior service services session sessions several share shareholder
shareholding shareholdings shares since sister site social some someone sometimes son speaker special specialist
specification sponsored spouse staff still stock strategic strategy student subject such summary supplier support
surgeon surgery sustainability system take taken team term than that their them there these they third this those three
through time times town trade trading training transformation treasurer treatment trust trustee under unit university
unpaid until update updates used value variation variations various verbal vice visiting voluntary volunteer vote want
ward website week weekly welcome well were when where which while wife will with within without work worked worker
workforce working works would year yearly years young
"""
_ENDINGS = """
ability able acy age aged ages aging ally ance ances ation ational ations ator ators bility ble cation cial cian
cians ction ctions dence dency ding ement ements ence ences ency ently erly ership ful gement gements hip ial
ibility ible ical ically ician icians ied ies ified ility ing ings ional ionally ions isation isations ised ising
ities itional itive ity ively ivity lity lly logist logy ment mental ments nal nance nces ncial ncy ness nings
nsible ntial ological ologist onal orial ously pment ration rship rships sation sed ship ships sible sing sion
sional sions ssional stration tary tation tative ted tial ting tion tional tioner tioners tions tive tment tments
tor tory ture ubility ular uring utical utive vely ver versity ving
"""

_LEADING = "and of the for to in at with by or a an from as on dr mr mrs ms prof & which who that"

LEADING_ON = frozenset(_LEADING.split())  # a line that ends with one goes on with the next
SMALL_WORDS = frozenset(_SMALL.split())
PREFIXES = frozenset(_BEFORE_HYPHENS.split())
USUAL_WORDS = frozenset(_USUAL.split())
ENDINGS = frozenset(_ENDINGS.split())
