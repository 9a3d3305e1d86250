"""Pieces of a register's cells: several interests in one, the organisation in a sentence, the name in a name cell."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coi_audit.readers.register_words import is_nil, says, whose, words

_BULLET = re.compile(r"^\s*(?:[•●▪◦·*\-–—►➢o]\s+|[•●▪◦·►➢]|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]\s+)")
_CONTINUES = re.compile(r"^(?:[a-z(&]|and\b|which\b|who\b|including\b)")
_HONORIFIC = r"(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof(?:essor)?|Sir|Dame|Rev(?:erend)?|Cllr|Councillor|Lord|Lady|Canon)\.?"
_SURNAME_FIRST = re.compile(
    rf"^(?P<surname>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?),\s*(?P<given>[A-Z][\w’'-]*\.?(?: [A-Z][\w’'-]*\.?){{0,2}})\s*"
    rf"\((?P<title>{_HONORIFIC})\)(?:\s*[,;:–-]?\s*(?P<rest>[A-Za-z].*))?$"
)
_TITLED = re.compile(rf"(?:^|[\s(])(?={_HONORIFIC}\s+[A-Z])")
_CAPITAL = r"(?:[A-Z0-9][\w’'.\-]*|St\.?)"
_JOINER = r"(?:and|&|of|the|for|upon|on|de|le|la|\+)"
_NAME = rf"{_CAPITAL}(?:\s+(?:{_JOINER}\s+)*{_CAPITAL}|\s*&\s*{_CAPITAL})*(?:\s+\([A-Z][\w ]*\))?"
_AFTER_WORD = re.compile(
    rf"\b(?P<word>at|by|for|with|of|in|to|from)\s+(?:(?:the|a|an)\s+)?(?P<name>{_NAME})(?=\s*(?:$|[,;:.()\n–—]|\s-\s|"
    rf"(?:where|which|who|and|as|since|from|until|that|a|an|providing|provider|to|for|but|on|in|has|have|is|was)\b))"
)
_AFTER_MARK = re.compile(rf"(?:,|\s[-–—:]|:)\s+(?P<name>{_NAME})\s*(?=$|[,;.(\n]|\s[-–—]\s)")
_IN_FRONT = re.compile(rf"^(?P<name>{_NAME})\s*(?:,|\s[-–—:]\s|:)\s*\S")
_BEST, _GOOD, _FAIR = 3, 2, 1


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
    if len(pieces) > 1 and all(_stands_alone(piece) or is_nil(piece) for piece in pieces):
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
    lines = [_BULLET.sub("", line).strip() for line in text.split("\n") if line.strip()]
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
    return not _CONTINUES.match(piece) and bool(words().ties.search(piece)) and len(piece.split()) > 1


def organisation_in(nature: str) -> str:
    """The one organisation a sentence clearly names, as written; empty where there is none or more than one.

    "GP partner at Elm Street Surgery" gives "Elm Street Surgery"; "Partner, Elm Street Surgery" too.
    """
    found: dict[str, int] = {}
    for pattern in (_AFTER_WORD, _AFTER_MARK, _IN_FRONT):
        for match in pattern.finditer(nature):
            name = match["name"].strip(" .,'")
            if pattern is _IN_FRONT and words().ties.match(name):
                continue
            score = _score(name, match.groupdict().get("word"))
            if score:
                found[name] = max(score, found.get(name, 0))
    names = [name for name in found if not any(name != other and name in other for other in found)]
    if not names:
        return ""
    top = max(found[name] for name in names)
    best = [name for name in names if found[name] == top]
    return best[0] if len(best) == 1 else ""


def _score(name: str, preposition: str | None) -> int:
    if not re.search(r"[A-Za-z]{2}", name) or says("nil", name) or whose(name).relationship:
        return 0
    months = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    if re.match(rf"{months}|\d", name):
        return 0
    if words().organisations.search(name):
        only = words().organisations.sub("", name).strip(" &,.-")
        return _BEST if only else 0
    bare = words().ties.sub("", words().roles.sub("", name)).strip(" ,.-&")
    if not bare or (preposition is None and re.match(_HONORIFIC, name)):
        return 0
    return _GOOD if preposition in ("at", "by", "for", "with") and len(name.split()) > 1 else _FAIR


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
    if match := re.match(r"^(.+?)\s+[-–—|/]\s+(.+)$|^(.+?)[–—]\s*(.+)$", name):
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
    return NameRead(name, position or after_comma)


def _without_comma(name: str) -> tuple[str, str | None]:
    """Turn "Kell, Uma" and "Kell, Dr Uma" round; take a role after a comma for the position."""
    match = re.match(r"^([^,]+),\s*([^,]+)$", name)
    if match is None:
        return name, None
    before, after = match[1].strip(), match[2].strip()
    titled = re.match(rf"^({_HONORIFIC})\s+(.+)$", before)
    if words().roles.search(after) or (after.isupper() and len(after) > 1):
        return before, after if words().roles.search(after) else None
    if titled and len(titled[2].split()) == 1 and _plain(after):
        return f"{titled[1]} {after} {titled[2]}", None
    if not titled and len(before.split()) <= 2 and len(after.split()) <= 4 and _plain(after):
        given = re.match(rf"^(.+?)\s+({_HONORIFIC})$", after)
        return (f"{given[2]} {given[1]} {before}" if given else f"{after} {before}"), None
    return before, after


def _plain(text: str) -> bool:
    return all(re.match(r"[A-Z]", word) for word in text.split())


def _is_name(line: str) -> bool:
    """Whether a line reads as somebody's name rather than a position."""
    return bool(re.match(rf"{_HONORIFIC}\s+[A-Z]", line)) and not words().roles.search(line)
