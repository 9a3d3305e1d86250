"""Votes that somebody did not cast, and decisions that the words leave to those without an interest."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from coi_audit.linking.participation.binding import Deed, is_decision
from coi_audit.linking.participation.cast import Statement
from coi_audit.linking.participation.senses import told
from coi_audit.linking.participation.view import ItemView
from coi_audit.model.words import AttendanceStatus

_TO_OTHERS = re.compile(
    r"\b(?:remaining|other|unconflicted|non-conflicted|eligible|independent) (?:voting |committee "
    r"|lay )*(?:members|voters)\b"
    r"|\bvoting members (?:then )?(?:agreed|approved|decided|supported|accepted|voted|adopted|endorsed)\b"
    r"|\bvoting members (?:only|alone|present without)\b|\bonly (?:by )?the (?:voting|lay|remaining)\b"
    r"|\bvoting members\b.{0,20}\b(?:excluding|other than|without)\b"
    r"|\b(?:lay|executive|non-GP|non-clinical|independent)(?:,? (?:and|&) (?:lay|executive"
    r"|officer|nurse|independent))*"
    r" (?:voting )?members (?:alone|only)\b"
    r"|\bmembers without (?:an? )?(?:interest|conflict)|\bthose without (?:an? )?(?:interest|conflict)",
    re.IGNORECASE,
)
_FREE = (  # those without an interest, however they are called
    r"(?:(?:the|those|by|other|only|just|all)\s+)*(?:(?:(?:lay|executive|officer|independent|non-GP|non-clinical|non-practice|non-medical"
    r"|unconflicted|non-conflicted|unaffected|remaining|disinterested|eligible|nurse|NHS England)(?:,?\s+(?:and"
    r"|&|or)\s+|,\s+)?)+"
    r"\s*(?:(?:voting|committee|board)\s+)?(?:members?|officers?|directors?|voters|people|colleagues|representatives)?"
    r"(?:\s+(?:and|&)\s+(?:officers|executives|directors))?"
    r"|(?:members|those|colleagues|people|anybody|everybody)\s+(?:present\s+)?(?:(?:without|with\s+no|having\s+no|free\s+of)\s+(?:an?\s+|any\s+)?"
    r"(?:\w+\s+)?(?:interests?|conflicts?)|not\s+(?:conflicted|affected|involved|interested|having)|(?:eligible|entitled|able|free|allowed)"
    r"\s+to\s+(?:vote|decide|do\s+so))"
    r"|(?:members|those)\s+not\s+[\w-]+(?:\s+[\w-]+){0,2}?|rest(?:\s+of\s+the\s+(?:\w+\s+)?(?:committee|members|board|body|panel))?"
    r"|voting\s+members)"
)
_LEFT_TO = re.compile(
    rf"\b(?:vot(?:e|es|ing)|ballot|show\s+of\s+hands|decisions?|poll|resolved|adopted|decided|determined|approved|agreed|carried|settled)\b(?:\s+(?!not\b)\w+){{0,5}}?\s+"
    r"(?:(?:confined|limited|restricted|left|open|reserved|put|one|matter)\s+(?:only\s+)?(?:to|with|for)|cast\s+by|among(?:st)?|rested\s+with|lay\s+with|taken\s+by|made"
    rf"\s+by|of|from|by|solely\s+by|only\s+by|between)\s+{_FREE}"
    rf"|\bput\b[^.;‹]{{0,30}}\bto\s+{_FREE}|\b{_FREE}\s+(?:(?:only|alone|then|present|all|unanimously|duly|having)\s+)*(?:voted|approved|agreed|decided|determined|resolved"
    r"|accepted|supported|adopted|endorsed|took\s+(?:the|a)\s+(?:decision|vote)|made\s+the\s+decision|carried|settled)\b",
    re.IGNORECASE,
)
_VOTERS = re.compile(
    r"\b(?:those\s+(?:eligible|entitled|able|free)\s+to\s+vote|voters|eligible\s+members)\s*(?:were|was|:|\()\s*‹(?P<who>\d+)›"
    r"|(?:^|[.;(]\s*)\W*‹(?P<group>\d+)›\s*(?:were\s*:?|:|\()\s*‹(?P<of>\d+)›",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:abst(?:entions?|ain(?:ed|ing))|not\s+voting)\s*[:=-]?\s*(?:was\s+|were\s+)?(?P<after>\d{1,2}|one|two|three|four|five|six)\b(?!\s*(?:for|against))"
    r"|\b(?P<before>\d{1,2}|one|two|three|four|five|six)\s+(?:members\s+)?(?:present\s+)?(?:were\s+)?(?:abst(?:entions?|ain(?:ed|ing))|not\s+voting|conflicted|recused|excluded|stood\s+aside|did\s+not\s+vote)\b",
    re.IGNORECASE,
)
_NUMBERS = {word: count for count, word in enumerate(["one", "two", "three", "four", "five", "six"], 1)}
_ABSTAINED = re.compile(
    r"(?:\babst(?:ained|entions?|aining)\b|\b(?:not|non-|no|did not) ?vot(?:ing|ed?|es?)"
    r"(?: cast)?\s*(?:[^.;:|]{0,60})[:-]|\babst(?:ained|entions?|aining)\b(?:[^.;:|‹]|‹\d+›'s){0,50}:)[^‹.;]{0,12}"
    r"(?:‹\d+›[\s,&)]*(?:and\s+)?)+",
    re.IGNORECASE,
)
_MEANT = re.compile(
    r"\b(?:would|will|should|must|could|to)\s+(?:then\s+)?(?:be|vote|decide|take|make|approve|agree)\b", re.I
)
_BUT = re.compile(r"\b(?:without|excluding|except(?: for)?|other than|apart from|but not|not)\s+(?:the\s+)?$", re.I)
_ALONE = re.compile(r"\b(?:decision|vote)\b.*\bmembers (?:alone|only)\b", re.IGNORECASE)
_NO_SAY = (
    r"(?:(?:had|having|with|took|taking) no (?:vote|say|part|voice)\b|(?:did|were) not (?:vote|voting|take part)\b"
    r"|abstain|not voting)"
)
_OTHERS_NOT = re.compile(
    rf"(?:^\W*|[,;]\s*)(?:but |and |with )?(?:all |the )?others (?:present )?{_NO_SAY}", re.IGNORECASE
)
# Who took the decision, where the words name them: "approved by ‹0›", "‹0› then settled it", "For: ‹0›", "‹0› voting".
_ACT = (
    r"(?:approved|carried|adopted|passed|settled|decided|determined|voted|resolved|accepted|agreed|confirmed|endorsed"
    r"|ratified|authorised)"
)
_DECIDERS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_ACT}\b(?:\s+on)?(?:\s+\w+){{0,6}}?\s+(?:only )?by (?:the votes? of )?‹(?P<who>\d+)›(?!')",
        rf"‹(?P<who>\d+)›\s+(?:(?:then|alone|only|both|all|together|unanimously)\s+)*{_ACT}\b"
        r"(?!\s+(?:that|to|with|not|on)\b)",
        r"(?:^|[.;|]\s*)\W*(?:votes? (?:cast )?(?:for|in favour)|voting (?:for|in favour)|voted for|for|in"
        r" favour|ayes?)\s*[:-]\s*‹(?P<who>\d+)›",
        r"‹(?P<who>\d+)›\s+(?:alone |only )?voting\b(?! members)",
        r"\bonly ‹(?P<who>\d+)›\s+(?:had\s+)?voted\b",
        r"\b(?:decision|votes?|choice)\b[^.;‹]{0,20}\b(?:made|taken|reached|cast)\s+(?:only )?by\s+‹(?P<who>\d+)›",
        r"‹(?P<who>\d+)›\s+voted (?:for|in favour|to)\b",
        r"‹(?P<who>\d+)›(?:,[^.;|]{0,70},)?\s+(?:then |alone |together )?(?:took|made|reached"
        r"|came to)\s+(?:the|their|its|a)\s+(?:\w+\s+)?decision\b",
    )
)
_DID_NOT = re.compile(
    r"^\W*‹\d+›(?:\s*\([^)]*\)|,[^,‹]{3,60},)?\s+(?:did|was|were|had) not(?: (?:vote|so vote|do so|able to))?\W*$"
)


_RESTRICTED = re.compile(
    r"\b(?:only|alone|sole(?:ly)?|just|votes? of|votes?|voting|voted|without (?:an? )?"
    r"(?:interest|conflict)|eligible|entitled)\b",
    re.IGNORECASE,
)


def decided_by(view: ItemView, declarers: frozenset[int]) -> frozenset[int]:
    """Whoever the words at the item name as taking the decision, several of them; empty where they name nobody.

    Of somebody with an interest who is not among them it is read that they did not vote. So names count only where
    the words say that these alone decided or how they voted, or where they are most of those there without an
    interest: "approved by A and B" of a meeting of nine tells nothing of the other seven.
    """
    found: frozenset[int] = frozenset()
    alone = False
    for statement in view.at_item:
        for one in _VOTERS.finditer(statement.text):
            group = statement.mentions[int(one["group"])] if one["group"] else None
            if group is None or (
                group.kind == "others" and re.search(r"\bvoting|eligible|lay|executive", group.text, re.I)
            ):
                found, alone = found | statement.mentions[int(one["who"] or one["of"])].who, True
        for pattern in _DECIDERS:
            for one in pattern.finditer(statement.text):
                mention = statement.mentions[int(one["who"])]
                if mention.plural or mention.kind == "group" or len(mention.who) > 1:
                    found |= mention.who
                    alone = alone or mention.kind == "group" or _RESTRICTED.search(statement.text) is not None
    return found if alone or _most(found, view, declarers) else frozenset()


def _most(named: frozenset[int], view: ItemView, declarers: frozenset[int]) -> bool:
    """Whether the names are those of most who were there without an interest, and not of a mover and a seconder."""
    people = view.cast.people
    present = [one.name for one in view.minutes.attendance if one.status is AttendanceStatus.PRESENT]
    others = frozenset().union(*(people.indexes(people.match(name)) for name in present)) - declarers
    return len(named & others) * 2 > len(others)


def left_to_others(view: ItemView, person: int) -> bool:
    """Whether the words leave the decision to those without an interest: "agreed by the voting members only"."""
    if any(told(kind, view.at_item, view.cast) for kind in ("no_vote", "leave")):
        return False  # "the other members" are those other than whoever is told of by name
    for index, statement in enumerate(view.at_item):
        if _OTHERS_NOT.search(statement.sentence.text):
            named = any(one.kind == "named" for one in statement.mentions) or not index
            return not any(person in one.who for one in (statement if named else view.at_item[index - 1]).mentions)
        if _LEFT_TO.search(statement.sentence.text) and not _MEANT.search(statement.sentence.text):
            beside = [one for start, _, one in statement.spans() if not _BUT.search(statement.text[:start])]
            return not any(person in one.who for one in beside)
        if _ALONE.search(statement.sentence.text) and _TO_OTHERS.search(statement.sentence.text):
            return True
        if not is_decision(statement, view.cast) and not re.search(
            r"\bvot(?:ed|es?|ing)\b", statement.text, re.IGNORECASE
        ):
            continue
        if _TO_OTHERS.search(statement.sentence.text):
            decided = [one for _, _, one in statement.spans() if one.kind == "named"]
            return not any(person in one.who for one in decided)
    return False


def as_many_abstained(view: ItemView, declarers: frozenset[int]) -> bool:
    """ "For 4, against 0, abstentions 2": as many as there are people with an interest, who then are they."""
    for statement in view.at_item:
        for one in _COUNTED.finditer(statement.sentence.text):
            told = (one["after"] or one["before"]).casefold()
            if declarers and (_NUMBERS.get(told) or int(told)) == len(declarers):
                return True
    return False


def votes_not_cast(statements: tuple[Statement, ...], covers: Callable[[Deed], bool]) -> Iterator[Statement]:
    """ "Abstentions: Dr Rao", and after words of voting "Dr Rao did not"."""
    for index, statement in enumerate(statements):
        counted = _ABSTAINED.search(statement.text)
        voted = index > 0 and re.search(r"\bvoted\b|\bto vote\b", statements[index - 1].text) is not None
        plain = _DID_NOT.match(statement.text) if voted else None
        for number in re.findall(r"‹(\d+)›", (counted or plain or [""])[0]):
            mention = statement.mentions[int(number)]
            if covers(Deed("no_vote", statement, 0, 0, mention.who, mention)):
                yield statement
