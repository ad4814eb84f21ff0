"""Step 4, the target: where the data go, and what it looks like there."""
