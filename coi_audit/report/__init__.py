"""An `Audit` as words: JSON, HTML, PDF, terminal. It lays out; it computes nothing."""
