"""Agendas as they are laid out: items with their numbers, titles, actions, papers and times."""
