"""Strict reading of rules/: sources, rule files with dated versions, the action table, the vocabulary, the opinion scale."""
