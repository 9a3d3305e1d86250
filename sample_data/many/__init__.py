"""The builders behind make_bodies.py: as many invented bodies as are asked for, from rules and a seed."""
