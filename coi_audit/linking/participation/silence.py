"""Keeping out of the decision while in the room: not voting, taking no part, holding back, having no vote."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coi_audit.linking.participation.binding import Deed, done
from coi_audit.linking.participation.cast import Cast, Mention, Statement
from coi_audit.linking.participation.clauses import Clause
from coi_audit.linking.participation.verbs import (
    ABSTAINING,
    FORGOING,
    HAVING,
    LIMITING,
    REGARDED,
    STANDING,
    TAKING_PART,
    WATCHING,
)
from coi_audit.model.words import Role

VOTING = (
    r"(?:vot(?:e|es|ed|ing)|ballot|polls?|decisions?|decision-making|decision-taking|deciding|decide|determination|determining"
    r"|recommendations?|resolutions?|conclusions?|outcome|verdict|show of hands)"
)
_MATTER = (
    rf"(?:{VOTING}|part|participat\w+|involv\w+|contribut\w+|views?|opinions?|comment\w*|say|speak\w*|discussions?"
    r"|debates?|deliberat\w+|it|this|that|proceedings|further|voice|role|hand|matter|item|preference|judgement|remarks?"
    r"|thoughts?|questions?|exchanges|conversation|talk|business|word)"
)
_DET = (
    r"(?:in|to|of|on|at|any|an|a|the|this|that|its|his|her|their|either|active|further|formal|full|final|with|for|from|when"
    r"|taking|making|giving|expressing|offering|casting|himself|herself|themselves|whatever|all|up|right|use|cast|take|express"
    r"|give|offer|make|exercise|members|it came|came|‹\d+›'s)"
)
_TO_THE_MATTER = re.compile(rf"^(?:\s+{_DET}(?![\w'])|\s+‹\d+›'s?)*\s+(?:[\w-]+\s+)?{_MATTER}\b", re.IGNORECASE)
_NOTHING = re.compile(
    r"^\s+(?:no|neither|nor|not\s+an?y?|without\s+an?y?|hardly\s+any)\s+(?:[\w-]+\s+){0,2}?(?:votes?|say|part|voice|role|hand"
    r"|involvement|participation|contributions?|comments?|opinions?|views?|preference|remarks?|word|questions?|input"
    r"|sound|share|intervention|observations?|points?)\b",
    re.IGNORECASE,
)
_NO_SHARE = re.compile(  # "had no comment" is an answer, "had no vote" keeps out
    r"^\s+(?:no|neither|not\s+an?y?)\s+(?:[\w-]+\s+){0,2}?(?:votes?|say|part|voice|role|hand|involvement|participation|share)\b",
    re.IGNORECASE,
)
_NOTHING_AT_ALL = re.compile(
    r"^\s+(?:nothing|not\s+a\s+word|no\s+word|not\s+one\s+word)\b(?!\s+(?:but\s+praise|against|further\s+to\s+declare))",
    re.IGNORECASE,
)
_HELD_BACK = re.compile(
    r"^(?:\s+(?:himself|herself|themselves))?(?:\s+(?:entirely|completely|well|wholly|also|then))?"
    r"\s+(?:(?:out|back|away|aside|clear|apart|aloof|separate|off|free|down)\s+)?"
    r"(?:of|from|for|during|on|when|while|whilst|as)\s+(?:(?:the|any|this|that|all|both|a|its|taking|making|part|in|members"
    rf"|colleagues|others)\s+)*(?:(?!discuss|debat)\w+\s+)?(?:{VOTING}|voting|vote|voted|decided)\b",
    re.IGNORECASE,
)
_FROM_TALK = re.compile(
    r"^(?:\s+(?:himself|herself|themselves))?(?:\s+(?:entirely|completely|well|wholly))?"
    r"\s+(?:out|back|away|aside|clear|apart|aloof)\s+(?:of|from|during|in)\s+(?:(?:the|any|this|that|all|both|these)\s+)*"
    r"(?:\w+\s+)?(?:discussions?|debates?|deliberations?|conversation|exchanges|proceedings|it|matter|talk|questions)\b",
    re.IGNORECASE,
)
_BACK_SEAT = re.compile(
    r"^\s+(?:a|the)\s+back\s+seat\b|^\s+(?:a|the)\s+(?:silent|watching|listening|observing)\b", re.IGNORECASE
)
_FROM_TABLE = re.compile(
    r"^(?:\s+(?:(?:his|her|their|the)\s+)?(?:‹\d+›'s\s+)?(?:chair|seat)s?)?\s+(?:(?:back|away|aside|down|apart)\s+)+from\s+the"
    r"\s+(?:\w+\s+)?table\b(?!\s+and\s+(?:the\s+room|left|went|out))",
    re.IGNORECASE,
)
_SILENTLY = (
    r"(?:non-voting(?!\s+(?:member|attend|partic|position))|ineligible|silent|quiet|mute|muted|on mute|voiceless"
    r"|passive|mum"
    r"|disqualified|disenfranchised|neutral|abstaining|unable to vote|without (?:a )?vote|without voting"
    r"|not (?:\w+ )?(?:voting|eligible|entitled|able to vote|taking part|participating|involved|party to|a party to"
    r"|counted|part of the (?:decision|vote|quorum))"
    rf"|(?:barred|precluded|prevented|excluded|debarred|excused|recused|disqualified|released|stood down|exempt"
    rf"|exempted|removed|left out|shut out|out) (?:from|of) (?:the |any |this |taking |making )*(?:\w+ )?{VOTING}"
    r"|(?:an? |the )?(?:\w+ )?(?:observers?|onlookers?|spectators?|listeners?|bystanders?|watchers?)(?! status))"
)
_WITHOUT_VOTE = re.compile(
    r"^(?:\s+(?!not\b)(?:in|at|on|the|a|an|as|but|room|meeting|table|there|present|entirely"
    r"|throughout|completely|therefore|being|call|merely|only|simply|purely|one|those"
    r"|thereafter|then|also|both|all|place|and|however|‹\d+›'s|his|her|their)\b|,|\s+‹\d+›'s)*"
    rf"\s+{_SILENTLY}(?!\w)",
    re.IGNORECASE,
)
_KEPT_QUIET = re.compile(
    r"^(?:\s+(?:‹\d+›'s|his|her|their))?\s+(?:(?:own\s+)?(?:counsel|peace|tongues?)\b|hands?\s+(?:down|lowered|still)\b"
    r"|(?:views?|opinions?|thoughts?|comments?)\s+to\s+(?:himself|herself|themselves)\b)",
    re.IGNORECASE,
)
_WITHOUT_A_WORD = re.compile(
    r"\bwithout\s+(?:(?:any|a|taking|making|giving|further|saying|uttering|casting|offering|adding|having|his|her|their)\s+)*"
    r"(?:vot(?:e|ing)|part|contribut\w+|comment\w*|participat\w+|view|opinion|word|speaking|say|intervening|engaging"
    r"|joining\s+in|anything)\b",
    re.IGNORECASE,
)
_LIMITED_TO = re.compile(
    r"^(?:\s+(?:himself|herself|themselves|‹\d+›'s?\s+\w+))?\s+to\s+(?:the\s+)?(?:\w+\s+)?(?:discussion|debate|listening|observing|watching"
    r"|answering|questions|points|matters|facts?|factual|clarif\w+|information|giving|providing|explaining|speaking)\b",
    re.IGNORECASE,
)
_ONLY = re.compile(r"\b(?:only|merely|simply|just|did no more than|nothing but|did nothing but)\s+$", re.IGNORECASE)
_WATCHED = re.compile(
    r"^\s*(?:(?:to|from|the|a|on|in|discussion|debate|proceedings|and|side)\s+)*"
    r"(?:only|silently|in silence|but (?:said nothing|did not|took no|made no|had no|gave no)|without|from the side"
    r"|no more)\b",
    re.IGNORECASE,
)
_PASSED = re.compile(r"^\s+(?:when|on|at)\b[^.;]{0,40}\bvot(?:e|ed|ing)\b|^\s+on\s+the\s+vote\b", re.IGNORECASE)
_WITHOUT = re.compile(
    r"\bwithout\s+(?:any\s+)?‹(?P<one>\d+)›'s?\s+(?:votes?|participation|involvement|input|support)\b"
    r"|\bwithout\s+(?:the\s+)?(?:votes?|participation|involvement|input)\s+of\s+‹(?P<two>\d+)›"
    r"|\bwithout\s+‹(?P<three>\d+)›\s+(?:voting|taking\s+part|participating|having\s+voted)\b"
    r"|\b(?:votes?|ballot|poll|show\s+of\s+hands)\b[^.;|‹]{0,40}?\b(?:without|minus|leaving\s+out|omitting|excluding|excluded"
    r"|left\s+out|passed\s+over|did\s+not\s+include)\s+‹(?P<four>\d+)›(?!'s\s+pract)",
    re.IGNORECASE,
)

# "Neither the GPs nor the practice manager voted".
_NEITHER = re.compile(
    r"\b(?:neither|none)\b(?P<who>[^.;|]{0,80}?)\b(?:voted|took\s+(?:any\s+)?part|participated"
    r"|cast|joined\s+in|had\s+(?:a|any)\s+(?:vote|part|say))\b",
    re.IGNORECASE,
)
# "He was asked not to vote on it and did not".
_AS_ASKED = re.compile(
    r"‹(?P<who>\d+)›(?!')[^.;‹]{0,40}?\b(?:asked|told|requested|advised|required|agreed"
    r"|directed)\s+(?:that\s+‹\d+›\s+(?:should|would)\s+not|not\s+to)\s+"
    r"(?:vote|take\s+part|participate|join|speak)\b[^.;]{0,40}?\b(?:and\s+(?:‹\d+›\s+)?"
    r"(?:duly\s+)?(?:did\s+not|complied))\b",
    re.IGNORECASE,
)
_NO_GP = re.compile(
    r"\b(?:no|neither|not one|none of the)\s+(?:GPs?|doctors?|general practitioners?|clinicians?|practising GPs?)"
    r"(?:\s+(?:members?|representatives?|leads?|partners?|present|there))*\s+"
    r"(?:then\s+)?(?:voting|voted|took\s+part|taking\s+part|participat\w+|had\s+a\s+vote|cast)\b",
    re.IGNORECASE,
)
_NO = re.compile(r"\b(?:no|not\s+(?:a\s+(?:single\s+)?|one)|neither)\s+$", re.IGNORECASE)
_HAD_PART = re.compile(
    r"\s+(?:then\s+|had\s+)?(?:voted|voting|took\s+(?:any\s+)?part|taking\s+part|taken\s+part|participat\w+|had\s+(?:a|any)\s+(?:vote|part|say)"
    r"|cast|joined\s+in)\b",
    re.IGNORECASE,
)
# "All but Dr Rao voted", "six voted, Dr Rao not being one of them".
_ALL_BUT = re.compile(
    r"(?:\b(?:all|everyone|everybody|everyone\s+else|each|members|every\s+member|members\s+present|those\s+present|the\s+rest)|‹\d+›)\s+(?:\w+\s+){0,2}?"
    r"(?:but|bar|save(?:\s+for)?|except(?:ing)?(?:\s+for)?|other\s+than|apart\s+from)\s+(?P<who>‹\d+›)(?!')[^.;‹]{0,30}?"
    r"\b(?:voted|to vote|to decide|cast|raised|decided|agreed|approved|took\s+part|were\s+for)\b"
    r"|\bvoted\b[^.;]*?(?P<also>‹\d+›)(?!')\s+(?:was\s+|were\s+)?not\s+(?:being\s+)?(?:one\s+of|among(?:st)?)\s+(?:them|those|these|‹\d+›)",
    re.IGNORECASE,
)
_NOT_THEIRS = re.compile(
    r"\b(?:votes?|voting(?:\s+rights?)?|right\s+to\s+vote)\s+(?:(?:did|does|do)\s+not\s+(?:extend|apply|belong|pass)|(?:was|were)\s+not\s+"
    r"(?:given|open|available|extended|allowed))\s+to\s+‹(?P<who>\d+)›",
    re.IGNORECASE,
)
_TO_VOTE = re.compile(rf"\s+(?:(?:in|to|for|on|upon|the|any|a|among|cast|give|‹\d+›'s)\s+)*{VOTING}\b", re.IGNORECASE)
_OF_ASKING = frozenset(["count", "ask", "call", "invite", "permit", "allow", "include", "bid"])
_ALONE = frozenset(["vote", "participate", "contribute", "decide", "engage", "comment", "intervene", "partake"])
_OF_NEGATED, _OF_HAVING, _OF_ABSTAINING, _OF_FORGOING, _OF_STANDING, _OF_REGARD, _OF_WATCHING, _OF_LIMITING = (
    frozenset(text.split())
    for text in (TAKING_PART, HAVING, ABSTAINING, FORGOING, STANDING, REGARDED, WATCHING, LIMITING)
)
_OF_BEING = frozenset(["be", "sit", "remain", "stay", "stand", "attend", "keep", "participate"])


def keeps_out(clause: Clause) -> bool:
    """Whether the clause tells of taking no part in the decision, or in the matter at all, without going out."""
    if clause.lemma in _OF_ABSTAINING:
        return not clause.denied
    if clause.denied:
        return _denied(clause)
    return _nothing_done(clause) or _held_off(clause) or _as_one_without_vote(clause)


def _denied(clause: Clause) -> bool:
    takes, lemma = clause.takes, clause.lemma
    if lemma in _OF_ASKING:
        return clause.passive and _TO_VOTE.match(takes) is not None
    alone = lemma in _ALONE and not re.match(r"\s+(?:against|for|in favour)\b", takes)
    if lemma == "speak":
        alone = re.match(r"\s*(?:$|[.,;]|(?:on|to|about|during|again|at)\b)", takes) is not None
    return lemma in _OF_NEGATED and (alone or _TO_THE_MATTER.match(takes) is not None)


def _nothing_done(clause: Clause) -> bool:
    takes, lemma = clause.takes, clause.lemma
    if lemma == "have" and not _NO_SHARE.match(takes):
        return False
    if lemma in _OF_HAVING and (_NOTHING.match(takes) or _NOTHING_AT_ALL.match(takes)) and not clause.passive:
        return True
    if lemma in _OF_FORGOING and not clause.passive and _TO_THE_MATTER.match(re.sub(r"^\s+to\s+\w+", " to", takes)):
        return True
    if lemma == "pass":
        return _PASSED.match(takes) is not None
    return lemma in _OF_BEING and _WITHOUT_A_WORD.search(takes) is not None


def _held_off(clause: Clause) -> bool:
    takes, lemma = clause.takes, clause.lemma
    if lemma == "keep" and _KEPT_QUIET.match(takes):
        return True
    if lemma == "hold" and _KEPT_QUIET.match(takes):
        return True
    if lemma == "take" and _BACK_SEAT.match(takes):
        return True
    if lemma in _OF_STANDING and any(one.match(takes) for one in (_HELD_BACK, _FROM_TALK, _FROM_TABLE)):
        return lemma != "count"
    return False


def _as_one_without_vote(clause: Clause) -> bool:
    takes, lemma = clause.takes, clause.lemma
    if lemma in _OF_REGARD and _WITHOUT_VOTE.match(takes):
        return True
    if lemma in _OF_LIMITING:
        return _LIMITED_TO.match(takes) is not None
    return lemma in _OF_WATCHING and (_WATCHED.match(takes) is not None or _ONLY.search(clause.front) is not None)


def _no_one_of(statement: Statement, cast: Cast) -> Iterator[Deed]:
    """ "No GP voted", "with no doctor taking part": told of all of them."""
    for found in _NO_GP.finditer(statement.text):
        who = frozenset(i for i, one in enumerate(cast.people.persons) if one.role is Role.GP) | cast.also_gps
        if done(statement.text, found.start(), cast):
            mention = Mention("group", found.group(), who, plural=True)
            yield Deed("no_vote", statement, found.start(), found.end(), who, mention)
    for start, end, one in statement.spans():
        lead = _NO.search(statement.text[:start])
        if one.kind in ("conflicted", "sharing") and lead and _HAD_PART.match(statement.text, end):
            yield Deed("no_vote", statement, start, end, one.who, one)


def _numbers(who: str) -> list[str]:
    return [who] if who.isdigit() else re.findall(r"‹(\d+)›(?!')", who)


def without_them(statements: tuple[Statement, ...], cast: Cast) -> Iterator[tuple[str, Deed]]:
    """ "The decision was taken without his vote": told of whoever the vote would have been."""
    for statement in statements:
        for deed in _no_one_of(statement, cast):
            yield "no_vote", deed
        for found in _WITHOUT.finditer(statement.text):
            number = next(one for one in found.groups() if one is not None)
            mention = statement.mentions[int(number)]
            if mention.kind != "others" and done(statement.text, found.start(), cast):
                yield "no_vote", Deed("no_vote", statement, found.start(), found.end(), mention.who, mention)
        for pattern in (_NEITHER, _AS_ASKED, _ALL_BUT, _NOT_THEIRS):
            for found in pattern.finditer(statement.text):
                who = " ".join(one for one in found.groups() if one is not None)
                for number in _numbers(who):
                    mention = statement.mentions[int(number)]
                    if mention.kind != "others":
                        yield "no_vote", Deed("no_vote", statement, found.start(), found.end(), mention.who, mention)
