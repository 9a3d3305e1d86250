"""The secretary's desk: pages on this machine alone, a thin face over `app`."""
