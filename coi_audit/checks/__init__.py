"""One pure function per file, named by rule files: `check(facts, params) -> Outcome`."""
