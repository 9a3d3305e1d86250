"""Whoever a statement says has an interest: by a verb of declaring, a tie of their own, or an entry of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from coi_audit.linking.participation.binding import bound, done, last_subject
from coi_audit.linking.participation.cast import Cast, Mention, Statement, is_subject
from coi_audit.linking.participation.chains import apart
from coi_audit.linking.participation.labels import leads
from coi_audit.linking.participation.ties import but_for, they_were, ties_of
from coi_audit.model.letters import CAPITALS

_ORGANISATION = re.compile(rf"((?:[{CAPITALS}][\w'&.-]*\s+(?:(?:of|and|the|for|&)\s+)*)+)([{CAPITALS}][\w'-]*)")
_ON_RECORD = re.compile(r"\b(?:record|minutes|transparency|it (?:to be )?(?:recorded|noted|minuted))\b", re.IGNORECASE)
_DECLARES = re.compile(r"(?:declared|disclosed|interests?|conflicts?)\b", re.IGNORECASE)
_ASKED_WHETHER = re.compile(r"\b(?:whether|if)\s+(?:[\w‹›']+\s+){0,4}$", re.IGNORECASE)
_INTEREST = re.compile(r"\b(?:interests?|conflict\w*|co[in]s?|doi)\b", re.IGNORECASE)
_ANOTHERS = re.compile(
    r"[\w-]+\s+(?:(?:that|how|to|the \w+ that)\s+)?‹(\d+)›'s?\s+(?:\w+\s+){0,4}?(?:interests?|conflicts?"
    r"|declarations?)\b"
)
ENTRY = re.compile(
    r"\s*(?:$|[(:|,/+&-]|and\b|(?:also\s+)?(?:(?:in|on|for|re|regarding|under|with regard to|in respect of"
    r"|in relation to)\s+)?"
    r"(?:agenda\s+)?(?:items?|minutes?)\b|(?:the\s+)?(?:same|ditto|likewise|also|as above)\b)",
    re.IGNORECASE,
)
_WEIGHED = re.compile(
    r"\b(?:this|that|it|these|which)\b[^.;]{0,40}?\b(?:not|no)\b[^.;]{0,40}?\b(?:conflicts?"
    r"|interests?|part|participating|remaining)\b",
    re.I,
)
_LET_STAY = re.compile(r"\b(?:content|happy|satisfied)\s+(?:for|that)\s+‹\d+›\s+(?:to|could|should|may|might)\b", re.I)
_SAID_OF_SELF = re.compile(
    r"‹(\d+)›(?:\s+(?:also|then|had|both|each))?\s+(?:said|told|mentioned|advised|explained"
    r"|informed|stated|noted|pointed|added|reported"
    r"|confirmed|disclosed)\b[^.;|]{0,60}?\bthat ‹(\d+)›(?:'s\s+\w+)?\s+(?!would|will|could"
    r"|should|might|may|did|agreed"
    r"|supported|thought|felt)\w+"
)
_OWN_PRACTICE = re.compile(r"'s (?:own )?(?:practices?|surgery|firm|company|employer)\b", re.IGNORECASE)
_TOUCHED = re.compile(
    r"\b(?:is|was|were|are|being) (?:also |itself |both |all |now )?(?:an?|the|one|among|amongst|affected|involved"
    r"|named|concerned|next|near\w*|adjacent|applying|bidding|part|listed|included|in (?:the|that|this|item)|eligible"
    r"|paid|involved|on (?:the|this|that))\b"
    r"|\b(?:would|will|might|could|may|stands? to|stood to|shares?|shared|borders?|bordered|adjoins?|neighbours?"
    r"|provides?|provided|holds?|held|receives?|received|applied|applies|affects?|affected|bid|benefits?|took|takes?"
    r"|claims?|claimed)\b",
    re.IGNORECASE,
)
# "His practice was too far away to be affected".
_UNTOUCHED = re.compile(
    r"\b(?:too far|unaffected|untouched|far enough|(?:not|n't|nor|neither)\s+(?:(?:be|been|being|itself|directly"
    r"|at all|in any way)\s+)*"
    r"(?:affected|involved|concerned|touched|conflicted|party|among|one of|near|part of|eligible|a bidder"
    r"|bidding|applying))\b",
    re.IGNORECASE,
)
_TO_BE = re.compile(  # "asked to be named as a partner"
    r"\bbe\s+(?:\w+ly\s+)?(?:named|listed|shown|treated|recognised|seen|regarded|included|involved|engaged)"
    r"\s+as\s+(?:an?|the|one)\b",
    re.IGNORECASE,
)
_NUMBER_FIRST = re.compile(r"\b(?:items?|minutes?)\s+[\w/.]*\d[\w/.]*\s*[(:–-]\s*$", re.IGNORECASE)  # "item 7 (AR)"
_ITEM_FIRST = re.compile(
    r"\W*(?:(?:in|on|for|at|under|regarding|re)\s+)?(?:agenda\s+)?items?\s+[\w/.]*\d", re.IGNORECASE
)
# "A as partner, B because her husband is the landlord, C, whose sister works there": what makes each one's interest.
_BY_WHAT = re.compile(r"\s+(?:also\s+)?(?:as|through|because|since|owing|being)\b|,?\s+whose\b")
_GOES_ON = re.compile(rf"{_BY_WHAT.pattern}|\s+(?:also\s+)?(?:in|on|for|under|at|with|of)\b")
SAME = re.compile(r"›\s*[,:-]?\s*(?:the\s+)?(?:same|ditto|likewise|as above)\b", re.IGNORECASE)


def claims_of(
    statement: Statement, before: Statement | None, cast: Cast, *, section: bool, listed: bool = False
) -> Iterator[tuple[Mention, int]]:
    """Whoever this statement says has an interest, with the place where they are named."""
    words = cast.words
    person_named = any(one.kind == "named" and meant(one) for one in statement.mentions)
    if words.find("reminder", statement.text) and not person_named:
        return
    no = words.find("no_declaration", statement.text)
    cut = replace(statement, text=statement.text[: no.start()]) if no else statement
    seen: set[frozenset[int]] = set()
    yield from _by_phrase(cut, before, cast, seen, section=section)
    if seen:
        more = _bracketed(cut, cast, seen)
    else:
        listed = (listed or (not section and _labelled(cut, cast))) and (not no or "‹" not in cut.text[-5:])
        more = _bare(cut, cast, allowed=listed)
    numbered = _under_number(cut) if section else ()
    excepted = but_for(statement, no.start()) if no else ()
    for mention, start in more:
        seen.add(meant(mention))
        yield mention, start
    tied = () if _TO_BE.search(cut.text) else tuple(ties_of(cut, cast))
    for mention, start in (*tied, *they_were(cut, before, cast), *numbered, *excepted):
        if meant(mention) not in seen:
            seen.add(meant(mention))
            yield mention, start


def _by_phrase(
    cut: Statement, before: Statement | None, cast: Cast, seen: set[frozenset[int]], *, section: bool
) -> Iterator[tuple[Mention, int]]:
    """Claims by the phrases of the vocabulary; `seen` takes in whoever they are of."""
    for key in ("declared", "declared_by", "interest_of", "own_tie", *(() if section else ("own_tie_here",))):
        for found in cast.words.phrases[key].finditer(cut.text):
            if _ASKED_WHETHER.search(cut.text[: found.start()]):
                continue
            told = key in ("interest_of", "own_tie", "own_tie_here") or done(cut.text, found.start(), cast)
            mention = bound(cut, found, before, cast) if told else None
            if mention is None or not meant(mention) or not _fits(key, mention, cut, found, cast):
                continue
            if _beside(key, mention, cut, found, cast, section=section):
                continue
            if meant(mention) not in seen:
                seen.add(meant(mention))
                for one, start in apart(mention, cut, cast):
                    yield one, start if start >= 0 else _where(cut, one, found.start())
            if key == "declared":
                yield from _in_turn(cut, found.end(), cast)


def _beside(key: str, mention: Mention, cut: Statement, found: re.Match[str], cast: Cast, *, section: bool) -> bool:
    """Whether the words tell of somebody else's interest or, at an item, of something that is no interest."""
    if key == "declared" and _of_another(cut, found, mention):
        return True
    if key == "own_tie" and _UNTOUCHED.search(cut.text, found.start()):
        return True
    if section:
        return False
    if key == "own_tie":
        return _in_passing(cut, found, cast)
    if key == "declared_by":
        return not (_INTEREST.search(cut.text) or _DECLARES.match(found.group()))
    on_record = _ON_RECORD.search(found.group()) is not None
    return key == "declared" and not on_record and not _substance(cut.text[found.start() :], cast)


def _in_passing(statement: Statement, found: re.Match[str], cast: Cast) -> bool:
    """ "His own surgery had been flooded": talk of one's practice, with no word that the matter touches it."""
    if not _OWN_PRACTICE.search(found.group()):
        return False
    rest = statement.text[found.start() :]
    tied = _TOUCHED.search(statement.text) or _INTEREST.search(statement.text) or cast.words.find("applicant", rest)
    return not tied and not names_some_organisation(rest, cast)


def own_words(statement: Statement, cast: Cast) -> Iterator[tuple[Mention, int]]:
    """ "She said that she was once a registrar at Sycamore House": said by herself, of the interest's organisation."""
    for found in _SAID_OF_SELF.finditer(statement.text):
        one, two = (statement.mentions[int(number)] for number in found.groups())
        if meant(one) and meant(one) == meant(two) and is_subject(statement, found.start(), cast):
            yield one, found.start()


def weighed(statement: Statement, before: Statement | None, cast: Cast) -> Iterator[tuple[Mention, int]]:
    """ "The Chair considered that this was no conflict": whoever had just told of it was heard on an interest."""
    weighs = _WEIGHED.search(statement.text) or _LET_STAY.search(statement.text)
    if before is None or before.sentence.passage != statement.sentence.passage or not weighs:
        return
    told = last_subject(before, cast)
    let = cast.words.find("may_stay", statement.text) or _LET_STAY.search(statement.text)
    if told is not None and told.kind in ("named", "group") and let:
        yield told, 0


def _of_another(statement: Statement, found: re.Match[str], mention: Mention) -> bool:
    """ "Mr Tarn stated that Dr Lacey's interest was material": he tells of somebody else's."""
    owned = _ANOTHERS.match(statement.text[found.start() :])
    return owned is not None and not meant(statement.mentions[int(owned.group(1))]) & meant(mention)


def meant(mention: Mention) -> frozenset[int]:
    """Everybody a mention means or may mean."""
    return mention.who | mention.unsure


def _substance(text: str, cast: Cast) -> bool:
    """Whether what is declared is an interest or a tie: "declared that the meeting should start" is neither."""
    return bool(
        re.search(r"^\S+\s.*", text)
        and (_INTEREST.search(text) or cast.words.find("nature", text) or cast.words.find("applicant", text))
    ) or names_some_organisation(text, cast)


def _in_turn(statement: Statement, after: int, cast: Cast) -> Iterator[tuple[Mention, int]]:
    """ "A declared an interest in item 5, B in item 6, and C as manager of ...": B and C declared too."""
    for start, end, mention in statement.spans():
        lead = re.search(r"(?:,|;|\band)\s*$", statement.text[:start])
        tail = _GOES_ON.match(statement.text[end:])
        if re.search(r"\bas (?:did|does|had|has|was|were|is)\s*$", statement.text[:start]):
            lead = tail = lead or re.search(r"", statement.text)
        if start >= after and lead and tail and meant(mention) and mention.kind in ("named", "group", "chair"):
            yield mention, start


def _bracketed(statement: Statement, cast: Cast, seen: set[frozenset[int]]) -> Iterator[tuple[Mention, int]]:
    """ "A (items 7 and 11) and B (item 9) declared interests": the verb stands once, after the last."""
    for start, end, mention in statement.spans():
        own = re.match(r"\s*\([^)]*\bitems?\b[^)]*\)", statement.text[end:])
        if own and meant(mention) and meant(mention) not in seen and is_subject(statement, start, cast):
            yield mention, start


def _under_number(statement: Statement) -> Iterator[tuple[Mention, int]]:
    """ "Item 5: A as partner, B because her husband is the landlord": each has an interest in the item told first."""
    if _ITEM_FIRST.match(statement.text):
        for start, end, mention in statement.spans():
            lead = re.search(r"(?:\d|[:,;–-]|\band)\s*$", statement.text[:start])
            if mention.kind == "named" and meant(mention) and lead and _BY_WHAT.match(statement.text[end:]):
                yield mention, start


def _fits(key: str, mention: Mention, statement: Statement, found: re.Match[str], cast: Cast) -> bool:
    """The chair noting somebody's interest declares nothing; a tie needs the person's own words or a clear "is"."""
    if mention.kind == "conflicted":
        return False
    if key == "own_tie_here":
        return mention.kind in ("named", "pronoun")
    if key != "own_tie":
        return True
    rest = statement.text[found.start() :]
    own = "'s" in found.group() and not re.search(r"\b(?:as|at|in|with|of)$", found.group(), re.IGNORECASE)
    numbered = re.search(r"\b(?:items?|minutes?)\s+[\w/.]*\d", rest) is not None
    return own or numbered or bool(cast.words.find("applicant", rest)) or names_some_organisation(rest, cast)


def names_some_organisation(text: str, cast: Cast) -> bool:
    """Whether a name stands there that ends as organisations' names do."""
    return any(cast.words.find("organisation_words", found.group(2)) for found in _ORGANISATION.finditer(text))


def _where(statement: Statement, mention: Mention, default: int) -> int:
    for start, _, one in statement.spans():
        if meant(one) & meant(mention):
            return start
    return default


def _labelled(statement: Statement, cast: Cast) -> bool:
    label = cast.words.phrases["conflict_label"].match(statement.text.lstrip("-•* [("))
    return label is not None and bool(
        re.match(r"[\s:-]*(?:\w+\s){0,3}?‹|\s*[:-]", statement.text.lstrip("-•* [(")[label.end() :])
    )


def _bare(statement: Statement, cast: Cast, *, allowed: bool) -> Iterator[tuple[Mention, int]]:
    """A list entry without a verb: "Dr Rao - item 7 - partner", "Conflicts: AR (item 7)"."""
    if not allowed:
        return
    for start, end, mention in statement.spans():
        alone = ENTRY.match(statement.text[end:]) or _NUMBER_FIRST.search(statement.text[:start])
        kinds = ("named", "group", "chair") if SAME.search(statement.text) else ("named", "group")
        if meant(mention) and mention.kind in kinds and alone and is_subject(statement, start, cast):
            if leads(statement, end):
                continue
            yield mention, start
        if statement.sentence.row:
            return
