"""Paragraphs under a label of conflicts, and sentences among declarations: whoever they tell of has an interest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from coi_audit.linking.participation.cast import Cast, Mention, Statement, is_subject

_INTERESTS = re.compile(r"interests?", re.IGNORECASE)
_BEHIND = re.compile(r"[^.:;‹|]{0,60}:|\s*-\s")
_RULES = re.compile(
    r"(?:\s+(?:then|also|had|has|was))*\s+(?:asked|ruled|invited|thanked|determined|decided|chaired|presided|proposed"
    r"|requested|took\s+(?:over\s+)?(?:the\s+)?chair|in\s+the\s+chair|assumed\s+the\s+chair)\b",
    re.IGNORECASE,
)
# "Tilda said this could be noted", "Ms Okafor said that Dr Rao is a partner": told of somebody else.
_TELLS_OF = re.compile(
    r"\s+(?:(?:also|then|both)\s+)?(?:said|felt|thought|considered|advised|confirmed|suggested|explained|noted|reported)\s+(?:that\s+)?"
    r"(?:(?:this|it|these|that)\s+(?:could|should|would|might|was|were|did|need\w*|may)\b|‹(?P<whom>\d+)›)",
    re.IGNORECASE,
)
_BETWEEN_COMMAS = re.compile(r",\s(?:for|as|in|on behalf of)\s[^,;.]{2,40},(?=\s)", re.IGNORECASE)
_REMINDED = re.compile(r"\s+reminded\s+‹(\d+)›")
# What an interest is told by, where no verb of declaring stands: the interest, its handling, or the papers.
_TOLD = ("interest_words", "nature", "leave", "no_vote", "stay", "noted", "papers_withheld", "papers_sent")


_ALSO_RULES = re.compile(
    r"(?:\s+\w+){0,2}?\s+(?:considered|agreed|felt|advised|directed|welcomed|reminded|chair|preside|did not (?:think"
    r"|consider|regard|see))\b",
    re.IGNORECASE,
)


def opens(statement: Statement, cast: Cast) -> bool:
    """Whether the first words of a paragraph are such a label, with a colon or dash behind it or nothing more."""
    text = statement.text.lstrip("-•* [(")
    label = cast.words.phrases["conflict_label"].match(text) or _INTERESTS.match(text)
    return label is not None and (_BEHIND.match(text, label.end()) is not None or not text[label.end() :].strip())


_ENTRY = re.compile(r"^\W*‹(\d+)›(?:'s)?(?:\s*\([^)]*\))?(?:\s+-\s+|\s*:\s*)\S")
_SPOKEN = re.compile(
    r"\b(?:asked|presented|introduced|reported|updated|outlined|led|thanked|noted|gave|said)\b", re.IGNORECASE
)


def opens_entry(statement: Statement, cast: Cast) -> Mention | None:
    """Whoever an entry tells a tie of: "ZM - partner, Orchard Surgery"; None for other sentences."""
    found = _ENTRY.match(statement.text)
    if found is None or statement.sentence.row or _SPOKEN.search(statement.text):
        return None
    mention = statement.mentions[int(found.group(1))]
    if mention.kind not in ("named", "group") or not (mention.who | mention.unsure):
        return None
    tied = cast.words.find("nature", statement.text) or cast.words.find("interest_words", statement.text)
    return mention if tied or re.search(r"\b(?:practices?|surger(?:y|ies))\b", statement.text, re.I) else None


def alone(statement: Statement) -> bool:
    """Whether a paragraph holds no more than its label, so that the next one tells of the conflict."""
    return not statement.mentions and len(statement.text.split()) <= 8 and not statement.text.rstrip().endswith(".")


def under_label(statement: Statement, told: Sequence[tuple[Mention, int]], cast: Cast) -> Iterator[tuple[Mention, int]]:
    """Whoever acts in a statement of such a paragraph and is not among those `told`, with the place of the name.

    Whoever only leads the meeting there (asks, rules, takes the chair) or presents the paper declares nothing.
    """
    known = frozenset().union(*(one.who | one.unsure for one, _ in told))
    text = statement.text
    bracketed = re.search(r"›\s*\(", text)
    if cast.words.find("no_declaration", text) or not (bracketed or any(cast.words.find(key, text) for key in _TOLD)):
        return
    for start, end, mention in statement.spans():
        meant = mention.who | mention.unsure
        new = meant and not meant <= known and mention.kind in ("named", "group")
        ruling = leads(statement, end) or _ALSO_RULES.match(text, end)
        if new and is_subject(statement, start, cast) and not ruling:
            known |= meant
            yield mention, start


_DENIED = re.compile(
    r"\b(?:whether|if any|respectively|unaffected|queried|thanked)\b"
    r"|\b(?:was|were|is|are|be|being)\s+(?:not|un)\s*(?:affected|conflicted|involved|touched)\b",
    re.IGNORECASE,
)
_NAMES_ITEM = re.compile(r"\b(?:agenda\s+)?items?\s+[\w./]*\d", re.IGNORECASE)
_THAT_SOMEBODY = re.compile(
    r"(?:,|;|\band)\s+that\s+(?=‹[^,;]{0,30}\b(?:should|must|might|may|could|can|would|need\w*|was|were)\b)"
)
_WEIGHS = ("management", "nature", "interest_words", "papers_withheld", "papers_sent", "organisation_words")


def told_among(statement: Statement, cast: Cast) -> Iterator[tuple[Mention, int]]:
    """Whoever a sentence under declarations tells of in its own words: "RP's practice borders the branch".

    Such words are good only where they name the item or the interest; whoever leads the meeting declares nothing.
    """
    text = statement.text
    if cast.words.find("no_declaration", text) or _DENIED.search(text) or statement.sentence.row:
        return
    if not _NAMES_ITEM.search(text) and not any(
        cast.words.find(key, one) for one in (text, statement.sentence.text) for key in _WEIGHS
    ):
        return
    known: frozenset[int] = frozenset()
    for start, end, mention in statement.spans():
        meant = mention.who | mention.unsure
        new = meant and not meant <= known and mention.kind in ("named", "group")
        if new and not leads(statement, end) and not _ALSO_RULES.match(text, end) and _in_own_clause(text, start):
            known |= meant
            yield mention, start


def _in_own_clause(text: str, start: int) -> bool:
    """Whether an item is named in the clause that stands there, where each of several has one of its own to name.

    "That AR should leave for his item, and that MS could speak to item 7": item 7 is told of MS alone.
    """
    edges = [0, *(one.start() for one in _THAT_SOMEBODY.finditer(text)), len(text)]
    own = next((one, two) for one, two in pairwise(edges) if one <= start < two)
    return len(edges) == 2 or not _NAMES_ITEM.search(text) or _NAMES_ITEM.search(text, *own) is not None


def _same(statement: Statement, end: int, number: int) -> bool:
    """Whether the mention that ends there and another mean one of the same people."""
    own = statement.mentions[int(statement.text[:end].rsplit("‹", 1)[1].rstrip("›"))]
    other = statement.mentions[number]
    return bool((own.who | own.unsure) & (other.who | other.unsure))


def leads(statement: Statement, end: int) -> bool:
    """Whether the verb behind a name is that of somebody who leads the meeting, or reminds somebody else."""
    aside = _BETWEEN_COMMAS.match(statement.text, end)
    end = aside.end() if aside else end
    reminded = _REMINDED.match(statement.text[end:])
    told = _TELLS_OF.match(statement.text[end:])
    if told is not None and (told["whom"] is None or not _same(statement, end, int(told["whom"]))):
        return True
    other = reminded is not None and bool(statement.mentions[int(reminded.group(1))].who)
    return other or _RULES.match(statement.text[end:]) is not None
