"""Every colour of text stands out from its ground, and every bar from the page (WCAG AA: 4.5 and 3 to 1)."""

from __future__ import annotations

import re

import pytest

from coi_audit import paths
from coi_audit.report.assurance import _HANDLING_COLOURS
from coi_audit.report.findings_view import severity_colours

_SHEETS = sorted(paths.templates_folder().rglob("*.css"))
_TEXT = sorted({found for file in _SHEETS for found in re.findall(r"[ {;]color: (#[0-9a-f]{6})", file.read_text())})
_GROUNDS = sorted(
    {"#ffffff", *(one for file in _SHEETS for one in re.findall(r"background: (#\w{6})", file.read_text()))}
)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_itself() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("colour", _TEXT)
def test_text_on_every_ground(colour: str) -> None:
    assert len(_TEXT) > 5
    assert all(contrast(colour, ground) >= 4.5 for ground in _GROUNDS)


def test_bars_on_the_page() -> None:
    colours = [*_HANDLING_COLOURS.values(), *severity_colours().values()]
    assert all(contrast(colour, "#ffffff") >= 3 for colour in colours)
