"""Conflict-of-interest audit of NHS commissioning bodies, from their own papers."""

__version__ = "0.1.0"
