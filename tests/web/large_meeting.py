"""The large invented body of the benchmarks, for the desk's tests."""

from benchmarks.large_body import COMMITTEE, DAY, write_large_body

__all__ = ["COMMITTEE", "DAY", "write_large_body"]
