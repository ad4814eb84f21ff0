"""Dialogs beside the pages; none of them blocks."""
