"""Automatic paragraph numbers of a Word document, rebuilt from its numbering part: Word stores rules, not numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_MAX_STYLE_DEPTH = 20


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: where it starts, how it counts, and its pattern such as "%1.%2"."""

    start: int = 1
    style: str = "decimal"
    pattern: str = ""
    restart: int | None = None  # restarts after this level (from 1); 0 never; None after any higher one
    legal: bool = False


@dataclass(slots=True)
class _Counter:
    values: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Label:
    """A paragraph's rebuilt mark: `number` such as "8.1", or a bullet."""

    number: str = ""
    bullet: bool = False


def _value(element: Any, path: str) -> str | None:
    found = element.find(path)
    return None if found is None else found.get(qn("w:val"))


class Numbering:
    """Counts paragraphs in document order; ask for each paragraph's label exactly once, in that order."""

    def __init__(self, numbering: Any | None, styles: Any | None) -> None:
        self._abstract: dict[str, dict[int, Level]] = {}
        self._number: dict[str, tuple[str, dict[int, Level]]] = {}
        self._style_numbers: dict[str, tuple[str | None, str | None]] = {}
        self._style_parents: dict[str, str] = {}
        self._counters: dict[str, _Counter] = {}
        self._started: set[tuple[str, int]] = set()
        if styles is not None:
            self._read_styles(styles)
        if numbering is not None:
            self._read_numbering(numbering)

    def label(self, paragraph: Any) -> Label:
        """The number or bullet Word would print before this `w:p` element."""
        number_id, level = self._list_of(paragraph)
        if number_id is None or number_id == "0" or number_id not in self._number:
            return Label()
        abstract_id, overrides = self._number[number_id]
        levels = {**self._abstract.get(abstract_id, {}), **overrides}
        rule = levels.get(level)
        if rule is None:
            return Label()
        if rule.style == "bullet":
            return Label(bullet=True)
        counter = self._counters.setdefault(abstract_id, _Counter())
        restart_now = level in overrides and (number_id, level) not in self._started
        self._started.add((number_id, level))
        if restart_now:
            counter.values.pop(level, None)
        self._advance(counter, levels, level)
        return Label(number=_tidy(_render(rule, levels, counter)))

    def _advance(self, counter: _Counter, levels: dict[int, Level], level: int) -> None:
        for upper in range(level):
            counter.values.setdefault(upper, levels[upper].start if upper in levels else 1)
        counter.values[level] = counter.values.get(level, levels[level].start - 1) + 1
        for lower in [key for key in counter.values if key > level]:
            restart = levels[lower].restart if lower in levels else None
            if restart is None or (restart != 0 and level < restart):
                del counter.values[lower]

    def _list_of(self, paragraph: Any) -> tuple[str | None, int]:
        properties = paragraph.find(qn("w:pPr"))
        style = _value(properties, qn("w:pStyle")) if properties is not None else None
        number_id, level = self._from_style(style)
        marks = properties.find(qn("w:numPr")) if properties is not None else None
        if marks is not None:
            number_id = _value(marks, qn("w:numId")) or number_id
            level = _value(marks, qn("w:ilvl")) or level
        return number_id, int(level) if level and level.isdigit() else 0

    def _from_style(self, style: str | None) -> tuple[str | None, str | None]:
        for _ in range(_MAX_STYLE_DEPTH):
            if style is None:
                return None, None
            if style in self._style_numbers:
                return self._style_numbers[style]
            style = self._style_parents.get(style)
        return None, None

    def _read_styles(self, styles: Any) -> None:
        for style in styles.iter(qn("w:style")):
            name = style.get(qn("w:styleId")) or ""
            parent = _value(style, qn("w:basedOn"))
            if parent:
                self._style_parents[name] = parent
            marks = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            if marks is not None:
                self._style_numbers[name] = (_value(marks, qn("w:numId")), _value(marks, qn("w:ilvl")))

    def _read_numbering(self, numbering: Any) -> None:
        linked: dict[str, str] = {}
        owners: dict[str, str] = {}
        for abstract in numbering.iter(qn("w:abstractNum")):
            key = abstract.get(qn("w:abstractNumId")) or ""
            self._abstract[key] = {int(lvl.get(qn("w:ilvl"))): _level(lvl) for lvl in abstract.iter(qn("w:lvl"))}
            self._levels_by_style(abstract)
            if link := _value(abstract, qn("w:numStyleLink")):
                linked[key] = link
            if link := _value(abstract, qn("w:styleLink")):
                owners[link] = key
        for key, style in linked.items():
            self._abstract[key] = self._abstract.get(owners.get(style, ""), {}) or self._abstract[key]
        for number in numbering.iter(qn("w:num")):
            abstract_id = _value(number, qn("w:abstractNumId")) or ""
            overrides = self._overrides(number, self._abstract.get(abstract_id, {}))
            self._number[number.get(qn("w:numId")) or ""] = (abstract_id, overrides)

    def _levels_by_style(self, abstract: Any) -> None:
        """A heading style names its list only; the list says which of its levels the style takes."""
        for lvl in abstract.iter(qn("w:lvl")):
            style = _value(lvl, qn("w:pStyle"))
            if style and style in self._style_numbers and self._style_numbers[style][1] is None:
                self._style_numbers[style] = (self._style_numbers[style][0], lvl.get(qn("w:ilvl")))

    @staticmethod
    def _overrides(number: Any, base: dict[int, Level]) -> dict[int, Level]:
        found: dict[int, Level] = {}
        for override in number.iter(qn("w:lvlOverride")):
            level = int(override.get(qn("w:ilvl")))
            inner = override.find(qn("w:lvl"))
            rule = _level(inner) if inner is not None else base.get(level, Level())
            start = _value(override, qn("w:startOverride"))
            if start is not None:
                rule = Level(int(start), rule.style, rule.pattern, rule.restart, rule.legal)
            found[level] = rule
        return found


def _level(element: Any) -> Level:
    start, restart = _value(element, qn("w:start")), _value(element, qn("w:lvlRestart"))
    return Level(
        start=int(start) if start is not None else 1,
        style=_value(element, qn("w:numFmt")) or "decimal",
        pattern=_value(element, qn("w:lvlText")) or "",
        restart=int(restart) if restart is not None else None,
        legal=element.find(qn("w:isLgl")) is not None,
    )


def _render(rule: Level, levels: dict[int, Level], counter: _Counter) -> str:
    def part(match: re.Match[str]) -> str:
        level = int(match.group(1)) - 1
        style = "decimal" if rule.legal else levels.get(level, Level()).style
        return in_style(counter.values.get(level, 1), style)

    return re.sub(r"%([1-9])", part, rule.pattern)


def in_style(value: int, style: str) -> str:
    """A count as Word prints it: decimal, letters, Roman, or nothing for style "none"."""
    if style == "none":
        return ""
    if style in ("lowerLetter", "upperLetter"):
        letters = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1) if value > 0 else ""
        return letters.upper() if style == "upperLetter" else letters
    if style in ("lowerRoman", "upperRoman"):
        roman = ""
        for size, sign in _ROMAN:
            roman += sign * (value // size)
            value %= size
        return roman.upper() if style == "upperRoman" else roman
    return f"{value:02d}" if style == "decimalZero" else str(value)


def _tidy(text: str) -> str:
    text = text.strip().rstrip(".:").strip()
    return text[:-1] if text.endswith(")") and "(" not in text else text
