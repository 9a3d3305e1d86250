"""What a program let be seen of its words: those outside their clip are no part of the print, yet tell of its cell.

Spreadsheets draw a cell that is merged over a page's end on both pages, shifted, and let only what lies in it be seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from ctypes import byref, c_float
from dataclasses import replace
from typing import Any

from coi_audit.readers.pdf.shapes import Word

Clip = tuple[float, float, float, float]  # left, top, right, bottom, or as the page itself counts
_MOST = 8  # paths and their points that are looked at: cells are boxes
_SLACK = 0.5  # points
_PAD = 0.15  # of the print's size, above the words of a cell


def clip_of(pdfium: Any, found: Any) -> Clip | None:
    """The box within which a text object is seen, as the page counts; None where nothing bounds it."""
    path = pdfium.FPDFPageObj_GetClipPath(found)
    count = pdfium.FPDFClipPath_CountPaths(path) if path else 0
    boxes = [box for at in range(min(count, _MOST)) if (box := _box(pdfium, path, at))]
    if not boxes:
        return None
    return (
        max(box[0] for box in boxes), max(box[1] for box in boxes), min(box[2] for box in boxes),
        min(box[3] for box in boxes),
    )  # fmt: skip


def _box(pdfium: Any, path: Any, at: int) -> Clip | None:
    x, y = c_float(), c_float()
    xs, ys = [], []
    count = pdfium.FPDFClipPath_CountPathSegments(path, at)
    for number in range(count if count <= _MOST else 0):
        pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFClipPath_GetPathSegment(path, at, number), byref(x), byref(y))
        xs.append(x.value)
        ys.append(y.value)
    return (min(xs), min(ys), max(xs), max(ys)) if xs else None


def clipped(word: Word, clip: Clip | None) -> Word:
    """The word with its clip, where it reaches out of it."""
    if clip is None or (
        clip[0] - _SLACK <= word.x0 and word.x1 <= clip[2] + _SLACK
        and clip[1] - _SLACK <= word.middle <= clip[3] + _SLACK
    ):  # fmt: skip
        return word
    return replace(word, clip=clip)


def moved_in(words: Sequence[Word]) -> list[Word]:
    """The words, those of a cell of which nothing is seen moved into it where nothing else stands there."""
    unseen: dict[Clip, list[int]] = {}
    for at, word in enumerate(words):
        if word.clip and word.unseen and not word.turn:
            unseen.setdefault(word.clip, []).append(at)
    if not unseen:
        return list(words)
    steps: dict[int, tuple[float, float]] = {}
    for clip, places in unseen.items():
        box = _around([words[at] for at in places])
        pad = _PAD * words[places[0]].size
        across, down = _into(box[0], box[2], clip[0], clip[2]), _into(box[1], box[3], clip[1] + pad, clip[3])
        target = (box[0] + across, box[1] + down, box[2] + across, box[3] + down)
        if not any(_meets(word, target) for at, word in enumerate(words) if at not in places):
            steps.update(dict.fromkeys(places, (across, down)))
    return [replace(word, clip=None).moved(*steps[at]) if at in steps else word for at, word in enumerate(words)]


def _around(words: Sequence[Word]) -> Clip:
    return (
        min(word.x0 for word in words), min(word.top for word in words), max(word.x1 for word in words),
        max(word.bottom for word in words),
    )  # fmt: skip


def _into(start: float, end: float, low: float, high: float) -> float:
    """How far a stretch must be moved to lie between two sides; its start counts for more than its end."""
    if start < low:
        return low - start + _SLACK
    return min(0.0, max(high - end - _SLACK, low - start + _SLACK))


def _meets(word: Word, box: Clip) -> bool:
    return word.x0 < box[2] and word.x1 > box[0] and word.top < box[3] and word.bottom > box[1]
