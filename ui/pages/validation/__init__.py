"""Step 8: Validate."""
