"""Which words of an attendance list are a person's name, by their shape and by what stands beside them."""

from __future__ import annotations

import re

from coi_audit.model.letters import CAPITALS
from coi_audit.readers.person_words import BOTH_NAME_AND_POST, NO_NAME, PLACE_BEGINS, PLACE_ENDS, POST_WORDS

TITLES = r"(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof(?:essor)?|Cllr|Councillor|Sir|Dame|Lord|Lady|Rev(?:erend)?|Canon|Doctor)"
NAME_TITLE = re.compile(rf"^{TITLES}\b\.?\s+")
INITIALS = re.compile(
    rf"^[{CAPITALS}][{CAPITALS}a-z]{{0,2}}[{CAPITALS}]{{1,2}}$|^[{CAPITALS}]{{2,4}}$|^[{CAPITALS}]{{2,3}}[a-z]{{1,2}}$"
    rf"|^[{CAPITALS}]{{1,3}}(?:['’-][{CAPITALS}]{{1,2}}){{1,3}}$"  # DO'H-N, AP-J
)
LETTERS = r"(?:MBE|OBE|CBE|JP|DL|KBE|FRC\w+|MRC\w+|QC|KC|PhD)"
MARKS = "*†‡§¹²³⁴⁵⁶⁷⁸⁹"  # behind a name, for a note below the list
_WORD = re.compile(rf"^(?:[{CAPITALS}][\w’'.-]*|[{CAPITALS}]\.?|(?:O|D|Mc|Mac|Fitz)[’']?[{CAPITALS}][\w’'-]*)$")
_PARTICLES = {"de", "da", "di", "do", "du", "del", "della", "dos", "van", "von", "der", "den", "la", "le", "ten", "ter"}
_PARTICLES |= {"ab", "abu", "al", "ap", "bin", "bint", "el", "ferch", "ibn", "mac", "ní", "nic", "ó", "ua", "uí", "zu"}
_CAPITAL_TITLES = frozenset({"DR", "MR", "MRS", "MS", "MISS", "PROF", "CLLR", "REV"})
_SEPARATORS = (r"\t+|\s{2,}", r"\s+[-–—]+\s+|\s*[–—]\s*", r"\s*,\s*", r"\s*:\s+", r"\s*(?=[(\[])", r"\s*/\s*")
_NOBLE = re.compile(r"^(?:Lord|Lady|Canon)\b")  # "Lord Street" is a street too
_POSTS_BEHIND = frozenset({"chair", "chief", "director", "lay"})
_POSTS_BEHIND_TITLED = _POSTS_BEHIND | {"clinical", "deputy", "gp", "head", "vice"}
_LETTERS_FIRST = re.compile(
    rf"(?<![\w(\[])(?P<letters>[{CAPITALS}]{{2,4}})\s*[(\[](?P<name>[^()\[\],;]+)(?P<rest>[^()\[\]]*)[)\]]"
)
_VOWEL = re.compile(r"[aeiouy]", re.IGNORECASE)
_COMES_OR_GOES = re.compile(
    r"^[(\[]?(?:(?:from|until|for|to)\s+(?:agenda\s+)?items?\b|joined|arrived|left\b|deput|apolog|in attendance"
    r"|via |by )",
    re.IGNORECASE,
)


def names_first(text: str) -> str:
    """A list that sets initials before the names, "MP (Mary Pell, Chair), ES (Ed Sale)", with the names first."""
    return _LETTERS_FIRST.sub(_turned, text)


def _turned(found: re.Match[str]) -> str:
    name = found["name"].strip()
    words = [word for word in re.split(r"[\s-]+", NAME_TITLE.sub("", name)) if word[:1].isupper()]
    letters = found["letters"]
    if not is_name(name, sure=True) or not words or (letters[0], letters[-1]) != (words[0][0], words[-1][0]):
        return found[0]
    post = found["rest"].strip(" ,;–-")
    return f"{name} ({letters})" + (f" ({post})" if post else "")


def is_name(text: str, *, sure: bool = False) -> bool:
    """Whether the words can be one person's name: a title and a surname, or two to five capitalised words.

    `sure` where what stands beside them speaks for a person: then a surname may be the word of a place ("Ann Lane")
    and short names may stand in capitals ("TOM LEE").
    """
    words = text.strip().rstrip(MARKS).strip()
    titled = NAME_TITLE.match(words) is not None
    words = re.sub(rf",?\s+{LETTERS}\b.*$", "", NAME_TITLE.sub("", words))
    tokens = words.split()
    if not (1 if titled else 2) <= len(tokens) <= 5 or any(char.isdigit() for char in words):
        return False
    speaks = titled and (sure or len(tokens) > 1 or _NOBLE.match(text.strip()) is None)
    if not _holds_no_other_words(tokens, titled=speaks, sure=sure):
        return False
    if len(tokens) > 1 and all(INITIALS.match(token) and len(token) > 1 for token in tokens):
        return _in_capitals(tokens, sure=sure)
    return all(_WORD.match(token) or token in _PARTICLES for token in tokens) and bool(_WORD.match(tokens[-1]))


def _holds_no_other_words(tokens: list[str], *, titled: bool, sure: bool) -> bool:
    """Whether no word belongs to a post, a place or a heading; a surname may, where a title or `sure` speaks for it."""
    words = [token.casefold().strip(".,'’") for token in tokens]
    surname = words[-1]
    if titled:
        allowed = surname in PLACE_ENDS or surname in BOTH_NAME_AND_POST
    else:
        allowed = sure and surname in PLACE_ENDS and not _begins_a_place(words[:-1])
    return not any(word in NO_NAME for word in (words[:-1] if allowed else words))


def _begins_a_place(words: list[str]) -> bool:
    return any(word in PLACE_BEGINS or word.endswith(("'s", "’s")) for word in words)


def _in_capitals(tokens: list[str], *, sure: bool) -> bool:
    """ "ANIL RAO" is a name, "NHS CCG" is none; "TOM LEE" is one where something speaks for it."""
    shortest, longest = min(map(len, tokens)), max(map(len, tokens))
    if len(tokens) > 3:
        return False
    if tokens[0] in _CAPITAL_TITLES or (shortest >= 3 and longest > 3):
        return True
    return sure and all(_VOWEL.search(token) for token in tokens)


def tells_post(text: str) -> bool:
    """Whether the words begin with a post or with whom somebody comes from ("Lay Member", "GP", "Northfield CCG")."""
    if NAME_TITLE.match(text):
        return False
    words = re.findall(r"[\w’'-]+", re.split(r"[,;]", text.strip(" ([,"), maxsplit=1)[0])
    return any(word.casefold() in POST_WORDS for word in words)


def _speaks_for(name: str, behind: str) -> bool:
    """Whether the words behind a name say that it is a person's: a post, their initials, when they came or left."""
    if tells_post(behind) or _COMES_OR_GOES.match(behind):
        return True
    bracketed = re.match(r"^[(\[](?P<initials>[A-Z]{2,4})[)\]]", behind)
    return bracketed is not None and bracketed["initials"] == "".join(word[0] for word in name.split())


def split_name(text: str, *, sure: bool = False) -> tuple[str, str] | None:
    """The name a text begins with and the words behind it, or None where it begins with no name.

    `sure` as in `is_name`; a post behind the name speaks for it as well.
    """
    words = text.strip()
    for separator in _SEPARATORS:
        parts = re.split(separator, words, maxsplit=1)
        if len(parts) == 2 and is_name(parts[0], sure=sure or _speaks_for(parts[0], parts[1])):
            letters = re.match(rf"^{LETTERS}(?:\s*,\s*|\s+|$)", parts[1])
            return parts[0].strip(f" {MARKS}"), parts[1][letters.end() :].strip() if letters else parts[1].strip()
    if is_name(words, sure=sure):
        return words.strip(f" {MARKS}"), ""
    return _name_before_post(words.split())


def _name_before_post(tokens: list[str]) -> tuple[str, str] | None:
    """A name with its post right behind it and nothing between: "Ruth Ames Lay Member"."""
    for count in range(min(6, len(tokens) - 1), 0, -1):
        name, behind = " ".join(tokens[:count]), tokens[count].casefold().strip(".,()")
        last = tokens[count - 1].casefold().strip(".,'’")
        posts = _POSTS_BEHIND_TITLED if NAME_TITLE.match(name) else _POSTS_BEHIND
        place = last in PLACE_ENDS and behind in posts
        if (last in NO_NAME and not place) or behind in PLACE_ENDS:
            continue  # "Dr Ode Senior Partner": the post begins there; "St Mary's Road": nobody ends there
        if behind in NO_NAME | {"ccg"} and is_name(name, sure=place):
            return name.strip(f" {MARKS}"), " ".join(tokens[count:])
    return None
