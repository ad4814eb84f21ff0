"""Databases, for sources and targets alike: where they are, how they are opened, what their errors
mean, and their rows as columns of canonical text."""
