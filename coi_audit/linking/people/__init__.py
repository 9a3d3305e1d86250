"""Who is meant by a written name: people of a case, keys to find them by, and names that are nearly the same."""
