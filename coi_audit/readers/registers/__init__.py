"""Registers of interests in whatever layout the body keeps them: tables, forms, cards and lines."""
