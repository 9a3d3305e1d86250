"""Sections of the assurance report, one module each: an audit in, words and rows for a template out."""
