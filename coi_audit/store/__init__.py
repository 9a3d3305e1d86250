"""Cases kept over time: what was known when, by whom, and nothing lost. The only place that knows SQL."""
