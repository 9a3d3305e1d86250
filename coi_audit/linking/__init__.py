"""From papers to claims: what an item is, who a name is, which interest touches it, what somebody did."""
