"""The body's own registers, brought together from its papers to be kept and to be published."""
