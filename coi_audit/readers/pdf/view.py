"""Where things stand on a PDF page that is turned upright, in points from its top left corner."""

from __future__ import annotations

from collections.abc import Mapping

from coi_audit.readers.pdf.clips import clipped
from coi_audit.readers.pdf.shapes import Word


class View:
    """Turns places on the PDF's own page into points from the upright page's top left corner."""

    def __init__(self, bounds: tuple[float, float, float, float], turn: int) -> None:
        self.left, self.low, self.right, self.high = bounds
        self.turn = turn
        wide, tall = self.right - self.left, self.high - self.low
        self.width, self.height = (tall, wide) if turn % 2 else (wide, tall)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point stands."""
        if self.turn == 1:
            return y - self.low, x - self.left
        if self.turn == 2:
            return self.right - x, y - self.low
        if self.turn == 3:
            return self.high - y, self.right - x
        return x - self.left, self.high - y

    def box(self, box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
        """A box given as left, low, right, high."""
        (x0, y0), (x1, y1) = self.point(box[0], box[1]), self.point(box[2], box[3])
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

    def word(
        self, word: Word, order: Mapping[int, int], clips: Mapping[int, tuple[float, float, float, float]]
    ) -> Word:
        """A word whose box was given as left, low, right, high, its turn against the PDF's own page.

        `order` tells when the text object at an address was drawn, `clips` the box in which it is seen.
        """
        x0, top, x1, bottom = self.box((word.x0, word.top, word.x1, word.bottom))
        turn = (word.turn - self.turn) % 4
        seams = tuple((at, self.point(x, word.top)[0]) for at, x in word.seams) if not turn else ()
        turned = Word(
            word.text, x0, top, x1, bottom, word.size, word.bold, turn, word.soft, drawn=order.get(word.drawn, 0),
            seams=seams, spaced=word.spaced,
        )  # fmt: skip
        return clipped(turned, self.box(clips[word.drawn])) if word.drawn in clips else turned
