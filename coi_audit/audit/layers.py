"""Facts in layers: what a meeting's items share is told once, and put together only where a rule has to see it all."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from coi_audit.model.facts import EventFacts


class Layer:
    """The fields that a facts class adds to those of the layer below it: a conflict's to its item's, its meeting's.

    `values` are by field name. The lowest layer holds `on`. Nothing may change a layer once it is made.
    """

    __slots__ = ("base", "facts", "numbers", "on", "values")

    def __init__(self, facts: type[EventFacts], values: Mapping[str, Any], base: Layer | None = None) -> None:
        self.facts = facts
        self.values = values
        self.base = base
        self.on: date = base.on if base is not None else values["on"]
        self.numbers: dict[object, int] = {}  # kept by whoever compares layers

    def whole(self) -> EventFacts:
        """All the layers as the facts that checks know."""
        values: dict[str, Any] = {}
        layer: Layer | None = self
        while layer is not None:
            values.update(layer.values)
            layer = layer.base
        return self.facts(**values)
