"""Pieces of a register's cells: several interests in one cell, and the name in a name cell."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coi_audit.readers.registers.organisations import organisation_in
from coi_audit.readers.registers.words import HONORIFIC as _HONORIFIC
from coi_audit.readers.registers.words import is_nil, words

_BULLET = re.compile(r"^\s*(?:[•●▪◦·*\-–—►➢o]\s+|[•●▪◦·►➢]|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]\s+)")
# "GP partner; the practice is a member of Vale Health Ltd": what a body just named holds is no post of the person's.
_OF_THE_SAME = re.compile(
    r"(?:it|they|both)\s+(?:is|are|has|have|holds?|owns?|was|were)\b"
    r"|(?:the|this|that|my|our|his|her|their|its|whose|said)\s+(?:practice|surgery|partnership|company|firm|business|employer"
    r"|organisation|charity|federation|network|PCN)\b",
    re.IGNORECASE,
)
_CONTINUES = re.compile(r"^(?:[a-z(&]|and\b|which\b|who\b|including\b)")
# Small words that belong to a surname.
PARTICLES = r"de|la|le|van|von|der|den|ap|al|el|da|dos|du|bin|ten"
_SURNAME_FIRST = re.compile(
    rf"^(?P<surname>(?:(?:{PARTICLES})\s+)*[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?),\s*"
    rf"(?P<given>[A-Z][\w’'-]*\.?(?: [A-Z][\w’'-]*\.?){{0,2}})\s*"
    rf"\((?P<title>{_HONORIFIC})\)(?:\s*[,;:–-]?\s*(?P<rest>[A-Za-z].*))?$"
)
_TITLED = re.compile(rf"(?:^|[\s(])(?={_HONORIFIC}\s+[A-Z])")


@dataclass(frozen=True, slots=True)
class NameRead:
    """A name cell: the name, a position told beside it, and a problem where it holds no one person's name."""

    name: str = ""
    position: str | None = None
    problem: str | None = None


def split_interests(text: str) -> list[str]:
    """The interests a cell clearly lists apart, by bullets or numbers, lines, or semicolons; else the whole cell."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) > 1:
        bulleted = [bool(_BULLET.match(line)) for line in lines]
        if sum(bulleted) > 1 or (bulleted[0] and len(lines) > 1):
            return _joined(lines, [mark or at == 0 for at, mark in enumerate(bulleted)])
        starts = [at == 0 or _stands_alone(line) for at, line in enumerate(lines)]
        if all(starts) and _stands_alone(lines[0]):
            return lines
        if sum(starts) > 1 and _stands_alone(lines[0]):
            return _joined(lines, starts)
        return [_run_on(lines)]
    single = _BULLET.sub("", lines[0]).rstrip(" ;") if lines else ""
    pieces = [piece.strip() for piece in re.split(r";\s+|;$|\s[•●▪]\s*", single) if piece.strip()]
    if len(pieces) > 1 and all(_stands_alone(piece) or is_nil(piece) or _is_another(piece) for piece in pieces):
        return pieces
    sentences = [piece.strip() for piece in re.split(r"(?<=[a-z0-9)])\.\s+(?=[A-Z])", single) if piece.strip()]
    if len(sentences) > 1 and all(_stands_alone(piece) and organisation_in(piece) for piece in sentences):
        return sentences
    return [single] if single else []


def _run_on(lines: list[str]) -> str:
    """Lines of one interest as one: a comma parts an organisation from the role told on the next line."""
    text = lines[0]
    for line in lines[1:]:
        ends = bool(words().organisations.search(text.split(",")[-1])) and bool(words().ties.match(line))
        begins = bool(words().ties.search(text)) and not re.search(r"\b(?:at|of|in|for|by|with|the|and|&)\b", text)
        apart = line[:1].isupper() and text[-1:] not in ",;:-–" and (ends or (begins and line != line.lower()))
        text = f"{text}, {line}" if apart and len(lines) == 2 else f"{text} {line}"
    return text


def split_names_of_organisations(text: str) -> list[str]:
    """Organisations listed on lines of their own; an address over several lines stays one."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) == 1:
        return lines  # "S. Roe and Sons Ltd" begins with an initial and no bullet
    lines = [_BULLET.sub("", line).strip() for line in lines]
    if len(lines) > 1 and all(words().organisations.search(line) for line in lines):
        return lines
    return [" ".join(lines)] if lines else []


def _joined(lines: list[str], starts: list[bool]) -> list[str]:
    parts: list[str] = []
    for line, begins in zip(lines, starts, strict=True):
        bare = _BULLET.sub("", line).strip()
        if begins or not parts:
            parts.append(bare)
        else:
            parts[-1] = f"{parts[-1]} {bare}"
    return [part for part in parts if part]


def _stands_alone(piece: str) -> bool:
    """Whether a piece of text reads as an interest by itself: it names a tie, and does not go on from what precedes."""
    return (
        not _CONTINUES.match(piece)
        and not _OF_THE_SAME.match(piece)
        and bool(words().ties.search(piece))
        and len(piece.split()) > 1
    )


def _is_another(piece: str) -> bool:
    """Whether the words behind a semicolon, small letters or not, tell of another body: "director of Roe Ltd"."""
    goes_on = re.match(r"(?:and|which|who|including|\(|&)", piece)
    return (
        not goes_on
        and not _OF_THE_SAME.match(piece)
        and bool(words().ties.search(piece))
        and bool(organisation_in(piece))
    )


def read_name(text: str) -> NameRead:
    """A name cell as name and position: "Dr Uma Kell – GP Member", "Kell, Uma (Dr)", a name with its role beneath."""
    lines = [line.strip(" ,;") for line in text.split("\n") if line.strip(" ,;")]
    if not lines:
        return NameRead(text.strip(), problem="is not a name") if text.strip() else NameRead()
    if len(_TITLED.findall(text)) > 1 or (len(lines) > 1 and all(_is_name(line) for line in lines[1:])):
        return NameRead(problem="names more than one person")
    name, position = lines[0], " ".join(lines[1:]) or None
    name = re.sub(r"[*†‡§¹²³#]+|(?<=[a-z])\d{1,2}$", "", name).strip()
    if match := _SURNAME_FIRST.match(name):  # "Kell, Uma (Dr), GP member"
        name, position = f"{match['title']} {match['given']} {match['surname']}", position or match["rest"] or None
    bracket = re.match(r"^([^()]+?)\s*\((.+)\)$", name)
    if match := None if bracket else re.match(r"^(.+?)\s+[-–—|/]\s+(.+)$|^(.+?)[–—]\s*(.+)$", name):
        before, after = (match[1], match[2]) if match[1] else (match[3], match[4])
        name, position = before, position or after
    if match := re.match(r"^(.+?)\s*\(([^()]+)\)$", name):
        inside = match[2].strip()
        if re.fullmatch(_HONORIFIC, inside):
            name = f"{inside} {match[1]}"
        else:
            name, position = match[1], position or inside
    name, after_comma = _without_comma(name)
    name = " ".join(name.strip(" ,:;-–").split())
    if len(re.findall(r"[^\W\d_]", name)) < 2 or re.search(r"\d", name) or is_nil(name):
        return NameRead(name, problem="is not a name")
    if position and after_comma and words().roles.search(after_comma):
        return NameRead(name, f"{after_comma} - {position}")  # "Roe, Lay Member - Patient and Public Involvement"
    return NameRead(name, position or after_comma)


def _without_comma(name: str) -> tuple[str, str | None]:
    """Turn "Kell, Uma" and "Kell, Dr Uma" round; take a role after a comma for the position."""
    match = re.match(r"^([^,]+),\s*([^,]+)$", name)
    if match is None:
        return name, None
    before, after = match[1].strip(), match[2].strip()
    titled = re.match(rf"^({_HONORIFIC})\s+(.+)$", before)
    initials = re.fullmatch(r"[A-Z](?:\.|\b)(?:[\s-]*[A-Z](?:\.|\b)){0,3}", after)
    if (initials is None and words().roles.search(after)) or (initials is None and after.isupper() and len(after) > 1):
        return before, after if words().roles.search(after) else None
    if titled and len(titled[2].split()) == 1 and _plain(after):
        return f"{titled[1]} {after} {titled[2]}", None
    of_surname = [word for word in before.split() if not re.fullmatch(PARTICLES, word, re.IGNORECASE)]
    if not titled and len(of_surname) <= 2 and len(after.split()) <= 4 and _plain(after):
        given = re.match(rf"^(.+?)\s+({_HONORIFIC})$", after)
        return (f"{given[2]} {given[1]} {before}" if given else f"{after} {before}"), None
    return before, after


def _plain(text: str) -> bool:
    return all(re.match(r"[A-Z]", word) for word in text.split())


def _is_name(line: str) -> bool:
    """Whether a line reads as somebody's name rather than a position."""
    return bool(re.match(rf"{_HONORIFIC}\s+[A-Z]", line)) and not words().roles.search(line)
