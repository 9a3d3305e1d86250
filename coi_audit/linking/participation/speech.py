"""Words somebody had on a matter, told by a noun ("after hearing his views") or by joining in the talk."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coi_audit.linking.participation.binding import Deed, done
from coi_audit.linking.participation.cast import Cast, Statement
from coi_audit.linking.participation.clauses import Clause

_WORDS = (
    r"(?:(?:brief|short|helpful|full|clear|useful|own|opening|clinical|personal|initial|further|few)\s+)*"
    r"(?:comments?|explanations?|views?|contributions?|presentation|statement|account|remarks|answers?|responses?|advice|input|points?"
    r"|questions?|introduction|evidence|clarification|summary|description|observations?|concerns|opinion|thoughts|speech|reply)"
)
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # "Dr Rao's comments were noted".
        rf"‹(\d+)›'s?\s+{_WORDS}\s+(?:was|were)\s+(?:then\s+|also\s+)?(?:noted|heard|welcomed|acknowledged|taken|received|helpful"
        r"|appreciated|discussed|considered|answered)\b",
        # "After hearing his views", "members listened to her account".
        rf"\b(?:after|following|heard|hearing|had|listened\s+to|took|noted|welcomed|on\s+the\s+strength\s+of|with)\s+‹(\d+)›'s?\s+{_WORDS}\b",
        # "Thanked Dr Rao for his explanation", "for coming".
        rf"\bthanked\s+‹(\d+)›(?!')\s+for\s+(?:‹\d+›'s\s+|the\s+|a\s+)?(?:{_WORDS}|explaining|speaking|answering|describing|presenting"
        r"|outlining|introducing|setting)\b",
        # "Dr Rao, after a short statement, left".
        rf"‹(\d+)›(?!'),?\s+(?:after|following|having\s+(?:made|given))\s+(?:an?|some|the|‹\d+›'s)\s+{_WORDS}\b",
        # "Her part was limited to answering questions".
        r"‹(\d+)›'s?\s+(?:part|participation|role|involvement|contribution)\s+(?:was|were)\s+\w+\s+to\s+(?:answering|explaining|describing"
        r"|giving|presenting|(?:the\s+)?discussion|questions)\b",
        # "Having heard from Dr Rao".
        r"\b(?:heard|hearing|listened|listening)\s+(?:from\s+|to\s+)?‹(\d+)›(?!'s?\s+(?:application|case|declaration|interest))",
        r"‹(\d+)›(?!')\s+(?:was|were)\s+(?:then\s+|first\s+)?(?:heard|listened\s+to|questioned)\b",
    )
)
_TALK = re.compile(
    r"^(?:\s+(?:fully|actively|in|to|part|an?|active|full|briefly|with|on))*\s+(?:the|this|that|a)\s+(?:[\w-]+\s+)?"
    r"(?:discussions?|debates?|conversation|talk|exchange|questions)\b",
    re.IGNORECASE,
)
_JOINING = frozenset(("join", "participate", "contribute", "share", "engage", "take", "play"))


def joins_in(clause: Clause) -> bool:
    """ "Shared in the debate": whoever joins in the talk has spoken."""
    return clause.lemma in _JOINING and not clause.passive and _TALK.match(clause.takes) is not None


def spoken_of_by_noun(statements: tuple[Statement, ...], cast: Cast) -> Iterator[tuple[str, Deed]]:
    """Speech told by a noun, with whose it was."""
    for statement in statements:
        for pattern in _PATTERNS:
            for found in pattern.finditer(statement.text):
                mention = statement.mentions[int(found.group(1))]
                if mention.kind != "others" and done(statement.text, found.start(), cast):
                    yield "speak", Deed("speak", statement, found.start(), found.end(), mention.who, mention)
