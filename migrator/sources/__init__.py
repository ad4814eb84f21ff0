"""Kinds of source, one file each, listed here."""
