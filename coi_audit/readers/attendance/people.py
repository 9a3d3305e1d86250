"""One entry of an attendance list taken apart: name, initials, position, deputy, arrival, departure, chair."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from coi_audit.model.letters import CAPITALS
from coi_audit.readers.attendance.names import (
    INITIALS,
    NAME_TITLE,
    TITLES,
    is_name,
    names_first,
    split_name,
    tells_post,
)
from coi_audit.readers.attendance.notes import take_tied_note
from coi_audit.readers.person_words import NO_NAME

_DEPUTY = re.compile(
    rf"\b(?:deputi[sz]ing for|deputy for|on behalf of|in place of|substitut(?:e|ing) for|covering for|attending for|"
    rf"representing(?=\s+{TITLES}\b)|for(?=\s+{TITLES}\b))\s+(?P<who>[^,;()\[\]]+)",
    re.IGNORECASE,
)
_FOR_SOMEBODY = re.compile(r"(?:^|[,;]\s*|\s[–-]\s+)for\s+(?P<who>[^,;()\[\]]+)$", re.IGNORECASE)  # "(for Ravi Pell)"
_ITEM = r"(?:agenda\s+)?items?(?:\s+no\.?)?\s+(?P<{}>[\w./]+)"
_ONLY_ITEMS = re.compile(
    rf"^(?:present\s+|attended\s+|attending\s+|in attendance\s+)?(?:for\s+"
    rf"|only\s+)?{_ITEM.format('first')}(?:\s*(?:-|–|to|and|&)\s*(?P<last>[\d./]+[a-z]?))?(?:\s+only)?$",
    re.IGNORECASE,
)
_ARRIVED = re.compile(
    r"^(?:from|joined|arrived|arriving|joining|present from|attended from|in attendance from|after)\b.*", re.IGNORECASE
)
_LEFT = re.compile(r"^(?:left|leaving|until|till|up to|to item|departed|present until|before item)\b.*", re.IGNORECASE)
_TIME = r"\d{1,2}[.:]\d{2}\s*(?:am|pm)?|\d{1,2}\s*(?:am|pm)"
_ITEMS = r"(?:agenda\s+)?items?\s+[\d./]+[a-z]?(?:\s*(?:-|–|to|and|&)\s*[\d./]+)?"
_TRAILING = re.compile(
    rf"[\s,;–-]+(?P<note>{_ITEMS}\s+only|(?:from|until|till|to|for|joined|arrived|left)\s+(?:the meeting\s+)?"
    rf"(?:at\s+|for\s+|before\s+|after\s+|during\s+)?(?:{_ITEMS}(?:\s+only)?|{_TIME}))$",
    re.IGNORECASE,
)
_MODE = re.compile(
    r"^(?:via|by|on|through)\s+(?:ms\s+)?(?:teams|zoom|telephone|phone|video\w*|conference call|skype"
    r"|microsoft teams|link)\b.*$|^(?:virtual|remote)(?:ly)?$"
    r"|^(?:non-?voting|voting)(?: member)?$|^(?:part|part meeting|part of meeting)$",
    re.IGNORECASE,
)
_OTHER_CHAIR = re.compile(
    r"\b(?:vice|deputy|former|past|co|clinical|ccg|icb|gp|audit|quality|finance|locality|group|federation|network"
    r"|pcn|healthwatch|lmc|board|trust|council|governing body"
    r"|remuneration|assembly|forum|incoming|associate)[\s-]*$",
    re.IGNORECASE,
)
# "Chair, Health and Wellbeing Board": of something else than the meeting.
_OF_ANOTHER = re.compile(
    r"^\s*,\s*(?!.*\bprimary care\b)(?:[A-Z][\w’'&-]*\s+(?:(?:and|of|for|the|&)\s+)*){1,6}"
    r"(?:Boards?|Council|Trust|LMC|Federation|Network|Partnership|Forum|Groups?|PPG|Alliance|Association)\b"
)
_CHAIR = re.compile(r"\b(?:chair(?:man|woman|person)?|in the chair|chairing|chaired)\b", re.IGNORECASE)

_CHAIR_FIRST = re.compile(r"^[(\[](?:chair(?:man|woman|person)?)[)\]][\s,–-]+(?=\w)", re.IGNORECASE)

_STOOD_IN = re.compile(
    r"^(?P<who>\S.*?)\s+(?:is |was )?(?:deputi[sz]ing|deputi[sz]ed|attending|attended)(?: (?:in|on) \w+ \w+)?$",
    re.IGNORECASE,
)
_STOOD_IN_BEHIND = re.compile(
    rf"(?:^"
    rf"|[,;:–-])\s*(?P<who>(?:{TITLES}\.?\s+)?[{CAPITALS}][\w'’-]+(?:\s+[{CAPITALS}][\w'’-]+){{0,3}})\s+(?:is "
    rf"|was |to )?"
    r"(?:deputi[sz](?:ing|ed|e)|attend(?:ing|ed) (?:instead|as (?:a |the )?deputy|in (?:his|her|their) place))$"
)
SEMICOLON = re.compile(r";(?![^()\[\]]*[)\]])")  # outside brackets
_OWN_STATUS = re.compile(r"^(?:in attendance|apologies(?: (?:sent|received|given))?|absent)$", re.IGNORECASE)


@dataclass(slots=True)
class Entry:
    """One person as a list writes them."""

    name: str
    initials: str | None = None
    position: str | None = None
    deputising_for: str | None = None
    arrived: str | None = None
    left: str | None = None
    note: str | None = None
    chair: bool = False
    deputy: str | None = None  # who came instead: "(Mr Webb deputising)"
    status: str | None = None  # where the entry itself says so: "(in attendance)", "(apologies)"


def parse_entry(text: str, *, sure: bool = False) -> Entry | None:
    """One person from one line or list entry, or None where no name stands in it; `sure` as in `is_name`."""
    words = re.sub(r"^[-*•·–]\s+|^\d{1,2}[.)]\s+", "", names_first(text.strip())).strip(" ;.*")
    initials, words = _leading_initials(words)
    role_first = re.match(r"^(?P<role>[^:\t]{2,60}?)\s*(?::|\t|\s[–-]\s)\s*(?P<rest>\S.*)$", words)
    position = ""
    split = split_name(words, sure=sure)
    if split is None and role_first is not None:
        split = split_name(role_first["rest"], sure=sure or tells_post(role_first["role"]))
        position = role_first["role"].strip()
    if split is None:
        return None
    entry = Entry(name=split[0], initials=initials)
    rest = _take_notes(split[1], entry)
    if position:
        rest = f"{position}, {rest}" if rest else position
    entry.chair = marks_chair(rest)
    entry.position = _CHAIR_FIRST.sub("", rest) or None
    return entry


def read_position(text: str, entry: Entry) -> None:
    """Fill an entry's position, notes and chair mark from the words of a cell."""
    rest = _take_notes(text.replace("\n", " ").strip(), entry)
    entry.position = rest or entry.position
    entry.chair = entry.chair or marks_chair(rest)


def marks_chair(position: str) -> bool:
    """Whether the words mark the chair of this meeting, not a vice-chair or the chair of something else."""
    for match in _CHAIR.finditer(position):
        before, after = position[: match.start()], position[match.end() :]
        if re.search(r"(?:vice|deputy)[\s-]*$", before, re.IGNORECASE):
            continue
        bracketed = before.rstrip().endswith(("(", "["))
        if bracketed or (
            re.match(r"^\s*[)\]]", after)
            and re.search(r"(?:^|[(\[,]\s*)(?:acting |interim |meeting |committee )?$", before, re.I)
        ):
            return True
        if re.match(r"^\s+of\b(?!\s+(?:the\s+)?(?:meeting|committee|pccc))", after, re.IGNORECASE):
            continue
        if re.match(r"^\s*,?\s*(?:of\s+)?(?:NHS|CCG|ICB|Audit|Healthwatch|Governing)\b", after):
            continue
        if _OF_ANOTHER.match(after):
            continue
        if _OTHER_CHAIR.search(before):
            continue
        return True
    return False


def _leading_initials(words: str) -> tuple[str | None, str]:
    match = re.match(rf"^\(?(?P<initials>[{CAPITALS}]{{2,4}})\)?(?:\t+|\s*[-–:]\s+|\s+)(?P<rest>\S.*)$", words)
    if match is not None and match["initials"].casefold() not in NO_NAME and split_name(match["rest"]):
        first_names = re.findall(rf"\b[{CAPITALS}]", NAME_TITLE.sub("", match["rest"]))
        if first_names and first_names[0] == match["initials"][0]:
            return match["initials"], match["rest"]
    return None, words


def _take_notes(text: str, entry: Entry) -> str:
    """Take initials, deputies, arrivals and departures out of the words after a name; the rest is the position."""
    text, note = take_tied_note(text)
    entry.note = entry.note or note
    rest = re.sub(r"[(\[]([^()\[\]]*)[)\]]", lambda match: _bracket(match[1].strip(), entry, match[0]), text)
    rest = re.sub(r"\s+", " ", rest.replace("\t", ", ") if "\t" in rest else re.sub(r"\s{2,}", ", ", rest.strip()))
    rest = _strip_joins(rest)
    lead = re.match(rf"^(?P<initials>[{CAPITALS}]{{2,4}})(?:\s*[,–:-]\s*|\s+|$)(?P<rest>.*)$", rest)
    if entry.initials is None and lead and _matches_name(lead["initials"], entry.name):
        entry.initials, rest = lead["initials"], _strip_joins(lead["rest"])
    last = re.match(
        rf"^(?P<rest>.*?)(?:^|\s*[,–:-]\s*|\s+[–-]\s+)(?P<initials>[{CAPITALS}][{CAPITALS}a-z]{{0,2}}[{CAPITALS}])$",
        rest,
    )
    a_post = last is not None and not last["rest"] and last["initials"].casefold() == "gp"  # "Dr Gina Pool, GP"
    if entry.initials is None and last and not a_post and _is_initials_of(last["initials"], entry.name):
        entry.initials, rest = last["initials"], _strip_joins(last["rest"])
    stood_in = _STOOD_IN_BEHIND.search(rest)
    if stood_in is not None and is_name(stood_in["who"]):
        entry.deputy, rest = stood_in["who"].strip(), _strip_joins(rest[: stood_in.start()])
    deputy = _DEPUTY.search(rest) or _FOR_SOMEBODY.search(rest)
    if deputy is not None and entry.deputising_for is None and is_name(_who(deputy["who"])):
        entry.deputising_for = _who(deputy["who"])
        rest = rest[: deputy.start()] + rest[deputy.end() :]
    trailing = _TRAILING.search(rest) or _TRAILING.search(f" {rest}")
    if trailing is not None and _note(trailing["note"], entry):
        rest = rest[: max(0, len(rest) - len(trailing[0]))]
    whole = re.fullmatch(r"[(\[]([^()\[\]]+)[)\]]", rest)
    return _strip_joins(whole[1] if whole else rest)


def _bracket(words: str, entry: Entry, whole: str) -> str:
    own = words.casefold() not in NO_NAME or _is_initials_of(words, entry.name)
    if entry.initials is None and INITIALS.match(words) and own:
        entry.initials = words
        return " "
    kept: list[str] = []
    for part in re.split(r"\s*[;,]\s*", words):
        deputy = _DEPUTY.search(part) or _FOR_SOMEBODY.search(part)
        if deputy is not None and is_name(_who(deputy["who"])):
            entry.deputising_for = _who(deputy["who"])
        elif (stood_in := _STOOD_IN.match(part)) is not None and is_name(stood_in["who"]):
            entry.deputy = stood_in["who"].strip()
        elif entry.initials is None and INITIALS.match(part) and _is_initials_of(part, entry.name):
            entry.initials = part
        elif _OWN_STATUS.match(part):
            entry.status = "apologies" if part.casefold().startswith("apol") else part.casefold().replace(" ", "_")
        elif not _note(part, entry) and not _MODE.match(part):
            kept.append(part)
    return f"({', '.join(kept)})" if kept and kept != [""] else (" " if not kept else whole)


def _note(words: str, entry: Entry) -> bool:
    """Take an arrival or departure; attendance for some items only becomes both."""
    only = _ONLY_ITEMS.match(words)
    if only is not None:
        entry.arrived = f"from item {only['first']}"
        entry.left = f"until item {only['last'] or only['first']}"
        return True
    for part in re.split(r"\s+and\s+(?=left|until)|\s+(?=until\b)|\s+(?=to item\b)", words):
        if _ARRIVED.match(part):
            entry.arrived = part
        elif _LEFT.match(part):
            entry.left = part
        else:
            return False
    return True


def take_note(words: str, entry: Entry) -> bool:
    """Take words such as "from item 5" or "left at 11.20" into an entry; False where they say no such thing."""
    return _note(words.strip(" ()"), entry)


def _matches_name(initials: str, name: str) -> bool:
    words = [word for word in NAME_TITLE.sub("", name).split() if word[0].isupper()]
    return bool(words) and initials[0] == words[0][0] and initials.casefold() not in NO_NAME


def _is_initials_of(initials: str, name: str) -> bool:
    """Whether the letters are the first ones of the name's words, small letters left aside: "LaM" of Laura Marsh."""
    words = [word for word in re.split(r"[\s-]+", NAME_TITLE.sub("", name)) if word[:1].isupper()]
    capitals = [letter for letter in initials if letter.isupper()]
    return len(words) >= len(capitals) > 1 and (capitals[0], capitals[-1]) == (words[0][0], words[-1][0])


def _who(words: str) -> str:
    return words.strip(" .,*")


def _strip_joins(words: str) -> str:
    words = re.sub(r"\s+,", ",", re.sub(r"\(\s*\)", "", words))
    return re.sub(r"\s{2,}", " ", words).strip(" \t,;:.–—-").strip()


def split_people(text: str) -> list[str]:
    """The entries of one paragraph that lists several people, each with its post."""
    if SEMICOLON.search(text):
        parts = re.split(rf"{SEMICOLON.pattern}|(?<=[)\]]),\s+(?={TITLES}\b)", text)
        return [part.strip() for part in parts if part.strip()]
    tokens = _split_outside_brackets(text)
    if len(tokens) > 1 and all(is_name(token, sure=True) for _, token in tokens):
        return [token for _, token in tokens]
    with_initials = len(re.findall(rf"[(\[][{CAPITALS}]{{2,4}}[)\]]", text)) >= 2
    entries: list[str] = []
    for at, (joint, token) in enumerate(tokens):
        starts = split_name(token) is not None or _leading_initials(token)[0] is not None
        if with_initials and starts:
            starts = bool(re.match(r"^[^(\[]{3,45}[(\[]", token)) or bool(NAME_TITLE.match(token))
        if starts and joint == "and" and entries:
            starts = bool(NAME_TITLE.match(token)) or entries[-1].endswith((")", "]")) or is_name(entries[-1])
        starts = starts or _post_on_both_sides(entries, [words for _, words in tokens[at : at + 2]])
        if starts or not entries:
            entries.append(token)
        else:
            entries[-1] += f" and {token}" if joint == "and" else f", {token}"
    return [entry for entry in entries if entry]


def _post_on_both_sides(entries: Sequence[str], ahead: Sequence[str]) -> bool:
    """ "Ruth Ames, Lay Member, Ann Lane, Nurse": somebody's post ends before the name and another follows it."""
    before = entries[-1].split(",", 1)[1:] if entries else []
    told = bool(before) and tells_post(before[0])
    return told and len(ahead) == 2 and is_name(ahead[0], sure=True) and tells_post(ahead[1])


def _split_outside_brackets(text: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    depth, start, joint = 0, 0, ","
    for match in re.finditer(r"[()\[\]]|,(?:\s*and\s+)?|\s+(?:and|&)\s+", text):
        mark = match[0]
        if mark in "([":
            depth += 1
        elif mark in ")]":
            depth = max(0, depth - 1)
        elif depth == 0:
            found.append((joint, text[start : match.start()].strip()))
            start, joint = match.end(), "," if mark.startswith(",") else "and"
    found.append((joint, text[start:].strip(" .")))
    return [(joint, token) for joint, token in found if token]
