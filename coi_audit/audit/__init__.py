"""The engine: facts against rules, quorum, handling, findings, opinion."""
