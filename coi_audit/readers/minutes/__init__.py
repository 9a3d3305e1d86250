"""Minutes as they are laid out: days, headings, sections, tables and declarations."""
