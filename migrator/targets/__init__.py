"""Kinds of target, one file each, listed here."""
