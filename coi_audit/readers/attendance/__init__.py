"""Who came, sent apologies or was absent: lists, tables and the paper sent out before a meeting."""
