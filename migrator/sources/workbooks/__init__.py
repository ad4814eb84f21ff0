"""Readers of spreadsheets: guards first, then cells as text in reading order."""
