"""Pronouns bound to whoever they may mean, by gender and number, and to those who declared where nobody is named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from coi_audit.linking.participation.cast import Cast, Mention, Statement, is_subject
from coi_audit.linking.participation.chains import meant_last

# Whoever is handed the chair has no cause to leave it; "as GPs" names nobody new.
_NO_CAUSE = re.compile(r"\bchair(?:ing)?\s+(?:over\s+)?to\s+$|\b(?:as|are|were|is|was|being)\s+$", re.IGNORECASE)
_SUBORDINATE = re.compile(
    r"^\W*(?:just\s+)?(?:before|when|after|once|as|while|whilst|until|although)\s+$", re.IGNORECASE
)
_BY_INTEREST = ("conflicted", "sharing")


def resolved(statement: Statement, before: Sequence[Statement], cast: Cast) -> Statement:
    """Bind each pronoun to whoever it may mean."""
    mentions = list(statement.mentions)
    for start, _, mention in list(statement.spans()):
        number = next(i for i, one in enumerate(statement.mentions) if one is mention)
        current = Statement(statement.sentence, statement.text, tuple(mentions))
        if mention.kind == "last":
            here = [one for a, _, one in current.spans() if a < start]
            mentions[number] = meant_last(mention, here, before, statement.sentence.passage)
        if mention.also:
            mentions[number] = _with_them(mention, before, statement.sentence.passage, cast)
        if mention.kind != "pronoun" or mentions[number].who:
            continue
        here = [one for a, _, one in current.spans() if a < start and not _NO_CAUSE.search(current.text[:a])]
        near = [one for one in before if one.sentence.passage == statement.sentence.passage]
        meant = _named_next(mention, current, start) or _antecedent(mention, here, near, cast)
        meant = meant or _one_of(mention, here) or _antecedent(mention, here, before, cast)
        if meant is not None:
            mentions[number] = replace(
                mention,
                who=meant.who,
                unsure=meant.unsure,
                text=meant.text,
                kind=meant.kind if meant.kind in _BY_INTEREST else "others" if _nobody(meant) else "named",
                without=meant.without,
            )
        elif not here and not any(one.mentions for one in before):
            mentions[number] = replace(mention, kind="conflicted")  # "They both left": those who declared before
    return Statement(statement.sentence, statement.text, tuple(mentions))


def _with_them(mention: Mention, before: Sequence[Statement], passage: int, cast: Cast) -> Mention:
    """ "She and Mrs Lamb then left": whoever "she" is in the paragraph left too."""
    word = mention.also.casefold()
    side = {"he": "he", "she": "she"}.get(word)
    pronoun = Mention("pronoun", mention.also, frozenset(), plural=word == "they", gender=side)
    near = [one for one in before if one.sentence.passage == passage]
    meant = _antecedent(pronoun, (), near, cast)
    sure = meant is not None and meant.kind in ("named", "chair") and not meant.who & mention.who
    return replace(mention, who=mention.who | meant.who) if meant is not None and sure else mention


def _named_next(pronoun: Mention, statement: Statement, start: int) -> Mention | None:
    """ "Before he left Dr Rao reminded members": whoever acts in the main clause, where nobody stands before."""
    if pronoun.plural or not _SUBORDINATE.match(statement.text[:start]):
        return None
    later = next((one for a, _, one in statement.spans() if a > start), None)
    return later if later is not None and later.kind == "named" and later.who and _agree(pronoun, later) else None


def _one_of(pronoun: Mention, here: Sequence[Mention]) -> Mention | None:
    """ "Mr Voss and Dr Kell, ... through his wife's work": one of those named together, whichever it is."""
    if pronoun.plural:
        return None
    named = (one for one in reversed(here) if one.plural and one.kind == "named" and (one.who or one.unsure))
    them = next(named, None)
    return None if them is None else replace(them, who=frozenset(), unsure=them.who | them.unsure, plural=False)


def _nobody(mention: Mention) -> bool:
    return not mention.who and not mention.unsure


def _antecedent(pronoun: Mention, here: Sequence[Mention], before: Sequence[Statement], cast: Cast) -> Mention | None:
    """Whoever was named last: in this sentence, else the subject of the one before, else anybody there, and so back.

    "They" looks for several people first; the chair is meant only where nobody else can be.
    """
    pools: list[Sequence[Mention]] = [here]
    for statement in reversed(before):
        spans = [(start, one) for start, _, one in statement.spans() if not _NO_CAUSE.search(statement.text[:start])]
        pools.append([one for start, one in spans if is_subject(statement, start, cast)])
        pools.append([one for _, one in spans])
    rounds = [(plural, chair) for plural in ((True, False) if pronoun.plural else (False,)) for chair in (False, True)]
    for plural, chair in rounds:
        for pool in pools:
            for one in reversed(pool):
                if (one.kind == "chair") is chair and one.plural is plural and _agree(pronoun, one):
                    return one
    return None


def _agree(pronoun: Mention, meant: Mention) -> bool:
    if meant.kind == "pronoun" or (meant.kind == "others" and not pronoun.plural):
        return False
    return not (pronoun.gender and meant.gender and pronoun.gender != meant.gender)
