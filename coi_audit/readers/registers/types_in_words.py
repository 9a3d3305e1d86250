"""The type of an interest where no column holds it: in front of its words, in brackets, or after a dash or comma."""

from __future__ import annotations

import re

from coi_audit.readers.registers.words import TypeRead, read_type

_WORD = (
    r"(?:(?:in)?direct|non|non-?financial|non-?pecuniary|financial|pecuniary|personal|professional|loyalty|conflict of"
    r"|interests?|and|or)"
)
_TYPE = rf"{_WORD}(?:[\s/&,-]+{_WORD}){{0,5}}"
_TELLS = re.compile(r"financial|pecuniary|direct|loyalty|non-?\s?personal|non-?\s?professional", re.IGNORECASE)
_IN_FRONT = re.compile(
    r"^\s*((?:(?:in)?direct )?(?:non[- ]?)?(?:financial|pecuniary)(?: professional| personal)?(?: interests?)?)"
    r"\s*[-–—:]",
    re.IGNORECASE,
)
_CODE_BEHIND = re.compile(r"\s*[(\[]\s*((?:[A-Za-z]{1,2})|[Nn][A-Za-z]{1,5}(?:[- ][A-Za-z]{1,5})?)\s*[)\]]\s*[.;]?$")
_IN_BRACKETS = re.compile(rf"[(\[]\s*({_TYPE})\s*[)\]]", re.IGNORECASE)
_BEHIND_A_MARK = re.compile(rf"(?:\s[-–—]|[–—,;:])\s*({_TYPE})\s*(?=$|[,;.–—]|\s-)", re.IGNORECASE)


def type_in_words(nature: str, *, personal: bool = False) -> TypeRead:
    """The type that an interest's own words tell: "Financial: ...", "Trustee, Ash Fund (NFP)", "... - indirect, 2019".

    "(personal)" alone tells one only in a register that calls the other type pecuniary (`personal`).
    """
    match = _IN_FRONT.match(nature) or _CODE_BEHIND.search(nature)
    if match is not None and read_type(match[1]).known:
        return read_type(match[1])
    for pattern in (_IN_BRACKETS, _BEHIND_A_MARK):
        told = [one[1] for one in pattern.finditer(nature) if personal or _TELLS.search(one[1])]
        if told:
            return read_type(told[-1])
    return TypeRead()


def without_code(nature: str) -> str:
    """The words of an interest without the code of its type in brackets behind them ("Trustee, Ash Fund (NFP)")."""
    match = _CODE_BEHIND.search(nature)
    return nature[: match.start()].rstrip(" -–—,;") if match and read_type(match[1]).known else nature
