"""One file per document kind and format: papers in, records and what was not understood out."""
