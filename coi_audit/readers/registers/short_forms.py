"""The types of interest as registers shorten them: "Non-Fin. Prof." and the like."""

from __future__ import annotations

import re


def spelt_out(folded: str) -> str:
    """The short forms of a type of interest in full: "non fin prof" is "non financial professional"."""
    spelt = re.sub(r"\bnon[- ]?fin(?:an(?:c(?:ial)?)?|l)?\b\.?|\bnonfin\b", "non financial", folded)
    spelt = re.sub(r"^fin(?:an(?:c)?|l)?\b\.?", "financial", spelt)
    spelt = re.sub(r"\bfinancial prof(?:ess(?:ion)?|l)?\b\.?", "financial professional", spelt)
    return re.sub(r"\bfinancial pers(?:l)?\b\.?", "financial personal", spelt)
