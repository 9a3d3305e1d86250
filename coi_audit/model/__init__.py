"""The nouns: people, interests, organisations, meetings, evidence, findings. No input or output here."""
