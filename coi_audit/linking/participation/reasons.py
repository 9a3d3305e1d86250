"""How an interest was decided to be managed, the reason for doing less, and what is said of papers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coi_audit.linking.participation.binding import bound, done
from coi_audit.linking.participation.cast import Statement
from coi_audit.linking.participation.papers import had_no_papers, none_had_papers
from coi_audit.linking.participation.view import ItemView

_AFTERWARDS = re.compile(
    r"^(?:(?:this|that|it) was (?:because|since|as|so that|due to|owing to|on the grounds)"
    r"|the reason\b)",
    re.IGNORECASE,
)


_LEAVE_GIVEN = re.compile(
    r"^(?!.*\b(?:if|whether)\b).*›\s+(?:could|can|may) (?:still |also |therefore )?(?:stay|remain|take part"
    r"|participate)\b",
    re.I,
)
_LESS = ("may_stay", "no_vote", "stay", "no_vote_intended")
# That nothing need be done: the interest is too slight, or no bar to a full part.
_LIGHT = re.compile(
    r"\b(?:no (?:further |specific |additional )?(?:action|mitigation|restriction)"
    r"|none (?:(?:was|were|is|are) )?(?:thought |considered |deemed |felt )?(?:to be )?"
    r"(?:required|needed|necessary)|in full|full part|immaterial"
    r"|trivial|harmless|(?:saw|found|felt|thought|considered|was|posed|presented) (?:there (?:was|to be) )?"
    r"no (?:real |great )?(?:difficulty|objection|problem|harm|reason|conflict|need|issue|risk|concern)"
    r"|no more than declare"
    r"|nothing (?:more |further )?(?:need|needed|was needed|was required)"
    r"|too (?:slight|small|minor|remote|long|distant|indirect|trivial)"
    r"|(?:not|nor)\b[^.;]{0,60}?\b(?:material|an? (?:real |material )?conflict|a bar|prevent\w*|preclude\w*|stop)"
    r"|(?:content|happy|satisfied|free|welcome)\b[^.;]{0,30}?\bto (?:join in|take (?:a "
    r"|full |a full )?part|contribute"
    r"|stay|remain|speak|be present))\b",
    re.IGNORECASE,
)
_NOTED = re.compile(r"\W*(?:interest |declaration |this )?(?:was )?noted\b", re.IGNORECASE)
_TOOK_PART = re.compile(r"\btook (?:a )?(?:full )?part\b", re.IGNORECASE)
_NOT_THEM = re.compile(r"\bnot (?:been )?(?:received|seen|sent|given|had|read) (?:any of )?them\b", re.IGNORECASE)


@dataclass(slots=True)
class Managed:
    """What the words beside the deed say. `lesser` means leave was given to stay and take part."""

    ruling: Statement | None = None
    lesser: Statement | None = None
    noted: Statement | None = None
    reason: str | None = None
    papers: bool | None = None
    papers_said: Statement | None = None


def relevant(statements: Sequence[Statement], person: int, start_from: Iterable[Statement]) -> tuple[Statement, ...]:
    """Statements that speak of the person: by name, or with no other name right after one that does."""
    chosen: list[Statement] = []
    seeds = {id(one) for one in start_from}
    last_passage = -1
    for statement in statements:
        mine = id(statement) in seeds or any(person in one.who for one in statement.mentions)
        mine = mine or (bool(seeds) and any(one.kind == "conflicted" for one in statement.mentions))
        named = any(one.kind in ("named", "group") for one in statement.mentions)
        follows = statement.sentence.passage == last_passage and not named
        if mine or follows:
            chosen.append(statement)
            last_passage = statement.sentence.passage
        elif named:
            last_passage = -1
    return tuple(chosen)


def read_managed(statements: Sequence[Statement], person: int, view: ItemView) -> Managed:
    """Rulings, notes, reasons and papers in statements already known to speak of the person and the item."""
    result = Managed()
    words = view.cast.words
    for index, statement in enumerate(statements):
        before = statements[index - 1] if index else None
        none_had = none_had_papers(statement, person)
        if none_had and result.papers is None:
            result.papers, result.papers_said = False, statement
        if none_had is None:
            _papers(result, statement, person, view)
        _those_papers(result, statement, before, person)
        if result.papers is None and had_no_papers(statement, person, view.cast):
            result.papers, result.papers_said = False, statement
        ruled = _ruled(statement, before, person, view)
        if ruled:
            result.ruling = result.ruling or statement
        stay = words.find("may_stay", statement.text)
        if ruled and stay and not words.find("limited", statement.text[stay.start() :]):
            result.lesser = result.lesser or statement
        if not words.find("limited", statement.text) and _LIGHT.search(statement.text) and _weighs(statement, person):
            result.lesser = result.lesser or statement
        if _noted(statement, before, person, view):
            result.noted = result.noted or statement
        result.reason = result.reason or _reason(statement, ruled, view) or _reason_after(statement, before, view)
    return result


def _weighs(statement: Statement, person: int) -> bool:
    """Whether somebody else weighs the interest here: nobody is named, or whoever acts first is not the person."""
    first = next((one for _, _, one in statement.spans()), None)
    return first is None or person not in first.who


def _ruled(statement: Statement, before: Statement | None, person: int, view: ItemView) -> bool:
    words = view.cast.words
    if not words.find("management", statement.text):
        return False
    if words.find("panel_ruling", statement.sentence.text) or _LEAVE_GIVEN.search(statement.text):
        return True
    for found in words.phrases["ruling"].finditer(statement.text):
        mention = bound(statement, found, before, view.cast)
        numbers = [one for one in found.groups() if one]
        own = mention is not None and person in mention.who and not numbers and mention.kind != "chair"
        passive = re.match(r"(?:was|were)\b", found.group(), re.IGNORECASE)
        if (not own or passive or found.group().casefold().startswith("it ")) and done(
            statement.text, found.start(), view.cast
        ):
            return True
    return False


def _noted(statement: Statement, before: Statement | None, person: int, view: ItemView) -> bool:
    words = view.cast.words
    if statement.sentence.row or " - " in statement.text:
        parts = re.split(r"\||\s-\s|[,;.]", statement.text)
        if any(words.phrases["noted_terse"].fullmatch(part.strip()) for part in parts):
            return True
    told = before if before is not None and any(person in one.who for one in before.mentions) else None
    if told and not statement.mentions and _NOTED.match(statement.text) and words.find("nature", told.text):
        return True
    for found in words.phrases["noted"].finditer(statement.text):
        numbers = [int(one) for one in found.groups() if one]
        if not numbers or any(person in statement.mentions[number].who for number in numbers):
            return True
    return False


def _reason(statement: Statement, ruled: bool, view: ItemView) -> str | None:
    """The reason given for less than leaving: what follows "as", "because" ... after the words of staying."""
    words = view.cast.words
    found = [words.find(key, statement.text) for key in _LESS]
    took_part = _TOOK_PART.search(statement.text)
    less = [one for one in (*found, took_part) if one is not None]
    if not less or not (ruled or took_part or words.find("stay", statement.text)):
        return None
    cue = words.phrases["reason"].search(statement.text, min(one.start() for one in less))
    if cue is None:
        cue = words.phrases["reason"].match(statement.text.lstrip())
    if cue is None:
        return None
    return _as_written(statement, cue, words.phrases["reason"]) or None


def _as_written(statement: Statement, cue: re.Match[str], pattern: re.Pattern[str]) -> str:
    """The sentence from a cue on in its own words, pronouns as they stand there."""
    before = sum(1 for one in pattern.finditer(statement.text) if one.start() < cue.start())
    cues = list(pattern.finditer(statement.sentence.text))
    if len(cues) <= before:
        return ""
    return statement.sentence.text[cues[before].start() :].strip().rstrip(".;")


def _reason_after(statement: Statement, before: Statement | None, view: ItemView) -> str | None:
    """ "He stayed but did not vote. This was because ...": the reason in a sentence of its own."""
    if before is None or before.sentence.passage != statement.sentence.passage or not _AFTERWARDS.match(statement.text):
        return None
    if not any(view.cast.words.find(key, before.text) for key in ("may_stay", "no_vote", "stay")):
        return None
    return statement.sentence.text.strip().rstrip(".;")


def _those_papers(result: Managed, statement: Statement, before: Statement | None, person: int) -> None:
    """Papers spoken of before, and then: "she confirmed that she had not received them"."""
    same = before is not None and before.sentence.passage == statement.sentence.passage
    if result.papers is not None or not same or before is None or not re.search(r"\bpapers?\b", before.text, re.I):
        return
    mine = any(person in one.who for one in statement.mentions)
    if mine and _NOT_THEM.search(statement.sentence.text):
        result.papers, result.papers_said = False, statement


def _papers(result: Managed, statement: Statement, person: int, view: ItemView) -> None:
    for key, sent in (("papers_withheld", False), ("papers_sent", True)):
        for found in view.cast.words.phrases[key].finditer(statement.text):
            numbers = [int(one) for one in found.groups() if one]
            told = re.match(r"\s*(?:to|from|with|for|by)\s+‹(\d+)›(?!'s)", statement.text[found.end() :])
            numbers += [int(told.group(1))] if told else []
            others = numbers and not any(person in statement.mentions[number].who for number in numbers)
            if result.papers is None and not others and done(statement.text, found.start(), view.cast):
                result.papers, result.papers_said = sent, statement
