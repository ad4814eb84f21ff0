"""Kooch's engine: moves legacy customer data into a new CRM, clean and complete, and proves it."""

__version__ = "0.1.0"
