"""Headings that ask ("When did it start?", "Is it your own or a relative's?") or name the answers to choose from."""

from __future__ import annotations

import re

from coi_audit.readers.registers.fields import Field

_ASKS = re.compile(
    r"(?:please )?"
    r"(?:(?:state|give|say|tell us|describe|list|provide|enter|indicate|specify|confirm|select|choose|tick) )?"
    r"(?:(?:is|are|was|were|what|who|whose|when|how|which|whether|if|since when|until when|with whom|in which)\b|"
    r"on (?:what|which) (?:date|day)\b)"
)
_WHEN = r"^.*\b(?:when|what (?:date|day)|which (?:date|day))\b.*"
_BEGIN = r"\b(?:start\w*|beg[aiu]n\w*|commenc\w*|arise|arose|acquire\w*|take up|took up|taken up|join\w*|since)\b"
_END = r"\b(?:end(?:s|ed)?|cease\w*|stop\w*|finish\w*|leave|left|until|expire\w*|give up|gave up)\b"
_SOMEBODY = (
    r"(?:somebody|someone|anybody|anyone|family|relatives?|relations?|spouses?|partners?|anothers?|another|else|elses"
    r"|others?)"
)
_OWN = r"(?:own|self|yours?|you|yourself|mine|personal)"
_QUESTIONS: tuple[tuple[Field, re.Pattern[str]], ...] = (
    (
        Field.RELATIONSHIP,
        re.compile(rf"\b{_OWN}\b.*\bor\b.*\b{_SOMEBODY}\b|\bwhose (?:interest|is it)\b|^who (?:holds|has|owns)\b"),
    ),
    (Field.DIRECT, re.compile(r"\bdirect\b.*\bindirect\b|\bindirect\b.*\bdirect\b")),
    (Field.CATEGORY, re.compile(r"\b(?:financial|pecuniary)\b.*\b(?:professional|personal|non)\b")),
    (Field.CATEGORY, re.compile(r"\b(?:what|which) (?:type|kind|sort|category|class)\b")),
    (
        Field.DECLARED_ON,
        re.compile(rf"{_WHEN}\b(?:declar\w*|tell|told|notif\w*|report\w*|register\w*|signed|submitted)\b"),
    ),
    (Field.PERIOD, re.compile(rf"{_WHEN}{_BEGIN}.*{_END}")),
    (Field.HELD_UNTIL, re.compile(rf"{_WHEN}{_END}")),
    (Field.HELD_FROM, re.compile(rf"{_WHEN}{_BEGIN}")),
    (
        Field.MITIGATION,
        re.compile(
            r"\b(?:what|how)\b.*\b(?:agreed|done|manag\w*|mitigat\w*|deal|dealt|handl\w*|actions?|steps|avoid\w*)\b"
        ),
    ),
    (
        Field.ORGANISATION,
        re.compile(
            r"\b(?:which|what|whom)\b(?: (?:is|was) the)?(?: name of the)? (?:organisation|company|body|firm)\b"
        ),
    ),
)
# A choice with no question: "Own / family", "Personal or spouse's".
_CHOICE = re.compile(
    rf"(?:interest )?(?:own|self|mine|personal)(?: interest)? (?:or|and) (?:close )?{_SOMEBODY}"
    r"(?: (?:member|interest|relative|friend)s?)*|(?:interest )?(?:family|spouses?|relatives?) or (?:own|self|personal)"
)
_TYPES = re.compile(r"(?:financial|pecuniary)(?: or)? non (?:financial|pecuniary)(?: interest)?")
# The day of a declaration: "Declaration signed on", "Form received (date)".
_TOLD_ON = re.compile(
    r"(?:(?:the|this|interest|last|latest|annual) )?(?:declaration|form|return|entry|interest)(?: form| was| is)? "
    r"(?:signed|made|received|submitted|dated|returned|completed|confirmed|updated|reviewed|declared|registered|notified)"
    r" (?:on|date|when)"
    r"|(?:date|day) of (?:(?:the|this|last|latest|most|recent|signed) )*(?:declaration|form|return|entry)"
)


def asked(folded: str) -> Field | None:
    """The field that a folded heading asks for, None where it neither asks nor names what to choose from."""
    if _CHOICE.fullmatch(folded):
        return Field.RELATIONSHIP
    if _TYPES.fullmatch(folded):
        return Field.CATEGORY
    if _TOLD_ON.fullmatch(folded):
        return Field.DECLARED_ON
    if _ASKS.match(folded) is None:
        return None
    return next((found for found, pattern in _QUESTIONS if pattern.search(folded)), None)
