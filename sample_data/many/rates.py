"""How often things happen at the invented bodies: published figures where there are some, else said to be ours."""

from __future__ import annotations

# Published figures, as domain research gathered them (benchmark ranges for synthetic data).
GP_SHARE = 0.41  # of a governing body's members (National Audit Office, 2015)
OUTSIDE_STAKE = 0.28  # of GPs: a for-profit interest beyond the own practice; 0.20 to 0.36 (BMJ 2013, Pulse 2012, 2013)
FAMILY = 0.09  # of members: an interest through family (BMJ 2013)
NON_PROFIT = 0.12  # of members: a place in an organisation not for profit (BMJ 2013)
CONFLICTED_CONTRACT = 0.08  # of contracts: a member has an interest in the winner (BMJ and The Times, 2015)
TOO_THIN = 0.19  # of conflicts: the record does not tell how it was managed (National Audit Office, 2015)
MAJORITY_OUT = 0.16  # of bodies, in about 22 months: more than half of the board withdrew (NHE, 2015)
GIFT_UNDECLARED = 0.33  # of gifts and payments: on no register (BMJ 2018)
MONTHS_OF_MAJORITY_OUT = 22

# Ours, where nobody has published a figure.
CAREFUL = 0.35  # of bodies: nearly everything in order
THIN_WHERE_CAREFUL = 0.02
GIFT_UNDECLARED_WHERE_CAREFUL = 0.0
NOT_DECLARED = 0.08  # of conflicts of the others
BELOW_WITHOUT_REASON = 0.08
BELOW_WITH_REASON = 0.05
NO_MINUTES = 0.06  # of meetings of the others


def in_a_year(rate: float, months: int) -> float:
    """A rate over so many months as a rate over twelve, the months being independent of one another."""
    return 1 - (1 - rate) ** (12 / months)


def of_the_others(rate: float, careful: float) -> float:
    """What the other bodies' rate must be for all together to have `rate`."""
    return (rate - CAREFUL * careful) / (1 - CAREFUL)
