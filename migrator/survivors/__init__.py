"""Survivorship rules, listed here."""
