"""The body's registers as it publishes and keeps them, and the forms of the guidance filled from its records."""
