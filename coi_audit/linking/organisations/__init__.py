"""What a written name of an organisation stands for on a day, in the body's own area."""
