"""Figures beside a bound or a peer, taken in one run and printed as ratios: never a timed test."""
