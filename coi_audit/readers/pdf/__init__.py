"""PDFs with a text layer as blocks in reading order: letters to words, lines, columns, tables and sheets."""
