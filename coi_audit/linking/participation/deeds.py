"""What one person did at an item, from the words there: left, returned, spoke, took no part, took part."""

from __future__ import annotations

import re
from collections.abc import Callable

from coi_audit.linking.items.sections import names_item
from coi_audit.linking.participation.binding import Deed, is_decision, part_of
from coi_audit.linking.participation.cast import Statement
from coi_audit.linking.participation.done import TIMING, Covers, Done, leave, unrelated
from coi_audit.linking.participation.fragments import terse_rows
from coi_audit.linking.participation.labels import opens, opens_entry
from coi_audit.linking.participation.lexicon import spoken_actively
from coi_audit.linking.participation.senses import told
from coi_audit.linking.participation.view import ItemView
from coi_audit.linking.participation.votes import votes_not_cast

Statements = tuple[Statement, ...]
_DESPITE = re.compile(r"\b(?:but|although|though|however)\b", re.IGNORECASE)  # away, and besides with an interest
_REASON = re.compile(
    r"\b(?:for|because of|on account of|in view of|owing to|due to|given)\s+(?:this|that|which|the"
    r" same)(?:\s+reason)?\b"
    r"|\b(?:therefore|accordingly|consequently|as a result|in consequence|so)\b",
    re.IGNORECASE,
)
_SUPPORT = re.compile(r"(?:‹\d+›\s+)?(?:supported|endorsed|approved|spoke)\b", re.IGNORECASE)
# "Had presented", told of an earlier time; "when it was discussed", by others.
_NOT_THEIRS = re.compile(r"\bas\s+$|\b(?:had|(?:was|were|been|being)(?:\s+\w+ly)?)\s+$", re.IGNORECASE)
_WHICH_ITEM = re.compile(
    r"(?:(?!until|till|back|return|rejoin|and\b|but\b)[\w‹›']+\s+){1,6}?(?P<when>for|at|during|after|following)"
    r"\s+(?:the\s+\w+\s+of\s+)?(?P<item>(?:agenda\s+)?items?\s+[\w./]*\d)",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"\b(?:until|till|before|in time for)\s+(?:the start of\s+)?(?:agenda\s+)?items?\s+\S+", re.IGNORECASE
)


def deeds_at_item(view: ItemView, covers: Covers) -> Done:
    """The person's deeds in the item's own section, with a return in the sections after it."""
    result = Done()
    statements = view.at_item
    decided = _first_decision(statements, view)
    for deed in _found("leave", statements, view, covers):
        late = decided is not None and deed.statement.sentence.order > decided
        aside = unrelated(deed, view) or at_another_item(deed, view)
        if result.left is None and not aside and not (late and not _for_item(deed, view)):
            leave(result, deed, view)
    _complied(result, statements, view, covers)
    terse_rows(result, statements, view, covers)
    _rest(result, statements, view, covers)
    _heard_before(result, statements, view)
    if result.left is not None and result.returned is None:
        _later_return(result, view, covers)
    return result


def at_another_item(deed: Deed, view: ItemView) -> bool:
    """ "Absent for item 8 only", "left after item 7": told here, and not of this item."""
    found = _WHICH_ITEM.match(deed.statement.text, deed.start)
    if found is None:
        return False
    part = deed.statement.text[found.start("item") :]
    named = names_item(part, view.scope, view.minutes.on)
    return named is False or (named is True and found["when"].casefold() in ("after", "following"))


def out_until_return(result: Done, view: ItemView, covers: Covers) -> None:
    """ "Dr Orme was shown back in": whoever comes back once the item is decided had left it."""
    decided = _first_decision(view.at_item, view)
    back = next((one for one in _found("return", view.at_item, view, covers) if not _of_chair(one)), None)
    if back is not None and result.left is None and decided is not None and back.statement.sentence.order >= decided:
        result.left, result.returned = back, back
        result.used.append(back.statement)


def _of_chair(deed: Deed) -> bool:
    """ "Resumed the chair": whoever does may have been in the room all along."""
    return re.search(r"\bchair", deed.statement.text[deed.start : deed.end + 12], re.IGNORECASE) is not None


def deeds_declared(view: ItemView, covers: Covers, tied: Callable[[Statement, int], bool]) -> Done:
    """The person's deeds told in the past tense under declarations; `tied` says whether words speak of this item."""
    result = Done()
    for statements in view.declarations:
        for deed in _found("leave", statements, view, covers):
            if result.left is None and tied(deed.statement, deed.start) and not unrelated(deed, view):
                leave(result, deed, view)
        terse_rows(result, tuple(one for one in statements if tied(one, len(one.text))), view, covers)
        own = tuple(one for one in statements if tied(one, len(one.text)))
        _complied(result, own, view, covers)
        for deed in _found("no_vote", statements, view, covers):
            if tied(deed.statement, deed.start):
                result.no_vote = True
                result.used.append(deed.statement)
        for kind, name in (("stay", "stayed"), ("took_part", "took_part")):
            for deed in _found(kind, statements, view, covers):
                if deed.statement in own:
                    setattr(result, name, True)
                    result.used.append(deed.statement)
        for deed in _found("return", statements, view, covers):
            if result.left is not None and result.returned is None and deed.order > result.left.order:
                result.returned = deed
    return result


def deeds_around(view: ItemView, covers: Covers, *, declared: bool) -> Done:
    """Leaving told just before the item, or anywhere by the item's number."""
    result = Done()
    for statements in _with_deeds("leave", view.elsewhere, view):
        for deed in _found("leave", statements, view, covers):
            if result.left is None and names_this_item(deed, view) and not unrelated(deed, view):
                leave(result, deed, view)
    decided = max((one.sentence.order for one in view.before if is_decision(one, view.cast)), default=-1)
    last = view.before[-1].sentence.passage if view.before else -1
    for deed in _found("leave", view.before, view, covers):
        place = deed.statement.sentence
        closing = (
            (place.order > decided or _once_decided(deed, view))
            and place.passage == last
            and names_item(place.text, view.scope) is not False
        )
        if (
            result.left is None
            and declared
            and not unrelated(deed, view)
            and (closing or _still_out(deed, view, covers))
        ):
            leave(result, deed, view)
    if result.left is not None and result.left.statement in view.before:
        back = [deed for deed in _found("return", view.before, view, covers) if deed.order > result.left.order]
        if back:
            return Done()
    if result.left is not None:
        result.returned = next(iter(_found("return", view.at_item, view, covers)), None)
        _later_return(result, view, covers)
    return result


def _once_decided(deed: Deed, view: ItemView) -> bool:
    """Whether the leaving is told behind the decision in one sentence: "the paper was agreed and Dr Rao left"."""
    found = view.cast.words.find("decided", deed.statement.text)
    return found is not None and found.start() < deed.start


def _still_out(deed: Deed, view: ItemView, covers: Covers) -> bool:
    """Whether whoever left during the item before came back only at this one or later, and was silent at it."""
    if any(back.order > deed.order for back in _found("return", view.before, view, covers)):
        return False
    if _found("speak", view.at_item, view, covers) or _found("took_part", view.at_item, view, covers):
        return False
    later = (view.at_item, *_with_deeds("return", view.after, view))
    return any(_found("return", statements, view, covers) for statements in later)


def _found(kind: str, statements: Statements, view: ItemView, covers: Covers) -> list[Deed]:
    return [deed for deed in told(kind, statements, view.cast) if covers(deed)]


def _with_deeds(kind: str, sections: tuple[Statements, ...], view: ItemView) -> tuple[Statements, ...]:
    """Those of the sections in which anybody did such a thing; worked out once, whoever is asked about."""
    found = (one for one in sections if told(kind, one, view.cast))
    return view.cast.people.once(f"with {kind}", (sections,), lambda: tuple(found))


def names_this_item(deed: Deed, view: ItemView) -> bool:
    """Whether the words of the deed name the item by its number."""
    part = _UNTIL.sub(" ", part_of(deed.statement, deed.start, view.cast))
    return names_item(part, view.scope, view.minutes.on) is True


def _for_item(deed: Deed, view: ItemView) -> bool:
    """Whether leaving that is told after the decision was for the item, by its words or those of its paragraph."""
    words, text = view.cast.words, deed.statement.text
    if words.find("for_item", text) or words.find("interest_words", text):
        return True
    if any(words.find(key, text) for key in TIMING.values()):
        return True
    place = deed.statement.sentence.passage
    return any(
        one.sentence.passage == place and (opens(one, view.cast) or opens_entry(one, view.cast)) for one in view.at_item
    )


def _first_decision(statements: Statements, view: ItemView) -> int | None:
    return next((one.sentence.order for one in statements if is_decision(one, view.cast)), None)


def _rest(result: Done, statements: Statements, view: ItemView, covers: Covers) -> None:
    for kind, name in (("no_vote", "no_vote"), ("stay", "stayed"), ("took_part", "took_part")):
        for deed in _found(kind, statements, view, covers):
            setattr(result, name, True)
            result.voted = result.voted or (kind == "took_part" and not _supports(deed))
            result.used.append(deed.statement)
    for statement in votes_not_cast(statements, covers):
        result.no_vote = True
        result.used.append(statement)
    for deed in _found("return", statements, view, covers):
        if result.left is not None and result.returned is None and deed.order > result.left.order:
            result.returned = deed
            result.used.append(deed.statement)
            result.back_for_decision = bool(
                view.cast.words.find("return_for_decision", deed.statement.text[deed.start :])
            )
    result.took_part = result.took_part or result.back_for_decision
    result.voted = result.voted or result.back_for_decision
    said = (*_found("speak", statements, view, covers), *spoken_actively(statements, view.cast, covers))
    result.spoke = [deed for deed in said if _spoken(deed, view)]
    result.own_case = any(
        bool(view.cast.words.find("present_case", one.statement.text))
        for one in (*result.spoke, *_present(statements, view, covers))
    )


def _heard_before(result: Done, statements: Statements, view: ItemView) -> None:
    """A group that left once one of them had spoken was there while the matter was discussed."""
    left = result.left
    if left is None or left.mention is None or left.mention.kind != "group" or result.timing != "item":
        return
    spoken = [one for one in told("speak", statements, view.cast) if one.order < left.order and _spoken(one, view)]
    if any(one.who and one.who < left.who and one.statement is not left.statement for one in spoken):
        result.timing = "decision"


def _supports(deed: Deed) -> bool:
    """Whether the words are of support alone: "supported the scheme"."""
    return _SUPPORT.match(deed.statement.text, deed.start) is not None


def _present(statements: Statements, view: ItemView, covers: Covers) -> list[Deed]:
    return _found("present_case", statements, view, covers)


def _spoken(deed: Deed, view: ItemView) -> bool:
    """Whether these are the person's words on the matter, not on their own leaving, papers or interest."""
    words, text = view.cast.words, deed.statement.text
    asked = "‹" in text[deed.start : deed.end]  # somebody else asked for their words
    if not asked and any(one.start() <= deed.start < one.end() for one in words.phrases["speak_not"].finditer(text)):
        return False
    if not asked and _NOT_THEIRS.search(text[: deed.start]):
        return False
    rest = text[deed.start :]
    if words.find("papers_sent", rest) or words.find("papers_withheld", rest):
        return False
    return not any(
        found is not None and found.start() <= 2 for found in (words.find("declared", rest), words.find("noted", rest))
    )


def _later_return(result: Done, view: ItemView, covers: Covers) -> None:
    for statements in _with_deeds("return", view.after, view):
        back = next(iter(_found("return", statements, view, covers)), None)
        if back is not None and result.returned is None:
            result.returned = back
            result.used.append(back.statement)


def _complied(result: Done, statements: Statements, view: ItemView, covers: Covers) -> None:
    """ "Was asked to leave and did so": the deed is whatever was asked for last."""
    words = view.cast.words
    for deed in _found("complied", statements, view, covers):
        index = statements.index(deed.statement)
        asked = " ".join(
            (*(one.text for one in statements[max(index - 1, 0) : index]), deed.statement.text[: deed.start])
        )
        stay = [one.end() for one in words.phrases["no_vote_intended"].finditer(asked)]
        out = [one.span() for one in words.phrases["leave_intended"].finditer(asked)]
        if out and (not stay or out[-1][1] > stay[-1]) and result.left is None:
            leave(result, deed, view, told=(asked[out[-1][0] :], asked[: out[-1][0]]))
        elif stay:
            result.no_vote = True
            result.used.append(deed.statement)


def _for_that(deed: Deed, statements: Statements) -> bool:
    """ "He did not attend for that reason", said right after an interest."""
    index = statements.index(deed.statement)
    same = index and statements[index - 1].sentence.passage == deed.statement.sentence.passage
    return bool(same) and _REASON.search(deed.statement.text) is not None


def absent_for_interest(view: ItemView, covers: Covers) -> Statement | None:
    """The statement that ties staying away from the meeting to an interest in this item."""
    words = view.cast.words
    parts = (view.elsewhere, view.declarations)
    for statements in [one for part in parts for one in _with_deeds("not_attend", part, view)]:
        for deed in _found("not_attend", statements, view, covers):
            text = deed.statement.text
            if _DESPITE.search(text):
                continue
            whole = not words.find("for_item", text[deed.start : deed.end + 30])
            if (
                whole
                and (words.find("interest_words", text) or _for_that(deed, statements))
                and names_item(text, view.scope, view.minutes.on) is not False
            ):
                return deed.statement
    return None
