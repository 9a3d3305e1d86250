"""Saved web pages as blocks in reading order, with only what a reader of the page would see."""
