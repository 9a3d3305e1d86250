"""Words of a register with those about relatives, friends and private people kept back, sentence by sentence.

It errs towards keeping back: what stands there instead says that something does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from coi_audit.linking.masking import Masker
from coi_audit.linking.name_words import name_words
from coi_audit.linking.people.names import parse_name
from coi_audit.model.gifts import GiverKind
from coi_audit.model.letters import CAPITALS
from coi_audit.model.words import Relationship

KEPT_BACK = "[words withheld]"
PRIVATE_GIVER = "A patient or other private person"

_CLOSE = (
    r"(?:wi[fv]es?|husbands?|spouses?|civil partners?|fianc[ée]e?s?|brothers?|sisters?|siblings?|twin|sons?|daughters?|"
    r"child(?:ren)?|mothers?|fathers?|parents?|mum|dad|grand(?:mother|father|parents?|sons?|daughters?|child(?:ren)?)|"
    r"step\w+|cousins?|nieces?|nephews?|aunts?|uncles?|(?:\w+-)in-laws?|relatives?|friends?|associates?|"
    r"(?:close |immediate )?family(?: members?)?|(?:life |domestic )partners?|widow(?:er)?|partners?)"
)
_WHOSE = r"(?:my|his|her|their|our|own|\w+['’]s|\w+s['’])"
_NAME = rf"(?:(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof|Professor|Sir|Lady|Rev)\b\.?\s+)?[{CAPITALS}][\w'’-]+"
# "his wife", "Wife is a nurse", "wife Joan", "brother, Dr Huw Pryce": somebody is meant, not "Friends of the Hospital".
_SOMEBODY = re.compile(
    rf"\b{_WHOSE}\s+(?:[\w-]+\s+){{0,2}}?{_CLOSE}\b"
    rf"|(?:^|[(:,–-]\s*){_CLOSE}(?:['’]s\b|\s*[-–,:(]|\s+(?:is|was|are|were|has|had|works?|worked|owns?|holds?|employed)\b)"
    rf"|\b(?:wife|husband|spouse|civil partner|brother|sister|son|daughter|mother|father|niece|nephew|cousin)s?"
    rf"[,:(\s-]+(?-i:{_NAME})"
    r"|\b(?:close|personal|good|old|family) friends?\b|\bin-laws?\b"
    r"|\(\s*(?:my |his |her |their )?(?:wife|husband|spouse|civil partner|brother|sister|son|daughter|mother|"
    r"father|cousin|niece|nephew|aunt|uncle)\s*\)",
    re.IGNORECASE,
)
_TITLED = re.compile(rf"\b(?:Mr|Mrs|Ms|Miss|Mx|Master|Sir|Lady|Dame)\b\.?\s+[{CAPITALS}][\w'’-]+")
_PARTS = re.compile(r"(?<=[.;\n])\s+")
_PRIVATE = re.compile(
    r"\b(?:(?:ex-)?patients?|carers?|famil(?:y|ies)|relatives?|widow(?:er)?s?|neighbours?|members? of the public|"
    r"residents?|service users?|private individuals?|constituents?|visitors?|"
    r"(?:son|daughter|wife|husband|mother|father|parents?|friends?) of)\b",
    re.IGNORECASE,
)
_ONLY_A_NAME = re.compile(rf"{_NAME}(?:\s+[{CAPITALS}][\w'’.-]*){{1,2}}")
_WORD = re.compile(r"[\w&]+")
# What makes a name an organisation's beside the words of practices, trusts and companies.
_BODIES = frozenset(
    (
        *(
            "ltd",
            "trust",
            "nhs",
            "university",
            "council",
            "hospital",
            "hospice",
            "charity",
            "college",
            "school",
            "board",
        ),
        *("company", "group", "services", "solutions", "consulting", "consultancy", "pharmacy", "surgery", "practice"),
        *("clinic", "clinics", "centre", "federation", "alliance", "network", "unit", "agency", "institute", "society"),
        *("association", "foundation", "department", "authority", "committee", "diagnostics", "care", "homes", "party"),
        *("properties", "partnership", "technologies", "systems", "pharma", "pharmaceuticals", "laboratories", "bank"),
        *("insurance", "church", "club", "union", "house", "project", "forum", "academy", "scheme", "initiative"),
    )
)


class Masks:
    """Keeps words back, then takes out every name that may not stand.

    `withheld` are names whose sentences go as a whole; `apart` are a person's and an organisation's name that may not
    stand in one sentence. All else that is a name and not known to be public is left to `masker`.
    """

    def __init__(self, masker: Masker, *, withheld: Iterable[str] = (), apart: Iterable[tuple[str, str]] = ()) -> None:
        self._masker = masker
        self._patterns = tuple(_pattern(one) for one in dict.fromkeys(withheld) if one.strip())
        self._apart = tuple((_pattern(person), _words_of(body)) for person, body in apart)

    def words(self, text: str) -> str:
        """The text, each sentence about somebody close to a person, or with a withheld name, kept back."""
        return self._each_sentence(text, lambda part: bool(_SOMEBODY.search(part)))

    def of_gift(self, text: str) -> str:
        """The same of what is said of a gift, where Mr, Mrs and Miss are mostly those who gave it."""
        return self._each_sentence(text, lambda part: bool(_SOMEBODY.search(part) or _TITLED.search(part)))

    def plainly(self, text: str) -> str:
        """A post, a title or an address: names that are withheld go, others stay."""
        return KEPT_BACK if self.names(text) or _SOMEBODY.search(text) else text

    def names(self, text: str) -> bool:
        """Whether a withheld name stands in the text, or two names that may not stand together."""
        if any(pattern.search(text) for pattern in self._patterns):
            return True
        return any(person.search(text) and body.search(text) for person, body in self._apart)

    def giver(self, text: str, kind: GiverKind) -> str:
        """Who offered a gift: an organisation as written, a private person never by name."""
        if kind is GiverKind.SUPPLIER and not _PRIVATE.search(text):
            return self.words(text)
        person = _TITLED.search(text) or _ONLY_A_NAME.fullmatch(text.strip())
        private = _PRIVATE.search(text) or (person and not is_organisation(text))
        return PRIVATE_GIVER if private else self.words(text)

    def organisation(self, text: str, *, of_family: bool) -> str:
        """The organisation of an interest; of somebody close's only what is plainly no person's name."""
        if text and (self.names(text) or _SOMEBODY.search(text) or not may_be_shown(text)):
            return KEPT_BACK
        return KEPT_BACK if text and of_family and not is_organisation(text) else text

    def action(self, text: str, *, of_family: bool) -> str:
        """The action taken; of somebody close's interest no sentence that may name them."""
        return self._each_sentence(text, lambda part: bool(_SOMEBODY.search(part)) or (of_family and _may_name(part)))

    def _each_sentence(self, text: str, keeps_back: Callable[[str], bool]) -> str:
        parts = [KEPT_BACK if keeps_back(part) or self.names(part) else part for part in _PARTS.split(text)]
        once = [part for at, part in enumerate(parts) if part != KEPT_BACK or at == 0 or parts[at - 1] != KEPT_BACK]
        return self._masker.mask(" ".join(once)).text


def speaks_of_somebody(text: str) -> bool:
    """Whether the words speak of somebody close to a person."""
    return bool(_SOMEBODY.search(text))


def may_be_shown(organisation: str) -> bool:
    """Whether a cell for an organisation names one: a titled person with no word of an organisation is none."""
    return bool(organisation.strip()) and (is_organisation(organisation) or not _TITLED.search(organisation))


def is_organisation(text: str) -> bool:
    """Whether a word of the text is one that organisations' names are made of."""
    words = name_words()
    known = _BODIES | words.legal_forms | words.generic | words.trust_words | words.federation_words | words.other_kinds
    return any(one.casefold() in known for one in _WORD.findall(text))


def relationship_words(relationship: Relationship) -> str:
    """Whose interest it is, as a public register says it."""
    return _RELATIONSHIPS[relationship]


_RELATIONSHIPS = {
    Relationship.SELF: "",
    Relationship.SPOUSE: "spouse or partner of the member",
    Relationship.RELATIVE: "relative of the member",
    Relationship.FRIEND: "friend or close associate of the member",
    Relationship.BUSINESS_PARTNER: "business partner of the member",
    Relationship.UNSTATED: "somebody close to the member",
}


def _may_name(part: str) -> bool:
    """Whether a capital stands anywhere but at the beginning of the sentence."""
    return bool(re.search(rf"(?<=\s)[{CAPITALS}]", part)) or bool(_TITLED.search(part))


def _words_of(text: str) -> re.Pattern[str]:
    words = [re.escape(one) for one in _WORD.findall(text)]
    return re.compile(r"\W+".join(words) if words else r"(?!)", re.IGNORECASE)


def _pattern(name: str) -> re.Pattern[str]:
    """Finds the name as written, its given names and surname, and its surname behind a title."""
    parsed = parse_name(name)
    forms = {re.escape(" ".join(name.split())).replace(r"\ ", r"\s+")}
    if parsed.surname:
        surname = re.escape(parsed.surname).replace(r"\ ", r"\s+")
        if parsed.given:
            first = parsed.given[0]
            forms.add(rf"{re.escape(first)}\w*\.?\s+(?:[\w.'’-]+\s+){{0,2}}?{surname}")
            forms.add(rf"{re.escape(first[0])}\.?\s*{surname}")
        forms.add(rf"(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof|Professor|Sir|Lady|Dame|Cllr|Rev)\.?\s+{surname}")
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(forms, key=len, reverse=True))})(?!\w)", re.IGNORECASE)
