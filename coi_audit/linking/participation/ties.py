"""Interests told without a word of declaring: "this was his practice", "a conflict arose for her"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coi_audit.linking.participation.cast import Cast, Mention, Statement

_OWN = (
    r"(?:practices?|surgery|surgeries|firm|company|employer|business|federation|charity"
    r"|pharmacy|organisation|trust|network|PCN"
    r"|husband|wife|spouse|partner|son|daughter|brother|sister|mother|father|cousin|landlord"
    r"|tenant|premises|building)"
)
_TIES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # "This was Dr Rao's practice", "the applicant being her own surgery".
        r"\b(?:is|was|were|being|are|concern(?:s|ed)|involv(?:es|ed)|relat(?:es|ed) to|about|belong(?:s|ed) to"
        r"|owned by|run by|branch of|part of"
        rf"|affect(?:s|ed))\s+(?:also\s+)?‹(?P<who>\d+)›'s\s+(?:own\s+|former\s+|previous\s+)?{_OWN}\b",
        # "A conflict of interest arose here for Dr Rao".
        r"\b(?:conflicts?|interests?)(?:\s+of\s+interest)?\s+(?:also\s+)?(?:arose|arises|existed"
        r"|exists|was|is|were|are|remained|presents?|presented|identified|noted|recorded|declared)\s+"
        r"(?:\w+\s+){0,4}?for\s+‹(?P<who>\d+)›(?!')",
        # "Dr Rao, speaking as a partner in the practice, asked".
        r"‹(?P<who>\d+)›,?\s+(?:speaking|writing|commenting|talking|answering)\s+(?:here\s+)?as\s+"
        r"(?:an?|one|the)\s+[^.;‹]{0,30}?\b(?:partner|owner|director|trustee|landlord|shareholder"
        r"|employee|applicant|bidder|provider|contractor)\b",
        # "Dr Rao said that as a partner at Elm Lane he could not take part".
        r"‹(?P<who>\d+)›(?!')[^.;‹]{0,40}?\bas\s+(?:an?|one\s+of\s+the|the|its)\s+(?:[\w-]+\s+){0,3}?"
        r"(?:partner|owner|co-owner|shareholder|trustee|landlord|applicant|bidder|lessor|leaseholder)\b",
        # "The doctors were bound to have an interest", "Dr Rao, as a local GP, could not vote".
        r"‹(?P<who>\d+)›(?!')\s+(?:\w+\s+){0,3}?(?:bound|likely|certain|thought|considered|known|said|understood)\s+to\s+have\s+"
        r"(?:an?\s+)?(?:\w+\s+)?(?:interest|conflict)\b",
        r"‹(?P<who>\d+)›(?!'),?\s+(?:as|being)\s+(?:‹\d+›|(?:[\w-]+\s+){0,3}?(?:GPs?|doctors?|practitioners?|partners?|providers?"
        r"|contractors?|recipients?|beneficiar(?:y|ies)))[^.;,‹]{0,30},?\s+(?:could|should|would|must|may|might|did|was|were|had)\s+(?:to|not)\b",
        r"^\W*(?:as|being)\s+(?:[\w-]+\s+){0,3}?(?:recipients?|beneficiar(?:y|ies)|contractors?|providers?)\b[^.;,‹]{0,40}?,?\s+‹(?P<who>\d+)›(?!')",
        # "Since all networks might bid, Dr Rao and Dr Shah said that they would not vote".
        r"^\W*(?:since|as|because|given that)\s[^.;‹]{3,90}\b(?:bid|benefit|gain|apply|eligible|paid|affected"
        r"|receive|touched|interested|concerned)"
        r"\b[^.;‹]{0,20},?\s+‹(?P<who>\d+)›(?!')[^.;]{0,40}?\b(?:not\s+(?:vote|take|decide|participate)|abstain\w*|leave|left|withdr\w+|took\s+no)\b",
        # "The GPs were in receipt of these payments".
        r"‹(?P<who>\d+)›(?!')\s+(?:(?:is|was|are|were|being)\s+)?(?:(?:also|all|both|each|currently)\s+)*(?:in\s+receipt\s+of|recipients?\s+of"
        r"|beneficiar(?:y|ies)\s+(?:of|under)|paid\s+(?:by|under|through)\s+(?:this|the|these)|contractors?\s+under)\b",
        # "Primary care members, whose practices may all apply".
        r"‹(?P<who>\d+)›(?:'s)?,?\s+whose\s+(?:own\s+)?(?:practices?|surger(?:y|ies)|compan(?:y|ies)|firms?|employers?)\s+(?:may|might|could|would|will"
        r"|can|are|is|were|was|all|both|each|stand)\b",
        # "Dr Rao would gain", "both stood to benefit".
        r"‹(?P<who>\d+)›(?!')\s+(?:(?:both|all|each|also)\s+)?(?:stands?|stood)\s+to\s+(?:gain"
        r"|benefit|lose|profit)\b",
        r"‹(?P<who>\d+)›(?!')\s+(?:(?:both|all|each|also)\s+)?(?:is|was|are|were)\s+(?:an?\s+"
        r"|both\s+)?interested\s+part(?:y|ies)\b",
    )
)
_THEY_WERE = re.compile(
    r"^\W*(?:‹\d+›|they|these|those|the\s+\w+)\s+(?:were|are|being)\s*:?\s*‹(?P<who>\d+)›\W*$", re.IGNORECASE
)
_BUT_FOR = re.compile(
    r"\b(?:other than|apart from|except(?:ing)?(?: for| that)?|save(?: for| that)?|but for|bar|besides|beyond)\s+"
    r"(?:(?:by|for|from|those|that|the|of|one|a)\s+){0,4}?‹(?P<who>\d+)›",
    re.IGNORECASE,
)
_DOUBTED = re.compile(r"\b(?:whether|if|not|nor|never|no longer)\b[^.;,]{0,40}$", re.IGNORECASE)


def ties_of(statement: Statement, cast: Cast) -> Iterator[tuple[Mention, int]]:
    """Whoever the sentence ties to the matter by such words, with the place of the name."""
    for start, _, mention in statement.spans():
        if mention.plural and mention.kind == "named" and cast.words.conflicted.match(mention.text):
            yield mention, start  # "interested parties (the two GPs)"
    for pattern in _TIES:
        for found in pattern.finditer(statement.text):
            mention = statement.mentions[int(found["who"])]
            meant = mention.who | mention.unsure
            if meant and mention.kind != "others" and not _DOUBTED.search(statement.text[: found.start()]):
                yield mention, found.start("who") - 1


def but_for(statement: Statement, start: int) -> Iterator[tuple[Mention, int]]:
    """ "No interests were declared other than by Dr Rao": whoever stands behind an exception."""
    for found in _BUT_FOR.finditer(statement.text, start):
        mention = statement.mentions[int(found["who"])]
        if (mention.who | mention.unsure) and mention.kind in ("named", "group", "chair"):
            yield mention, found.start("who") - 1


def they_were(statement: Statement, before: Statement | None, cast: Cast) -> Iterator[tuple[Mention, int]]:
    """ "Two members told of an interest in item 7. They were Dr Rao and Mrs Lamb.": counted first and named then."""
    found = _THEY_WERE.match(statement.text)
    if found is None or before is None or before.sentence.passage != statement.sentence.passage:
        return
    named = any(one.kind == "named" and (one.who | one.unsure) for one in before.mentions)
    mention = statement.mentions[int(found["who"])]
    if not named and (mention.who | mention.unsure) and cast.words.find("interest_words", before.text):
        yield mention, found.start("who") - 1
