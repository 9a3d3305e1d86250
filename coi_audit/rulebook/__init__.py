"""Strict reading of rules/: sources, dated rule files, the action table, the vocabulary, the opinion scale."""
