"""Checks, one file per close family, listed here."""
