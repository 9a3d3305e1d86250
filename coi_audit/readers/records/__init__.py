"""Registers beside the register of interests: tables and forms whose rows are records of one kind."""
