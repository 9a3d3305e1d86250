"""Where things stand on a PDF page that is turned upright, in points from its top left corner."""

from __future__ import annotations

from collections.abc import Mapping

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

    def word(self, word: Word, order: Mapping[int, int]) -> Word:
        """A word whose box was given as left, low, right, high, its turn against the PDF's own page.

        `order` tells when the text object at an address was drawn.
        """
        x0, y0 = self.point(word.x0, word.top)
        x1, y1 = self.point(word.x1, word.bottom)
        turn = (word.turn - self.turn) % 4
        seams = tuple((at, self.point(x, word.top)[0]) for at, x in word.seams) if not turn else ()
        return Word(
            word.text, min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1), word.size, word.bold, turn, word.soft,
            drawn=order.get(word.drawn, 0), seams=seams,
        )  # fmt: skip
