"""What somebody is, written before where: "Salaried GP at Elm Street Surgery" names the surgery."""

from __future__ import annotations

import re

_WHAT_KIND = (
    "senior|managing|executive|non[- ]executive|salaried|locum|sessional|retained|lead|former|registered|joint|company"
    "|clinical|medical|full[- ]time|part[- ]time|sole|majority|minority|founding|founder|equity|profit[- ]sharing"
    "|associate|deputy|assistant|trainee|retired|honorary|current|long[- ]standing|independent|business|finance"
    "|reception|operations|practice|advanced|specialist|district|bank|agency|volunteer|chief|health(?:\\s?care)?|nursing"
)
_WHAT = (
    "gp|general practitioner|partner|partnership|director|directorship|shareholder|shareholding|shares|owner|trustee"
    "|governor|chair|chairman|chairwoman|chairperson|vice[- ]chair|member|employee|employed|manager|practice manager"
    "|nurse|practice nurse|nurse practitioner|doctor|secretary|treasurer|principal|pharmacist|working|works"
    "|patient|receptionist|administrator|paramedic|physiotherapist|counsellor|registrar|trainer|trainee|appraiser"
    "|assistant|clinician|practitioner|physician associate|phlebotomist|dispenser|cleaner|carer|bookkeeper|accountant"
    "|landlord|tenant|freeholder|leaseholder|lead|officer|executive|position|post|role|job|session|sessions|adviser"
    "|advisor|consultant|shift|shifts|placement|contract of employment"
)
_RELATION = (
    r"(?:(?:his|her|my|their|our)\s+)?(?:(?:late|adult|elder|younger|close|step)[\s-]+)?"
    r"(?:wife|husband|spouse|civil partner|fianc[eé]e?|son|daughter|child|mother|father|parent|brother|sister|sibling"
    r"|cousin|niece|nephew|aunt|uncle|relative|family member|household member|friend|he|she|i|they)"
    r"(?:[\s-]+in[\s-]+law)?"
    r"(?:\s+(?:is|are|am|was|has|have|had|been|who|also|now|currently|formerly|previously|a|an|the|as))*[\s,:–-]+"
)
_BEFORE = re.compile(
    rf"^\W*(?:{_RELATION})?(?:an?\s+|the\s+)?(?:(?:{_WHAT_KIND})\s+)*(?:{_WHAT})"
    rf"(?:[\s/,&-]+(?:and\s+)?(?:{_WHAT_KIND}|{_WHAT}))*"
    r"(?:\s+(?:at|of|in|with|for|by|from)\s+(?:the\s+)?|\s*[,:–-]\s+)(?=\S)",
    re.IGNORECASE,
)
# "the team at Elm Street Surgery", "all the partners of": more than one person of it.
_SEVERAL = re.compile(
    r"^\W*(?:all\s+|both\s+)?(?:(?:of\s+)?(?:the|our|its)\s+)?(?:(?:gp|nursing|reception|clinical|management|practice|whole)\s+)*"
    r"(?:team|staff|partners|gps|doctors|nurses|colleagues|clinicians|employees|patients)\s+(?:at|of|from)\s+(?:the\s+)?(?=\S)",
    re.IGNORECASE,
)
# "our practice, Elm Street Surgery"
_OWN = re.compile(
    r"^\W*(?:our|my|his|her|their)\s+(?:own\s+)?(?:gp\s+)?(?:practice|surgery|employer)(?:\s*[,:–-]\s*|\s+(?:is|at)\s+)"
    r"(?:the\s+)?(?=\S)",
    re.IGNORECASE,
)


def without_role(text: str) -> str | None:
    """The name after "partner at", "wife is a nurse at", "the team at"; None where nothing of the kind stands there."""
    for pattern in (_BEFORE, _SEVERAL, _OWN):
        found = pattern.match(text)
        if found is not None:
            return text[found.end() :]
    return None
