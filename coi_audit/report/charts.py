"""Small bar charts as SVG, with the numbers beside the bars and the same numbers as the text alternative."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from coi_audit.report.fonts import FAMILY

_ROW = 12  # points from one bar to the next
_BAR = 8
_LABEL = 190
_WIDTH = 480
_NUMBER = 36  # room for the number right of the longest bar


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its words, how long, and its colour (a hex code with at least 3:1 on white)."""

    label: str
    value: int
    colour: str


def bar_chart(title: str, bars: Sequence[Bar]) -> Markup:
    """A horizontal bar chart. Colour only repeats what sign and label say."""
    longest = max((bar.value for bar in bars), default=0) or 1
    room = _WIDTH - _LABEL - _NUMBER
    height = _ROW * len(bars) + 4
    parts = [_bar(bar, row, room * bar.value / longest) for row, bar in enumerate(bars)]
    told = "; ".join(f"{bar.label}: {bar.value}" for bar in bars)
    return Markup(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}" '
        f'font-family="{FAMILY}" font-size="10.5"><title>{escape(title)}. {escape(told)}.</title>'
        f'<line x1="{_LABEL}" y1="0" x2="{_LABEL}" y2="{height}" stroke="#9aa5b1" stroke-width="0.8"/>'
        + "".join(parts)
        + "</svg>"
    )


def _bar(bar: Bar, row: int, length: float) -> str:
    top = 4 + row * _ROW
    base = top + 7.6
    sign = f'<text x="{_LABEL - 8}" y="{base}" text-anchor="end" fill="#1b2733">{escape(bar.label)}</text>'
    drawn = f'<rect x="{_LABEL}" y="{top}" width="{length:.1f}" height="{_BAR}" fill="{bar.colour}"/>' if length else ""
    number = f'<text x="{_LABEL + length + 6:.1f}" y="{base}" font-weight="bold" fill="#1b2733">{bar.value}</text>'
    return sign + drawn + number
