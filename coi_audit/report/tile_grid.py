"""A grid of tiles, one a body, in blocks by region or alphabet: shape and letter say what colour says once more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from markupsafe import Markup, escape

from coi_audit.report.fonts import FAMILY

WIDTH = 656  # CSS pixels: the width of a page between its margins
_TALLEST = 780  # a grid taller than this is drawn smaller, so that it stays on its page
_TILE, _STEP = 34, 52  # a tile's height, and from one tile's left edge to the next
_ROW = 50  # from one row of tiles to the next
_HEAD, _GAP = 22, 12  # a block's heading, and between rows of blocks


class Shape(StrEnum):
    """The outline of a tile."""

    CIRCLE = "circle"
    SQUARE = "square"
    TRIANGLE = "triangle"
    OUTLINE = "outline"
    CROSS = "cross"


@dataclass(frozen=True, slots=True)
class Mark:
    """What a tile says: its letter, shape and colour (a hex code with at least 4.5:1 on white), and the words."""

    letter: str
    shape: Shape
    colour: str
    words: str


@dataclass(frozen=True, slots=True)
class Tile:
    """One body: its short label (a code of up to five signs), its name for the text alternative, and its mark."""

    label: str
    name: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Block:
    """Tiles that stand together under a heading."""

    title: str
    tiles: tuple[Tile, ...]


def tile_grid(title: str, rows: Sequence[Sequence[Block]]) -> Markup:
    """The grid: each row of blocks shares the width between its blocks. Nothing for no tiles."""
    parts: list[str] = []
    top = 0
    for blocks in (tuple(one for one in row if one.tiles) for row in rows):
        if blocks:
            parts.extend(part for at, one in enumerate(blocks) for part in _block(one, at, len(blocks), top))
            top += _HEAD + _GAP + max(-(-len(one.tiles) // _columns(len(blocks))) for one in blocks) * _ROW
    if not parts:
        return Markup("")
    told = " ".join(_told(blocks) for blocks in rows).strip()
    height = min(top, _TALLEST)
    return Markup(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {top}" width="{WIDTH * height // top}" '
        f'height="{height}" font-family="{FAMILY}" font-size="10.5" text-anchor="middle">'
        f"<title>{escape(title)}. {escape(told)}</title>" + "".join(parts) + "</svg>"
    )


def key(marks: Sequence[Mark]) -> Markup:
    """The marks with their words, in one line."""
    parts, left = [], 18
    for mark in marks:
        parts.append(_shape(mark, left, 17))
        parts.append(
            f'<text x="{left + 21}" y="21.5" text-anchor="start" font-size="12.5" fill="#1b2733">'
            f"{escape(mark.words)}</text>"
        )
        left += 48 + round(5.9 * len(mark.words))
    told = "; ".join(f"{mark.letter}: {mark.words}" for mark in marks)
    return Markup(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} 34" width="{WIDTH}" height="34" '
        f'font-family="{FAMILY}" text-anchor="middle"><title>Key. {escape(told)}.</title>' + "".join(parts) + "</svg>"
    )


def _columns(blocks: int) -> int:
    return max(1, (WIDTH // blocks - 6) // _STEP)


def _block(block: Block, at: int, of: int, top: int) -> Iterator[str]:
    left, columns = at * (WIDTH // of), _columns(of)
    yield (
        f'<text x="{left + 1}" y="{top + 14}" text-anchor="start" font-size="13" font-weight="600" fill="#14365c">'
        f"{escape(block.title)}</text>"
    )
    for number, tile in enumerate(block.tiles):
        x = left + _TILE // 2 + 4 + (number % columns) * _STEP
        y = top + _HEAD + _TILE // 2 + (number // columns) * _ROW
        yield _shape(tile.mark, x, y)
        yield f'<text x="{x}" y="{y + 27}" fill="#1b2733">{escape(tile.label)}</text>'


def _shape(mark: Mark, x: int, y: int) -> str:
    """The shape around its middle with the letter in it: white on a filled one, dark in an outline."""
    ink, base = "#ffffff", y + 5
    if mark.shape is Shape.CIRCLE:
        drawn = f'<circle cx="{x}" cy="{y}" r="15" fill="{mark.colour}"/>'
    elif mark.shape is Shape.SQUARE:
        drawn = f'<rect x="{x - 13}" y="{y - 13}" width="26" height="26" fill="{mark.colour}"/>'
    elif mark.shape is Shape.TRIANGLE:
        drawn = f'<path d="M {x} {y - 17} L {x + 18} {y + 14} L {x - 18} {y + 14} Z" fill="{mark.colour}"/>'
        base = y + 10
    else:
        ink = mark.colour
        drawn = (
            f'<rect x="{x - 13}" y="{y - 13}" width="26" height="26" fill="#ffffff" stroke="{ink}" '
            f'stroke-width="{2.2 if mark.shape is Shape.CROSS else 1.2}"/>'
        )
    letter = escape(mark.letter)
    return f'{drawn}<text x="{x}" y="{base}" font-size="14" font-weight="700" fill="{ink}">{letter}</text>'


def _told(blocks: Sequence[Block]) -> str:
    """Every block as words: its bodies by what is said of them, so that nobody needs to see the picture."""
    parts = []
    for block in blocks:
        said: dict[str, list[str]] = {}
        for tile in block.tiles:
            said.setdefault(tile.mark.words, []).append(tile.name)
        if said:
            lines = [f"{what}: {', '.join(names)}" for what, names in said.items()]
            parts.append(f"{block.title}: {'; '.join(lines)}.")
    return " ".join(parts)
