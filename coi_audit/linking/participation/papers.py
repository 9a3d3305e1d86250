"""Whether somebody had the papers of an item, from words for papers, for having them, and for not having them."""

from __future__ import annotations

import re

from coi_audit.linking.participation.cast import Cast, Statement

_PAPERS = (
    r"(?:papers?|reports?|documents?|documentation|packs?|appendix|appendices|annex(?:es)?"
    r"|enclosures?|attachments?|bids?"
    r"|tenders?|submissions?|applications?|scores?|scoring|evaluations?|prices?|proposals?"
    r"|business cases?|copy|copies|material)"
)
_HAD = (
    r"(?:sent|given|received|receive|seen|see|had|have|has|got|issued|circulated|provided"
    r"|shared|supplied|shown|reached|read|copied|access|sight"
    r"|made available|handed|passed|emailed|e-mailed|distributed|obtained|gone|went|come|came|included|contained)"
)
_NO = r"(?:no|none|not|n't|never|nothing|neither|without|nor)"
_KEPT = (
    r"(?:withheld|held back|kept(?: back)?|redacted|removed|omitted|left out|blanked(?: out)?"
    r"|taken out|restricted|excluded|embargoed|stripped)"
)
_ALL_BUT = re.compile(
    rf"\b{_PAPERS}\b[^.;|]*\b(?:to|with|by)\s+(?:all|everybody|everyone|every member|members"
    rf"|others?|the other members|the rest[^‹.;]{{0,30}})[^.;‹]{{0,30}}"
    r"\b(?:but|except|excepting|save|bar|other than|apart from|excluding|not)\s+(?:for\s+|to\s+)?‹(?P<who>\d+)›",
    re.IGNORECASE,
)
_KEPT_FROM = re.compile(
    rf"(?:\b{_PAPERS}\b[^.;|]*\b{_KEPT}|\b{_KEPT}\b[^.;|]*\b{_PAPERS})\b[^.;|]*?\b(?:from"
    r"|for|out of)\s+‹(?P<who>\d+)›"
    rf"|\bfrom\s+‹(?P<whom>\d+)›\s+[^.;|]*\b{_PAPERS}\b[^.;|]*\b{_KEPT}\b"
    rf"|‹(?P<own>\d+)›,?\s+from\s+whom\s+[^.;|]*\b{_PAPERS}\b[^.;|]*\b{_KEPT}\b",
    re.IGNORECASE,
)
_HAD_NONE = re.compile(
    rf"‹(?P<who>\d+)›(?!')(?:\s+(?!would|will|should|could|might|may|if)[\w‹›']+){{0,5}}?\s*{_NO}\b[^.;"
    rf"|‹]{{0,60}}\b{_PAPERS}\b",
    re.IGNORECASE,
)
_HAD_NONE_VERB = re.compile(rf"\b{_HAD}\b", re.IGNORECASE)
_NONE_REACHED = re.compile(
    rf"\b(?:no|none of the|neither)\s+(?:[\w-]+\s+){{0,2}}?{_PAPERS}\b[^.;|‹]{{0,60}}\b{_HAD}\b[^.;"
    rf"|‹]{{0,20}}‹(?P<who>\d+)›(?!')"
    rf"|\b{_PAPERS}\b[^.;|‹]{{0,40}}(?:\bnot\b|n't\b|\bnever\b)[^.;|‹]{{0,20}}\b{_HAD}\b[^.;"
    rf"|‹]{{0,20}}‹(?P<whom>\d+)›(?!')",
    re.IGNORECASE,
)
_OWN_PACK = re.compile(
    r"‹(?P<who>\d+)›'s?\s+(?:own\s+)?(?:pack|set|copy|bundle|papers|version)\b[^.;|‹]{0,50}"
    r"\b(?:without|omitted|lacked|excluded|redacted|minus|missing|did not (?:include|contain|have|hold)|left out)\b",
    re.IGNORECASE,
)
# "None of them had been sent the paper", "neither had seen the report", "nobody who left had received them".
NONE_HAD = re.compile(
    r"\b(?:(?:none|neither)"
    r"(?:\s+of\s+(?:(?:the\s+)?(?:two|three|four|five|six)|(?P<of>(?!‹)[\w ]{2,30}?)|‹(?P<who>\d+)›))?"
    r"|(?:nobody|no[ -]one)\s+"
    r"(?:who\s+(?:had\s+)?(?:left|withdrew|withdrawn|declared)|concerned|conflicted|with\s+an?\s+\w+)"
    r"(?:\s+(?:the|an?)\s+\w+)?)"
    rf"\s+(?:had|was|were|have|has)\b[^.;|‹]{{0,25}}?\b{_HAD}\b[^.;|‹]{{0,30}}?\b(?:{_PAPERS}|them|it)\b",
    re.IGNORECASE,
)
_MEANT = re.compile(
    r"\b(?:would|will|should|shall|must|to) (?:not )?(?:also )?(?:be|have|receive|see|get)\b"
    r"|\bnot to (?:be|see|receive|have)\b|\bno\s+(?:further\s+)?(?:comments?|questions?"
    r"|views?|objections?|interests?|conflicts?)\b",
    re.IGNORECASE,
)


def had_no_papers(statement: Statement, person: int, cast: Cast) -> bool:
    """Whether a sentence tells that the papers had not come to that person; intentions tell nothing."""
    text = statement.text
    if _MEANT.search(text) or cast.words.find("reminder", text):
        return False
    for pattern in (_ALL_BUT, _KEPT_FROM, _NONE_REACHED, _OWN_PACK):
        if any(_speaks_of(found, statement, person) for found in pattern.finditer(text)):
            return True
    return any(
        _speaks_of(found, statement, person) and _HAD_NONE_VERB.search(found.group())
        for found in _HAD_NONE.finditer(text)
    )


def none_had_papers(statement: Statement, person: int) -> bool | None:
    """Whether "none of them had been sent the paper" tells of that person; None where no such words stand there."""
    found = NONE_HAD.search(statement.text)
    if found is None:
        return None
    if found["who"] is None:
        return found["of"] is None
    them = statement.mentions[int(found["who"])]
    return them.kind == "conflicted" or person in them.who


def _speaks_of(found: re.Match[str], statement: Statement, person: int) -> bool:
    numbers = [one for one in found.groups() if one is not None]
    return any(person in statement.mentions[int(one)].who for one in numbers)
