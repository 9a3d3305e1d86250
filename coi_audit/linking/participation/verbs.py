"""The verbs by which deeds at a meeting are told, by what they do, in every form that minutes write them in."""

from __future__ import annotations

from dataclasses import dataclass

# lemma: third person, past, participle, -ing. All others are put together by rule.
_IRREGULAR = """
be is/are was/were been being; have has had had having; do does did done doing; go goes went gone going
leave leaves left left leaving; withdraw withdraws withdrew withdrawn withdrawing; quit quits quit quit quitting
come comes came come coming; take takes took taken taking; get gets got got getting; hang hangs hung hung hanging
ring rings rang rung ringing; show shows showed shown showing; see sees saw seen seeing
send sends sent sent sending; lead leads led led leading; put puts put put putting
bring brings brought brought bringing; let lets let let letting; sit sits sat sat sitting
stand stands stood stood standing; keep keeps kept kept keeping; hold holds held held holding
spend spends spent spent spending; find finds found found finding; run runs ran run running
draw draws drew drawn drawing; make makes made made making; give gives gave given giving; say says said said saying
speak speaks spoke spoken speaking; forgo forgoes forwent/forewent forgone forgoing
withhold withholds withheld withheld withholding; forbear forbears forbore forborne forbearing
fall falls fell fallen falling; cast casts cast cast casting; rise rises rose risen rising
steer steers steered steered steering; shut shuts shut shut shutting; cut cuts cut cut cutting
break breaks broke broken breaking; drive drives drove driven driving; flee flees fled fled fleeing
tell tells told told telling; pay pays paid paid paying; partake partakes partook partaken partaking
hear hears heard heard hearing; think thinks thought thought thinking; feel feels felt felt feeling
rejoin rejoins rejoined rejoined rejoining; re-enter re-enters re-entered re-entered re-entering
undertake undertakes undertook undertaken undertaking; betake betakes betook betaken betaking
become becomes became become becoming; stride strides strode stridden striding
dial dials dialled/dialed dialled dialling; expel expels expelled expelled expelling
stay stays stayed stayed staying
"""
_DOUBLED = frozenset(["step", "drop", "log", "slip", "transfer", "nip", "bar", "pop", "admit", "readmit", "re-admit"])

# Going by itself: what follows is the meeting, a reason, a time or nothing.
GOING = """
leave withdraw exit depart vacate quit retire recuse absent excuse exclude remove release disconnect eject expel decamp
flee unseat
"""
# Moving, oneself or being moved: what follows says where to.
MOVING = """
go come move step get take drop log sign dial ring hang switch slip file head retreat usher escort show see send
lead put place transfer admit bring call let invite make relocate walk run pop nip duck bow pull back edge drift
wander troop hurry rush stride carry guide conduct direct accompany adjourn proceed shift steer repair turn
shepherd resort betake remove banish consign divert withdraw retire clear fall rise stay
"""
# Being somewhere, or being kept there.
BEING = """
be sit stand wait stay remain keep spend hold linger park seat station locate position settle find isolate accommodate
leave continue confine detain hover
"""
COMING = """
return rejoin re-join re-enter reenter reconnect readmit re-admit reappear restart re-emerge reemerge
"""
# Taking part in what is decided, which tells of keeping out of it where it is denied.
TAKING_PART = """
vote participate contribute join take decide raise cast express exercise speak comment engage partake intervene involve
influence share enter offer give put utter play form count ask call invite permit allow include bid
"""
# With "no part", "no view", "nothing": having, making, saying.
HAVING = (
    "have take play give make cast offer express exercise contribute voice utter say speak add volunteer put show pass"
)
ABSTAINING = "abstain refrain desist forbear"
FORGOING = "forgo waive relinquish surrender withhold decline yield cede renounce"
# Holding oneself off from the vote or the talk.
STANDING = """
sit stand step hold draw hang keep stay bow opt pull remain move push distance detach dissociate disassociate exempt
recuse remove withdraw exclude excuse absent steer shy back count
"""
# Being, or being treated, as one who has no vote.
REGARDED = """
be remain stay sit attend treat regard deem count record mark list note class classify consider rule minute
participate act fall keep become
"""
WATCHING = "listen watch observe follow look"
LIMITING = "limit confine restrict"


@dataclass(frozen=True, slots=True)
class Form:
    """One written form of a verb: `base` tells nothing by itself ("leave"), the others can tell a deed."""

    lemma: str
    base: bool
    ing: bool


def _regular(lemma: str) -> tuple[str, str, str]:
    """Third person, past and -ing of a verb that goes by rule."""
    if lemma.endswith("e"):
        return f"{lemma}s", f"{lemma}d", f"{lemma[:-1]}ing"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return f"{lemma[:-1]}ies", f"{lemma[:-1]}ied", f"{lemma}ing"
    stem = lemma + lemma[-1] if lemma in _DOUBLED else lemma
    return f"{lemma}{'es' if lemma.endswith(('s', 'sh', 'ch', 'x')) else 's'}", f"{stem}ed", f"{stem}ing"


def _table() -> dict[str, Form]:
    irregular = {
        one.split()[0]: one.split()[1:] for part in _IRREGULAR.splitlines() for one in part.split(";") if one.strip()
    }
    lemmas = " ".join(
        (
            GOING,
            MOVING,
            BEING,
            COMING,
            TAKING_PART,
            HAVING,
            ABSTAINING,
            FORGOING,
            STANDING,
            REGARDED,
            WATCHING,
            LIMITING,
        )
    )
    found: dict[str, Form] = {}
    for lemma in sorted(set(lemmas.split())):
        if lemma in irregular:
            third, past, participle, ing = (one.split("/") for one in irregular[lemma])
        else:
            third, past, ing = ([one] for one in _regular(lemma))
            participle = past
        for form in (*third, *past, *participle):
            found[form] = Form(lemma, base=False, ing=False)
        found.setdefault(lemma, Form(lemma, base=True, ing=False))
        for form in ing:
            found[form] = Form(lemma, base=False, ing=True)
    return found


FORMS = _table()
